package dev.wmllint.text;

/**
 * Finds what the logs of CI systems take for a command wherever it is in a line: {@code ##[name]}
 * (GitHub Actions), {@code ##vso[name]} (Azure Pipelines), {@code ##teamcity[name]}. Sees a text
 * char by char.
 */
final class LogCommand {
  private int marks;

  /** Whether a char is the bracket of a command. */
  boolean isOpenedBy(char c) {
    boolean opened = c == '[' && marks > 1;
    boolean name = marks > 1 && c >= 'a' && c <= 'z';
    marks = c == '#' ? marks + 1 : name ? marks : 0;
    return opened;
  }
}
