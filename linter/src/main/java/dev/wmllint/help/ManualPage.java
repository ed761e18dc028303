package dev.wmllint.help;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;

/** The page of the manual: the help of all commands, and what goes with it. */
public final class ManualPage {
  private static final String SUMMARY =
      "check deep-learning training manifests before they are submitted";

  private static final ManualSection ENVIRONMENT =
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

  private static final ManualSection FILES =
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
  private static final List<ManualEntry> EXAMPLES =
      List.of(
          new ManualEntry("wml-lint job.yaml tf-model.zip", "Check a run before it is submitted:"),
          new ManualEntry("wml-lint jobs", "Check all manifests of a folder:"),
          new ManualEntry("wml-lint --diff job.yaml", "Show what can be fixed:"),
          new ManualEntry("wml-lint --fix job.yaml", "Apply the safe fixes:"),
          new ManualEntry(
              "wml-lint --format sarif=wml-lint.sarif --format text jobs",
              "Write a report for people and one for a program:"),
          new ManualEntry("wml-lint explain command-file-missing", "Read about a finding:"));

  private final Roff page = new Roff();

  private ManualPage() {}

  /**
   * The page, in the language of {@code man(7)}.
   *
   * @param program all of the command line: a command's header is its summary
   * @param date of what the page says; the same description and date give the same page
   */
  public static String of(CommandSpec program, Optional<LocalDate> date) {
    return new ManualPage().write(program, date);
  }

  private String write(CommandSpec program, Optional<LocalDate> date) {
    CommandText text = CommandText.of(program);
    page.comment("Made by: " + program.name() + " man");
    page.macro(
        "TH",
        program.name().toUpperCase(Locale.ROOT),
        "1",
        date.map(LocalDate::toString).orElse(""),
        Roff.escaped(program.version()[0]),
        "User Commands");
    page.macro("SH", "NAME").line(Roff.typed(program.name()) + " \\- " + SUMMARY);
    page.macro("SH", "SYNOPSIS");
    synopsis(text.synopsis());
    page.macro("SH", "DESCRIPTION");
    text(text.description());
    page.macro("SH", "OPTIONS");
    options(text.options());
    page.macro("SH", "COMMANDS");
    text(text.footer());
    program.subcommands().values().forEach(line -> command(line.getCommandSpec()));
    page.macro("SH", "EXIT STATUS");
    text.lists().forEach(section -> entries(section.entries()));
    for (ManualSection section : List.of(ENVIRONMENT, FILES)) {
      page.macro("SH", section.heading().toUpperCase(Locale.ROOT));
      entries(section.entries(), Roff::bold);
    }
    page.macro("SH", "EXAMPLES");
    for (ManualEntry example : EXAMPLES) {
      page.prose(example.text());
      code(List.of(example.term()));
    }
    return page.toString();
  }

  private void command(CommandSpec spec) {
    CommandText text = CommandText.of(spec);
    page.macro("SS", Roff.typed(spec.qualifiedName()));
    synopsis(text.synopsis());
    page.macro("PP");
    text(text.description());
    text.options().forEach(section -> entries(section.entries()));
    if (!text.footer().isEmpty()) {
      page.macro("PP");
      text(text.footer());
    }
  }

  private void synopsis(List<String> ways) {
    page.line(ways.stream().map(Roff::term).collect(Collectors.joining("\n.br\n")));
  }

  /** Running text, and lines that begin with a space as they are. */
  private void text(List<String> lines) {
    int next = 0;
    while (next < lines.size()) {
      String line = lines.get(next);
      if (line.isEmpty()) {
        page.macro("PP");
        next++;
      } else if (line.startsWith(" ")) {
        int end = next;
        while (end < lines.size() && lines.get(end).startsWith(" ")) {
          end++;
        }
        code(lines.subList(next, end).stream().map(String::strip).toList());
        next = end;
      } else {
        page.prose(line);
        next++;
      }
    }
  }

  private void code(List<String> lines) {
    page.macro("RS", "4").macro("EX");
    lines.forEach(page::code);
    page.macro("EE").macro("RE");
  }

  private void options(List<ManualSection> sections) {
    for (ManualSection section : sections) {
      if (!section.heading().isEmpty()) {
        page.macro("SS", section.heading());
      }
      entries(section.entries());
    }
  }

  private void entries(List<ManualEntry> entries) {
    entries(entries, Roff::term);
  }

  private void entries(List<ManualEntry> entries, UnaryOperator<String> style) {
    for (ManualEntry entry : entries) {
      page.macro("TP").line(style.apply(entry.term())).prose(entry.text());
    }
  }
}
