import { promises as fs } from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import * as vscode from 'vscode';
import { chooseModel } from './chooseModel';
import { type CommandContext, currentFolder, exists, finished, lint, manifests } from './context';
import { doubtsIn, globOf } from './packReport';

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
  const doubts = await doubtsAbout(context, from, to);
  if (doubts === undefined || !(await isWanted(to, doubts))) {
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
  await finished('packModel');
  void tell(context, to, [outcome.out, outcome.said].join('\n'));
}

/**
 * Packs into a folder of its own first: what the linter warns of is to be known before a zip is written that
 * may be handed on.
 */
async function doubtsAbout(
  context: CommandContext,
  folder: vscode.Uri,
  zip: vscode.Uri,
): Promise<string[] | undefined> {
  const scratch = await fs.mkdtemp(path.join(os.tmpdir(), 'wml-pack-'));
  try {
    const trial = path.join(scratch, path.basename(zip.fsPath));
    const args = ['pack', folder.fsPath, '-o', trial, '--list', ...(await withoutItself(folder, zip))];
    const outcome = await lint(context, args);
    return outcome === undefined ? undefined : doubtsIn(outcome.out, outcome.said);
  } finally {
    await fs.rm(scratch, { recursive: true, force: true });
  }
}

/** The zip that is to be replaced may lie in the folder, and is not packed. */
async function withoutItself(folder: vscode.Uri, zip: vscode.Uri): Promise<string[]> {
  const way = path.relative(folder.fsPath, zip.fsPath).replaceAll(path.sep, '/');
  const isInside = !way.startsWith('../') && !path.isAbsolute(way);
  return isInside && (await exists(zip)) ? ['--exclude', globOf(way)] : [];
}

async function isWanted(zip: vscode.Uri, doubts: readonly string[]): Promise<boolean> {
  if (doubts.length === 0) {
    return true;
  }
  const anyway = 'Pack Anyway';
  const choice = await vscode.window.showWarningMessage(
    `Do you want to pack all of this into '${path.basename(zip.fsPath)}'?`,
    { modal: true, detail: doubts.join('\n\n') },
    anyway,
  );
  return choice === anyway;
}

/** The last line that names the zip says how many files it has, and how large it is. */
async function tell(context: CommandContext, zip: vscode.Uri, said: string): Promise<void> {
  const name = path.basename(zip.fsPath);
  const summary = said.split('\n').findLast((line) => line.includes(`${name}:`)) ?? name;
  const show = 'Show Files';
  const use = 'Check the Manifest with It';
  const [open] = (await manifests()).filter(({ uri }) => uri.scheme === 'file');
  const choice = await vscode.window.showInformationMessage(
    `Packed ${summary.slice(summary.indexOf(name))}.`,
    ...(open === undefined ? [show] : [show, use]),
  );
  if (choice === show) {
    context.service.log.show();
  } else if (choice === use && open !== undefined) {
    await chooseModel(context, open.uri, zip);
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
