package dev.wmllint.lsp.completion.propose;

import dev.wmllint.engine.LintConfig;
import dev.wmllint.lsp.completion.template.SnippetText;
import dev.wmllint.text.Edit;
import dev.wmllint.text.SourceText;
import dev.wmllint.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** An editor as far as completion goes: a text with a cursor, and what accepting does to it. */
record Editor(String name, String text, int cursor) {
  /** The cursor in fixtures. YAML has a use for the usual bar. */
  static final char CURSOR = '\u2759';

  private static final CompletionEngine ENGINE = new CompletionEngine(LintConfig.DEFAULT);

  /** A text in which a bar stands for the cursor. */
  static Editor of(String name, String marked) {
    int cursor = marked.indexOf(CURSOR);
    return new Editor(name, marked.replace(String.valueOf(CURSOR), ""), cursor);
  }

  Editor type(String typed) {
    String longer = text.substring(0, cursor) + typed + text.substring(cursor);
    return new Editor(name, longer, cursor + typed.length());
  }

  SourceText source() {
    return SourceText.of(name, text);
  }

  /** Where nothing is known but the text. */
  CompletionRequest request() {
    return request(CompletionRequest.Client.FULL);
  }

  CompletionRequest request(CompletionRequest.Client client) {
    return new CompletionRequest(source(), cursor, true, client, List::of, List::of, List::of);
  }

  /** What is shown: the proposals that begin with what is typed. */
  List<Proposal> shown(CompletionRequest request) {
    return ENGINE.complete(request).stream().filter(this::isShown).toList();
  }

  List<Proposal> shown() {
    return shown(request());
  }

  private boolean isShown(Proposal proposal) {
    String typed =
        text.substring(proposal.insertion().replace().start(), cursor).toLowerCase(Locale.ROOT);
    return proposal.face().filterText().toLowerCase(Locale.ROOT).startsWith(typed);
  }

  /** The text once a proposal is accepted, with the tab stops as they stand. */
  String accept(Proposal proposal, CompletionRequest.Client client) {
    String inserted =
        proposal.insertion().snippet()
            ? expanded(proposal.insertion().text())
            : proposal.insertion().text();
    if (client.indents(proposal.insertion().snippet())) {
      String indent = indentOnceEdited(proposal);
      inserted = inserted.replace("\n", "\n" + indent);
    }
    List<Edit> edits = new ArrayList<>(proposal.insertion().additional());
    edits.add(new Edit(proposal.insertion().replace(), inserted));
    return applied(edits);
  }

  /** The indentation of the line of the cursor, as the editor finds it. */
  private String indentOnceEdited(Proposal proposal) {
    int behind = text.length() - proposal.insertion().replace().end();
    String edited = applied(proposal.insertion().additional());
    int at = edited.length() - behind - proposal.insertion().replace().length();
    int start = Math.max(edited.lastIndexOf('\n', at - 1), edited.lastIndexOf('\r', at - 1)) + 1;
    int end = start;
    while (end < edited.length() && " \t".indexOf(edited.charAt(end)) >= 0) {
      end++;
    }
    return edited.substring(start, end);
  }

  private String applied(List<Edit> edits) {
    List<Edit> sorted = new ArrayList<>(edits);
    sorted.sort(Comparator.comparing(Edit::span));
    StringBuilder out = new StringBuilder();
    int at = 0;
    for (Edit edit : sorted) {
      Span span = edit.span();
      out.append(text, at, span.start()).append(edit.text());
      at = span.end();
    }
    return out.append(text.substring(at)).toString();
  }

  private static String expanded(String snippet) {
    StringBuilder out = new StringBuilder();
    for (SnippetText.Part part : SnippetText.parse(snippet).parts()) {
      out.append(part.text());
    }
    return out.toString();
  }
}
