package dev.wmllint.lsp.feature;

import com.google.gson.JsonPrimitive;
import dev.wmllint.fix.Fix;
import dev.wmllint.fix.FixApplier;
import dev.wmllint.fix.Safety;
import dev.wmllint.lsp.document.CheckResult;
import dev.wmllint.lsp.document.DocumentSnapshot;
import dev.wmllint.lsp.feature.DiagnosticConverter.Converted;
import dev.wmllint.text.Edit;
import dev.wmllint.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CodeActionTriggerKind;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** What can be done about findings: their fixes, ignoring them, and mending all that is safe. */
public final class CodeActions {
  /** All safe fixes, for {@code editor.codeActionsOnSave} and the like. */
  public static final String FIX_ALL = CodeActionKind.SourceFixAll + ".wml";

  private final ClientAbilities client;
  private final DiagnosticConverter diagnostics;

  public CodeActions(ClientAbilities client) {
    this.client = client;
    this.diagnostics = new DiagnosticConverter(client);
  }

  /**
   * The actions for a part of a document.
   *
   * @param context what the client shows there and what kinds it wants
   */
  public List<Either<Command, CodeAction>> at(
      DocumentSnapshot snapshot, Range range, CodeActionContext context) {
    List<CodeAction> actions = new ArrayList<>();
    boolean checked = snapshot.isManifest() && snapshot.configurationProblems().isEmpty();
    if (client.codeActionLiterals() && checked) {
      CheckResult check = snapshot.check();
      if (isWanted(CodeActionKind.QuickFix, context)) {
        quickFixes(snapshot, check, range, context, actions);
      }
      if (isWanted(FIX_ALL, context) && !(isAutomatic(context) && !isNamed(context))) {
        fixAll(snapshot, check, FIX_ALL).ifPresent(actions::add);
      }
    }
    return actions.stream().map(Either::<Command, CodeAction>forRight).toList();
  }

  /** A kind is wanted when it, or one that it is a sort of, is named; and when none is. */
  private static boolean isWanted(String kind, CodeActionContext context) {
    return !isNamed(context)
        || context.getOnly().stream()
            .anyMatch(only -> only.isEmpty() || kind.equals(only) || kind.startsWith(only + "."));
  }

  private static boolean isNamed(CodeActionContext context) {
    return context.getOnly() != null && !context.getOnly().isEmpty();
  }

  /** All fixes are not tried at each move of the cursor. */
  private static boolean isAutomatic(CodeActionContext context) {
    return context.getTriggerKind() == CodeActionTriggerKind.Automatic;
  }

  private void quickFixes(
      DocumentSnapshot snapshot,
      CheckResult check,
      Range range,
      CodeActionContext context,
      List<CodeAction> actions) {
    Map<String, org.eclipse.lsp4j.Diagnostic> shown = shown(context);
    Span part = snapshot.converter().span(range);
    List<Converted> asked = new ArrayList<>();
    for (Converted one : diagnostics.convert(snapshot, check)) {
      Span place = snapshot.place(one.finding());
      boolean touched = place.start() <= part.end() && part.start() <= place.end();
      if (touched || shown.containsKey(one.id())) {
        var diagnostic = shown.getOrDefault(one.id(), one.shown());
        asked.add(new Converted(one.finding(), diagnostic, one.id()));
      }
    }
    asked.forEach(one -> fixes(snapshot, one, actions));
    OtherValues others = new OtherValues(snapshot);
    for (Converted one : asked) {
      others
          .of(one.finding())
          .forEach(fix -> actions.add(action(snapshot, fix, List.of(one.shown()))));
    }
    if (!asked.isEmpty() && !isAutomatic(context)) {
      fixAll(snapshot, check, CodeActionKind.QuickFix).ifPresent(actions::add);
    }
    ignoring(snapshot, asked)
        .forEach((fix, ignored) -> actions.add(action(snapshot, fix, ignored)));
  }

  /** One comment may silence several findings: it is offered once. */
  private static Map<Fix, List<org.eclipse.lsp4j.Diagnostic>> ignoring(
      DocumentSnapshot snapshot, List<Converted> asked) {
    Map<Fix, List<org.eclipse.lsp4j.Diagnostic>> ignoring = new LinkedHashMap<>();
    if (asked.isEmpty()) {
      return ignoring;
    }
    IgnoreComments comments = new IgnoreComments(snapshot);
    for (Converted one : asked) {
      Stream.of(comments.here(one.finding()), comments.inFile(one.finding()))
          .flatMap(Optional::stream)
          .forEach(fix -> ignoring.computeIfAbsent(fix, key -> new ArrayList<>()).add(one.shown()));
    }
    return ignoring;
  }

  /** What the client shows, by the ids that we gave; clients of before 3.16 lose them. */
  private static Map<String, org.eclipse.lsp4j.Diagnostic> shown(CodeActionContext context) {
    Map<String, org.eclipse.lsp4j.Diagnostic> shown = new HashMap<>();
    if (context.getDiagnostics() != null) {
      for (var diagnostic : context.getDiagnostics()) {
        if (diagnostic.getData() instanceof JsonPrimitive id
            && DiagnosticConverter.SOURCE.equals(diagnostic.getSource())) {
          shown.put(id.getAsString(), diagnostic);
        }
      }
    }
    return shown;
  }

  private void fixes(DocumentSnapshot snapshot, Converted one, List<CodeAction> actions) {
    List<Fix> safestFirst =
        one.finding().fixes().stream().sorted(Comparator.comparing(Fix::safety)).toList();
    boolean preferred = client.preferredActions();
    for (Fix fix : safestFirst) {
      CodeAction action = action(snapshot, fix, List.of(one.shown()));
      if (preferred && fix.safety() == Safety.SAFE) {
        action.setIsPreferred(true);
        preferred = false;
      }
      actions.add(action);
    }
  }

  private CodeAction action(
      DocumentSnapshot snapshot, Fix fix, List<org.eclipse.lsp4j.Diagnostic> mended) {
    CodeAction action = action(snapshot, fix.title().text(), CodeActionKind.QuickFix, fix.edits());
    action.setDiagnostics(mended);
    return action;
  }

  private CodeAction action(
      DocumentSnapshot snapshot, String title, String kind, List<Edit> edits) {
    CodeAction action = new CodeAction(title);
    action.setKind(kind);
    action.setEdit(WorkspaceEdits.of(snapshot.document(), edits, client));
    return action;
  }

  /** As a source action where there is a safe fix; as a quick fix where there are several. */
  private Optional<CodeAction> fixAll(DocumentSnapshot snapshot, CheckResult check, String kind) {
    long fixable =
        check.diagnostics().stream()
            .filter(one -> FixApplier.best(one, Safety.SAFE).isPresent())
            .count();
    if (fixable < (kind.equals(FIX_ALL) ? 1 : 2)) {
      return Optional.empty();
    }
    List<Edit> edits = snapshot.fix(Safety.SAFE).edits();
    return edits.isEmpty()
        ? Optional.empty()
        : Optional.of(action(snapshot, "fix all safe problems", kind, edits));
  }
}
