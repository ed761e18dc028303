package dev.wmllint.spi;

import java.io.File;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * The option {@code --color}, by the conventions of no-color.org, force-color.org and
 * bixense.com/clicolors.
 */
public final class ColourOption {
  private static final String NAME = "--color";
  private static final List<String> WORDS = List.of("auto", "always", "never");

  /** What the terminals of Windows set that know control sequences. */
  private static final List<String> MODERN = List.of("WT_SESSION", "TERM", "ANSICON", "ConEmuANSI");

  private ColourOption() {}

  public static OptionSpec.Builder spec() {
    return Arguments.option(NAME, "WHEN", "auto (default), always or never.")
        .completionCandidates(WORDS);
  }

  public static boolean isOn(ParseResult result, Map<String, String> environment)
      throws UsageException {
    String when = Arguments.choice(result, NAME, WORDS).orElse("auto");
    if (!when.equals("auto")) {
      return when.equals("always");
    }
    return suits(environment, isConsole(), File.separatorChar == '\\');
  }

  /**
   * Whether colours suit. picocli has an answer of its own, but a {@code NO_COLOR} that is set and
   * empty says no to it, and yes to no-color.org.
   *
   * @param console whether standard output is a terminal
   * @param windows whether a terminal needs to show that it knows control sequences
   */
  static boolean suits(Map<String, String> environment, boolean console, boolean windows) {
    if (isSet(environment, "NO_COLOR")) {
      return false;
    }
    if (isSet(environment, "FORCE_COLOR")) {
      return !environment.get("FORCE_COLOR").toLowerCase(Locale.ROOT).matches("0|false");
    }
    if (isSet(environment, "CLICOLOR_FORCE")) {
      return !environment.get("CLICOLOR_FORCE").equals("0");
    }
    if ("0".equals(environment.get("CLICOLOR")) || "dumb".equals(environment.get("TERM"))) {
      return false;
    }
    return console && (!windows || MODERN.stream().anyMatch(name -> isSet(environment, name)));
  }

  /** The console that JDK 22 brought is there always; the program asks for the older one. */
  @SuppressWarnings("SystemConsoleNull")
  private static boolean isConsole() {
    return System.console() != null;
  }

  private static boolean isSet(Map<String, String> environment, String variable) {
    return !environment.getOrDefault(variable, "").isEmpty();
  }
}
