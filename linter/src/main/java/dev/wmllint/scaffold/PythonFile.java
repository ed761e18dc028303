package dev.wmllint.scaffold;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What distinguishes a program from a module, as far as its lines show it.
 *
 * @param imported the names of the modules that it imports
 * @param hasMain whether it asks for {@code __main__}, as programs do
 */
record PythonFile(Set<String> imported, boolean hasMain) {
  /** What follows so many bytes is hardly an import. */
  private static final int MAX_BYTES = 1 << 16;

  private static final Pattern IMPORT =
      Pattern.compile(
          "^[ \\t]*(?:from[ \\t]+\\.?(\\w+)|import[ \\t]+([\\w., \\t]+))", Pattern.MULTILINE);

  private static final Pattern MAIN = Pattern.compile("^if[ \\t(].*__main__", Pattern.MULTILINE);

  PythonFile {
    imported = Set.copyOf(imported);
  }

  /** One that cannot be read counts as empty. */
  static PythonFile read(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return of(new String(in.readNBytes(MAX_BYTES), StandardCharsets.UTF_8));
    } catch (IOException e) {
      return of("");
    }
  }

  static PythonFile of(String text) {
    Set<String> imported = new HashSet<>();
    Matcher matcher = IMPORT.matcher(text);
    while (matcher.find()) {
      String names = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
      for (String name : names.split(",", -1)) {
        imported.add(name.strip().split("[. \\t]", 2)[0]);
      }
    }
    return new PythonFile(imported, MAIN.matcher(text).find());
  }
}
