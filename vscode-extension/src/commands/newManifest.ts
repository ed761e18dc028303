import * as vscode from 'vscode';
import { type CommandContext, currentFolder, exists, lint } from './context';
import { MANIFEST_LANGUAGE } from '../manifests';

/** What a new manifest is made of; what is left out is asked for. */
export interface NewManifest {
  readonly framework?: string;
  readonly version?: string;
  readonly store?: string;
  readonly program?: string;
  /** The file to write; without a folder to write to, an unsaved document is opened. */
  readonly file?: vscode.Uri;
}

interface Framework {
  readonly name: string;
  readonly versions: readonly string[];
}

const STORES: readonly (vscode.QuickPickItem & { type: string })[] = [
  { type: 's3', label: 's3', description: 'Cloud Object Storage (IaaS)' },
  {
    type: 'bluemix_objectstore',
    label: 'bluemix_objectstore',
    description: 'Object Storage OpenStack Swift for Bluemix',
  },
];

/** Makes a manifest as `wml-lint init` does, from a few answers, and opens it. */
export async function newManifest(context: CommandContext, wanted: NewManifest = {}): Promise<void> {
  const folder = currentFolder();
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
    ...(file === undefined ? [] : ['--name', nameOf(file)]),
  ]);
  if (outcome === undefined) {
    return;
  }
  const editor = await open(outcome.out, file);
  const text = editor.document.getText();
  const placeholder = /<[a-z][a-z0-9-]*>/.exec(text);
  if (placeholder !== null) {
    const start = editor.document.positionAt(placeholder.index);
    const end = editor.document.positionAt(placeholder.index + placeholder[0].length);
    editor.selection = new vscode.Selection(start, end);
    editor.revealRange(editor.selection);
  }
}

async function open(text: string, file: vscode.Uri | undefined): Promise<vscode.TextEditor> {
  if (file === undefined) {
    const document = { language: MANIFEST_LANGUAGE, content: text };
    return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(document));
  }
  await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
  return vscode.window.showTextDocument(file);
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
    title: 'New Training Manifest',
    placeHolder: 'The framework of the program, and its version',
    matchOnDescription: true,
  });
}

async function chooseStore(): Promise<string | undefined> {
  const store = await vscode.window.showQuickPick(STORES, {
    title: 'New Training Manifest',
    placeHolder: 'The type of the store for data and results',
  });
  return store?.type;
}

async function chooseProgram(): Promise<string | undefined> {
  return vscode.window.showInputBox({
    title: 'New Training Manifest',
    prompt: "The program's file in the model definition, or the whole command. May be left empty.",
    placeHolder: 'train.py',
  });
}

async function chooseFile(folder: vscode.Uri): Promise<vscode.Uri | undefined> {
  const name = await vscode.window.showInputBox({
    title: 'New Training Manifest',
    prompt: `The file, in ${vscode.workspace.asRelativePath(folder)}`,
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

function nameOf(file: vscode.Uri): string {
  const last = file.path.slice(file.path.lastIndexOf('/') + 1);
  return last.replace(/(\.wml)?\.ya?ml$/i, '') || 'job';
}
