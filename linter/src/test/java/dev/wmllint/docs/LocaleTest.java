package dev.wmllint.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No text depends on the language of the system: some have digits of their own. */
final class LocaleTest {
  private static final Path SOURCES = Path.of("src/main/java");

  /** A call without a locale, to the end of its statement. */
  private static final Pattern CALL =
      Pattern.compile("(?:String\\.format|\\.formatted|\\.printf)\\((?!\\s*Locale\\.)[^;]*;");

  /** Conversions that put in a text as it is. */
  private static final Pattern TEXT = Pattern.compile("%-?\\d*s|%n|%%");

  @Test
  void numbersAreFormattedWithALocale() throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(SOURCES)) {
      files = all.filter(file -> file.toString().endsWith(".java")).toList();
    }
    assertFalse(files.isEmpty());
    for (Path file : files) {
      Matcher call = CALL.matcher(Files.readString(file));
      while (call.find()) {
        String rest = TEXT.matcher(call.group()).replaceAll("");
        assertEquals(-1, rest.indexOf('%'), () -> file + ": " + call.group());
      }
    }
  }
}
