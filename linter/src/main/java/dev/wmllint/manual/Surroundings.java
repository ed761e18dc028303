package dev.wmllint.manual;

import java.util.List;

/** What the manual says beyond the command line's own description. */
final class Surroundings {
  static final String SUMMARY = "check deep-learning training manifests before they are submitted";

  static final Section ENVIRONMENT =
      new Section(
          "Environment",
          List.of(
              new Entry("NO_COLOR", "Set to anything: no colours, unless --color says otherwise."),
              new Entry(
                  "FORCE_COLOR, CLICOLOR_FORCE",
                  "Set to anything but 0: colours, though standard output is no terminal."),
              new Entry("CLICOLOR", "Set to 0: no colours."),
              new Entry("TERM", "Set to dumb: no colours."),
              new Entry("COLUMNS", "How wide the help and the rule pages may become."),
              new Entry(
                  "SOURCE_DATE_EPOCH",
                  "The time of the entries of a packed zip, and the date of this page, in seconds"
                      + " since 1970."),
              new Entry(
                  "WML_LINT_DEBUG",
                  "Set to anything: a message that begins with internal says where in the program"
                      + " the mistake happened. It quotes no manifest."),
              new Entry(
                  "WML_LINT_JAVA_HOME",
                  "The JDK that the launcher of a source checkout runs, instead of the newest"
                      + " one.")));

  static final Section FILES =
      new Section(
          "Files",
          List.of(
              new Entry(
                  ".wml-lint.yaml",
                  "The configuration: severities, model definitions, frameworks, what to leave out,"
                      + " limits. The nearest one counts, in the manifest's folder or above it."),
              new Entry(
                  "job.yaml, tf-model.zip",
                  "The usual names of a manifest and its model definition. A comment in the"
                      + " manifest, # wml-lint: model=tf-model.zip, says which one is meant.")));

  /** What to type, and why. */
  static final List<Entry> EXAMPLES =
      List.of(
          new Entry("wml-lint job.yaml tf-model.zip", "Check a run before it is submitted:"),
          new Entry("wml-lint jobs", "Check all manifests of a folder:"),
          new Entry("wml-lint --diff job.yaml", "See what could be mended:"),
          new Entry("wml-lint --fix job.yaml", "Mend it, where that keeps the meaning:"),
          new Entry(
              "wml-lint --format sarif=wml-lint.sarif --format text jobs",
              "Report to people and to a program in one run:"),
          new Entry("wml-lint explain command-file-missing", "Read about a finding:"));

  private Surroundings() {}
}
