package dev.wmllint.help;

import java.util.List;

/** What the manual says beyond the command line's own description. */
final class Surroundings {
  static final String SUMMARY = "check deep-learning training manifests before they are submitted";

  static final ManualSection ENVIRONMENT =
      new ManualSection(
          "Environment",
          List.of(
              new ManualEntry(
                  "NO_COLOR", "Set to anything: no colours, unless --color says otherwise."),
              new ManualEntry(
                  "FORCE_COLOR, CLICOLOR_FORCE",
                  "Set to anything but 0: colours, even if standard output is not a terminal."),
              new ManualEntry("CLICOLOR", "Set to 0: no colours."),
              new ManualEntry("TERM", "Set to dumb: no colours."),
              new ManualEntry("COLUMNS", "The maximum width of the help and the rule pages."),
              new ManualEntry(
                  "SOURCE_DATE_EPOCH",
                  "The time of the entries of a packed zip, and the date of this page, in seconds"
                      + " since 1970."),
              new ManualEntry(
                  "WML_LINT_DEBUG",
                  "Set to anything: a message that begins with 'internal' also shows where in the"
                      + " program the error happened. It quotes no manifest."),
              new ManualEntry(
                  "WML_LINT_JAVA_HOME",
                  "The JDK that the launcher of a source checkout runs, instead of the newest"
                      + " one.")));

  static final ManualSection FILES =
      new ManualSection(
          "Files",
          List.of(
              new ManualEntry(
                  ".wml-lint.yaml",
                  "The configuration: severities, model definitions, frameworks, what to exclude,"
                      + " limits. The nearest one is used, in the manifest's folder or above it."),
              new ManualEntry(
                  "job.yaml, tf-model.zip",
                  "The usual names of a manifest and its model definition. A comment in the"
                      + " manifest, # wml-lint: model=tf-model.zip, names the one to use.")));

  /** What to type, and why. */
  static final List<ManualEntry> EXAMPLES =
      List.of(
          new ManualEntry("wml-lint job.yaml tf-model.zip", "Check a run before it is submitted:"),
          new ManualEntry("wml-lint jobs", "Check all manifests of a folder:"),
          new ManualEntry("wml-lint --diff job.yaml", "Show what can be fixed:"),
          new ManualEntry("wml-lint --fix job.yaml", "Apply the safe fixes:"),
          new ManualEntry(
              "wml-lint --format sarif=wml-lint.sarif --format text jobs",
              "Write a report for people and one for a program:"),
          new ManualEntry("wml-lint explain command-file-missing", "Read about a finding:"));

  private Surroundings() {}
}
