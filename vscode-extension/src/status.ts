import * as vscode from 'vscode';
import { looksLikeManifest } from './manifests';
import type { ServerService } from './server/service';

const SOURCE = 'wml-lint';

/** How the manifest that is looked at stands, in the status bar; a click shows what can be done. */
export class Status implements vscode.Disposable {
  private readonly item = vscode.window.createStatusBarItem(
    'wmlLint.status',
    vscode.StatusBarAlignment.Right,
    100,
  );
  private readonly listeners: vscode.Disposable;
  /** Tells an answer that comes late from the one that is waited for. */
  private asked = 0;

  constructor(private readonly service: ServerService) {
    this.item.name = 'WML Training Manifest';
    this.item.command = 'wmlLint.showActions';
    this.listeners = vscode.Disposable.from(
      this.item,
      vscode.window.onDidChangeActiveTextEditor(() => void this.refresh()),
      vscode.languages.onDidChangeDiagnostics(({ uris }) => {
        const open = vscode.window.activeTextEditor?.document.uri.toString();
        if (uris.some((uri) => uri.toString() === open)) {
          void this.refresh();
        }
      }),
      service.onDidChange(() => void this.refresh()),
    );
  }

  async refresh(): Promise<void> {
    const asked = ++this.asked;
    const document = vscode.window.activeTextEditor?.document;
    const shown =
      document !== undefined && looksLikeManifest(document.languageId, document.getText());
    await vscode.commands.executeCommand('setContext', 'wmlLint.manifest', shown);
    if (!shown) {
      this.item.hide();
      return;
    }
    const lenses = await this.lenses(document.uri);
    if (asked === this.asked) {
      this.show(document.uri, lenses);
    }
  }

  dispose(): void {
    this.listeners.dispose();
  }

  private show(uri: vscode.Uri, lenses: readonly string[] | undefined): void {
    if (lenses === undefined) {
      this.item.text = '$(circle-slash) manifest not checked';
      this.item.tooltip = 'The linter is not running. Click to see what you can do.';
      this.item.backgroundColor = new vscode.ThemeColor('statusBarItem.warningBackground');
    } else {
      const findings = vscode.languages.getDiagnostics(uri).filter((one) => one.source === SOURCE);
      this.item.text = [state(findings), ...lenses.slice(0, 1).map(model)].join('  ');
      this.item.tooltip = lenses.join('\n');
      this.item.backgroundColor = undefined;
    }
    this.item.show();
  }

  /** What stands above the manifest; undefined when no server runs. */
  private async lenses(uri: vscode.Uri): Promise<string[] | undefined> {
    const client = await this.service.running();
    if (client === undefined) {
      return undefined;
    }
    try {
      const lenses = await client.sendRequest<{ command?: { title: string } }[] | null>(
        'textDocument/codeLens',
        { textDocument: { uri: client.code2ProtocolConverter.asUri(uri) } },
      );
      return (lenses ?? []).flatMap(({ command }) => (command === undefined ? [] : [command.title]));
    } catch {
      return [];
    }
  }
}

function state(findings: readonly vscode.Diagnostic[]): string {
  const of = (severity: vscode.DiagnosticSeverity): number =>
    findings.filter((finding) => finding.severity === severity).length;
  const errors = of(vscode.DiagnosticSeverity.Error);
  const warnings = of(vscode.DiagnosticSeverity.Warning);
  if (errors + warnings === 0) {
    return '$(pass) manifest';
  }
  return [errors > 0 ? `$(error) ${errors}` : '', warnings > 0 ? `$(warning) ${warnings}` : '']
    .filter((part) => part !== '')
    .join(' ');
}

/** Short, as a status bar wants it: `tf-model.zip (2 files)`, or `no model definition`. */
function model(lens: string): string {
  const [what = '', rest] = lens.split(/: (.*)/s);
  return what === 'model definition' && rest !== undefined ? `$(file-zip) ${rest}` : what;
}
