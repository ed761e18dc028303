package dev.wmllint.yaml;

import dev.wmllint.text.SourceText;
import dev.wmllint.text.Span;
import dev.wmllint.yaml.syntax.Candidate;
import dev.wmllint.yaml.syntax.Problem;
import dev.wmllint.yaml.syntax.SyntaxError;
import dev.wmllint.yaml.syntax.SyntaxProblems;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** Reads in rounds: what cannot be read is blanked, and the text read again. */
final class DocumentParser {
  private static final int MAX_REPAIRS = 5;

  /** Beyond this, each repair takes the likeliest line instead of trying several. */
  private static final int MAX_TRIAL_LENGTH = 1 << 16;

  private static final Pattern DOCUMENT_MARK = Pattern.compile("(?m)(^---[ \\t]*\\R)\uFEFF");
  private static final Pattern ANCHOR =
      Pattern.compile("(?<=[\\s,{\\[])[&*]\\w+[./:+@][\\w./:+@-]*(?=[\\s,}\\]]|$)");

  private final SourceText source;
  private final YamlLimits limits;
  private final DamagedText damaged = new DamagedText();
  private Optional<Problem> first = Optional.empty();

  DocumentParser(SourceText source, YamlLimits limits) {
    this.source = source;
    this.limits = limits;
  }

  ManifestDocument parse() {
    String text = withoutMarks(withoutUnprintable(source.text()));
    for (int round = 0; round <= MAX_REPAIRS; round++) {
      Composer.Outcome outcome = composer(text, damaged).compose();
      if (outcome.error().isEmpty()) {
        return finish(meant(text, outcome), false);
      }
      String plain = withPlainAnchors(text, outcome.error().get());
      if (!plain.equals(text)) {
        text = plain;
        continue;
      }
      Candidate chosen = choose(text, outcome.error().get());
      first = first.or(() -> Optional.of(chosen.problem()));
      text = chosen.repair().apply(text);
      chosen.repair().damage().ifPresent(damaged::add);
    }
    Composer.Outcome outline = new OutlineParser(source, limits).parse();
    return finish(outline, true);
  }

  /** What the text was meant to say, where it was read in spite of a mistake. */
  private Composer.Outcome meant(String text, Composer.Outcome read) {
    Optional<Candidate> misread =
        read.root().flatMap(root -> new Misreadings(text, source.lines()).find(root));
    if (misread.isEmpty()) {
      return read;
    }
    String repaired = misread.get().repair().apply(text);
    Composer.Outcome outcome = composer(repaired, damaged).compose();
    if (outcome.error().isPresent()) {
      return read;
    }
    first = first.or(() -> Optional.of(misread.get().problem()));
    return outcome;
  }

  /** A repair may have lengthened the text; nothing of the tree lies after the source's end. */
  private Composer composer(String text, DamagedText damaged) {
    return new Composer(text, 0, source.text().length(), limits, damaged);
  }

  private ManifestDocument finish(Composer.Outcome outcome, boolean outline) {
    List<Problem> problems = new ArrayList<>();
    first.ifPresent(problems::add);
    problems.addAll(outcome.problems());
    Optional<Node> root = outcome.root();
    return new ManifestDocument(
        source,
        limits,
        root,
        problems,
        damaged,
        outcome.refused(),
        outline,
        Comment.of(source, root));
  }

  /** Each document may start with a byte order mark, which is no part of it (YAML 1.2, 5.2). */
  private static String withoutMarks(String text) {
    return text.indexOf('\uFEFF') < 0 ? text : DOCUMENT_MARK.matcher(text).replaceAll("$1\n");
  }

  private static String withPlainAnchors(String text, SyntaxError error) {
    boolean name = error.context().contains("scanning an a");
    return name && ANCHOR.matcher(text).results().anyMatch(found -> found.group().startsWith("&"))
        ? withPlainAnchors(text)
        : text;
  }

  /**
   * The names of anchors may have dots and slashes (YAML 1.2, 6.9.2), which the parser refuses: a
   * text of the same length without them.
   */
  static String withPlainAnchors(String text) {
    return ANCHOR.matcher(text).replaceAll(found -> found.group().replaceAll("[./:+@]", "_"));
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
  private Candidate choose(String text, SyntaxError error) {
    if (source.text().length() > MAX_TRIAL_LENGTH) {
      return SyntaxProblems.likeliest(text, source.lines(), error);
    }
    List<Candidate> candidates = SyntaxProblems.explain(text, source.lines(), error);
    Candidate best = candidates.get(0);
    int furthest = -1;
    for (Candidate candidate : candidates) {
      String repaired = candidate.repair().apply(text);
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
