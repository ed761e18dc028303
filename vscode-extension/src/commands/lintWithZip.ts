import * as path from 'node:path';
import * as vscode from 'vscode';
import { chooseModel } from './chooseModel';
import { type CommandContext, lint, manifest, needFolder } from './context';
import { askForZip } from './models';

/** A finding as `--format json` has it; lines and columns from 1, columns in UTF-16 units. */
interface Finding {
  readonly rule: string;
  readonly severity: 'error' | 'warning' | 'info';
  readonly message: string;
  readonly range: { start: Place; end: Place } | null;
}
interface Place {
  readonly line: number;
  readonly column: number;
}

const ICONS = { error: '$(error)', warning: '$(warning)', info: '$(info)' };
const FINDINGS: readonly number[] = [0, 1];

interface Choice extends vscode.QuickPickItem {
  readonly act: () => Promise<void>;
}

/** Checks the manifest, as it stands in the editor, with a zip that need not be its own. */
export async function lintWithZip(
  context: CommandContext,
  uri?: vscode.Uri,
  zip?: vscode.Uri,
): Promise<readonly Finding[] | undefined> {
  const document = await manifest(uri);
  if (document === undefined) {
    return undefined;
  }
  needFolder(document);
  const model = zip ?? (await askForZip(document.uri, 'The zip to check this manifest with'));
  if (model === undefined) {
    return undefined;
  }
  const outcome = await lint(
    context,
    [
      ...['-', '--stdin-filename', document.uri.fsPath, '--model', model.fsPath],
      ...['--format', 'json', ...severities(document)],
    ],
    { input: document.getText(), folder: path.dirname(document.uri.fsPath), codes: FINDINGS },
  );
  if (outcome === undefined) {
    return undefined;
  }
  const report = JSON.parse(outcome.out) as { files: { diagnostics: Finding[] }[] };
  const findings = report.files.flatMap((file) => file.diagnostics);
  void show(context, document, model, findings).then((choice) => choice?.act());
  return findings;
}

/** As in the editor's settings. */
function severities(document: vscode.TextDocument): string[] {
  const rules = vscode.workspace.getConfiguration('wmlLint', document).get<object>('rules', {});
  return Object.entries(rules).flatMap(([rule, level]) =>
    typeof level === 'string' ? ['--rule', `${rule}=${level}`] : [],
  );
}

function show(
  context: CommandContext,
  document: vscode.TextDocument,
  model: vscode.Uri,
  findings: readonly Finding[],
): Thenable<Choice | undefined> {
  const name = path.basename(model.fsPath);
  const choices: Choice[] = findings.map((finding) => ({
    label: `${ICONS[finding.severity]} ${finding.message}`,
    description: finding.rule,
    ...(finding.range === null ? {} : { detail: `line ${finding.range.start.line}` }),
    act: () => reveal(document, finding),
  }));
  choices.push({
    label: `$(check) Always check this manifest with ${name}`,
    alwaysShow: true,
    act: () => chooseModel(context, document.uri, model),
  });
  const title = `${path.basename(document.uri.fsPath)} with ${name}: ${count(findings.length)}`;
  return vscode.window.showQuickPick(choices, {
    title,
    placeHolder: 'Choose a finding to go to',
    matchOnDescription: true,
  });
}

async function reveal(document: vscode.TextDocument, finding: Finding): Promise<void> {
  const editor = await vscode.window.showTextDocument(document);
  if (finding.range !== null) {
    const { start, end } = finding.range;
    const range = new vscode.Range(start.line - 1, start.column - 1, end.line - 1, end.column - 1);
    editor.selection = new vscode.Selection(range.start, range.end);
    editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  }
}

function count(findings: number): string {
  return findings === 0 ? 'no findings' : findings === 1 ? '1 finding' : `${findings} findings`;
}
