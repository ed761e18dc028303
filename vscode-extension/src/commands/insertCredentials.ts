import * as vscode from 'vscode';
import { client, type CommandContext, lint, manifest, Unable } from './context';

/** A `connection` of the manifest that can be replaced. */
interface Target {
  readonly label: string;
  readonly connection: vscode.DocumentSymbol;
}

const REFERENCES = [
  { keys: ['training_data_reference', 'training_data'], label: 'training data' },
  { keys: ['training_results_reference', 'training_results'], label: 'training results' },
];

/**
 * Replaces connections of the manifest by that of a service credential. The values go from the file
 * through the linter into the document, and nowhere else.
 *
 * @param credential the JSON of the credential
 * @param into which connections: labels of {@link REFERENCES}
 */
export async function insertCredentials(
  context: CommandContext,
  uri?: vscode.Uri,
  credential?: vscode.Uri,
  into?: readonly string[],
): Promise<void> {
  const document = await manifest(uri);
  if ((await client(context)) === undefined) {
    return;
  }
  const targets = targetsIn(await symbolsOf(document));
  if (targets.length === 0) {
    throw new Unable('The manifest has no connection yet. Add the key connection, then try again.');
  }
  const file = credential ?? (await askForCredential(document.uri));
  if (file === undefined) {
    return;
  }
  const chosen =
    into === undefined ? await askForTargets(targets) : targets.filter((t) => into.includes(t.label));
  if (chosen === undefined || chosen.length === 0) {
    return;
  }
  const edit = new vscode.WorkspaceEdit();
  const hints = new Set<string>();
  for (const target of chosen) {
    const block = await connectionFor(context, document, target, file);
    if (block === undefined) {
      return;
    }
    edit.replace(document.uri, target.connection.range, block.text);
    if (block.said !== '') {
      hints.add(block.said);
    }
  }
  await vscode.workspace.applyEdit(edit);
  await vscode.window.showTextDocument(document);
  for (const hint of hints) {
    void vscode.window.showInformationMessage(hint);
  }
}

/** The text that takes the place of a connection, from its key on. */
async function connectionFor(
  context: CommandContext,
  document: vscode.TextDocument,
  target: Target,
  file: vscode.Uri,
): Promise<{ text: string; said: string } | undefined> {
  const { range } = target.connection;
  const indent = range.start.character;
  const endpoint = endpointIn(document, target.connection);
  const json = document.languageId !== 'yaml' && document.getText().trimStart().startsWith('{');
  const outcome = await lint(context, [
    ...['credentials', file.fsPath, '--indent', String(indent)],
    ...['--format', json ? 'json' : 'yaml'],
    ...(endpoint === undefined ? [] : ['--endpoint', endpoint]),
  ]);
  if (outcome === undefined) {
    return undefined;
  }
  const lineEnd = document.eol === vscode.EndOfLine.CRLF ? '\r\n' : '\n';
  const lines = (json ? jsonEntry(outcome.out, indent) : outcome.out.trim()).split('\n');
  return { text: lines.join(lineEnd), said: outcome.said };
}

function jsonEntry(out: string, indent: number): string {
  const { connection } = JSON.parse(out) as { connection: unknown };
  const text = JSON.stringify(connection, null, 2);
  return `"connection": ${text.replaceAll('\n', `\n${' '.repeat(indent)}`)}`;
}

/** A service credential of s3 has no endpoint; the manifest's stays. */
function endpointIn(
  document: vscode.TextDocument,
  connection: vscode.DocumentSymbol,
): string | undefined {
  const symbol = connection.children.find((child) => child.name === 'endpoint_url');
  return symbol === undefined
    ? undefined
    : /https?:\/\/[^\s"'#,<>@]+/.exec(document.getText(symbol.range))?.[0];
}

async function symbolsOf(document: vscode.TextDocument): Promise<vscode.DocumentSymbol[]> {
  // Another extension's symbols of the same document are as good: they are the keys too.
  const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
    'vscode.executeDocumentSymbolProvider',
    document.uri,
  );
  return symbols ?? [];
}

function targetsIn(symbols: readonly vscode.DocumentSymbol[]): Target[] {
  return REFERENCES.flatMap(({ keys, label }) => {
    const reference = symbols.find((symbol) => keys.includes(symbol.name));
    const connection = reference === undefined ? undefined : connectionUnder(reference);
    return connection === undefined ? [] : [{ label, connection }];
  });
}

/** The connection of a reference, or of its only list item. */
function connectionUnder(symbol: vscode.DocumentSymbol): vscode.DocumentSymbol | undefined {
  return (
    symbol.children.find((child) => child.name === 'connection') ??
    symbol.children.flatMap((child) => child.children).find((child) => child.name === 'connection')
  );
}

async function askForCredential(near: vscode.Uri): Promise<vscode.Uri | undefined> {
  const picked = await vscode.window.showOpenDialog({
    canSelectMany: false,
    openLabel: 'Insert the Connection',
    title: 'The JSON of a service credential',
    filters: { 'Service credentials': ['json', 'txt'] },
    ...(near.scheme === 'file' ? { defaultUri: vscode.Uri.joinPath(near, '..') } : {}),
  });
  return picked?.[0];
}

async function askForTargets(targets: readonly Target[]): Promise<readonly Target[] | undefined> {
  return vscode.window.showQuickPick(
    targets.map((target) => ({ ...target, picked: true })),
    { canPickMany: true, placeHolder: 'Which connection to fill in' },
  );
}
