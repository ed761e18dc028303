package dev.wmllint.rules.command;

import dev.wmllint.command.ShellCommand;
import dev.wmllint.fix.Fix;
import dev.wmllint.text.Edit;
import dev.wmllint.text.Message;
import dev.wmllint.text.Span;
import dev.wmllint.yaml.ScalarStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Changes of several places of a command that belong to one fix. */
final class Changes {
  /** What a plain value cannot start with. */
  private static final String INDICATORS = "\"'[]{}&*!|>%@`#,?:-";

  private final CommandContext command;

  /** In the command's text. */
  private final List<Edit> all = new ArrayList<>();

  Changes(CommandContext command) {
    this.command = command;
  }

  /** Puts {@code text} in the place of a part of the command; nothing to remove it. */
  Changes replace(Span part, String text) {
    all.add(new Edit(part, text));
    return this;
  }

  Changes remove(Span part) {
    return replace(part, "");
  }

  /** The fix; none where a part cannot be replaced, or where the shell refuses the outcome. */
  Optional<Fix> fix(Message title) {
    List<Edit> edits = new ArrayList<>();
    for (Edit change : all) {
      encoded(change).ifPresent(edits::add);
    }
    return !all.isEmpty()
            && edits.size() == all.size()
            && ShellCommand.parse(Edit.apply(command.scalar().value(), all)).problems().isEmpty()
        ? Optional.of(Fix.unsafe(title, edits.toArray(Edit[]::new)))
        : Optional.empty();
  }

  /** In the way in which the quotes of YAML around it want it written. */
  private Optional<Edit> encoded(Edit change) {
    Span source = command.scalar().sourceSpan(change.span());
    String written = source.of(command.context().text());
    String read = change.span().of(command.scalar().value());
    ScalarStyle style = command.scalar().style();
    boolean escaped = style == ScalarStyle.DOUBLE_QUOTED && written.startsWith("\\");
    boolean startsPlain =
        style == ScalarStyle.PLAIN
            && change.span().start() == 0
            && !change.text().isEmpty()
            && INDICATORS.indexOf(change.text().charAt(0)) >= 0;
    if ((!spaced(written).equals(spaced(read)) && !escaped) || startsPlain) {
      return Optional.empty();
    }
    return Optional.of(
        new Edit(
            source,
            switch (style) {
              case SINGLE_QUOTED -> change.text().replace("'", "''");
              case DOUBLE_QUOTED -> change.text().replace("\\", "\\\\").replace("\"", "\\\"");
              default -> change.text();
            }));
  }

  /** A space may be a line end in the file. */
  private static String spaced(String text) {
    return text.replaceAll("\\s+", " ");
  }
}
