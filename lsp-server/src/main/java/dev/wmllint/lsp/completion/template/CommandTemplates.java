package dev.wmllint.lsp.completion.template;

import dev.wmllint.lsp.completion.template.SnippetText.Part;
import dev.wmllint.model.ProgramKinds;
import dev.wmllint.schema.Lazy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Commands to begin with: the schema's examples, for the framework and the files that there are.
 */
public final class CommandTemplates {
  private static final int MAX_STARTS = 5;

  private final ManifestView view;
  private final Lazy<List<String>> files;
  private final Map<List<String>, List<String>> programs = new HashMap<>();

  /**
   * Commands for a manifest.
   *
   * @param files the paths that a command may name
   */
  public CommandTemplates(ManifestView view, Supplier<List<String>> files) {
    this.view = view;
    this.files = new Lazy<>(files);
  }

  /** The paths that a command may name, asked for once. */
  public List<String> files() {
    return files.get();
  }

  /** How the names of the framework's programs end; empty where that is not known. */
  public List<String> extensions(JsonNode instance) {
    return ProgramKinds.of(view.schema(), instance).extensions();
  }

  /** The files that the framework runs, the likeliest first. */
  private List<String> programs(List<String> extensions) {
    return programs.computeIfAbsent(extensions, this::findPrograms);
  }

  private List<String> findPrograms(List<String> extensions) {
    return extensions.stream()
        .flatMap(
            extension ->
                files().stream()
                    .filter(name -> isProgram(name, List.of(extension)))
                    .sorted(
                        Comparator.<String>comparingLong(
                                name -> name.chars().filter(c -> c == '/').count())
                            .thenComparing(Comparator.naturalOrder())))
        .distinct()
        .toList();
  }

  /** Whether a file is of the framework's kind; the marker of a Python package is run by nobody. */
  public static boolean isProgram(String name, List<String> extensions) {
    return !name.endsWith("__init__.py") && extensions.stream().anyMatch(name::endsWith);
  }

  /** The commands that run something of the framework's kind; all where that is not known. */
  public List<String> examples() {
    List<String> extensions = extensions(view.instance());
    return allExamples().stream()
        .filter(
            example ->
                extensions.isEmpty()
                    || extensions.stream().anyMatch(end -> word(example, end).isPresent()))
        .map(example -> onPython(withProgram(example, extensions), view.instance()))
        .distinct()
        .toList();
  }

  /** The shortest commands that run a program that there is: {@code python3 src/eval.py}. */
  public List<String> starts() {
    List<String> extensions = extensions(view.instance());
    return programs(extensions).stream()
        .filter(CommandTemplates::isPlain)
        .flatMap(
            program ->
                starter(program, extensions).stream()
                    .map(starter -> onPython(starter + " " + program, view.instance())))
        .limit(MAX_STARTS)
        .toList();
  }

  /** What stands before a program of that kind in the first example that runs one. */
  private Optional<String> starter(String program, List<String> extensions) {
    String extension = extensions.stream().filter(program::endsWith).findFirst().orElseThrow();
    return allExamples().stream()
        .flatMap(
            example ->
                word(example, extension).stream()
                    .map(word -> example.substring(0, example.indexOf(word)).strip()))
        .findFirst();
  }

  private List<String> allExamples() {
    return view.at(ManifestView.COMMAND).stream()
        .flatMap(schema -> schema.examples().stream())
        .filter(JsonNode::isString)
        .map(JsonNode::stringValue)
        .toList();
  }

  /** A tab stop whose command runs a program of the framework that a manifest names. */
  Part.Stop adapt(Part.Stop stop, JsonNode instance) {
    List<String> extensions = extensions(instance);
    List<String> candidates = new ArrayList<>(List.of(stop.text()));
    candidates.addAll(allExamples());
    for (String extension : extensions) {
      for (String candidate : candidates) {
        if (word(candidate, extension).isPresent()) {
          String command = onPython(withProgram(candidate, extensions), instance);
          return new Part.Stop(stop.number(), command);
        }
      }
    }
    return stop;
  }

  /** The command with a program that there really is. */
  private String withProgram(String command, List<String> extensions) {
    for (String extension : extensions) {
      Optional<String> word = word(command, extension);
      Optional<String> program =
          programs(List.of(extension)).stream().filter(CommandTemplates::isPlain).findFirst();
      if (word.isPresent() && program.isPresent() && !programs(extensions).contains(word.get())) {
        return command.replace(word.get(), program.get());
      }
    }
    return command;
  }

  /** The examples are for Python 3; the framework's version may end in -py2. */
  private static String onPython(String command, JsonNode instance) {
    boolean two = ManifestView.FRAMEWORK_VERSION.in(instance).asString("").endsWith("-py2");
    return two ? command.replace("python3 ", "python2 ") : command;
  }

  /** The first word that ends so. */
  static Optional<String> word(String command, String ending) {
    return Stream.of(command.split("\\s+", -1))
        .filter(word -> word.endsWith(ending) && word.length() > ending.length())
        .findFirst();
  }

  /** Whether neither the shell nor YAML reads anything into a path. */
  public static boolean isPlain(String path) {
    return path.chars().allMatch(c -> Character.isLetterOrDigit(c) || "_-./+".indexOf(c) >= 0);
  }
}
