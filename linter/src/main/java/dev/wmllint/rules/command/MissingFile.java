package dev.wmllint.rules.command;

import dev.wmllint.command.Argument;
import dev.wmllint.command.Place;
import dev.wmllint.command.ProgramRun;
import dev.wmllint.command.Word;
import dev.wmllint.fix.Fix;
import dev.wmllint.rule.RuleContext;
import dev.wmllint.rule.RuleInfo;
import dev.wmllint.text.Blanks;
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
  void report(CommandContext command, NearestFile search, RuleInfo rule, String prefix) {
    RuleContext.Finding finding = command.finding(rule, message(command));
    Optional<OddBlanks> odd = OddBlanks.in(word);
    String slashed = span.of(command.scalar().value()).replaceAll("\\\\+", "/");
    if (odd.isPresent()) {
      odd.get().explain(command, finding);
    } else if (isQuotedCommand(command)) {
      finding
          .help("the quotes make one name of it all: remove them")
          .fix(ProgramsNotFound.withoutQuotes(command, word));
    } else if (slashed.contains("/") && isFile(command, slashed)) {
      finding
          .help(Message.of("folders are separated by /: ").quoted(slashed))
          .fix(new Changes(command).replace(span, slashed).fix(Message.of("use ").piece(slashed)));
    } else if (isFile(command, clean())) {
      String prefixed = clean().contains("/") ? clean() : prefix + clean();
      boolean spaced = !path.equals(path.strip());
      finding
          .help(
              Message.of(
                      spaced
                          ? "its name begins or ends with a space; did you mean "
                          : "did you mean ")
                  .quoted(prefixed)
                  .text("?"))
          .unsafeFix(Message.of("use ").piece(prefixed), command.replace(span, prefixed));
    } else {
      instead(command, search.find(path), prefix, finding);
    }
    finding.atPart(command.scalar(), span);
  }

  /** {@code "train.py --lr 0.1"}: a file and its options in one pair of quotes. */
  private boolean isQuotedCommand(CommandContext command) {
    String name = word.literal().orElse("");
    int space = name.strip().indexOf(' ');
    if (space < 0 || span.equals(word.span()) || !span.equals(word.contentSpan())) {
      return false;
    }
    String rest = name.strip().substring(space).strip();
    return rest.startsWith("-") || isFile(command, name.strip().substring(0, space));
  }

  /** The name without spaces around it and without what a sentence ends with. */
  private String clean() {
    return word.literal().orElse("").strip().replaceFirst("[,;:.]+$", "");
  }

  private boolean isFile(CommandContext command, String name) {
    return folder
        .resolve(name)
        .path()
        .flatMap(file -> command.model().flatMap(model -> model.file(file)))
        .isPresent();
  }

  private Message message(CommandContext command) {
    boolean folder = command.model().filter(model -> model.hasFolder(path)).isPresent();
    String plain = Blanks.asMeant(path);
    return Message.of("'")
        .piece(path.isEmpty() ? "." : plain)
        .text(plain.endsWith(" ") ? " '" : "'")
        .text(folder ? " is a folder, not a program" : " is not in the model definition");
  }

  private void instead(
      CommandContext command, NearestFile.Found found, String prefix, RuleContext.Finding finding) {
    List<String> files =
        found.files().stream()
            .limit(MAX_SHOWN)
            .flatMap(file -> CommandContext.relative(folder, file).stream())
            .map(file -> file.contains("/") ? file : prefix + file)
            .toList();
    finding.help(help(found, files));
    if (found.only().isPresent() && files.size() == 1 && word.literal().isPresent()) {
      String file = files.get(0);
      finding.fix(everywhere(command, file));
    }
  }

  /**
   * Replaces the name where the file is prepared, too: of {@code chmod +x runn.sh && ./runn.sh} one
   * place alone would leave the other wrong.
   */
  private Optional<Fix> everywhere(CommandContext command, String file) {
    if (!CommandContext.isPlain(file)) {
      return Optional.empty();
    }
    Changes changes = new Changes(command).replace(span, file);
    for (ProgramRun run : command.runs()) {
      boolean prepares = run instanceof ProgramRun.Named && run.folder().equals(folder);
      for (Argument argument : prepares ? run.arguments() : List.<Argument>of()) {
        argument
            .value()
            .filter(other -> !other.span().contains(span))
            .filter(
                other -> command.analysis().place(other, folder).path().equals(Optional.of(path)))
            .ifPresent(other -> changes.replace(other.contentSpan(), file));
      }
    }
    return changes.fix(Message.of("use ").piece(file));
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
}
