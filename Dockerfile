# The linter and the language server as one native program:
#
#   docker build --tag wml-lint .
#   docker run --rm --volume "$PWD:/work:ro" wml-lint jobs
#
# The packages of a release for Linux:
#
#   docker build --target packages --output packages .

# Images are named by digest, so that a build takes the same ones tomorrow; Dependabot looks for newer ones.
FROM maven:3.9-eclipse-temurin-25@sha256:d67198007bb4441b07d45587320f83154de80ece3608f80408ef14c6ea847753 AS maven

# For x86-64 and for ARM64, with a C compiler, on an old system, so that the program runs wherever glibc is
# 2.28 or newer. Its tag has a date, but no digest yet: add what this prints, without which no release is made.
#   docker buildx imagetools inspect ghcr.io/graalvm/graalvm-community:25.0.2-ol8-20260120
FROM ghcr.io/graalvm/graalvm-community:25.0.2-ol8-20260120 AS build
COPY --from=maven /usr/share/maven /usr/share/maven
COPY --from=maven /opt/java/openjdk /opt/java/openjdk
ENV GRAALVM_HOME=/opt/graalvm-community-java25 JAVA_HOME=/opt/java/openjdk PATH=/usr/share/maven/bin:$PATH
WORKDIR /src
COPY . .
RUN mvn -B -ntp -q -Dmaven.test.skip=true -Dspotless.check.skip=true -Pnative package
# Not the package for the JVM, whose name ends in -jvm.
RUN mkdir image && tar -xzf dist/target/wml-lint-*64.tar.gz -C image --strip-components=1

FROM scratch AS packages
COPY --from=build /src/dist/target/wml-lint-*64*.tar.gz /

# Debian for its C library, and for the shell that runs CI scripts.
FROM debian:bookworm-slim@sha256:abd67ffcfa541b485a3dff59865ab629aa048a6c613e639d36e7456b0b229241
ARG VERSION=0.1.0
ARG REVISION=unknown
LABEL org.opencontainers.image.title="wml-lint" \
      org.opencontainers.image.description="Checks deep-learning training manifests before they are submitted" \
      org.opencontainers.image.licenses="Apache-2.0" \
      org.opencontainers.image.source="https://github.com/example/wml-lint" \
      org.opencontainers.image.version="$VERSION" \
      org.opencontainers.image.revision="$REVISION"
COPY --from=build /src/image /opt/wml-lint
ENV PATH=/opt/wml-lint/bin:$PATH
WORKDIR /work
# The user 'nobody': the input is mounted, and nothing is written unless asked for.
USER 65534:65534
ENTRYPOINT ["wml-lint"]
CMD ["--help"]
