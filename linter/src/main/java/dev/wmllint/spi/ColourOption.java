package dev.wmllint.spi;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** The option {@code --color}, by the conventions of no-color.org and force-color.org. */
public final class ColourOption {
  private static final String NAME = "--color";

  private ColourOption() {}

  /** Its description. */
  public static OptionSpec.Builder spec() {
    return Arguments.option(NAME, "WHEN", "auto (default), always or never.")
        .completionCandidates(List.of("auto", "always", "never"));
  }

  /** Whether standard output is to be coloured. */
  public static boolean isOn(ParseResult result, Map<String, String> environment)
      throws UsageException {
    String when =
        Arguments.choice(result, NAME, Map.of("auto", "auto", "always", "always", "never", "never"))
            .orElse("auto");
    if (!when.equals("auto")) {
      return when.equals("always");
    }
    if (isSet(environment, "NO_COLOR")) {
      return false;
    }
    if (isSet(environment, "FORCE_COLOR")) {
      return !environment.get("FORCE_COLOR").toLowerCase(Locale.ROOT).matches("0|false");
    }
    return !"dumb".equals(environment.get("TERM")) && Ansi.AUTO.enabled();
  }

  private static boolean isSet(Map<String, String> environment, String variable) {
    return !environment.getOrDefault(variable, "").isEmpty();
  }
}
