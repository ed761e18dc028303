package dev.wmllint.yaml;

import dev.wmllint.text.LineIndex;
import dev.wmllint.text.SourceText;
import dev.wmllint.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * A YAML document, read as far as it can be read. Parsing never throws: text that is not
 * well-formed gives {@link #problems()} and the tree of the rest.
 */
public final class ManifestDocument {
  private static final int MAX_REPAIRS = 5;

  /** Beyond this, each repair takes the likeliest line instead of trying several. */
  private static final int MAX_TRIAL_LENGTH = 1 << 16;

  private final SourceText source;
  private final YamlLimits limits;
  private final Optional<Node> root;
  private final List<Problem> problems;
  private final DamagedText damaged;
  private final boolean refused;
  private final boolean outline;
  private final Comments comments;

  private ManifestDocument(
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

  /** Reads a text within the limits. */
  public static ManifestDocument parse(SourceText source, YamlLimits limits) {
    int length = source.text().length();
    if (length > limits.maxTextLength()) {
      Problem large =
          new Problem(
              Problem.Kind.LIMIT,
              Span.at(0),
              "longer than " + limits.maxTextLength() + " characters",
              "nothing else was checked",
              Optional.empty());
      return new ManifestDocument(
          source, limits, Optional.empty(), List.of(large), new DamagedText(), true, false);
    }
    return new Repair(source, limits).run();
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

  /** Reads in rounds: what cannot be read is blanked, and the text read again. */
  private static final class Repair {
    private final SourceText source;
    private final YamlLimits limits;
    private final DamagedText damaged = new DamagedText();
    private Optional<Problem> first = Optional.empty();

    Repair(SourceText source, YamlLimits limits) {
      this.source = source;
      this.limits = limits;
    }

    ManifestDocument run() {
      String text = withoutUnprintable(source.text());
      for (int round = 0; round <= MAX_REPAIRS; round++) {
        Composer.Outcome outcome = composer(text, damaged).compose();
        if (outcome.error().isEmpty()) {
          return finish(meant(text, outcome), false);
        }
        SyntaxProblems.Candidate chosen = choose(text, outcome.error().get());
        first = first.or(() -> Optional.of(chosen.problem()));
        text = chosen.repair().apply(text, source.lines());
        chosen.repair().damage(source.lines()).ifPresent(damaged::add);
      }
      Composer.Outcome outline = new OutlineParser(source, limits).parse();
      return finish(outline, true);
    }

    /** What the text was meant to say, where it was read in spite of a mistake. */
    private Composer.Outcome meant(String text, Composer.Outcome read) {
      Optional<SyntaxProblems.Candidate> misread =
          read.root().flatMap(root -> new Misreadings(text, source.lines()).find(root));
      if (misread.isEmpty()) {
        return read;
      }
      String repaired = misread.get().repair().apply(text, source.lines());
      Composer.Outcome outcome = composer(repaired, damaged).compose();
      if (outcome.error().isPresent()) {
        return read;
      }
      first = first.or(() -> Optional.of(misread.get().problem()));
      return outcome;
    }

    /** A repair may have lengthened the text; nothing of the tree lies behind the source's end. */
    private Composer composer(String text, DamagedText damaged) {
      return new Composer(text, 0, source.text().length(), limits, damaged);
    }

    private ManifestDocument finish(Composer.Outcome outcome, boolean outline) {
      List<Problem> problems = new ArrayList<>();
      first.ifPresent(problems::add);
      problems.addAll(outcome.problems());
      return new ManifestDocument(
          source, limits, outcome.root(), problems, damaged, outcome.refused(), outline);
    }

    private String withoutUnprintable(String text) {
      if (StreamReader.isPrintable(text)) {
        return text;
      }
      StringBuilder clean = new StringBuilder(text);
      int i = 0;
      while (i < text.length()) {
        int codePoint = text.codePointAt(i);
        if (!StreamReader.isPrintable(codePoint)) {
          clean.setCharAt(i, '\uFFFD');
          int at = i;
          first = first.or(() -> Optional.of(unprintable(at, codePoint)));
          damaged.add(new Span(i, i + Character.charCount(codePoint)));
        }
        i += Character.charCount(codePoint);
      }
      return clean.toString();
    }

    private static Problem unprintable(int at, int codePoint) {
      return Problem.syntax(
          new Span(at, at + Character.charCount(codePoint)),
          String.format(Locale.ROOT, "the character U+%04X is not allowed in YAML", codePoint),
          "remove it");
    }

    /** The candidate whose repair lets reading get furthest; of equals the likeliest. */
    private SyntaxProblems.Candidate choose(String text, Composer.SyntaxError error) {
      if (source.text().length() > MAX_TRIAL_LENGTH) {
        return SyntaxProblems.likeliest(text, source.lines(), error);
      }
      List<SyntaxProblems.Candidate> candidates =
          SyntaxProblems.explain(text, source.lines(), error);
      SyntaxProblems.Candidate best = candidates.get(0);
      int furthest = -1;
      for (SyntaxProblems.Candidate candidate : candidates) {
        String repaired = candidate.repair().apply(text, source.lines());
        Composer.Outcome outcome = composer(repaired, new DamagedText()).compose();
        int reached =
            outcome.error().isEmpty()
                ? Integer.MAX_VALUE
                : outcome.error().get().problemAt().orElse(0);
        if (reached > furthest) {
          furthest = reached;
          best = candidate;
        }
      }
      return best;
    }
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

  /** Whether some of it could not be read. */
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
