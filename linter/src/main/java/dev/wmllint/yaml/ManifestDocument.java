package dev.wmllint.yaml;

import dev.wmllint.text.LineIndex;
import dev.wmllint.text.SourceText;
import dev.wmllint.text.Span;
import dev.wmllint.yaml.syntax.Problem;
import java.util.List;
import java.util.Optional;

/**
 * A YAML document, read as far as it can be read. Parsing never throws: text that is not
 * well-formed gives {@link #problems()} and the tree of the rest.
 */
public final class ManifestDocument {
  private final SourceText source;
  private final YamlLimits limits;
  private final Optional<Node> root;
  private final List<Problem> problems;
  private final DamagedText damaged;
  private final boolean refused;
  private final boolean outline;
  private final Comments comments;

  ManifestDocument(
      SourceText source,
      YamlLimits limits,
      Optional<Node> root,
      List<Problem> problems,
      DamagedText damaged,
      boolean refused,
      boolean outline) {
    this.source = source;
    this.limits = limits;
    this.root = root;
    this.problems = List.copyOf(problems);
    this.damaged = damaged;
    this.refused = refused;
    this.outline = outline;
    this.comments = Comments.of(source, root);
  }

  public static ManifestDocument parse(SourceText source, YamlLimits limits) {
    int length = source.text().length();
    if (length > limits.maxTextLength()) {
      Problem large =
          new Problem(
              Problem.Kind.LIMIT,
              Span.at(0),
              "longer than " + limits.maxTextLength() + " characters",
              "nothing else was checked");
      return new ManifestDocument(
          source, limits, Optional.empty(), List.of(large), new DamagedText(), true, false);
    }
    return new DocumentParser(source, limits).parse();
  }

  /** A text of which nothing is read. */
  public static ManifestDocument unread(SourceText source) {
    return new ManifestDocument(
        source, YamlLimits.DEFAULT, Optional.empty(), List.of(), new DamagedText(), true, false);
  }

  /** Another text of the same file, read within the same limits. */
  public ManifestDocument withText(String text) {
    return parse(source.withText(text), limits);
  }

  public SourceText source() {
    return source;
  }

  public String text() {
    return source.text();
  }

  public LineIndex lines() {
    return source.lines();
  }

  /** The content; empty for an empty document, and for one that was refused. */
  public Optional<Node> root() {
    return root;
  }

  /** What is wrong with it as YAML, in the order it was found. */
  public List<Problem> problems() {
    return problems;
  }

  /** Whether it went over a limit, so that nothing is known of its content. */
  public boolean isRefused() {
    return refused;
  }

  /** Whether it is not well-formed, even where all of it could be read in spite of that. */
  public boolean isBroken() {
    return problems.stream().anyMatch(Problem::isSyntax);
  }

  /** Whether so much of it could not be read that its tree is a guess by lines and indents. */
  public boolean isOutline() {
    return outline;
  }

  public boolean isDamaged() {
    return !damaged.isEmpty();
  }

  /** Whether {@code span} touches text that could not be read. */
  public boolean isDamaged(Span span) {
    return damaged.touches(span.start(), span.end());
  }

  /** The comments, in the order of the file. */
  public List<Comments.Comment> comments() {
    return comments.all();
  }
}
