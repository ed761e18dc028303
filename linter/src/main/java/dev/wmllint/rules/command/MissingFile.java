package dev.wmllint.rules.command;

import dev.wmllint.command.Place;
import dev.wmllint.command.Word;
import dev.wmllint.fix.Fix;
import dev.wmllint.rule.RuleContext;
import dev.wmllint.rule.RuleInfo;
import dev.wmllint.text.Message;
import dev.wmllint.text.Span;
import java.util.List;
import java.util.Optional;

/**
 * A word of the command that names a file which is not there.
 *
 * @param word as written
 * @param span the part of the word that names the file
 * @param folder from which the file is looked for
 * @param path of the file, from the root of the model definition
 */
record MissingFile(Word word, Span span, Place folder, String path) {
  private static final int MAX_SHOWN = 3;

  /** A word that is the file's path and nothing else. */
  MissingFile(Word word, Place folder, String path) {
    this(word, word.contentSpan(), folder, path);
  }

  /**
   * Reports it, with what is there instead.
   *
   * @param prefix what comes before a bare file name: {@code ./} where the file starts itself
   */
  void report(CommandContext scene, NearestFile search, RuleInfo rule, String prefix) {
    RuleContext.Finding finding = scene.finding(rule, message(scene));
    Optional<OddBlanks> odd = OddBlanks.in(word);
    if (word.leadingEscapedBlank().isPresent()) {
      backslash(scene, word, finding);
    } else if (odd.isPresent()) {
      odd.get().explain(scene, finding);
    } else if (isQuotedCommand(scene)) {
      finding.help("the quotes make one name of it all: remove them");
      ProgramsNotFound.withoutQuotes(scene, word).ifPresent(finding::fix);
    } else if (isFile(scene, clean())) {
      String prefixed = clean().contains("/") ? clean() : prefix + clean();
      boolean blank = !path.equals(path.strip());
      finding.help(
          Message.of(
                  blank ? "its name begins or ends with a space; did you mean " : "did you mean ")
              .quoted(prefixed)
              .text("?"));
      scene
          .replace(span, prefixed)
          .ifPresent(e -> finding.fix(Fix.unsafe(Message.of("use ").piece(prefixed), e)));
    } else {
      instead(scene, search.find(path), prefix, finding);
    }
    finding.atPart(scene.scalar(), span);
  }

  /** {@code "train.py --lr 0.1"}: a file and its options in one pair of quotes. */
  private boolean isQuotedCommand(CommandContext scene) {
    String name = word.literal().orElse("");
    int blank = name.strip().indexOf(' ');
    if (blank < 0 || span.equals(word.span()) || !span.equals(word.contentSpan())) {
      return false;
    }
    String rest = name.strip().substring(blank).strip();
    return rest.startsWith("-") || isFile(scene, name.strip().substring(0, blank));
  }

  /** The name without spaces around it and without what a sentence ends with. */
  private String clean() {
    return word.literal().orElse("").strip().replaceFirst("[,;:.]+$", "");
  }

  private boolean isFile(CommandContext scene, String name) {
    return folder
        .resolve(name)
        .path()
        .flatMap(file -> scene.model().flatMap(model -> model.file(file)))
        .isPresent();
  }

  private Message message(CommandContext scene) {
    boolean folder = scene.model().filter(model -> model.hasFolder(path)).isPresent();
    String plain = OddBlanks.asBlanks(path);
    return Message.of("'")
        .piece(path.isEmpty() ? "." : plain)
        .text(plain.endsWith(" ") ? " '" : "'")
        .text(folder ? " is a folder, not a program" : " is not in the model definition");
  }

  private void instead(
      CommandContext scene, NearestFile.Found found, String prefix, RuleContext.Finding finding) {
    List<String> files =
        found.files().stream()
            .limit(MAX_SHOWN)
            .flatMap(file -> CommandContext.relative(folder, file).stream())
            .map(file -> file.contains("/") ? file : prefix + file)
            .toList();
    finding.help(help(found, files));
    if (found.only().isPresent() && files.size() == 1 && isLiteral()) {
      String file = files.get(0);
      scene
          .replace(span, file)
          .ifPresent(edit -> finding.fix(Fix.unsafe(Message.of("use ").piece(file), edit)));
    }
  }

  private boolean isLiteral() {
    return word.literal().isPresent();
  }

  private static Message help(NearestFile.Found found, List<String> files) {
    if (files.isEmpty()) {
      return found.reason();
    }
    Message names = Message.ofQuoted(files, " or ");
    return found.reason().isEmpty()
        ? Message.of("did you mean ").add(names).text("?")
        : found.reason().text(": ").add(names);
  }

  /** YAML has made a space of the line end after a backslash, and the shell takes it literally. */
  private static void backslash(CommandContext scene, Word word, RuleContext.Finding finding) {
    finding.help(
        "the backslash makes the next word start with a space; remove it, YAML joins the lines itself");
    Span backslash = new Span(word.span().start(), word.span().start() + 1);
    Optional.of(backslash)
        .flatMap(span -> scene.replace(span, ""))
        .ifPresent(edit -> finding.fix(Fix.unsafe("remove the backslash", edit)));
  }
}
