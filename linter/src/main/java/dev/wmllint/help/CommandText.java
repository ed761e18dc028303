package dev.wmllint.help;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * What people read about a command.
 *
 * <p>Of the lines of {@code description} and {@code footer}, one that begins with a space is shown
 * as it is; others are running text.
 *
 * @param synopsis how to call it, one way in each line
 * @param options arguments first, then the options by what they are for
 * @param lists what is neither: exit codes, sub-commands
 */
public record CommandText(
    List<String> synopsis,
    List<String> description,
    List<Section> options,
    List<Section> lists,
    List<String> footer) {
  /**
   * What belongs together.
   *
   * @param heading without a colon; empty for none
   */
  public record Section(String heading, List<Entry> entries) {
    public Section {
      entries = List.copyOf(entries);
    }
  }

  /**
   * A word of the command line, and what it means.
   *
   * @param term as it is typed, with the labels of its values in capitals
   * @param text running text in one line
   */
  public record Entry(String term, String text) {}

  public CommandText {
    synopsis = List.copyOf(synopsis);
    description = List.copyOf(description);
    options = List.copyOf(options);
    lists = List.copyOf(lists);
    footer = List.copyOf(footer);
  }

  /** Reads a description; sub-commands are left out. */
  public static CommandText of(CommandSpec spec) {
    return new CommandText(
        synopsisOf(spec),
        lines(spec.usageMessage().description()),
        Stream.concat(Stream.of(arguments(spec)), options(spec))
            .filter(section -> !section.entries().isEmpty())
            .toList(),
        Stream.of(exitCodes(spec)).filter(section -> !section.entries().isEmpty()).toList(),
        lines(spec.usageMessage().footer()));
  }

  public CommandText with(Section list) {
    List<Section> more = Stream.concat(lists.stream(), Stream.of(list)).toList();
    return new CommandText(synopsis, description, options, more, footer);
  }

  private static List<String> synopsisOf(CommandSpec spec) {
    List<String> own = lines(spec.usageMessage().customSynopsis());
    if (!own.isEmpty()) {
      return own;
    }
    StringBuilder line = new StringBuilder(spec.qualifiedName()).append(" [OPTIONS]");
    spec.positionalParameters().forEach(argument -> line.append(' ').append(label(argument)));
    return List.of(line.toString());
  }

  private static Section arguments(CommandSpec spec) {
    return new Section(
        "",
        spec.positionalParameters().stream()
            .filter(argument -> !argument.hidden())
            .map(argument -> new Entry(label(argument), text(argument)))
            .toList());
  }

  /** The groups, and the options that are in none. */
  private static Stream<Section> options(CommandSpec spec) {
    Set<OptionSpec> grouped = new HashSet<>();
    List<Section> sections = new ArrayList<>();
    for (ArgGroupSpec group : spec.argGroups()) {
      grouped.addAll(group.options());
      sections.add(section(group.heading(), group.options().stream()));
    }
    String rest = sections.isEmpty() ? "Options" : "Other options";
    sections.add(
        section(rest, spec.options().stream().filter(option -> !grouped.contains(option))));
    return sections.stream();
  }

  private static Section section(String heading, Stream<OptionSpec> options) {
    return new Section(
        heading,
        options
            .filter(option -> !option.hidden())
            .map(option -> new Entry(term(option), text(option)))
            .toList());
  }

  private static Section exitCodes(CommandSpec spec) {
    Map<String, String> codes = spec.usageMessage().exitCodeList();
    return new Section(
        "Exit codes",
        codes.entrySet().stream().map(code -> new Entry(code.getKey(), code.getValue())).toList());
  }

  private static String term(OptionSpec option) {
    String names = String.join(", ", option.names());
    return option.arity().max() == 0 ? names : names + " " + option.paramLabel();
  }

  private static String label(PositionalParamSpec argument) {
    boolean many = argument.arity().max() > 1 || argument.arity().isVariable();
    String label = argument.paramLabel() + (many ? "..." : "");
    return argument.arity().min() == 0 ? "[" + label + "]" : label;
  }

  private static String text(ArgSpec argument) {
    return String.join(" ", lines(argument.description()));
  }

  /** Picocli's texts are formats: {@code %n} ends a line. */
  private static List<String> lines(String... formats) {
    return Stream.of(formats)
        .flatMap(format -> Stream.of(format.split("%n", -1)))
        .map(line -> line.replace("%%", "%"))
        .toList();
  }
}
