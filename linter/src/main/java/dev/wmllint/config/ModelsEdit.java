package dev.wmllint.config;

import dev.wmllint.fix.Fix;
import dev.wmllint.fix.FixApplier;
import dev.wmllint.fix.ScalarText;
import dev.wmllint.fix.Sketch;
import dev.wmllint.fix.YamlEdits;
import dev.wmllint.text.Edit;
import dev.wmllint.text.SourceText;
import dev.wmllint.text.Span;
import dev.wmllint.yaml.Entry;
import dev.wmllint.yaml.ManifestDocument;
import dev.wmllint.yaml.MappingNode;
import dev.wmllint.yaml.ScalarNode;
import dev.wmllint.yaml.YamlLimits;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Writes which model definition belongs to a manifest into the text of a configuration. Everything
 * else stays as it is.
 *
 * <p>Each way of editing is tried out: it counts only if the new text, read again, names the model
 * definition for the manifest and otherwise means what it meant before.
 */
public final class ModelsEdit {
  private static final String KEY = "models";

  private final Path file;
  private final ManifestDocument document;
  private final YamlEdits edits;
  private final Path manifest;
  private final String pattern;
  private final String model;

  private ModelsEdit(Path file, SourceText source, Path manifest, Path model) {
    this.file = file;
    this.document = ManifestDocument.parse(source, YamlLimits.DEFAULT);
    this.edits = new YamlEdits(document);
    this.manifest = manifest;
    this.pattern = pattern(relative(file, manifest));
    this.model = relative(file, model);
  }

  /**
   * The edit that is needed.
   *
   * @param source its text; may be empty
   * @return empty when the text has problems, or a form that cannot be edited
   */
  public static Optional<Edit> of(Path file, SourceText source, Path manifest, Path model) {
    return ConfigReader.read(file, source).isSound()
        ? new ModelsEdit(absolute(file), source, absolute(manifest), absolute(model)).edit()
        : Optional.empty();
  }

  private static Path absolute(Path path) {
    return path.toAbsolutePath().normalize();
  }

  private static String relative(Path file, Path path) {
    boolean sameRoot = file.getRoot().equals(path.getRoot());
    Path shown = sameRoot ? file.getParent().relativize(path) : path;
    return shown.toString().replace('\\', '/');
  }

  /** For this file alone: a pattern without a slash would match its namesakes, too. */
  private static String pattern(String path) {
    String literal = path.replaceAll("[*?\\[\\]{}!]", "?");
    return literal.indexOf('/') < 0 ? "/" + literal : literal;
  }

  private Optional<Edit> edit() {
    Sections before = Sections.of(ConfigReader.read(file, document.source()).config());
    List<Supplier<Stream<Edit>>> ways =
        List.of(this::replaced, this::appended, this::first, this::inEmpty, this::asSection);
    return ways.stream().flatMap(Supplier::get).filter(edit -> means(edit, before)).findFirst();
  }

  private boolean means(Edit edit, Sections before) {
    String text = FixApplier.apply(document.text(), List.of(Fix.safe(KEY, edit)));
    ConfigResult after = ConfigReader.read(file, document.source().withText(text));
    Optional<Path> wanted = Optional.of(ShownPath.of(file.resolveSibling(model)));
    Sections now = Sections.of(after.config());
    return after.isSound()
        && after.config().model(manifest).equals(wanted)
        && others(now).equals(others(before));
  }

  private Sections others(Sections sections) {
    return sections.with(
        sections.models().stream()
            .filter(mapping -> !mapping.manifests().text().equals(pattern))
            .toList());
  }

  private Optional<MappingNode> root() {
    return document.root().filter(MappingNode.class::isInstance).map(MappingNode.class::cast);
  }

  private Stream<Entry> section() {
    return root().flatMap(root -> root.entry(KEY)).stream();
  }

  private Stream<MappingNode> models() {
    return section()
        .map(Entry::value)
        .filter(MappingNode.class::isInstance)
        .map(MappingNode.class::cast);
  }

  /** Another value for a pattern that is there. */
  private Stream<Edit> replaced() {
    return models()
        .flatMap(models -> models.entries().stream())
        .filter(entry -> entry.name().equals(pattern))
        .map(Entry::value)
        .filter(ScalarNode.class::isInstance)
        .map(value -> edits.replaceScalar((ScalarNode) value, model));
  }

  /** After the others. */
  private Stream<Edit> appended() {
    return models().flatMap(models -> edits.append(models, key(models), value()).stream());
  }

  /** Before the others, of which one matches the manifest too: the first that fits counts. */
  private Stream<Edit> first() {
    return models()
        .filter(models -> !models.entries().isEmpty())
        .map(
            models -> {
              int start = models.entries().get(0).key().span().start();
              String indent = " ".repeat(edits.column(start));
              String row =
                  models.isFlow()
                      ? name(models) + ": " + value().flow(isJson(models)) + ", "
                      : name(models) + ":" + value().block(0, "") + lineEnd() + indent;
              return Edit.insert(start, row);
            });
  }

  /** Below a key that has no value. */
  private Stream<Edit> inEmpty() {
    return section()
        .filter(entry -> ConfigContext.isNull(entry.value()))
        .map(
            entry -> {
              Span value = edits.valueSpan(entry);
              int indent = edits.column(entry.key().span().start());
              String rows = rows().block(indent, lineEnd());
              return value.isEmpty()
                  ? Edit.insert(edits.endOfLine(entry.key().span().end()), rows)
                  : new Edit(value, rows.stripLeading());
            });
  }

  /** As a section of its own: after the others, or as the only one. */
  private Stream<Edit> asSection() {
    List<Edit> ways = new ArrayList<>();
    root().flatMap(root -> edits.append(root, KEY, rows())).ifPresent(ways::add);
    String text = document.text();
    boolean open = !text.isEmpty() && !text.endsWith("\n") && !text.endsWith("\r");
    ways.add(
        Edit.insert(
            text.length(),
            (open ? lineEnd() : "") + KEY + ":" + rows().block(0, lineEnd()) + lineEnd()));
    return ways.stream();
  }

  private Sketch rows() {
    String name = root().filter(this::isJson).isPresent() ? pattern : ScalarText.word(pattern);
    return new Sketch.Entries(Map.of(name, value()));
  }

  private Sketch value() {
    return new Sketch.Value(ScalarText.word(model));
  }

  /** As {@link YamlEdits#append} takes it, which puts keys into quotes in JSON by itself. */
  private String key(MappingNode mapping) {
    return isJson(mapping) ? pattern : ScalarText.word(pattern);
  }

  private String name(MappingNode mapping) {
    return isJson(mapping) ? "\"" + pattern + "\"" : ScalarText.word(pattern);
  }

  private boolean isJson(MappingNode mapping) {
    return mapping.isFlow()
        && !mapping.entries().isEmpty()
        && document.text().charAt(mapping.entries().get(0).key().span().start()) == '"';
  }

  private String lineEnd() {
    return document.source().lineEnd();
  }
}
