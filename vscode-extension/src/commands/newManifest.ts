import * as vscode from 'vscode';
import { type CommandContext, currentFolder, exists, finished, lint } from './context';
import { MANIFEST_LANGUAGE } from '../manifests';

/** What a new manifest is made of; what is left out is asked for. */
export interface NewManifest {
  readonly framework?: string;
  readonly version?: string;
  readonly store?: string;
  readonly program?: string;
  /** The folder of the file. */
  readonly folder?: vscode.Uri;
  /** The file to write; without a folder to write to, an unsaved document is opened. */
  readonly file?: vscode.Uri;
}

interface Framework {
  readonly name: string;
  readonly versions: readonly string[];
}

const TITLE = 'New Training Manifest';

const STORES: readonly (vscode.QuickPickItem & { type: string })[] = [
  { type: 's3', label: 's3', description: 'Cloud Object Storage (IaaS)' },
  {
    type: 'bluemix_objectstore',
    label: 'bluemix_objectstore',
    description: 'Object Storage OpenStack Swift for Bluemix',
  },
];

/** As the linter writes what only the user knows. */
const PLACEHOLDER = /<[a-z][a-z0-9-]*>/g;

/** Makes a manifest as `wml-lint init` does, from a few answers, and opens it. */
export async function newManifest(context: CommandContext, wanted: NewManifest = {}): Promise<void> {
  const folder = wanted.file === undefined ? await chooseFolder(wanted.folder) : currentFolder();
  if (folder === undefined && (vscode.workspace.workspaceFolders?.length ?? 0) > 0) {
    return;
  }
  const framework = await chooseFramework(context, wanted, folder);
  if (framework === undefined) {
    return;
  }
  const store = wanted.store ?? (await chooseStore());
  if (store === undefined) {
    return;
  }
  const program = wanted.program ?? (await chooseProgram());
  if (program === undefined) {
    return;
  }
  const file = wanted.file ?? (folder === undefined ? undefined : await chooseFile(folder));
  if (file === undefined && folder !== undefined) {
    return;
  }
  const outcome = await lint(context, [
    ...['init', '--yes', '--stdout', '--framework', framework.name],
    ...['--framework-version', framework.version, '--data-store', store],
    ...(program === '' ? [] : ['--command', program]),
    // Without it the name would be that of the folder in which the linter is.
    ...['--name', file === undefined ? 'job' : nameOf(file)],
  ]);
  if (outcome !== undefined) {
    await open(outcome.out, file);
    await finished('newManifest');
  }
}

/**
 * Opens an empty document and inserts the manifest there: so its placeholders are places to fill in one after the
 * other, with the tab key.
 */
async function open(text: string, file: vscode.Uri | undefined): Promise<void> {
  if (file !== undefined) {
    await vscode.workspace.fs.writeFile(file, new Uint8Array());
  }
  const document =
    file === undefined
      ? await vscode.workspace.openTextDocument({ language: MANIFEST_LANGUAGE })
      : await vscode.workspace.openTextDocument(file);
  const editor = await vscode.window.showTextDocument(document);
  await editor.insertSnippet(snippetOf(text), new vscode.Position(0, 0));
  if (file !== undefined) {
    await document.save();
  }
}

function snippetOf(text: string): vscode.SnippetString {
  const snippet = new vscode.SnippetString();
  let done = 0;
  for (const { 0: placeholder, index } of text.matchAll(PLACEHOLDER)) {
    snippet.appendText(text.slice(done, index)).appendPlaceholder(placeholder);
    done = index + placeholder.length;
  }
  return snippet.appendText(text.slice(done));
}

/** Which folder is meant; undefined if there is none, or the user chooses none of several. */
async function chooseFolder(given: vscode.Uri | undefined): Promise<vscode.Uri | undefined> {
  const open = vscode.window.activeTextEditor?.document.uri;
  const roots = vscode.workspace.workspaceFolders ?? [];
  if (given !== undefined || open?.scheme === 'file' || roots.length < 2) {
    return given ?? currentFolder();
  }
  const root = await vscode.window.showWorkspaceFolderPick({
    placeHolder: 'Select the folder of the new manifest',
  });
  return root?.uri;
}

/** The frameworks in force for this folder: its configuration may have a list of its own. */
async function chooseFramework(
  context: CommandContext,
  wanted: NewManifest,
  folder: vscode.Uri | undefined,
): Promise<{ name: string; version: string } | undefined> {
  if (wanted.framework !== undefined && wanted.version !== undefined) {
    return { name: wanted.framework, version: wanted.version };
  }
  const options = folder?.scheme === 'file' ? { folder: folder.fsPath } : {};
  const outcome = await lint(context, ['frameworks', '--format', 'json'], options);
  if (outcome === undefined) {
    return undefined;
  }
  const { frameworks } = JSON.parse(outcome.out) as { frameworks: Framework[] };
  const items = frameworks
    .filter(({ name }) => wanted.framework === undefined || name === wanted.framework)
    .flatMap(({ name, versions }) =>
      versions.map((version) => ({ label: name, description: version, name, version })),
    );
  return vscode.window.showQuickPick(items, {
    title: TITLE,
    placeHolder: 'The framework of the program, and its version',
    matchOnDescription: true,
  });
}

async function chooseStore(): Promise<string | undefined> {
  const store = await vscode.window.showQuickPick(STORES, {
    title: TITLE,
    placeHolder: 'The type of the store for data and results',
  });
  return store?.type;
}

async function chooseProgram(): Promise<string | undefined> {
  return vscode.window.showInputBox({
    title: TITLE,
    prompt: "The program's file in the model definition, or the whole command. May be left empty.",
    placeHolder: 'train.py',
  });
}

async function chooseFile(folder: vscode.Uri): Promise<vscode.Uri | undefined> {
  const name = await vscode.window.showInputBox({
    title: TITLE,
    prompt: `The file, in ${shownName(folder)}`,
    value: 'job.wml.yaml',
    valueSelection: [0, 'job'.length],
    validateInput: async (value) => {
      if (!/\.(ya?ml)$/i.test(value)) {
        return 'The name must end in .yaml or .yml.';
      }
      return (await exists(vscode.Uri.joinPath(folder, value)))
        ? 'This file already exists.'
        : undefined;
    },
  });
  return name === undefined ? undefined : vscode.Uri.joinPath(folder, name);
}

/** The path of a root of the workspace would be absolute. */
function shownName(folder: vscode.Uri): string {
  const root = vscode.workspace.getWorkspaceFolder(folder);
  return root?.uri.toString() === folder.toString() ? root.name : vscode.workspace.asRelativePath(folder);
}

function nameOf(file: vscode.Uri): string {
  const last = file.path.slice(file.path.lastIndexOf('/') + 1);
  return last.replace(/(\.wml)?\.ya?ml$/i, '') || 'job';
}
