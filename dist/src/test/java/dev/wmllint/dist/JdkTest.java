package dev.wmllint.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JdkTest {
  @TempDir private Path home;

  @ParameterizedTest
  @CsvSource({
    "17.0.15, Linux, x86_64, gnu, true, linux-x64",
    "25.0.3, Linux, aarch64, gnu, false, linux-arm64",
    "25, Linux, x86_64, musl, false, linux-x64-musl",
    "21.0.1, Darwin, aarch64, default, true, macos-arm64",
    "17.0.15, Linux, x86_64, gnu, false, ",
    "1.8.0_392, Linux, amd64, gnu, true, ",
    "11.0.2, Linux, x86_64, gnu, true, "
  })
  void isKnownByItsReleaseFile(
      String version, String os, String arch, String libc, boolean jmods, String platform)
      throws IOException {
    Files.writeString(
        home.resolve("release"),
        "JAVA_VERSION=\"%s\"%nOS_NAME=\"%s\"%nOS_ARCH=\"%s\"%nLIBC=\"%s\"%n"
            .formatted(version, os, arch, libc));
    Files.createDirectory(home.resolve("bin"));
    Files.createFile(home.resolve("bin/jlink")).toFile().setExecutable(true);
    if (jmods) {
      Files.createDirectory(home.resolve("jmods"));
    }
    assertEquals(Optional.ofNullable(platform), Jdk.at(home).map(Jdk::platform));
  }

  @Test
  void isNoneWithoutTools() throws IOException {
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"25\"\n");
    assertEquals(Optional.empty(), Jdk.at(home));
  }
}
