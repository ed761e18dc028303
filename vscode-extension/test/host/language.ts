import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import * as vscode from 'vscode';
import { until } from './helpers';

/** A manifest that is not saved, with the cursor at its end. */
async function typeInto(content: string): Promise<vscode.TextEditor> {
  const document = await vscode.workspace.openTextDocument({ language: 'wml-manifest', content });
  const editor = await vscode.window.showTextDocument(document);
  const end = document.positionAt(content.length);
  editor.selection = new vscode.Selection(end, end);
  return editor;
}

describe('the language', () => {
  const lines: [string, string, string][] = [
    ['a mapping', 'model_definition:', '  '],
    ['a nested mapping', 'a:\n  execution:', '    '],
    ['a key of a list item', '- connection:', '    '],
    ['a value of a list item', '- type: s3', '  '],
    ['a value', '  name: x', '  '],
    ['a command of several lines', 'a:\n  b:\n    command: |', '      '],
  ];
  for (const [what, before, indent] of lines) {
    it(`indents the line after ${what}`, async () => {
      const { document } = await typeInto(before);
      await vscode.commands.executeCommand('type', { text: '\n' });
      await until('the new line', () => document.lineCount > before.split('\n').length);
      assert.equal(document.lineAt(document.lineCount - 1).text, indent);
    });
  }

  it('toggles comments', async () => {
    const { document } = await typeInto('  name: x');
    await vscode.commands.executeCommand('editor.action.commentLine');
    await until('a comment', () => document.getText() === '  # name: x');
    await vscode.commands.executeCommand('editor.action.commentLine');
    await until('no comment', () => document.getText() === '  name: x');
  });

  it('is that of files called .wml.yaml and .wml.yml', async () => {
    for (const name of ['a.wml.yaml', 'b.wml.yml']) {
      const uri = vscode.Uri.from({ scheme: 'untitled', path: `/${name}` });
      assert.equal((await vscode.workspace.openTextDocument(uri)).languageId, 'wml-manifest');
    }
  });
});
