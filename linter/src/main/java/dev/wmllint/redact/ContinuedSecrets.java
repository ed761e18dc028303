package dev.wmllint.redact;

import dev.wmllint.text.LineIndex;
import dev.wmllint.text.Span;
import dev.wmllint.yaml.ManifestDocument;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lines after a credential's key that YAML does not count as its value, but who typed them did. */
final class ContinuedSecrets {
  private static final Pattern KEY_LINE =
      Pattern.compile(
          "[ \\t]*+(?:[-?{\\[,][ \\t]*+)*+[\"']?(" + SecretTails.NAME + ")[\"']?[ \\t]*+:(.*+)");

  private static final Pattern BRACKETS = Pattern.compile("[\\s\\[\\]{},\"'.-]*+");

  private static final Pattern ONE_WORD_COMMENT =
      Pattern.compile("[ \\t]*+#++[ \\t]?\\S++[ \\t]*+");

  private static final ConnectionKeys KEYS = ConnectionKeys.builtIn();

  private ContinuedSecrets() {}

  static void collect(ManifestDocument document, Secrets found) {
    boolean broken = document.isBroken() || document.isDamaged();
    LineIndex lines = document.lines();
    Matcher key = KEY_LINE.matcher("");
    boolean connection = false;
    boolean open = false;
    boolean empty = false;
    int keyIndent = 0;
    for (int i = 0; i < lines.count(); i++) {
      Span span = lines.span(i);
      String line = span.of(document.text());
      if (line.isBlank()) {
        continue;
      }
      int indent = line.length() - line.stripLeading().length();
      boolean comment = line.charAt(indent) == '#';
      if (!comment
          && line.indexOf(':') >= 0
          && key.reset(line).lookingAt()
          && isKey(key.group(1))) {
        String name = key.group(1);
        boolean begins = KEYS.isConnection(name);
        connection = begins || (connection && !KEYS.isOutside(name));
        open = KEYS.isCredential(name) || (connection && !begins && !KEYS.isShown(name));
        empty = key.group(2).isBlank();
        keyIndent = indent;
      } else if (comment) {
        if (open && empty && (indent > keyIndent || ONE_WORD_COMMENT.matcher(line).matches())) {
          found.add(new Span(span.start() + indent, span.end()));
        }
      } else if (open && broken && !BRACKETS.matcher(line).matches() && !Shown.isShown(line)) {
        found.add(new Span(span.start() + indent, span.end()));
      } else if (!broken) {
        open = false;
      }
    }
  }

  private static boolean isKey(String name) {
    return KEYS.isKnown(name) || ConnectionKeys.isWord(name);
  }
}
