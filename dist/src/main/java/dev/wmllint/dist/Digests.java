package dev.wmllint.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * The digests of a package's files, in the form of {@code sha256sum}. They are the same in each
 * build of the same sources with the same JDK, and so tell whether a package is made of them. The
 * archives of classes are left out: the JVM writes another one each time.
 */
final class Digests {
  /** The list, among the notices. */
  static final String NAME = "SHA256SUMS";

  private static final Pattern ARCHIVE = Pattern.compile("classes.*\\.(aot|jsa)");

  private Digests() {}

  static void write(Path folder) throws IOException {
    Path list = folder.resolve("legal").resolve(NAME);
    Files.deleteIfExists(list);
    StringBuilder lines = new StringBuilder();
    for (Path file : Trees.files(folder)) {
      if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
          && !ARCHIVE.matcher(file.getFileName().toString()).matches()) {
        lines.append(sha256(file)).append("  ").append(folder.relativize(file)).append('\n');
      }
    }
    Files.writeString(list, lines);
  }

  static String sha256(Path file) throws IOException {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every JDK has it
    }
  }
}
