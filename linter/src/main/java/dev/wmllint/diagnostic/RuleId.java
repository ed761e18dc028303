package dev.wmllint.diagnostic;

/**
 * The stable name of a rule, the only thing that suppression, configuration, documentation and
 * fixes refer to.
 *
 * @param value kebab-case, such as {@code unknown-key}
 */
public record RuleId(String value) implements Comparable<RuleId> {
  /** Refuses what is not kebab-case. */
  public RuleId {
    if (!isWellFormed(value)) {
      throw new IllegalArgumentException("not a rule id: " + value);
    }
  }

  private static boolean isWellFormed(String value) {
    boolean wordStarted = false;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '-' && wordStarted) {
        wordStarted = false;
      } else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
        wordStarted = true;
      } else {
        return false;
      }
    }
    return wordStarted;
  }

  @Override
  public int compareTo(RuleId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }

  // Written out: a native program interprets those of a record; docs/startup.md has the times.
  @Override
  public boolean equals(Object object) {
    return object instanceof RuleId other && value.equals(other.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }
}
