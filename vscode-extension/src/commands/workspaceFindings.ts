import * as vscode from 'vscode';
import { isChecked, looksLikeManifest } from '../manifests';

/** While files are written one after the other, one check after the last is enough. */
const PAUSE_MILLIS = 500;

const MANIFESTS = '**/*.{yaml,yml,json}';
const MODELS = '**/{*.zip,.wml-lint.yaml,.wml-lint.yml}';
const PROGRAMS = '**/*.{py,lua,prototxt,sh}';
const PASSED_OVER = /\/(?:\.git|node_modules)\//;

/** Longer files are no manifests; in bytes. */
const MAX_SIZE = 1 << 20;

/**
 * Keeps the findings of manifests that are not open, from the time on when all have been checked: the server looks
 * at open ones only, and takes back what it said of a file when that is closed.
 */
export class WorkspaceFindings implements vscode.Disposable {
  private listeners: vscode.Disposable | undefined;
  private timer: NodeJS.Timeout | undefined;
  private running = false;
  private again = false;

  /**
   * @param check checks all manifests, without a word
   * @param restarted fires when another server may run, which knows nothing of this
   */
  constructor(
    private readonly check: () => Promise<unknown>,
    private readonly restarted: vscode.Event<void>,
  ) {}

  /** All have been checked. */
  begin(): void {
    this.listeners ??= this.listen();
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.listeners?.dispose();
  }

  private listen(): vscode.Disposable {
    const manifests = vscode.workspace.createFileSystemWatcher(MANIFESTS, false, false, true);
    const models = vscode.workspace.createFileSystemWatcher(MODELS);
    const programs = vscode.workspace.createFileSystemWatcher(PROGRAMS, false, true, false);
    const mayMatter = (uri: vscode.Uri): void => {
      if (!PASSED_OVER.test(uri.path)) {
        this.schedule();
      }
    };
    const written = (uri: vscode.Uri): void => {
      if (!PASSED_OVER.test(uri.path)) {
        void isOfInterest(uri).then((is) => {
          if (is) {
            this.schedule();
          }
        });
      }
    };
    return vscode.Disposable.from(
      ...[manifests, models, programs],
      ...[manifests.onDidCreate(written), manifests.onDidChange(written)],
      ...[models.onDidCreate(mayMatter), models.onDidChange(mayMatter), models.onDidDelete(mayMatter)],
      ...[programs.onDidCreate(mayMatter), programs.onDidDelete(mayMatter)],
      vscode.workspace.onDidCloseTextDocument((document) => {
        if (isChecked(document.uri.scheme, document.languageId, document.getText())) {
          this.schedule();
        }
      }),
      this.restarted(() => {
        this.schedule();
      }),
    );
  }

  private schedule(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.run(), PAUSE_MILLIS);
  }

  private async run(): Promise<void> {
    if (this.running) {
      this.again = true;
      return;
    }
    this.running = true;
    try {
      await this.check();
    } catch {
      // The server has ended, which is shown elsewhere.
    } finally {
      this.running = false;
    }
    if (this.again) {
      this.again = false;
      this.schedule();
    }
  }
}

/** Whether a file that was written is a manifest, or was one. An open one is checked as it is on screen. */
async function isOfInterest(uri: vscode.Uri): Promise<boolean> {
  if (vscode.workspace.textDocuments.some((open) => open.uri.toString() === uri.toString())) {
    return false;
  }
  if (vscode.languages.getDiagnostics(uri).some(({ source }) => source === 'wml-lint')) {
    return true;
  }
  try {
    const { size } = await vscode.workspace.fs.stat(uri);
    if (size > MAX_SIZE) {
      return false;
    }
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
    const isNamedSo = /\.wml\.ya?ml$/i.test(uri.path);
    return isNamedSo || looksLikeManifest(/\.json$/i.test(uri.path) ? 'json' : 'yaml', text);
  } catch {
    return false;
  }
}
