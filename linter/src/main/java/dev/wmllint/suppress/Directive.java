package dev.wmllint.suppress;

import dev.wmllint.text.Span;
import dev.wmllint.yaml.Comment;
import dev.wmllint.yaml.ManifestDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A comment that speaks to the linter. */
public sealed interface Directive {
  /** The comment that it stands in. */
  Comment comment();

  /** The directive, from the {@code #} on to its closing bracket or the end of its value. */
  Span span();

  /** {@code ignore[a, b]}: for this line, or for what follows when it stands alone. */
  record Ignore(Comment comment, Span span, boolean file, List<Id> ids) implements Directive {}

  /** {@code model=PATH}: names the model definition, relative to the manifest. */
  record Model(Comment comment, Span span, String path) implements Directive {}

  /** Anything else behind {@code wml-lint:}. */
  record Malformed(Comment comment, Span span) implements Directive {}

  /** A rule id as it is written. */
  record Id(String text, Span span) {}

  static List<Directive> of(ManifestDocument document) {
    List<Directive> found = new ArrayList<>();
    for (Comment comment : document.comments()) {
      Matcher marker = Syntax.MARKER.matcher(comment.span().of(document.text()));
      if (marker.lookingAt()) {
        found.add(Syntax.read(comment, comment.span().of(document.text()), marker.end()));
      }
    }
    return found;
  }

  /** How directives are written. */
  final class Syntax {
    private static final Pattern MARKER = Pattern.compile("#+[ \\t]*wml-lint:[ \\t]*");
    private static final Pattern IGNORE =
        Pattern.compile("(ignore|ignore-file)[ \\t]*\\[([^\\]]*)\\]");
    private static final Pattern MODEL = Pattern.compile("model[ \\t]*=[ \\t]*(\\S.*?)[ \\t]*$");
    private static final Pattern ID = Pattern.compile("[^\\s,]+");

    private Syntax() {}

    private static Directive read(Comment comment, String text, int from) {
      int base = comment.span().start();
      Matcher ignore = IGNORE.matcher(text).region(from, text.length());
      if (ignore.lookingAt()) {
        List<Id> ids = new ArrayList<>();
        Matcher id = ID.matcher(text).region(ignore.start(2), ignore.end(2));
        while (id.find()) {
          ids.add(new Id(id.group(), new Span(base + id.start(), base + id.end())));
        }
        Span span = new Span(base, base + ignore.end());
        return ids.isEmpty()
            ? new Malformed(comment, span)
            : new Ignore(comment, span, ignore.group(1).equals("ignore-file"), List.copyOf(ids));
      }
      Matcher model = MODEL.matcher(text).region(from, text.length());
      if (model.lookingAt()) {
        return new Model(comment, new Span(base, base + model.end(1)), model.group(1));
      }
      return new Malformed(comment, comment.span());
    }
  }
}
