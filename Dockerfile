# The linter and the language server as one native program:
#
#   docker build --tag wml-lint .
#   docker run --rm --volume "$PWD:/work:ro" wml-lint jobs
#
# The packages of a release for Linux:
#
#   docker build --target packages --output packages .

# Images and archives are named by digest, so that a build takes the same ones tomorrow; Dependabot looks for
# newer images.
FROM maven:3.9-eclipse-temurin-25@sha256:d67198007bb4441b07d45587320f83154de80ece3608f80408ef14c6ea847753 AS maven

# An old system, so that the program runs wherever glibc is 2.28 or newer.
FROM almalinux:8.10-20260902@sha256:9f355ae942d6a6c0561f0771dc053a2cfae9580fc45fa4252756db7c7e80c09f AS linux
RUN dnf install -y -q gcc zlib-devel && dnf clean all
WORKDIR /opt/graalvm

# Dependabot does not see these two: each release has the digest of a file beside it, in FILE.sha256.
FROM linux AS graalvm-amd64
ADD --checksum=sha256:e0be791c8fda4d03b6b0a0cb824fef3149736170057b3a515252b44419606af0 \
    https://github.com/graalvm/graalvm-ce-builds/releases/download/jdk-25.0.2/graalvm-community-jdk-25.0.2_linux-x64_bin.tar.gz \
    graalvm.tar.gz

FROM linux AS graalvm-arm64
ADD --checksum=sha256:b4580d9f223d0a4b3a1757e58b18ff4c1db950e67e105fc5cb741457d2384a71 \
    https://github.com/graalvm/graalvm-ce-builds/releases/download/jdk-25.0.2/graalvm-community-jdk-25.0.2_linux-aarch64_bin.tar.gz \
    graalvm.tar.gz

FROM graalvm-${TARGETARCH} AS build
RUN tar -xzf graalvm.tar.gz --strip-components=1 && rm graalvm.tar.gz
COPY --from=maven /usr/share/maven /usr/share/maven
COPY --from=maven /opt/java/openjdk /opt/java/openjdk
ENV LANG=C.UTF-8 GRAALVM_HOME=/opt/graalvm JAVA_HOME=/opt/java/openjdk PATH=/usr/share/maven/bin:$PATH
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
