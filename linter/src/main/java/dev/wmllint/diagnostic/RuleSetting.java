package dev.wmllint.diagnostic;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What users set a rule to: a severity in the place of its own, or off; the mildest first. */
public enum RuleSetting {
  /** The rule is not looked for. */
  OFF(Optional.empty()),
  INFO(Optional.of(Severity.INFO)),
  WARNING(Optional.of(Severity.WARNING)),
  ERROR(Optional.of(Severity.ERROR));

  private static final List<String> WORDS = Arrays.stream(values()).map(RuleSetting::word).toList();

  private final Optional<Severity> severity;

  RuleSetting(Optional<Severity> severity) {
    this.severity = severity;
  }

  /** The severity; empty for {@link #OFF}. */
  public Optional<Severity> severity() {
    return severity;
  }

  /** The word that users write and read. */
  public String word() {
    return severity.map(Severity::label).orElse("off");
  }

  /** All words, the mildest first. */
  public static List<String> words() {
    return WORDS;
  }

  /** All words, as a sentence has them: {@code off, info, warning or error}. */
  public static String choice() {
    int last = WORDS.size() - 1;
    return String.join(", ", WORDS.subList(0, last)) + " or " + WORDS.get(last);
  }

  /** What a word means; empty when it is none of them. */
  public static Optional<RuleSetting> read(String word) {
    return Arrays.stream(values()).filter(setting -> setting.word().equals(word)).findFirst();
  }
}
