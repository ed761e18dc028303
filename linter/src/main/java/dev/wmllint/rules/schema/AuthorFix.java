package dev.wmllint.rules.schema;

import dev.wmllint.fix.DoubleQuoted;
import dev.wmllint.fix.Edit;
import dev.wmllint.fix.Fix;
import dev.wmllint.text.Span;
import dev.wmllint.yaml.Entry;
import dev.wmllint.yaml.ManifestDocument;
import dev.wmllint.yaml.MappingNode;
import dev.wmllint.yaml.ScalarNode;
import dev.wmllint.yaml.ScalarTypes;
import java.util.Optional;

/** Splits the author of the 2017-10 revision, one string, into name and email. */
final class AuthorFix {
  private AuthorFix() {}

  /** The parts of {@code Name <mail>}; all of it is the name where it has another form. */
  private record Author(String name, Optional<String> mail) {
    static Author of(String value) {
      int open = value.indexOf('<');
      if (open >= 0 && value.indexOf('>') == value.length() - 1) {
        String mail = value.substring(open + 1, value.length() - 1);
        if (isMail(mail)) {
          return new Author(value.substring(0, open).strip(), Optional.of(mail));
        }
      }
      return new Author(value, Optional.empty());
    }

    private static boolean isMail(String text) {
      int at = text.indexOf('@', 1);
      return at > 0
          && at < text.length() - 1
          && text.chars().noneMatch(c -> c == '<' || Character.isWhitespace(c));
    }

    String flow(String nameKey, String mailKey) {
      String start = "{" + nameKey + ": " + DoubleQuoted.of(name);
      return start + mail.map(m -> ", " + mailKey + ": " + DoubleQuoted.of(m)).orElse("") + "}";
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
    String before =
        document.text().substring(document.lines().startOf(line), entry.key().span().start());
    boolean ownLine =
        !parent.isFlow()
            && before.isBlank()
            && document.lines().lineOf(author.span().start()) == line;
    if (!ownLine) {
      return Optional.of(fix(author.span(), parts.flow("name", "email")));
    }
    String indent = document.source().lineEnd() + before + "  ";
    String block =
        indent
            + "name: "
            + plain(parts.name())
            + parts.mail().map(mail -> indent + "email: " + plain(mail)).orElse("");
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
