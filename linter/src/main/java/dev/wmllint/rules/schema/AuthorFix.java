package dev.wmllint.rules.schema;

import dev.wmllint.fix.DoubleQuoted;
import dev.wmllint.fix.Fix;
import dev.wmllint.text.Edit;
import dev.wmllint.text.Span;
import dev.wmllint.yaml.Entry;
import dev.wmllint.yaml.ManifestDocument;
import dev.wmllint.yaml.MappingNode;
import dev.wmllint.yaml.ScalarNode;
import dev.wmllint.yaml.ScalarTypes;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Splits the author of the 2017-10 revision, one string, into name and email. */
final class AuthorFix {
  private AuthorFix() {}

  /** A name, and an address in brackets or alone; either may be missing. */
  private static final Pattern NAME_AND_MAIL =
      Pattern.compile("([^<>]*?)\\s*[<(]?([^\\s<>()@]+@[^\\s<>()@]+?)[>)]?");

  /** What the author is called, and the address; all is the name where it has another form. */
  private record Author(Optional<String> name, Optional<String> mail) {
    static Author of(String value) {
      Matcher parts = NAME_AND_MAIL.matcher(value);
      return parts.matches()
          ? new Author(
              Optional.of(parts.group(1)).filter(name -> !name.isEmpty()),
              Optional.of(parts.group(2)))
          : new Author(Optional.of(value), Optional.empty());
    }

    /** As they are written, each below its key. */
    String written(String nameKey, String mailKey, String separator, UnaryOperator<String> text) {
      StringJoiner out = new StringJoiner(separator);
      name.ifPresent(words -> out.add(nameKey + ": " + text.apply(words)));
      mail.ifPresent(words -> out.add(mailKey + ": " + text.apply(words)));
      return out.toString();
    }

    String flow(String nameKey, String mailKey) {
      return "{" + written(nameKey, mailKey, ", ", DoubleQuoted::of) + "}";
    }
  }

  /**
   * The split.
   *
   * @param parent the mapping that the author stands in
   */
  static Optional<Fix> split(
      ManifestDocument document, MappingNode parent, Entry entry, ScalarNode author) {
    if (author.style().isBlock() || author.value().indexOf('\n') >= 0 || author.isOmitted()) {
      return Optional.empty();
    }
    Author parts = Author.of(author.value().strip());
    if (entry.key() instanceof ScalarNode key && key.style().isQuoted()) {
      return Optional.of(fix(author.span(), parts.flow("\"name\"", "\"email\"")));
    }
    int line = document.lines().lineOf(entry.key().span().start());
    boolean ownLine =
        !parent.isFlow()
            && document.lines().isFirstInLine(entry.key().span().start())
            && document.lines().lineOf(author.span().start()) == line;
    if (!ownLine) {
      return Optional.of(fix(author.span(), parts.flow("name", "email")));
    }
    Span before = new Span(document.lines().startOf(line), entry.key().span().start());
    String indent = document.source().lineEnd() + before.of(document.text()) + "  ";
    String block = indent + parts.written("name", "email", indent, AuthorFix::plain);
    int from = author.span().start();
    while (from > 0 && document.text().charAt(from - 1) == ' ') {
      from--;
    }
    return Optional.of(fix(new Span(from, author.span().end()), block));
  }

  private static Fix fix(Span span, String text) {
    return Fix.safe("split into name and email", new Edit(span, text));
  }

  /** As it is where that is surely a string, else in quotes. */
  private static String plain(String value) {
    boolean safe = value.matches("[A-Za-z][A-Za-z0-9 ._@+-]*") && !ScalarTypes.isAmbiguous(value);
    return safe ? value : DoubleQuoted.of(value);
  }
}
