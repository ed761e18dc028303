import * as vscode from 'vscode';
import { sentence } from '../words';
import { type Entry, aliasIn, anchorIn, replaced } from './connectionText';
import { client, type CommandContext, finished, lint, manifest, Unable } from './context';

/** A `connection` of the manifest that can be replaced. */
interface Target {
  readonly label: string;
  readonly connection: vscode.DocumentSymbol;
  /** The `type` of each store that is reached by it: through an alias, more than one. */
  readonly types: readonly vscode.DocumentSymbol[];
}

/** What `wml-lint credentials` makes of a service credential. */
interface Credential {
  readonly file: vscode.Uri;
  readonly keys: readonly string[];
  /** The type of the store. */
  readonly type: string;
}

const REFERENCES = [
  { keys: ['training_data_reference', 'training_data'], label: 'training data' },
  { keys: ['training_results_reference', 'training_results'], label: 'training results' },
];

/** The connection of s3 has this key, and that of the other type of store has not. */
const ENDPOINT = 'endpoint_url';

/**
 * Puts the connection of a service credential into the manifest. The values go from the file through the linter
 * into the document, and nowhere else.
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
  if (document === undefined || (await client(context)) === undefined) {
    return;
  }
  const targets = targetsIn(document, await symbolsOf(document));
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
    const read = await readCredential(context, file, typesIn(document, target)[0]);
    if (read === undefined || !(await put(context, document, target, read, edit, hints))) {
      return;
    }
  }
  if (!(await vscode.workspace.applyEdit(edit))) {
    throw new Unable('The manifest has changed meanwhile. Try again.');
  }
  await finished('insertCredentials');
  await vscode.window.showTextDocument(document);
  for (const hint of hints) {
    void vscode.window.showInformationMessage(hint);
  }
}

/**
 * Reads a credential.
 *
 * @param present the type of the store that the manifest has, which decides where the file has credentials of both
 */
async function readCredential(
  context: CommandContext,
  file: vscode.Uri,
  present: string | undefined,
): Promise<Credential | undefined> {
  const args = ['credentials', file.fsPath, '--format', 'json'];
  const outcome = await lint(context, args).catch((problem: unknown) => {
    if (present === undefined) {
      throw problem;
    }
    return lint(context, [...args, '--type', present]).catch(() => {
      throw problem;
    });
  });
  if (outcome === undefined) {
    return undefined;
  }
  const keys = Object.keys(connectionIn(outcome.out));
  return { file, keys, type: keys.includes(ENDPOINT) ? 's3' : 'bluemix_objectstore' };
}

/** Adds to the edit what fills one connection in; false when the linter cannot run. */
async function put(
  context: CommandContext,
  document: vscode.TextDocument,
  target: Target,
  credential: Credential,
  edit: vscode.WorkspaceEdit,
  hints: Set<string>,
): Promise<boolean> {
  const range = rangeOf(document, target.connection);
  const args = ['credentials', credential.file.fsPath, '--type', credential.type];
  const endpoint = endpointIn(document, target.connection);
  if (endpoint !== undefined && credential.keys.includes(ENDPOINT)) {
    args.push('--endpoint', endpoint);
  }
  const yaml = await lint(context, args);
  const json = await lint(context, [...args, '--format', 'json']);
  if (yaml === undefined || json === undefined) {
    return false;
  }
  const indent = range.start.character;
  const text = isJson(document)
    ? jsonEntry(connectionIn(json.out), indent)
    : replaced(document.getText(range), indent, entriesIn(yaml.out), flow(connectionIn(json.out)));
  const lineEnd = document.eol === vscode.EndOfLine.CRLF ? '\r\n' : '\n';
  edit.replace(document.uri, range, text.replaceAll('\n', lineEnd));
  if (yaml.said !== '') {
    hints.add(sentence(yaml.said));
  }
  changeTypes(document, target, credential.type, edit, hints);
  return true;
}

function changeTypes(
  document: vscode.TextDocument,
  target: Target,
  type: string,
  edit: vscode.WorkspaceEdit,
  hints: Set<string>,
): void {
  for (const symbol of target.types) {
    const place = placeOfType(document, symbol);
    if (place !== undefined && document.getText(place) !== type) {
      edit.replace(document.uri, place, type);
      hints.add(`The store of the ${target.label} is now of the type ${type}: does it have this bucket?`);
    }
  }
}

/** Where the value of a key `type` is, without quotes. */
function placeOfType(
  document: vscode.TextDocument,
  symbol: vscode.DocumentSymbol,
): vscode.Range | undefined {
  const found = /^(["']?type["']?\s*:\s*["']?)([\w-]+)/.exec(document.getText(symbol.range));
  if (found === null) {
    return undefined;
  }
  const [, before = '', value = ''] = found;
  const start = document.offsetAt(symbol.range.start) + before.length;
  return new vscode.Range(document.positionAt(start), document.positionAt(start + value.length));
}

function typesIn(document: vscode.TextDocument, target: Target): string[] {
  return target.types
    .map((symbol) => placeOfType(document, symbol))
    .flatMap((place) => (place === undefined ? [] : [document.getText(place)]));
}

/** Key, anchor and alias: the outline has no range for an alias, for its value is written elsewhere. */
const START = /^(["']?)connection\1\s*:(?:[ \t]*[&!]\S+)*(?:[ \t]*\*[^\s,{}[\]#]+)?/;

/** From its key on: with the comment in its last line, unless it is in braces. */
function rangeOf(document: vscode.TextDocument, connection: vscode.DocumentSymbol): vscode.Range {
  const { start, end } = connection.range;
  const firstLine = document.lineAt(start).text.slice(start.character);
  const afterStart = start.translate(0, START.exec(firstLine)?.[0].length ?? 0);
  const range = new vscode.Range(start, end.isBefore(afterStart) ? afterStart : end);
  const lastLine = document.lineAt(range.end);
  const rest = lastLine.text.slice(range.end.character);
  const isInBraces = firstLine.slice(afterStart.character - start.character).trimStart().startsWith('{');
  return !isInBraces && /^\s+#/.test(rest) ? new vscode.Range(start, lastLine.range.end) : range;
}

function isJson(document: vscode.TextDocument): boolean {
  return document.languageId.startsWith('json') || document.getText().trimStart().startsWith('{');
}

function connectionIn(out: string): Record<string, string> {
  return (JSON.parse(out) as { connection: Record<string, string> }).connection;
}

/** The lines below `connection:`, one for each key. */
function entriesIn(out: string): Entry[] {
  return [...out.matchAll(/^ +(\w+): (.+)$/gm)].map(([, key = '', value = '']) => ({ key, value }));
}

function flow(connection: Record<string, string>): string {
  const entries = Object.entries(connection).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
  return `{${entries.join(', ')}}`;
}

function jsonEntry(connection: Record<string, string>, indent: number): string {
  const text = JSON.stringify(connection, null, 2);
  return `"connection": ${text.replaceAll('\n', `\n${' '.repeat(indent)}`)}`;
}

/** A service credential of s3 has no endpoint; the manifest's stays. */
function endpointIn(
  document: vscode.TextDocument,
  connection: vscode.DocumentSymbol,
): string | undefined {
  const symbol = connection.children.find((child) => child.name === ENDPOINT);
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

function targetsIn(
  document: vscode.TextDocument,
  symbols: readonly vscode.DocumentSymbol[],
): Target[] {
  const all = REFERENCES.flatMap(({ keys, label }) => {
    const reference = symbols.find((symbol) => keys.includes(symbol.name));
    const parts = reference === undefined ? [] : [reference, ...reference.children];
    const connection = childOf(parts, 'connection');
    if (connection === undefined) {
      return [];
    }
    const type = childOf(
      parts.flatMap((part) => part.children).filter(({ name }) => name === 'source' || name === 'target'),
      'type',
    );
    const text = document.getText(rangeOf(document, connection));
    return [{ label, connection, types: type === undefined ? [] : [type], text }];
  });
  return all
    .filter(({ text }) => !all.some((other) => isAliasOf(text, other.text)))
    .map((target) => ({
      label: target.label,
      connection: target.connection,
      types: [target, ...all.filter((other) => isAliasOf(other.text, target.text))].flatMap(({ types }) => types),
    }));
}

function isAliasOf(one: string, other: string): boolean {
  const alias = aliasIn(one);
  return alias !== undefined && alias === anchorIn(other);
}

/** The first child of such a name: of a reference, or of its only list item. */
function childOf(
  parents: readonly vscode.DocumentSymbol[],
  name: string,
): vscode.DocumentSymbol | undefined {
  return parents.flatMap((parent) => parent.children).find((child) => child.name === name);
}

async function askForCredential(near: vscode.Uri): Promise<vscode.Uri | undefined> {
  const picked = await vscode.window.showOpenDialog({
    canSelectMany: false,
    openLabel: 'Insert Connection',
    title: 'The JSON of a service credential',
    filters: { 'Service credentials': ['json', 'txt'] },
    ...(near.scheme === 'file' ? { defaultUri: vscode.Uri.joinPath(near, '..') } : {}),
  });
  return picked?.[0];
}

async function askForTargets(targets: readonly Target[]): Promise<readonly Target[] | undefined> {
  return vscode.window.showQuickPick(
    targets.map((target) => ({
      ...target,
      picked: true,
      ...(target.types.length > 1 ? { description: 'and what has the same connection' } : {}),
    })),
    { canPickMany: true, placeHolder: 'Select the connections to fill in' },
  );
}
