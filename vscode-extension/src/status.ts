import * as vscode from 'vscode';
import { isChecked, looksLikeManifest } from './manifests';
import type { ServerService } from './server/service';

const SOURCE = 'wml-lint';

/** What the status bar shows. */
interface Shown {
  readonly text: string;
  readonly tooltip: string;
  /** What a click does; nothing where there is nothing to be done. */
  readonly command?: string;
  readonly isWarning?: boolean;
}

const NOT_OURS: Shown = {
  text: '$(circle-large-outline) Manifest',
  tooltip: 'This version of the manifest is not checked.',
};
const NOT_YET: Shown = {
  text: '$(circle-large-outline) Manifest',
  tooltip: 'The manifest has not been checked yet.',
  command: 'wmlLint.showActions',
};
const NOT_RUNNING: Shown = {
  text: '$(circle-slash) Manifest not checked',
  tooltip: 'The linter is not running. Click to see what you can do.',
  command: 'wmlLint.showActions',
  isWarning: true,
};
const SILENT: Shown = {
  text: '$(warning) Linter does not answer',
  tooltip: 'The linter has not answered for several seconds. Click to restart it.',
  command: 'wmlLint.restartServer',
  isWarning: true,
};

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
  /** The document that the item is about. */
  private shownOf: string | undefined;

  constructor(private readonly service: ServerService) {
    this.item.name = 'WML Training Manifest';
    this.listeners = vscode.Disposable.from(
      this.item,
      vscode.window.onDidChangeActiveTextEditor(() => void this.refresh()),
      vscode.workspace.onDidOpenTextDocument(() => void this.tellConditions()),
      vscode.workspace.onDidCloseTextDocument(() => void this.tellConditions()),
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
    const uri = document?.uri.toString();
    if (uri !== this.shownOf) {
      // What is there belongs to another document, and an answer may take a while.
      this.shownOf = uri;
      this.show(document === undefined ? undefined : this.known(document));
    }
    await this.tellConditions();
    const shown = document === undefined ? undefined : await this.shownFor(document);
    if (asked === this.asked) {
      this.show(shown);
    }
  }

  dispose(): void {
    this.listeners.dispose();
  }

  /** For the conditions of menus: whether a manifest is looked at, and whether one is open. */
  private async tellConditions(): Promise<void> {
    const front = vscode.window.activeTextEditor?.document;
    const isInFront = front !== undefined && isManifest(front);
    const isOpen = isInFront || vscode.workspace.textDocuments.some(isManifest);
    await vscode.commands.executeCommand('setContext', 'wmlLint.manifest', isInFront);
    await vscode.commands.executeCommand('setContext', 'wmlLint.anyManifest', isOpen);
  }

  /** What can be said without asking the server. */
  private known(document: vscode.TextDocument): Shown | undefined {
    if (!looksLikeManifest(document.languageId, document.getText())) {
      return undefined;
    }
    if (!isManifest(document)) {
      return NOT_OURS;
    }
    if (this.service.isSilent) {
      return SILENT;
    }
    return this.service.hasChecked(document.uri) ? checked(document.uri, []) : NOT_YET;
  }

  private async shownFor(document: vscode.TextDocument): Promise<Shown | undefined> {
    const known = this.known(document);
    if (known === undefined || known === NOT_OURS || known === SILENT) {
      return known;
    }
    const lenses = await this.lenses(document.uri);
    if (lenses === undefined) {
      return NOT_RUNNING;
    }
    return this.service.hasChecked(document.uri) ? checked(document.uri, lenses) : NOT_YET;
  }

  private show(shown: Shown | undefined): void {
    if (shown === undefined) {
      this.item.hide();
      return;
    }
    this.item.text = shown.text;
    this.item.tooltip = shown.tooltip;
    this.item.command = shown.command;
    this.item.backgroundColor =
      shown.isWarning === true ? new vscode.ThemeColor('statusBarItem.warningBackground') : undefined;
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

function isManifest(document: vscode.TextDocument): boolean {
  return isChecked(document.uri.scheme, document.languageId, document.getText());
}

/** @param lenses what is shown above the manifest, as far as it is known */
function checked(uri: vscode.Uri, lenses: readonly string[]): Shown {
  const findings = vscode.languages.getDiagnostics(uri).filter((one) => one.source === SOURCE);
  return {
    text: [state(findings), ...lenses.slice(0, 1).map(model)].join('  '),
    tooltip: lenses.join('\n'),
    command: 'wmlLint.showActions',
  };
}

function state(findings: readonly vscode.Diagnostic[]): string {
  const of = (severity: vscode.DiagnosticSeverity): number =>
    findings.filter((finding) => finding.severity === severity).length;
  const errors = of(vscode.DiagnosticSeverity.Error);
  const warnings = of(vscode.DiagnosticSeverity.Warning);
  if (errors + warnings === 0) {
    return '$(pass) Manifest';
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
