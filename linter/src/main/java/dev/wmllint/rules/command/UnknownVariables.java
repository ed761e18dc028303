package dev.wmllint.rules.command;

import dev.wmllint.command.WordPart.VariableUse;
import dev.wmllint.rule.Chapter;
import dev.wmllint.rule.FixKind;
import dev.wmllint.rule.RuleContext;
import dev.wmllint.rule.RuleInfo;
import dev.wmllint.schema.DocPath;
import dev.wmllint.schema.SchemaNode;
import dev.wmllint.text.Message;
import dev.wmllint.text.Nearest;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Variables that the command does not set, with a name that is nearly that of one which the service
 * sets. No variable of a shell, a login or CUDA has such a name.
 */
final class UnknownVariables {
  static final RuleInfo UNKNOWN_VARIABLE =
      RuleInfo.warning(
              Chapter.COMMAND, "unknown-variable", "a variable that is nearly one of the service's")
          .fix(FixKind.UNSAFE);

  /** Shorter names are near to anything. */
  private static final int MIN_LENGTH = 4;

  private static final int MAX_EDITS = 2;

  static void check(CommandContext command) {
    if (command.analysis().mayAssignUnseenVariables()) {
      return;
    }
    Set<String> service = service(command.context());
    for (VariableUse use : command.analysis().command().variables()) {
      String name = use.name();
      boolean known = service.contains(name) || command.assigns(name);
      if (use.form() == VariableUse.Form.PLAIN && !known) {
        near(name, service).ifPresent(meant -> report(command, use, meant));
      }
    }
  }

  private static Set<String> service(RuleContext context) {
    return context
        .schemaAt(DocPath.of("model_definition", "execution", "command"))
        .map(SchemaNode::variables)
        .orElse(Map.of())
        .keySet();
  }

  private static Optional<String> near(String name, Set<String> service) {
    return service.stream()
        .filter(candidate -> isNear(name, candidate))
        .min(
            Comparator.<String>comparingInt(c -> Nearest.distance(folded(name), folded(c)))
                .thenComparing(Comparator.naturalOrder()));
  }

  /**
   * Few edits; or an end that is missing ({@code $DATA} for DATA_DIR, {@code $TRAIN_ID} for
   * TRAINING_ID). MODEL_FILE is not MODEL_DIR.
   */
  private static boolean isNear(String name, String candidate) {
    if (name.length() < MIN_LENGTH || !Nearest.isNear(name, candidate)) {
      return false;
    }
    String a = folded(name);
    String b = folded(candidate);
    int edits = Math.min(MAX_EDITS, Math.min(a.length(), b.length()) / 3);
    return Nearest.distance(a, b) <= edits || isShortened(name, candidate);
  }

  private static boolean isShortened(String name, String candidate) {
    List<String> written = List.of(name.split("_", -1));
    List<String> meant = List.of(candidate.split("_", -1));
    for (int i = 0; i < written.size(); i++) {
      String part = written.get(i).replaceFirst("[Ss]$", "");
      if (part.isEmpty()
          || i >= meant.size()
          || !meant.get(i).startsWith(part.toUpperCase(Locale.ROOT))) {
        return false;
      }
    }
    return true;
  }

  private static String folded(String name) {
    return name.replace("_", "").toLowerCase(Locale.ROOT);
  }

  private static void report(CommandContext command, VariableUse use, String meant) {
    command
        .finding(UNKNOWN_VARIABLE, Message.of("nothing sets the variable ").piece(use.name()))
        .help("did you mean ${" + meant + "}?")
        .unsafeFix("use " + meant, command.replace(use.nameSpan(), meant))
        .atPart(command.scalar(), use.nameSpan());
  }
}
