package dev.wmllint.scaffold;

import dev.wmllint.model.ProgramKinds;
import dev.wmllint.schema.ManifestSchema;
import dev.wmllint.schema.SchemaNode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Finds the command for a framework and the programs there are. */
record Commands(ManifestSchema schema, ProgramFiles programs) {
  private static final Pattern PROGRAM = Pattern.compile("(?<!\\$)\\{([^{}]*)\\}");
  private static final Pattern PYTHON_VERSION = Pattern.compile(".*-py([23])");

  /**
   * @param extension how their names end, with the dot
   * @param text the schema's command, with a program's usual name in braces
   */
  private record Template(String extension, String text) {
    String usualProgram() {
      Matcher program = PROGRAM.matcher(text);
      return program.find() ? program.group(1) : "";
    }

    /** The command for a program; the framework's version may end in the version of Python. */
    String run(String program, String version) {
      String command =
          PROGRAM.matcher(text).replaceFirst(Matcher.quoteReplacement(ShellWord.path(program)));
      Matcher python = PYTHON_VERSION.matcher(version);
      return python.matches()
          ? command.replaceFirst("^python ", "python" + python.group(1) + " ")
          : command;
    }
  }

  /**
   * The command for the one program in the folder, or for a program of the usual name; empty where
   * the kind of program is not known.
   *
   * @param instance the manifest so far, with the framework
   */
  Optional<String> propose(JsonNode instance) {
    List<Template> templates = templates(instance);
    return templates.stream()
        .flatMap(template -> present(template, instance))
        .findFirst()
        .or(
            () ->
                templates.stream()
                    .limit(isKnown(instance) ? 1 : 0)
                    .map(template -> template.run(template.usualProgram(), version(instance)))
                    .findFirst());
  }

  /** Whether the folder holds a program of the framework's kind. */
  boolean hasProgram(JsonNode instance) {
    return isKnown(instance)
        && templates(instance).stream()
            .anyMatch(template -> present(template, instance).findAny().isPresent());
  }

  /** A program's name alone becomes the command that runs it; everything else stays. */
  String expand(String value, JsonNode instance) {
    boolean word = value.chars().noneMatch(c -> " \t'\"\\$;&|<>()`".indexOf(c) >= 0);
    if (!word && !programs.has(value)) {
      return value;
    }
    return templates(instance).stream()
        .filter(template -> value.endsWith(template.extension()))
        .map(template -> template.run(value, version(instance)))
        .findFirst()
        .orElse(value);
  }

  private Stream<String> present(Template template, JsonNode instance) {
    return programs.only(template.extension(), template.usualProgram()).stream()
        .map(program -> template.run(program, version(instance)));
  }

  /** In the order of the framework's program kinds; all there are where these are not known. */
  private List<Template> templates(JsonNode instance) {
    ProgramKinds kinds = ProgramKinds.of(schema, instance);
    return schema.at(Field.COMMAND.path(), instance).map(SchemaNode::commandTemplates).stream()
        .flatMap(
            templates ->
                (kinds.isKnown() ? kinds.extensions() : templates.keySet())
                    .stream()
                        .filter(templates::containsKey)
                        .map(kind -> new Template(kind, templates.get(kind))))
        .toList();
  }

  private boolean isKnown(JsonNode instance) {
    return ProgramKinds.of(schema, instance).isKnown();
  }

  private static String version(JsonNode instance) {
    return Field.FRAMEWORK_VERSION.path().in(instance).stringValue("");
  }
}
