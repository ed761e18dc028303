import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { looksLikeManifest } from '../manifests';
import type { ServerService } from '../server/service';
import type { Outcome } from '../server/tool';

/** What the commands work with. */
export interface CommandContext {
  readonly service: ServerService;
}

/** A command that can do nothing here; the message says why, and is shown. */
export class Unable extends Error {}

/** The manifest that is looked at, or the one that is meant. */
export async function manifest(uri?: vscode.Uri): Promise<vscode.TextDocument> {
  if (uri !== undefined) {
    return vscode.workspace.openTextDocument(uri);
  }
  const document = vscode.window.activeTextEditor?.document;
  if (document === undefined || !looksLikeManifest(document.languageId, document.getText())) {
    throw new Unable('Open a training manifest first.');
  }
  return document;
}

/** The running server; without one, the user has been told why. */
export async function client(context: CommandContext): Promise<LanguageClient | undefined> {
  return context.service.ensureForUser();
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
    throw new Unable(outcome.said === '' ? 'The linter ended early.' : outcome.said);
  }
  return outcome;
}

/** The folder in which a new file is meant to be: the manifest's, else the first of the workspace. */
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
