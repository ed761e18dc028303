import assert from 'node:assert/strict';
import * as vscode from 'vscode';

export const SOURCE = 'wml-lint';

/** Where the tests' files lie. */
export function folder(): vscode.Uri {
  const uri = vscode.workspace.workspaceFolders?.[0]?.uri;
  assert.ok(uri !== undefined);
  return uri;
}

export function file(name: string): vscode.Uri {
  return vscode.Uri.joinPath(folder(), name);
}

/** Opens a file, in front. */
export async function open(name: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(file(name));
  await vscode.window.showTextDocument(document);
  return document;
}

/** The rules found in a document by now. */
export function rules(uri: vscode.Uri): string[] {
  return vscode.languages
    .getDiagnostics(uri)
    .filter(({ source }) => source === SOURCE)
    .map(({ code }) => String(typeof code === 'object' ? code.value : code));
}

/** Asks again and again until it holds. */
export async function until<T>(what: string, ask: () => Promise<T | undefined | false> | T | undefined | false): Promise<T> {
  const end = Date.now() + 50_000;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) {
      return answer;
    }
    assert.ok(Date.now() < end, `not in time: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Waits until a document has a finding of a rule, or has none any more. */
export async function untilRule(uri: vscode.Uri, rule: string, there = true): Promise<void> {
  await until(`${rule} ${there ? 'in' : 'not in'} ${uri.path}`, () => rules(uri).includes(rule) === there);
}

export async function read(name: string): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(file(name)));
}
