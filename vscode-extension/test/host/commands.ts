import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import * as vscode from 'vscode';
import { file, open, read, rules, until, untilRule } from './helpers';

const SECRET = 'p{a}ss:word-of-the-test';

describe('commands', () => {
  it('all that are promised are there', async () => {
    const extension = vscode.extensions.getExtension('wml-lint.wml-manifest');
    await extension?.activate();
    const manifest = extension?.packageJSON as {
      contributes: { commands: { command: string }[] };
    };
    const known = new Set(await vscode.commands.getCommands(true));
    for (const { command } of manifest.contributes.commands) {
      assert.ok(known.has(command), command);
    }
  });

  it('a new manifest is written, opened and without errors', async () => {
    const made = file('made.wml.yaml');
    await vscode.commands.executeCommand('wmlLint.newManifest', {
      framework: 'tensorflow',
      version: '1.2-py2',
      store: 's3',
      program: 'convolutional_net.py',
      file: made,
    });
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor?.document.uri.toString(), made.toString());
    await untilRule(made, 'placeholder-value');
    assert.deepEqual([...new Set(rules(made))], ['placeholder-value']);
    assert.match(editor.document.getText(editor.selection), /^<.*>$/, 'a placeholder is selected');
  });

  it('a folder is packed without junk, the same bytes each time', async () => {
    const pack = async (name: string): Promise<string> => {
      await vscode.commands.executeCommand('wmlLint.packModel', file('model'), file(name));
      return read(name);
    };
    const zip = await pack('packed.zip');
    assert.match(zip, /^PK/);
    assert.ok(zip.includes('train.py') && !zip.includes('pyc'));
    assert.equal(await pack('again.zip'), zip);
  });

  it('a zip is chosen, and written into the manifest', async () => {
    const document = await open('job.wml.yaml');
    await untilRule(document.uri, 'unsupported-resource');
    await vscode.commands.executeCommand('wmlLint.chooseModel', document.uri, file('deep/tf-model.zip'));
    await until('the comment', () =>
      document.getText().startsWith('# wml-lint: model=deep/tf-model.zip\n'),
    );
    await untilRule(document.uri, 'command-file-missing');
    await vscode.commands.executeCommand('wmlLint.chooseModel', document.uri, file('other.zip'));
    await untilRule(document.uri, 'command-file-missing', false);
    assert.equal(document.getText().split('# wml-lint:').length, 2, 'the comment is replaced');
  });

  it('a manifest is checked with another zip, as it stands in the editor', async () => {
    const document = await open('job.wml.yaml');
    const findings = await vscode.commands.executeCommand<{ rule: string }[]>(
      'wmlLint.lintWithZip',
      document.uri,
      file('deep/tf-model.zip'),
    );
    assert.ok(findings.some(({ rule }) => rule === 'command-file-missing'));
    assert.ok(!rules(document.uri).includes('command-file-missing'), 'its own zip still counts');
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
  });

  it('all manifests of the workspace are checked, open or not', async () => {
    const summary = await vscode.commands.executeCommand<{ manifests: number; errors: number }>(
      'wmlLint.lintWorkspace',
    );
    assert.ok(summary.manifests >= 4, JSON.stringify(summary));
    assert.ok(summary.errors > 0);
    await untilRule(file('deep/other.yaml'), 'command-file-missing');
  });

  it('a service credential becomes the connection', async () => {
    const made = file('connected.wml.yaml');
    await vscode.commands.executeCommand('wmlLint.newManifest', {
      framework: 'tensorflow',
      version: '1.3-py3',
      store: 'bluemix_objectstore',
      program: 'train.py',
      file: made,
    });
    const document = await vscode.workspace.openTextDocument(made);
    await untilRule(made, 'placeholder-value');
    const into = ['training data'];
    await vscode.commands.executeCommand('wmlLint.insertCredentials', made, file('key.json'), into);
    await until('the user name', () => document.getText().includes('user_name: member_example'));
    const text = document.getText();
    assert.ok(text.includes(`\n    password: ${SECRET}\n`), text);
    assert.equal(text.split('member_example').length, 2, 'the results keep their placeholders');
    assert.match(text, /^- connection:\n {4}auth_url: /m);
    assert.match(text, /\n {2}source:\n {4}bucket:/);
    await until('only placeholders and an info', () => {
      const found = new Set(rules(made));
      return !found.has('yaml-syntax') && !found.has('missing-connection-key');
    });
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it('a service credential becomes the connection of a JSON manifest', async () => {
    const { uri } = await open('job.json');
    await untilRule(uri, 'missing-connection-key');
    const into = ['training data'];
    await vscode.commands.executeCommand('wmlLint.insertCredentials', uri, file('key.json'), into);
    await untilRule(uri, 'missing-connection-key', false);
    const text = (await vscode.workspace.openTextDocument(uri)).getText();
    assert.match(text, /^ {6}"connection": \{\n {8}"auth_url": "https:/m);
    const { training_data_reference: data } = JSON.parse(text) as {
      training_data_reference: { connection: Record<string, string> }[];
    };
    assert.equal(data[0]?.connection['password'], SECRET);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it('a rule is explained in a preview, from the server', async () => {
    await vscode.commands.executeCommand('wmlLint.explainRule', 'legacy-key');
    await until('a preview', () =>
      vscode.window.tabGroups.all.some(({ tabs }) => tabs.some(({ label }) => label.includes('legacy-key'))),
    );
    const page = await vscode.workspace.openTextDocument(
      vscode.Uri.from({ scheme: SOURCE_SCHEME, path: '/rules/legacy-key.md' }),
    );
    assert.match(page.getText(), /What it finds/);
  });

  it('a finding links to the page of its rule', async () => {
    const document = await open('job.wml.yaml');
    await untilRule(document.uri, 'unsupported-resource');
    const [finding] = vscode.languages
      .getDiagnostics(document.uri)
      .filter(({ code }) => typeof code === 'object' && code.value === 'unsupported-resource');
    const target = typeof finding?.code === 'object' ? finding.code.target.toString(true) : undefined;
    assert.equal(target, 'wml-lint:/rules/unsupported-resource.md');
  });

  it('the server is restarted, and finds the same', async () => {
    const document = await open('job.wml.yaml');
    await untilRule(document.uri, 'unsupported-resource');
    const before = rules(document.uri).sort();
    await vscode.commands.executeCommand('wmlLint.restartServer');
    await until('the same findings', () =>
      JSON.stringify(rules(document.uri).sort()) === JSON.stringify(before),
    );
  });
});

const SOURCE_SCHEME = 'wml-lint';
