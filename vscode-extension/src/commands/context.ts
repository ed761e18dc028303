import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { isChecked } from '../manifests';
import type { ServerService } from '../server/service';
import type { Outcome } from '../server/tool';
import { sentence } from '../words';

/** What the commands work with. */
export interface CommandContext {
  readonly service: ServerService;
  /** What ends with the extension. */
  readonly subscriptions: vscode.ExtensionContext['subscriptions'];
}

/** A command that can do nothing here; the message says why, and is shown. */
export class Unable extends Error {
  /** @param help what would make it possible, as a button */
  constructor(
    message: string,
    readonly help?: { readonly title: string; readonly command: string },
  ) {
    super(message);
  }
}

/**
 * The manifest that is meant: the one that is looked at, else the only one that is open, else one that the user
 * chooses. Undefined when the user chooses none.
 *
 * @throws Unable when none is open
 */
export async function manifest(uri?: vscode.Uri): Promise<vscode.TextDocument | undefined> {
  if (uri !== undefined) {
    return vscode.workspace.openTextDocument(uri);
  }
  const [first, ...others] = await manifests();
  if (first === undefined) {
    throw new Unable('Open a training manifest first.', {
      title: 'New Training Manifest…',
      command: 'wmlLint.newManifest',
    });
  }
  if (others.length === 0 || first === vscode.window.activeTextEditor?.document) {
    return first;
  }
  const choices = [first, ...others].map((document) => ({
    label: vscode.workspace.asRelativePath(document.uri),
    document,
  }));
  const choice = await vscode.window.showQuickPick(choices, { placeHolder: 'Select a training manifest' });
  return choice?.document;
}

/** The manifests that are open: the one that is looked at first, then those in sight, then other tabs. */
export async function manifests(): Promise<vscode.TextDocument[]> {
  const inSight = [vscode.window.activeTextEditor, ...vscode.window.visibleTextEditors].flatMap(
    (editor) => (editor === undefined ? [] : [editor.document.uri]),
  );
  const tabs = vscode.window.tabGroups.all
    .flatMap((group) => group.tabs)
    .flatMap(({ input }) => (input instanceof vscode.TabInputText ? [input.uri] : []));
  const distinct = new Map([...inSight, ...tabs].map((uri) => [uri.toString(), uri]));
  const found: vscode.TextDocument[] = [];
  for (const uri of distinct.values()) {
    const document = await Promise.resolve(vscode.workspace.openTextDocument(uri)).catch(() => undefined);
    if (document !== undefined && isChecked(uri.scheme, document.languageId, document.getText())) {
      found.push(document);
    }
  }
  return found;
}

/**
 * Refuses what needs the folder of a manifest.
 *
 * @throws Unable for a manifest without one
 */
export function needFolder({ uri }: vscode.TextDocument): void {
  if (uri.scheme !== 'file') {
    throw new Unable('Save the manifest first: the zip is found from the folder of the manifest.', {
      title: 'Save',
      command: 'workbench.action.files.save',
    });
  }
}

/** The running server; without one, the user has been told why. */
export async function client(context: CommandContext): Promise<LanguageClient | undefined> {
  return context.service.ensureForUser();
}

/** Ticks the step of the walkthrough: not when the command is called, but when it has done something. */
export async function finished(command: string): Promise<void> {
  await vscode.commands.executeCommand('setContext', `wmlLint.finished.${command}`, true);
}

/**
 * Runs a sub-command of the linter; undefined when it cannot run, which the user has been told.
 *
 * @throws Unable when it ends with another exit code than those
 */
export async function lint(
  context: CommandContext,
  args: readonly string[],
  options: { input?: string; folder?: string; codes?: readonly number[] } = {},
): Promise<Outcome | undefined> {
  const program = await context.service.program();
  if (program === undefined) {
    return undefined;
  }
  const { run } = await import('../server/tool');
  const outcome = await run(program, args, options.input, options.folder);
  if (!(options.codes ?? [0]).includes(outcome.code)) {
    throw new Unable(outcome.said === '' ? 'The linter ended early.' : sentence(outcome.said));
  }
  return outcome;
}

/** The folder in which a new file is meant to be: that of the file that is looked at, else the only one. */
export function currentFolder(): vscode.Uri | undefined {
  const open = vscode.window.activeTextEditor?.document.uri;
  return open?.scheme === 'file'
    ? vscode.Uri.joinPath(open, '..')
    : vscode.workspace.workspaceFolders?.[0]?.uri;
}

export async function exists(uri: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}
