package dev.wmllint.yaml;

import dev.wmllint.text.Edit;
import dev.wmllint.text.LineIndex;
import dev.wmllint.text.SourceText;
import dev.wmllint.text.Span;
import dev.wmllint.yaml.syntax.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A YAML document, read as far as it can be read. Parsing never throws: text that is not
 * well-formed gives {@link #problems()} and the tree of the rest.
 *
 * @param limits within which it was read
 * @param root the content; empty for an empty document, and for one that was refused
 * @param problems what is wrong with it as YAML, in the order it was found
 * @param damaged the places that could not be read
 * @param isRefused whether it went over a limit, so that nothing is known of its content
 * @param isOutline whether so much of it could not be read that its tree is a guess by lines and
 *     indents
 * @param comments in the order of the file
 */
public record ManifestDocument(
    SourceText source,
    YamlLimits limits,
    Optional<Node> root,
    List<Problem> problems,
    DamagedText damaged,
    boolean isRefused,
    boolean isOutline,
    List<Comment> comments) {
  public ManifestDocument {
    problems = List.copyOf(problems);
  }

  public static ManifestDocument parse(SourceText source, YamlLimits limits) {
    int length = source.text().length();
    if (length > limits.maxTextLength()) {
      return unread(
          source,
          limits,
          List.of(
              new Problem(
                  Problem.Kind.LIMIT,
                  Span.at(0),
                  "longer than " + limits.maxTextLength() + " characters",
                  "nothing else was checked")));
    }
    return new DocumentParser(source, limits).parse();
  }

  /** A text of which nothing is read. */
  public static ManifestDocument unread(SourceText source) {
    return unread(source, YamlLimits.DEFAULT, List.of());
  }

  private static ManifestDocument unread(
      SourceText source, YamlLimits limits, List<Problem> problems) {
    return new ManifestDocument(
        source, limits, Optional.empty(), problems, new DamagedText(), true, false, List.of());
  }

  /** Another text of the same file, read within the same limits. */
  public ManifestDocument withText(String text) {
    return parse(source.withText(text), limits);
  }

  /**
   * The same text, read as though it were changed; all places are those of this text.
   *
   * @param changes none of which overlaps another
   * @param reasons what is wrong with the text as it is
   * @param lost what the changes leave out although it means something
   * @return empty where the changed text cannot be read
   */
  public Optional<ManifestDocument> readAs(
      List<Edit> changes, List<Problem> reasons, List<Span> lost) {
    ManifestDocument read = withText(Edit.apply(text(), changes));
    if (read.isBroken() || read.isDamaged() || read.isRefused() || read.root().isEmpty()) {
      return Optional.empty();
    }
    Relocation relocation = new Relocation(text(), changes, lost);
    List<Problem> all = new ArrayList<>(reasons);
    read.problems().forEach(problem -> all.add(relocation.problem(problem)));
    Optional<Node> root = read.root().map(relocation::node);
    List<Comment> comments = Comment.of(source, root);
    return Optional.of(
        new ManifestDocument(source, limits, root, all, new DamagedText(), false, false, comments));
  }

  public String text() {
    return source.text();
  }

  public LineIndex lines() {
    return source.lines();
  }

  /** Whether it is not well-formed, even where all of it could be read in spite of that. */
  public boolean isBroken() {
    return problems.stream().anyMatch(Problem::isSyntax);
  }

  public boolean isDamaged() {
    return !damaged.isEmpty();
  }

  /** Whether {@code span} touches text that could not be read. */
  public boolean isDamaged(Span span) {
    return damaged.touches(span.start(), span.end());
  }
}
