package dev.wmllint.report;

/**
 * One workflow command of GitHub Actions: {@code ::error file=job.yaml,line=5::message}. Escaped as
 * the runner reads it (actions/runner, ActionCommand): what a file says can neither end the command
 * nor begin another.
 */
final class WorkflowCommand {
  private final StringBuilder text = new StringBuilder("::");
  private char separator = ' ';

  WorkflowCommand(String name) {
    text.append(name);
  }

  WorkflowCommand property(String name, String value) {
    text.append(separator).append(name).append('=');
    text.append(data(value).replace(":", "%3A").replace(",", "%2C"));
    separator = ',';
    return this;
  }

  WorkflowCommand property(String name, int value) {
    return property(name, String.valueOf(value));
  }

  /** The whole command, on one line. */
  String message(String message) {
    return text + "::" + data(message);
  }

  private static String data(String value) {
    return value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }
}
