import * as path from 'node:path';
import * as vscode from 'vscode';
import { plural } from '../words';
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

const FINDINGS: readonly number[] = [0, 1];

const SEVERITIES = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  info: vscode.DiagnosticSeverity.Information,
};

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
  const name = path.basename(model.fsPath);
  problems ??= new Problems(context.subscriptions);
  problems.show(document, name, findings);
  void tell(context, document, model, findings.length);
  return findings;
}

/** As in the editor's settings. */
function severities(document: vscode.TextDocument): string[] {
  const rules = vscode.workspace.getConfiguration('wmlLint', document).get<object>('rules', {});
  return Object.entries(rules).flatMap(([rule, level]) =>
    typeof level === 'string' ? ['--rule', `${rule}=${level}`] : [],
  );
}

/**
 * The findings with another zip, in the Problems panel. They belong to the text as it was checked, and go when it
 * changes. What the manifest has with its own zip too is there already, and is not repeated.
 */
class Problems {
  private readonly collection = vscode.languages.createDiagnosticCollection('wml-lint-with-zip');

  constructor(subscriptions: vscode.ExtensionContext['subscriptions']) {
    subscriptions.push(
      this.collection,
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) {
          this.clear(document.uri);
        }
      }),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        this.clear(uri);
      }),
    );
  }

  show(document: vscode.TextDocument, zip: string, findings: readonly Finding[]): void {
    this.clear(document.uri);
    const known = new Set(vscode.languages.getDiagnostics(document.uri).map(key));
    const found = findings.map((finding) => diagnostic(finding, zip));
    this.collection.set(document.uri, found.filter((one) => !known.has(key(one))));
  }

  clear(uri: vscode.Uri): void {
    this.collection.delete(uri);
  }
}

let problems: Problems | undefined;

function diagnostic({ range, message, severity, rule }: Finding, zip: string): vscode.Diagnostic {
  const place =
    range === null
      ? new vscode.Range(0, 0, 0, 0)
      : new vscode.Range(
          range.start.line - 1,
          range.start.column - 1,
          range.end.line - 1,
          range.end.column - 1,
        );
  const shown = new vscode.Diagnostic(place, message, SEVERITIES[severity]);
  shown.source = `wml-lint with ${zip}`;
  shown.code = rule;
  return shown;
}

/** What makes a finding the same as another one. */
function key({ range, code }: vscode.Diagnostic): string {
  const rule = typeof code === 'object' ? code.value : code;
  return [rule, range.start.line, range.start.character].join(' ');
}

async function tell(
  context: CommandContext,
  document: vscode.TextDocument,
  model: vscode.Uri,
  count: number,
): Promise<void> {
  const name = path.basename(model.fsPath);
  const always = 'Always Use This Zip';
  const show = 'Show Problems';
  const found = count === 0 ? 'no findings' : plural(count, 'finding');
  if (count > 0) {
    await vscode.commands.executeCommand('workbench.actions.view.problems');
  }
  const choice = await vscode.window.showInformationMessage(
    `${path.basename(document.uri.fsPath)} with ${name}: ${found}.`,
    ...(count > 0 ? [show, always] : [always]),
  );
  if (choice === always) {
    problems?.clear(document.uri);
    await chooseModel(context, document.uri, model);
  } else if (choice === show) {
    await vscode.commands.executeCommand('workbench.actions.view.problems');
  }
}
