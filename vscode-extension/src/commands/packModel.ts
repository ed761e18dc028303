import * as path from 'node:path';
import * as vscode from 'vscode';
import { chooseModel } from './chooseModel';
import { type CommandContext, currentFolder, lint } from './context';
import { looksLikeManifest } from '../manifests';

/** Packs a folder as `wml-lint pack` does, and says what went in. */
export async function packModel(
  context: CommandContext,
  folder?: vscode.Uri,
  zip?: vscode.Uri,
): Promise<void> {
  const from = folder ?? (await askForFolder());
  if (from === undefined) {
    return;
  }
  const to = zip ?? (await askForTarget(from));
  if (to === undefined) {
    return;
  }
  const outcome = await lint(context, ['pack', from.fsPath, '-o', to.fsPath, '--list']);
  if (outcome === undefined) {
    return;
  }
  const { log } = context.service;
  log.info(`packed ${from.fsPath}`);
  for (const line of `${outcome.out}\n${outcome.said}`.split('\n').filter((one) => one !== '')) {
    log.info(line);
  }
  void tell(context, to, [outcome.out, outcome.said].join('\n'));
}

/** The last line that names the zip says how many files it has, and how large it is. */
async function tell(context: CommandContext, zip: vscode.Uri, said: string): Promise<void> {
  const name = path.basename(zip.fsPath);
  const summary = said.split('\n').findLast((line) => line.includes(`${name}:`)) ?? name;
  const show = 'Show the Files';
  const use = 'Check the Manifest with It';
  const open = vscode.window.activeTextEditor?.document;
  const manifest =
    open?.uri.scheme === 'file' && looksLikeManifest(open.languageId, open.getText())
      ? open
      : undefined;
  const choice = await vscode.window.showInformationMessage(
    `Packed ${summary.slice(summary.indexOf(name))}.`,
    ...(manifest === undefined ? [show] : [show, use]),
  );
  if (choice === show) {
    context.service.log.show();
  } else if (choice === use && manifest !== undefined) {
    await chooseModel(context, manifest.uri, zip);
  }
}

async function askForFolder(): Promise<vscode.Uri | undefined> {
  const near = currentFolder();
  const picked = await vscode.window.showOpenDialog({
    canSelectFiles: false,
    canSelectFolders: true,
    canSelectMany: false,
    openLabel: 'Pack',
    title: 'The folder of the program: it becomes the root of the zip',
    ...(near === undefined ? {} : { defaultUri: near }),
  });
  return picked?.[0];
}

async function askForTarget(folder: vscode.Uri): Promise<vscode.Uri | undefined> {
  return vscode.window.showSaveDialog({
    defaultUri: vscode.Uri.joinPath(folder, '..', `${path.posix.basename(folder.path)}.zip`),
    filters: { 'Model definitions': ['zip'] },
    saveLabel: 'Pack',
    title: 'The zip to write',
  });
}
