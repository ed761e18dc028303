# The linter and the language server with a Java of their own:
#
#   docker build --tag wml-lint .
#   docker run --rm --volume "$PWD:/work:ro" wml-lint jobs

FROM maven:3.9-eclipse-temurin-25 AS build
WORKDIR /src
COPY . .
RUN mvn -B -ntp -q -Dmaven.test.skip=true -Dspotless.check.skip=true package
RUN mkdir image && tar -xzf dist/target/wml-lint-*.tar.gz -C image --strip-components=1

# A Debian for its C library, and for the shell that starts the program and runs the scripts of CI.
FROM debian:bookworm-slim
ARG VERSION=0.1.0
ARG REVISION=unknown
LABEL org.opencontainers.image.title="wml-lint" \
      org.opencontainers.image.description="Checks deep-learning training manifests before they are submitted" \
      org.opencontainers.image.licenses="Apache-2.0" \
      org.opencontainers.image.source="https://github.com/example/wml-lint" \
      org.opencontainers.image.version="$VERSION" \
      org.opencontainers.image.revision="$REVISION"
COPY --from=build /src/image /opt/wml-lint
# Without a UTF-8 locale, Java cannot open files with other letters in their names.
ENV PATH=/opt/wml-lint/bin:$PATH LANG=C.UTF-8
WORKDIR /work
# Nobody: what it reads is mounted, and it writes nothing unless it is asked to.
USER 65534:65534
ENTRYPOINT ["wml-lint"]
CMD ["--help"]
