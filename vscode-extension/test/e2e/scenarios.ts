import assert from 'node:assert/strict';
import { promises as fs } from 'node:fs';
import path from 'node:path';
import { acceptsArchive } from './archive';
import type { Code } from './code';
import { until } from './report';
import type { Stage } from './stage';
import { EDITOR, EDITOR_AND_PANEL, Window } from './window';
import { MISTAKES, UNRELATED, VALID, workspace, zip } from './workspace';

const DOCSTRING = 'Trains a small convolutional network';
const PROGRAM = `"""${DOCSTRING}."""\nprint("hello")\n`;

/** What people do with manifests, from opening one to closing the window. */
export async function editing(stage: Stage, code: Code): Promise<void> {
  await strangersFirst(stage, code);
  await mistakes(stage, code);
  await completion(stage, code);
  await makingOne(stage, code);
}

async function strangersFirst({ browser, report, artefacts, root }: Stage, code: Code): Promise<void> {
  const folder = await workspace(root, 'strangers', { 'compose.yaml': UNRELATED });
  const window = await Window.open(browser, code.window(folder, ['compose.yaml']), artefacts, 'stranger');
  await report.step('an unrelated YAML file stays untouched, and starts no server', async () => {
    await window.seesText('nginx');
    // Long enough for a server to start, and to say something.
    await window.page.waitForTimeout(6_000);
    assert.equal(await window.squiggles.count(), 0);
    assert.deepEqual(await code.javas(), []);
    assert.equal(await window.page.locator('[id="wml-lint.wml-manifest.wmlLint.status"]').count(), 0);
    await window.shot('untouched');
  });
  await window.close();
}

async function mistakes({ browser, report, artefacts, root }: Stage, code: Code): Promise<void> {
  const folder = await workspace(root, 'mistakes', {
    'job.yaml': MISTAKES,
    'compose.yaml': UNRELATED,
  });
  const model = path.join(folder, 'tf-model.zip');
  await zip(model, { 'convolutional_network.py': PROGRAM });
  const window = await Window.open(browser, code.window(folder, ['job.yaml']), artefacts, 'mistakes');
  const step = report.step.bind(report);

  await step('a manifest with mistakes has squiggles', async () => {
    assert.ok((await window.seesSquiggles()) >= 4);
  });
  await step('the Problems panel has them with their rules', async () => {
    for (const rule of ['unsupported-resource', 'unsupported-framework-version', 'legacy-key']) {
      await window.seesProblem(rule);
    }
    await window.seesProblem('command-file-missing');
    await window.shot('problems', EDITOR_AND_PANEL);
  });
  await step('the status bar tells the state and the model definition', async () => {
    const item = window.page.locator('.statusbar-item').filter({ hasText: 'tf-model.zip (1 file)' });
    await item.waitFor();
  });
  await step('a click on a rule shows its page, offline', async () => {
    await window.page.locator('.markers-panel a', { hasText: 'unsupported-resource' }).first().click({ modifiers: ['Control'] });
    await window.tab('unsupported-resource').waitFor();
    const preview = window.page
      .frameLocator('iframe.webview')
      .frameLocator('#active-frame')
      .locator('h1, h2')
      .first();
    await preview.waitFor();
    await window.shot('rule');
    await window.page.locator('.tab').filter({ hasText: 'job.yaml' }).click();
    await window.tab('job.yaml').waitFor();
  });
  await step('hover tells what a key means, with a link to its rule', async () => {
    await window.closePanel();
    await window.goToEndOf('command: python3');
    const word = window.page.locator('.view-line span').filter({ hasText: 'resource' }).first();
    await word.hover();
    const hover = window.page.locator('.monaco-hover').filter({ hasText: 'GPU' }).first();
    await hover.waitFor();
    await window.shot('hover');
    await hover.locator('a').filter({ hasText: 'unsupported-resource' }).click();
    await window.tab('unsupported-resource').waitFor();
    await window.page.locator('.tab').filter({ hasText: 'job.yaml' }).click();
    await window.tab('job.yaml').waitFor();
  });
  await step('a quick fix changes the text', async () => {
    await window.goToEndOf('version: 1.2');
    const action = window.page.locator('.action-widget .monaco-list-row').filter({ hasText: '1.2-py3' });
    await window.pressFor(action.first(), 'Escape', 'Control+.');
    await window.shot('quick-fix');
    await window.apply('use 1.2-py3');
    await window.seesText('version: 1.2-py3');
  });
  await step('fix all on save mends what is safe', async () => {
    await until('training_data_reference on the disk', async () => {
      await window.press('Control+S');
      return (await fs.readFile(path.join(folder, 'job.yaml'), 'utf8')).includes('training_data_reference:');
    });
    await window.shot('fixed-on-save');
  });
  await step('a zip that is replaced on the disk is checked anew', async () => {
    await window.seesProblem('command-file-missing');
    await zip(model, { 'convolutional_net.py': PROGRAM });
    await window.seesProblem('command-file-missing', false);
    await window.shot('zip-replaced');
    await window.closePanel();
  });
  await step('hover tells what the program of the command is in the zip', async () => {
    await window.page.locator('.view-line span').filter({ hasText: 'convolutional_net.py' }).last().hover();
    await window.page.locator('.monaco-hover').filter({ hasText: DOCSTRING }).first().waitFor();
    await window.shot('hover-program', EDITOR);
    await window.press('Escape');
  });
  await step('a click on the lens lets the model definition be chosen', async () => {
    await window.page.locator('.codelens-decoration a').filter({ hasText: 'tf-model.zip' }).click();
    await window.choose('tf-model.zip');
    await window.seesText(/^# wml-lint: model=tf-model\.zip$/m);
  });
  await step('the outline has the keys', async () => {
    await window.command('Explorer: Focus on Outline View');
    const outline = window.page.locator('.outline-tree .monaco-list-row').filter({ hasText: 'model_definition' });
    await outline.first().waitFor();
    await window.shot('outline');
  });
  await step('an unrelated file stays untouched beside a manifest', async () => {
    await window.openFile('compose.yaml');
    await window.seesText('nginx');
    await window.page.waitForTimeout(2_000);
    assert.equal(await window.squiggles.count(), 0);
    assert.equal(await window.page.locator('.codelens-decoration').count(), 0);
  });
  await step('one server runs, and dies with the window', async () => {
    const servers = await code.servers();
    assert.equal(servers.length, 1);
    await window.close();
    await until('no Java', async () => (await code.javas()).length === 0);
  });
}

async function completion({ browser, report, artefacts, root }: Stage, code: Code): Promise<void> {
  const text = VALID.replace('1.2-py3', '')
    .replace('resource: small', 'resource: ')
    .replace('    aws_secret_access_key: example-secret\n', '    \n');
  const folder = await workspace(root, 'completion', { 'job.wml.yaml': text });
  const file = 'job.wml.yaml';
  const window = await Window.open(browser, code.window(folder, [file]), artefacts, 'completion');
  await report.step('a file called .wml.yaml is a manifest by its name', async () => {
    await window.seesSquiggles();
    await window.page.locator('.statusbar-item').filter({ hasText: 'WML Training Manifest' }).waitFor();
  });
  await report.step('the command is coloured as shell', async () => {
    const line = window.page.locator('.view-line').filter({ hasText: 'command:' }).first();
    const colours = await line
      .locator('span > span')
      .evaluateAll((spans) => new Set(spans.map((span) => span.getAttribute('class'))).size);
    assert.ok(colours >= 4, `${colours} colours`);
  });
  await report.step('sizes are proposed, and accepted', async () => {
    await window.goToEndOf('resource: ');
    assert.deepEqual(await window.proposals(), ['small', 'medium', 'large']);
    await window.shot('sizes', EDITOR);
    await window.accept('medium');
    await window.seesText('resource: medium');
  });
  await report.step('versions of the framework are proposed, and accepted', async () => {
    await window.goToEndOf('version: ');
    const proposals = await window.proposals();
    assert.deepEqual(proposals.sort(), ['1.2-py2', '1.2-py3', '1.3-py2', '1.3-py3']);
    await window.shot('versions');
    await window.accept('1.3-py3');
    await window.seesText('version: 1.3-py3');
  });
  await report.step('the missing connection key is proposed, and accepted', async () => {
    const lines = (await window.text()).split('\n');
    const blank = lines.findIndex((line) => line.trim() === '' && line.startsWith('  '));
    await window.goTo(blank + 1, 5);
    const proposals = await window.proposals();
    assert.equal(proposals[0], 'aws_secret_access_key');
    await window.shot('keys');
    await window.accept('aws_secret_access_key');
    await window.seesText(/^ {4}aws_secret_access_key: /m);
  });
  await window.close();
}

async function makingOne({ browser, report, artefacts, root }: Stage, code: Code): Promise<void> {
  const folder = await workspace(root, 'new', { 'train.py': 'print("hello")\n' });
  const window = await Window.open(browser, code.window(folder), artefacts, 'new');
  await report.step('the command for a new manifest ends in one without errors', async () => {
    await window.page.locator('.explorer-folders-view').filter({ hasText: 'train.py' }).waitFor();
    await window.command('WML: New Training Manifest');
    await window.page.locator('.quick-input-widget input').first().fill('1.3-py3');
    await window.shot('framework');
    await window.choose('tensorflow');
    await window.choose('bluemix_objectstore');
    await window.answer("The program's file", 'train.py');
    await window.answer('The file, in', 'first.wml.yaml');
    await window.tab('first.wml.yaml').waitFor();
    await window.page.locator('.squiggly-warning').first().waitFor();
    await window.shot('made');
    assert.equal(await window.page.locator('.squiggly-error').count(), 0);
    await until('the manifest is saved', async () => {
      const text = await fs.readFile(path.join(folder, 'first.wml.yaml'), 'utf8');
      return text.includes('command: python3 train.py');
    });
    const rules = (await window.problems()).filter((line) => line.includes('wml-lint'));
    assert.ok(rules.length > 0 && rules.every((line) => line.includes('placeholder-value')), rules.join('\n'));
  });
  await acceptsArchive(report, code, window);
  await window.close();
}
