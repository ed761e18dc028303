import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { open, until, untilRule } from './helpers';

async function set(name: string, value: unknown): Promise<void> {
  const settings = vscode.workspace.getConfiguration('wmlLint');
  await settings.update(name, value, vscode.ConfigurationTarget.Workspace);
}

/** Whether this is the universal package, or the one for a platform. */
async function needsJava(): Promise<boolean> {
  const manifest = vscode.extensions.getExtension('wml-lint.wml-manifest');
  assert.ok(manifest !== undefined);
  return vscode.workspace.fs
    .stat(vscode.Uri.joinPath(manifest.extensionUri, 'server', 'wml-language-server.jar'))
    .then(
      () => true,
      () => false,
    );
}

describe('settings', () => {
  afterEach(async () => {
    for (const name of ['java.home', 'rules', 'codeLens', 'inlayHints', 'leaveYamlToOthers']) {
      await set(name, undefined);
    }
  });

  it('switch a rule off, and on again, while the manifest is open', async () => {
    const { uri } = await open('job.wml.yaml');
    await untilRule(uri, 'unsupported-resource');
    await set('rules', { 'unsupported-resource': 'off' });
    await untilRule(uri, 'unsupported-resource', false);
    await set('rules', undefined);
    await untilRule(uri, 'unsupported-resource');
  });

  it('give a rule another severity', async () => {
    const { uri } = await open('job.wml.yaml');
    await set('rules', { 'unsupported-resource': 'info' });
    await until('an information', () =>
      vscode.languages
        .getDiagnostics(uri)
        .some(
          ({ code, severity }) =>
            typeof code === 'object' &&
            code.value === 'unsupported-resource' &&
            severity === vscode.DiagnosticSeverity.Information,
        ),
    );
  });

  it('leave duplicate keys to another YAML extension, in YAML documents', async () => {
    const { uri } = await open('twice.yaml');
    await untilRule(uri, 'duplicate-key');
    await set('leaveYamlToOthers', 'always');
    await untilRule(uri, 'duplicate-key', false);
    await set('leaveYamlToOthers', 'never');
    await untilRule(uri, 'duplicate-key');
  });

  it('say which Java runs; without one there are no findings', async function () {
    if (!(await needsJava())) {
      this.skip();
    }
    const { uri } = await open('job.wml.yaml');
    await untilRule(uri, 'unsupported-resource');
    await set('java.home', '/there/is/none');
    await untilRule(uri, 'unsupported-resource', false);
    await set('java.home', undefined);
    await untilRule(uri, 'unsupported-resource');
  });

  it('say nothing of Java to a native linter', async function () {
    if (await needsJava()) {
      this.skip();
    }
    const { uri } = await open('job.wml.yaml');
    await untilRule(uri, 'unsupported-resource');
    await set('java.home', '/there/is/none');
    await set('rules', { 'unsupported-resource': 'off' });
    await untilRule(uri, 'unsupported-resource', false);
    await set('rules', undefined);
    await untilRule(uri, 'unsupported-resource');
  });

  it('hide the code lens', async () => {
    const { uri } = await open('job.wml.yaml');
    await untilRule(uri, 'unsupported-resource');
    const titles = async (): Promise<string[]> => {
      const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
        'vscode.executeCodeLensProvider',
        uri,
      );
      return lenses.map(({ command }) => command?.title ?? '');
    };
    await until('a lens', async () => (await titles()).some((title) => title.includes('model definition')));
    await set('codeLens', false);
    assert.deepEqual(await titles(), []);
  });

  it('hide the inlay hints', async () => {
    const { uri } = await open('valid.yaml');
    const hints = async (): Promise<number> => {
      const all = await vscode.commands.executeCommand<vscode.InlayHint[]>(
        'vscode.executeInlayHintProvider',
        uri,
        new vscode.Range(0, 0, 100, 0),
      );
      return all.length;
    };
    await until('two hints', async () => (await hints()) === 2);
    await set('inlayHints', false);
    await until('no hints', async () => (await hints()) === 0);
  });

  it('have a schema for the configuration', async () => {
    const manifest = vscode.extensions.getExtension('wml-lint.wml-manifest');
    assert.ok(manifest !== undefined);
    const schema = vscode.Uri.joinPath(manifest.extensionUri, 'schemas/wml-lint.schema.json');
    const { properties } = JSON.parse(
      new TextDecoder().decode(await vscode.workspace.fs.readFile(schema)),
    ) as { properties: object };
    assert.ok('models' in properties && 'rules' in properties);
  });
});
