package dev.wmllint.help;

import dev.wmllint.help.CommandText.Entry;
import dev.wmllint.help.CommandText.Section;
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

  private static final List<Entry> ENVIRONMENT =
      entries(
          """
          NO_COLOR: Set to anything: no colours, unless --color says otherwise.
          FORCE_COLOR, CLICOLOR_FORCE: Set to anything but 0: colours, even if standard output is \
          not a terminal.
          CLICOLOR: Set to 0: no colours.
          TERM: Set to dumb: no colours.
          COLUMNS: The maximum width of the help and the rule pages.
          CI_PROJECT_DIR, GITHUB_WORKSPACE: The folder that paths in reports start from; without both, \
          the git work tree.
          CI, TF_BUILD: Set to anything but false: what is printed is the log of a CI system, so a diff \
          has no characters that act on it, unless it goes to a file.
          GITHUB_ACTIONS: Set to anything: a SARIF report does not name its run, which the upload does.
          SOURCE_DATE_EPOCH: The time of the entries of a packed zip and of a JUnit report, and the \
          date of this page, in seconds since 1970.
          WML_LINT_DEBUG: Set to anything: a message that begins with 'internal' also shows where in \
          the program the error happened. It quotes no manifest.
          WML_LINT_JAVA_HOME: The JDK that the launcher of a source checkout runs, instead of the \
          newest one.
          """);

  private static final List<Entry> FILES =
      entries(
          """
          .wml-lint.yaml: The configuration: severities, model definitions, frameworks, what to \
          exclude, limits. The nearest one is used, in the manifest's folder or above it.
          job.yaml, tf-model.zip: The usual names of a manifest and its model definition. A comment \
          in the manifest, # wml-lint: model=tf-model.zip, names the one to use.
          """);

  /** What to type, and why. */
  private static final List<Entry> EXAMPLES =
      List.of(
          new Entry("wml-lint job.yaml tf-model.zip", "Check a run before it is submitted:"),
          new Entry("wml-lint jobs", "Check all manifests of a folder:"),
          new Entry("wml-lint --diff job.yaml", "Show what can be fixed:"),
          new Entry("wml-lint --fix job.yaml", "Apply the safe fixes:"),
          new Entry(
              "wml-lint --format sarif=wml-lint.sarif --format text jobs",
              "Write a report for people and one for a program:"),
          new Entry("wml-lint explain command-file-missing", "Read about a finding:"));

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

  /** Reads lines of the form {@code term: text}. */
  private static List<Entry> entries(String lines) {
    return lines
        .lines()
        .map(line -> line.split(": ", 2))
        .map(parts -> new Entry(parts[0], parts[1]))
        .toList();
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
    page.macro("SH", "ENVIRONMENT");
    entries(ENVIRONMENT, Roff::bold);
    page.macro("SH", "FILES");
    entries(FILES, Roff::bold);
    page.macro("SH", "EXAMPLES");
    for (Entry example : EXAMPLES) {
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

  private void options(List<Section> sections) {
    for (Section section : sections) {
      if (!section.heading().isEmpty()) {
        page.macro("SS", section.heading());
      }
      entries(section.entries());
    }
  }

  private void entries(List<Entry> entries) {
    entries(entries, Roff::term);
  }

  private void entries(List<Entry> entries, UnaryOperator<String> style) {
    for (Entry entry : entries) {
      page.macro("TP").line(style.apply(entry.term())).prose(entry.text());
    }
  }
}
