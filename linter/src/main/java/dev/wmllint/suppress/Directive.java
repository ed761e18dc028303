package dev.wmllint.suppress;

import dev.wmllint.manifest.Manifest;
import dev.wmllint.text.Span;
import dev.wmllint.yaml.Comment;
import dev.wmllint.yaml.ManifestDocument;
import dev.wmllint.yaml.lines.Chars;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A part of a comment that speaks to the linter: {@code # wml-lint: …}. */
public sealed interface Directive {
  /** The comment that it stands in. */
  Comment comment();

  /** The directive, from the {@code #} on to its closing bracket or the end of its value. */
  Span span();

  /**
   * {@code ignore[a, b]}: for this line, or for what follows when it stands alone.
   *
   * @param part the directive and its reason, up to the next part of the comment
   */
  record Ignore(Comment comment, Span span, Span part, boolean file, List<Name> ids)
      implements Directive {}

  /** {@code model=PATH}: names the model definition, relative to the manifest. */
  record Model(Comment comment, Span span, Name path) implements Directive {}

  /** Anything else after {@code wml-lint:}, and what misses that by a little. */
  record Malformed(Comment comment, Span span) implements Directive {}

  /** A rule id or a path as it is written, without quotes. */
  record Name(String text, Span span) {}

  /**
   * The directives in the comments of YAML, and then in those of the shell command.
   *
   * @param manifest what the document says
   */
  static List<Directive> of(ManifestDocument document, Optional<Manifest> manifest) {
    List<Directive> found = new ArrayList<>();
    for (Comment comment : document.comments()) {
      new Syntax(document.text(), comment).read(found);
    }
    manifest
        .flatMap(Manifest::command)
        .filter(command -> command.value().indexOf('#') >= 0)
        .ifPresent(
            command -> {
              for (Span inValue : manifest.get().commandAnalysis().get().command().comments()) {
                Span span = command.sourceSpan(inValue);
                boolean ownLine = document.lines().isFirstInLine(span.start());
                new Syntax(document.text(), new Comment(span, ownLine)).read(found);
              }
            });
    return found;
  }

  /** What the first {@code model=} names. */
  static Optional<Model> model(List<Directive> directives) {
    return directives.stream().filter(Model.class::isInstance).map(Model.class::cast).findFirst();
  }

  /** A path as {@code model=} reads it: in quotes where it needs them. */
  static String quoted(String path) {
    boolean plain = Chars.contentEnd(path, 0, path.length()) == path.length();
    if (plain && !path.isEmpty() && !Chars.isQuote(path.charAt(0))) {
      return path;
    }
    char quote = path.indexOf('"') < 0 ? '"' : '\'';
    return quote + path + quote;
  }

  /** How directives are written. */
  final class Syntax {
    /** Where a comment goes on with another: not at the number of an issue. */
    private static final Pattern PART = Pattern.compile("(?<!\\S)#+(?=[ \\t]|(?i:wml))");

    private static final Pattern MARKER =
        Pattern.compile(
            "#+[ \\t]*(?:(wml-lint:)"
                + "|(?i:wml[-_ ]?lint[ \\t]*:?[ \\t]*"
                + "(?=(?:ignore|ignore-file)[ \\t]*\\[|model[ \\t]*=)))[ \\t]*");
    private static final Pattern IGNORE =
        Pattern.compile("(ignore|ignore-file)[ \\t]*\\[([^\\]]*)\\][ \\t,;]*");
    private static final Pattern MODEL = Pattern.compile("model[ \\t]*=[ \\t]*");
    private static final Pattern ID = Pattern.compile("[^\\s,]+");

    private final String text;
    private final Comment comment;

    private Syntax(String text, Comment comment) {
      this.text = text;
      this.comment = comment;
    }

    private void read(List<Directive> found) {
      int end = comment.span().end();
      int start = comment.span().start();
      Matcher next = PART.matcher(text).useTransparentBounds(true).region(start + 1, end);
      while (start < end) {
        int partEnd = next.find() ? next.start() : end;
        Span part = Chars.trimmed(text, start, partEnd);
        Matcher marker = MARKER.matcher(text).region(part.start(), part.end());
        if (marker.lookingAt()) {
          Optional<Directive> directive =
              marker.group(1) == null ? Optional.empty() : read(part, marker.end());
          found.add(directive.orElse(new Malformed(comment, part)));
        }
        start = partEnd;
      }
    }

    /** What follows the marker; empty when that is no directive. */
    private Optional<Directive> read(Span part, int from) {
      Matcher model = MODEL.matcher(text).region(from, part.end());
      return model.lookingAt() ? model(part, model.end()) : ignore(part, from);
    }

    private Optional<Directive> ignore(Span part, int from) {
      List<Name> ids = new ArrayList<>();
      String word = "";
      int end = from;
      Matcher ignore = IGNORE.matcher(text).region(from, part.end());
      while (ignore.lookingAt() && (word.isEmpty() || word.equals(ignore.group(1)))) {
        word = ignore.group(1);
        end = ignore.end(2) + 1;
        Matcher id = ID.matcher(text).region(ignore.start(2), ignore.end(2));
        while (id.find()) {
          ids.add(new Name(id.group(), new Span(id.start(), id.end())));
        }
        ignore.region(ignore.end(), part.end());
      }
      Span span = new Span(part.start(), end);
      boolean file = word.equals("ignore-file");
      return ids.isEmpty()
          ? Optional.empty()
          : Optional.of(new Ignore(comment, span, part, file, List.copyOf(ids)));
    }

    /** Quotes may have in them what would start another part of the comment. */
    private Optional<Directive> model(Span part, int from) {
      boolean quoted = from < part.end() && Chars.isQuote(text.charAt(from));
      int start = quoted ? from + 1 : from;
      int end =
          quoted
              ? text.indexOf(text.charAt(from), start)
              : Chars.contentEnd(text, start, part.end());
      if (end <= start || end > comment.span().end()) {
        return Optional.empty();
      }
      Name path = new Name(text.substring(start, end), new Span(start, end));
      Span span = new Span(part.start(), quoted ? end + 1 : end);
      return Optional.of(new Model(comment, span, path));
    }
  }
}
