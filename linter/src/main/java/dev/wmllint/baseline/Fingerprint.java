package dev.wmllint.baseline;

import dev.wmllint.diagnostic.Diagnostic;
import dev.wmllint.diagnostic.Related;
import dev.wmllint.manifest.PresentPath;
import dev.wmllint.redact.Redactor;
import dev.wmllint.text.LineIndex;
import dev.wmllint.text.SourceText;
import dev.wmllint.text.Span;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A name for a finding that it keeps while lines move, blocks are indented again and other places
 * change, and while keys get their present names. It is made of the rule, the document path under
 * present names and the text at the place, with secrets masked: no secret is part of it, not even
 * hashed. Of findings that are alike in all of that, the first has number 0, the next number 1. The
 * file is no part of it; {@link #in} mixes it in.
 *
 * @param value 32 lower-case hexadecimal digits, the first half of a SHA-256
 */
public record Fingerprint(String value) implements Comparable<Fingerprint> {
  /** Names the recipe, as SARIF 2.1.0, section 3.5.4, wants it; another recipe gets another one. */
  public static final String RECIPE = "wmlLint/v1";

  private static final int BYTES = 16;

  /** Chars of the place that count: beyond them, findings differ by number. */
  private static final int MAX_CONTENT = 4096;

  public Fingerprint {
    if (!value.matches("[0-9a-f]{" + 2 * BYTES + "}")) {
      throw new IllegalArgumentException("not a fingerprint: " + value.length() + " characters");
    }
  }

  /**
   * The fingerprints of a manifest's findings, in their order.
   *
   * @param diagnostics all of the file, by position, and already redacted
   * @param redactor of the same text; where it may not show lines, only rule and path count
   */
  public static List<Fingerprint> ofManifest(
      List<Diagnostic> diagnostics, SourceText source, Redactor redactor) {
    return numbered(
        diagnostics.stream()
            .map(diagnostic -> parts(diagnostic, content(diagnostic, source, redactor)))
            .toList());
  }

  /** The fingerprints of the faults of a model definition, in their order: rule and entry. */
  public static List<Fingerprint> ofModel(List<Diagnostic> diagnostics) {
    return numbered(
        diagnostics.stream().map(diagnostic -> parts(diagnostic, entries(diagnostic))).toList());
  }

  /** A fingerprint for places that keep the findings of all files in one list. */
  public Fingerprint in(String path) {
    return hash(List.of(path, value));
  }

  private static List<String> parts(Diagnostic diagnostic, String content) {
    String written = diagnostic.path().orElse("");
    String present = PresentPath.of(written);
    boolean onKey = !content.isEmpty() && unquoted(content).equals(lastKey(written));
    return List.of(diagnostic.rule().value(), present, onKey ? lastKey(present) : content);
  }

  private static String lastKey(String path) {
    return path.substring(path.lastIndexOf('.') + 1);
  }

  private static String unquoted(String key) {
    return key.replaceAll("^[\"']|[\"']$", "");
  }

  private static List<Fingerprint> numbered(List<List<String>> findings) {
    Map<List<String>, Integer> seen = new HashMap<>();
    List<Fingerprint> result = new ArrayList<>(findings.size());
    for (List<String> parts : findings) {
      int number = seen.merge(parts, 1, Integer::sum) - 1;
      List<String> all = new ArrayList<>(parts);
      all.add(String.valueOf(number));
      result.add(hash(all));
    }
    return result;
  }

  private static String content(Diagnostic diagnostic, SourceText source, Redactor redactor) {
    Optional<Span> span = diagnostic.span();
    if (span.isEmpty() || !redactor.mayShowLines()) {
      return "";
    }
    // Where no path names the place, such as a syntax error's, its line has to.
    Span place = diagnostic.path().isPresent() ? span.get() : lineOf(span.get(), source.lines());
    Span start = new Span(place.start(), Math.min(place.end(), place.start() + MAX_CONTENT));
    String text = redactor.mask(start, Span.at(start.start())).text();
    // Every run of spaces and line ends is one space, so that indentation does not count.
    return text.replaceAll("[ \\t\\n\\r]+", " ").strip();
  }

  private static Span lineOf(Span span, LineIndex lines) {
    return lines.span(lines.lineOf(span.start()));
  }

  private static String entries(Diagnostic diagnostic) {
    return diagnostic.related().stream()
        .map(Related::entry)
        .flatMap(Optional::stream)
        .sorted()
        .collect(Collectors.joining("\n"));
  }

  private static Fingerprint hash(List<String> parts) {
    MessageDigest digest = sha256();
    digest.update(RECIPE.getBytes(StandardCharsets.UTF_8));
    for (String part : parts) {
      byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
      // With its length before it, no part can be taken for two.
      digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
      digest.update(bytes);
    }
    return new Fingerprint(HexFormat.of().formatHex(digest.digest(), 0, BYTES));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public int compareTo(Fingerprint other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
