import * as vscode from 'vscode';
import { client, type CommandContext, lint } from './context';

const SOURCE = 'wml-lint';

/** As a click on the rule of a finding opens it; see editorAssociations in package.json. */
const PREVIEW = 'vscode.markdown.preview.editor';

interface Rule {
  readonly id: string;
  readonly severity: string;
  readonly summary: string;
}

/** Shows the page of a rule; those found at the cursor come first. */
export async function explainRule(context: CommandContext, id?: string): Promise<void> {
  const rule = id ?? (await askForRule(context));
  // The server has the pages.
  if (rule !== undefined && (await client(context)) !== undefined) {
    await vscode.commands.executeCommand('vscode.openWith', pageOf(rule), PREVIEW);
  }
}

/** The address under which the server keeps the page. */
export function pageOf(rule: string): vscode.Uri {
  return vscode.Uri.from({ scheme: SOURCE, path: `/rules/${rule}.md` });
}

async function askForRule(context: CommandContext): Promise<string | undefined> {
  const outcome = await lint(context, ['rules', '--format', 'json']);
  if (outcome === undefined) {
    return undefined;
  }
  const { rules } = JSON.parse(outcome.out) as { rules: Rule[] };
  const here = rulesAtCursor();
  const items = rules
    .map((rule) => ({
      label: (here.has(rule.id) ? '$(arrow-right) ' : '') + rule.id,
      description: rule.severity,
      detail: rule.summary,
      id: rule.id,
    }))
    .sort((a, b) => Number(here.has(b.id)) - Number(here.has(a.id)));
  const choice = await vscode.window.showQuickPick(items, {
    placeHolder: 'The rule to explain',
    matchOnDetail: true,
  });
  return choice?.id;
}

function rulesAtCursor(): Set<string> {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) {
    return new Set();
  }
  const line = editor.selection.active.line;
  return new Set(
    vscode.languages
      .getDiagnostics(editor.document.uri)
      .filter(({ source, range }) => source === SOURCE && range.start.line <= line && line <= range.end.line)
      .map(({ code }) => String(typeof code === 'object' ? code.value : code)),
  );
}
