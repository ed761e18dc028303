package dev.wmllint.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ColourOptionTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                     | true  | false | true
          ''                     | false | false | false
          NO_COLOR=              | true  | false | true
          NO_COLOR=1             | true  | false | false
          NO_COLOR=1 FORCE_COLOR=1 | true | false | false
          FORCE_COLOR=           | false | false | false
          FORCE_COLOR=1          | false | false | true
          FORCE_COLOR=0          | true  | false | false
          CLICOLOR_FORCE=1       | false | false | true
          CLICOLOR=0             | true  | false | false
          TERM=dumb              | true  | false | false
          ''                     | true  | true  | false
          WT_SESSION=7           | true  | true  | true
          """)
  void heedsTheEnvironment(String settings, boolean console, boolean windows, boolean coloured) {
    Map<String, String> environment = new HashMap<>();
    for (String setting : settings.split(" ", -1)) {
      String[] parts = setting.split("=", -1);
      environment.put(parts[0], parts.length > 1 ? parts[1] : "");
    }
    assertEquals(coloured, ColourOption.suits(environment, console, windows));
  }
}
