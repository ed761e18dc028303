package dev.wmllint.fix;

import dev.wmllint.text.Edit;
import dev.wmllint.text.HtmlEntities;
import dev.wmllint.text.Message;
import dev.wmllint.text.Span;
import dev.wmllint.yaml.ManifestDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A value on one line that begins with a character which means something else to YAML: a tag, an
 * anchor, an alias. It may be a password, so its fixes insert, and carry nothing of it.
 *
 * @param span the whole value, without a comment after it
 * @param entities what decodes the HTML entities in it, whose {@code &} it may begin with
 */
public record UnquotedValue(Span span, List<Edit> entities) {
  private static final Pattern BEFORE =
      Pattern.compile("\\s*(- +)*(\"[^\"]*\"|'[^']*'|[^\\s:#\"'{\\[][^:#]*):[ \t]+");

  private static final Pattern VALUE = Pattern.compile("[!&*%@`|>].*?(?=[ \t]*$|[ \t]+#)");

  /** The value that a place is in; empty where the line holds more than a key and such a value. */
  public static Optional<UnquotedValue> at(ManifestDocument document, Span place) {
    Span line = document.lines().span(document.lines().lineOf(place.start()));
    Matcher before = BEFORE.matcher(document.text()).region(line.start(), line.end());
    if (!before.lookingAt()) {
      return Optional.empty();
    }
    Matcher value = VALUE.matcher(document.text()).region(before.end(), line.end());
    return value.lookingAt() && place.start() >= value.start() && place.end() <= value.end()
        ? Optional.of(of(document, new Span(value.start(), value.end())))
        : Optional.empty();
  }

  /** A value whose place is known. */
  public static UnquotedValue of(ManifestDocument document, Span span) {
    List<Edit> entities =
        HtmlEntities.in(span.of(document.text())).stream()
            .map(entity -> moved(entity, span.start()))
            .toList();
    return new UnquotedValue(span, entities);
  }

  private static Edit moved(Edit edit, int by) {
    return new Edit(new Span(edit.span().start() + by, edit.span().end() + by), edit.text());
  }

  /** What is wrong with it. */
  public Message message() {
    return Message.of(
        entities.isEmpty()
            ? "YAML does not read this value as text, because of its first character"
            : "an HTML entity is in this value");
  }

  /** Makes a text of it that YAML reads; empty where that does not mend the document. */
  public Optional<Fix> fix(ManifestDocument document) {
    Fix fix = entities.isEmpty() ? quote(document) : decode();
    String mended = FixApplier.apply(document.text(), List.of(fix));
    boolean better =
        document.withText(mended).problems().size() < Math.max(1, document.problems().size());
    return better ? Optional.of(fix) : Optional.empty();
  }

  private Fix decode() {
    return new Fix(Message.of("write the character itself"), Safety.UNSAFE, entities);
  }

  private Fix quote(ManifestDocument document) {
    String value = span.of(document.text());
    boolean isPlain = value.indexOf('"') < 0 && value.indexOf('\\') < 0;
    String quote = isPlain ? "\"" : "'";
    List<Edit> edits = new ArrayList<>();
    edits.add(Edit.insert(span.start(), quote));
    for (int at = value.indexOf('\''); !isPlain && at >= 0; at = value.indexOf('\'', at + 1)) {
      edits.add(Edit.insert(span.start() + at, quote));
    }
    edits.add(Edit.insert(span.end(), quote));
    return new Fix(Message.of("quote the value"), Safety.UNSAFE, edits);
  }
}
