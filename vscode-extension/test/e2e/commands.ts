import assert from 'node:assert/strict';
import { promises as fs } from 'node:fs';
import path from 'node:path';
import { Code } from './code';
import { until } from './report';
import type { Stage } from './stage';
import { Window } from './window';
import { MISTAKES, VALID, workspace, zip } from './workspace';

const SWIFT_KEY = JSON.stringify({
  auth_url: 'https://identity.open.softlayer.com/v3',
  projectId: '0123456789abcdef0123456789abcdef',
  region: 'dallas',
  username: 'member_example',
  password: 'word-of-the-test',
  domainName: '1234567',
});

/** A test of some steps, in a window of its own. */
type Part = (stage: Stage, code: Code) => Promise<void>;

const PARTS: readonly Part[] = [
  firstFile,
  anotherZip,
  connection,
  closedManifests,
  insideOfAZip,
  packing,
  nothingToFix,
  withoutFolder,
  severalFolders,
  otherVersion,
  pages,
  silence,
];

/** The commands, by palette, menus, lists and buttons, in a VS Code that shows its messages. */
export async function commands(stage: Stage, vsix: string): Promise<void> {
  const code = await Code.start({ folder: path.join(stage.root, 'commands'), extensions: [vsix] });
  for (const part of PARTS) {
    await part(stage, code);
  }
  await code.stop();
}

async function firstFile({ browser, report, artefacts, root }: Stage, code: Code): Promise<void> {
  const folder = await workspace(root, 'first', { 'empty.wml.yaml': '', 'words.wml.yaml': VALID });
  const window = await Window.open(browser, code.window(folder, ['empty.wml.yaml']), artefacts, 'first');
  await report.step('the first file of a window is indented by two spaces', async () => {
    await window.tab('empty.wml.yaml').waitFor();
    await window.page.locator('.statusbar-item').filter({ hasText: 'Spaces: 2' }).waitFor();
    await window.shot('empty');
  });
  await report.step('where nothing fits, no words of the file are proposed', async () => {
    await window.openFile('words.wml.yaml');
    await window.seesText('name: mnist');
    await window.goToEndOf('name: mnist');
    await window.press('Escape', 'Control+Space');
    await window.page.waitForTimeout(2_000);
    await window.shot('no-words');
    const labels = await window.page.locator('.suggest-widget.visible .label-name').allTextContents();
    assert.deepEqual(labels.filter((label) => ['tensorflow', 'mnist'].includes(label)), []);
  });
  await window.close();
}

async function anotherZip({ browser, report, artefacts, root }: Stage, code: Code): Promise<void> {
  const folder = await workspace(root, 'another-zip', { 'job.wml.yaml': VALID });
  await zip(path.join(folder, 'tf-model.zip'), { 'convolutional_network.py': '' });
  await zip(path.join(folder, 'deep', 'other.zip'), { 'else.py': '' });
  const window = await Window.open(browser, code.window(folder, ['job.wml.yaml']), artefacts, 'another-zip');
  await report.step('the state is shown once the manifest was checked', async () => {
    await window.status.filter({ hasText: 'tf-model.zip (1 file)' }).waitFor();
  });
  await report.step('a check with another zip is in the palette, and lists what it finds', async () => {
    await window.command('WML: Check with a Zip');
    await window.shot('zips');
    await window.choose('other.zip');
    await window.seesProblem('wml-lint with other.zip');
    await window.shot('problems');
    await window.message('job.wml.yaml with other.zip').waitFor();
  });
  await report.step('its findings go when the text changes', async () => {
    await window.goToEndOf('name: mnist');
    await window.type('x');
    await window.seesProblem('wml-lint with other.zip', false);
  });
  await report.step('the button above the editor checks too', async () => {
    await window.page.locator('.editor-actions [aria-label^="Check with a Zip"]').first().click();
    await window.choose('other.zip');
    await window.seesProblem('wml-lint with other.zip');
    await window.closePanel();
  });
  await report.step('a click on the numbers of the lens shows the problems', async () => {
    await window.goToEndOf('resource: small');
    await window.type('x');
    await window.page.locator('.codelens-decoration a').filter({ hasText: '1 error' }).click();
    await window.page.locator('.markers-panel').waitFor();
  });
  await window.close();
}

async function openWalkthrough(window: Window): Promise<void> {
  const title = 'Get started with training manifests';
  await window.command('Welcome: Open Walkthrough');
  await window.page.locator('.quick-input-widget input').first().fill(title);
  await window.row(title).waitFor();
  // By the keyboard: the words on the line cover it.
  await window.press('Enter');
}

async function connection({ browser, report, artefacts, root }: Stage, code: Code): Promise<void> {
  const folder = await workspace(root, 'connection', {
    'job.wml.yaml': VALID.replace('&store', '&store  # shared').replace('example-key', 'example-key # mine'),
    'key.json': SWIFT_KEY,
  });
  const window = await Window.open(browser, code.window(folder, ['job.wml.yaml']), artefacts, 'connection');
  await report.step('a Swift credential takes the place of an s3 connection that is shared', async () => {
    await window.status.filter({ hasText: 'Manifest' }).waitFor();
    await window.command('WML: Insert Connection');
    await window.answerPath(path.join(folder, 'key.json'), 'The JSON of a service credential');
    await window.row('training data').waitFor();
    await window.shot('targets');
    assert.equal(await window.page.locator('.quick-input-list .monaco-list-row').count(), 1);
    await window.press('Enter');
    await window.seesText('user_name: member_example');
    const text = await window.text();
    assert.match(text, /- connection: &store # shared/);
    assert.match(text, /connection: \*store/);
    assert.doesNotMatch(text, /aws_access_key_id|endpoint_url|type: s3/);
    assert.equal(text.split('type: bluemix_objectstore').length, 3, text);
    await window.shot('inserted');
  });
  await report.step('with the walkthrough in front the manifest beside it is meant', async () => {
    await window.press('Control+Z');
    await window.seesText('type: s3');
    await openWalkthrough(window);
    const step = window.page.locator('.getting-started-step').filter({ hasText: 'Fill in the connection' });
    await step.click();
    await window.shot('walkthrough');
    await step.getByText('Insert the Connection').click();
    await window.answerPath(path.join(folder, 'key.json'), 'The JSON of a service credential');
    await window.row('training data').waitFor();
    await window.press('Enter');
    await window.tab('job.wml.yaml').waitFor();
    await window.seesText('user_name: member_example');
  });
  await window.close();
}

async function closedManifests({ browser, report, artefacts, root }: Stage, code: Code): Promise<void> {
  const folder = await workspace(root, 'closed', { 'front.wml.yaml': VALID, 'deep/back.wml.yaml': MISTAKES });
  const back = path.join(folder, 'deep', 'back.wml.yaml');
  const window = await Window.open(browser, code.window(folder, ['front.wml.yaml']), artefacts, 'closed');
  await report.step('all manifests are checked, open or not', async () => {
    await window.status.filter({ hasText: 'Manifest' }).waitFor();
    await window.command('WML: Check All Manifests in Workspace');
    await window.message('2 manifests checked').getByText('Show Problems').click();
    await window.seesProblem('unsupported-resource');
    await window.shot('checked');
  });
  await report.step('one that is mended on the disk loses its findings', async () => {
    await fs.writeFile(back, VALID);
    await window.seesProblem('unsupported-resource', false);
  });
  await report.step('and has new ones when it is broken again', async () => {
    await fs.writeFile(back, MISTAKES);
    await window.seesProblem('unsupported-resource');
  });
  await report.step('one that was opened and closed keeps its findings', async () => {
    await window.openFile('back.wml.yaml');
    await window.seesSquiggles();
    await window.command('View: Close Editor');
    await window.tab('front.wml.yaml').waitFor();
    // Long enough for findings to be taken back.
    await window.page.waitForTimeout(3_000);
    await window.seesProblem('unsupported-resource');
    await window.shot('closed-again');
  });
  await window.close();
}

async function insideOfAZip({ browser, report, artefacts, root }: Stage, code: Code): Promise<void> {
  const folder = await workspace(root, 'inside', {
    'job.wml.yaml': `# wml-lint: model=tf-model.zip\n${VALID}`,
  });
  const model = path.join(folder, 'tf-model.zip');
  await zip(model, { 'convolutional_network.py': 'print("first")\n' });
  const window = await Window.open(browser, code.window(folder, ['job.wml.yaml']), artefacts, 'inside');
  await report.step('F12 leads from the comment to a list of the files of the zip', async () => {
    await window.status.filter({ hasText: 'tf-model.zip (1 file)' }).waitFor();
    await window.goTo(1, 24);
    await window.pressFor(window.tab('tf-model.zip'), 'F12');
    await window.seesText('convolutional_network.py');
    await window.shot('list');
    await window.openFile('job.wml.yaml');
  });
  await report.step('F12 leads from the command into the zip, and shows what it has by now', async () => {
    await window.goToEndOf('python3 convolutional');
    await window.goTo(8, 26);
    await window.pressFor(window.tab('convolutional_network.py'), 'F12');
    await window.seesText('print("first")');
    await zip(model, { 'convolutional_network.py': 'print("second")\n' });
    await window.seesText('print("second")');
    await window.shot('changed');
  });
  await report.step('a file of a zip is there again after the window was reloaded', async () => {
    await window.reload(code.window(folder));
    await window.tab('convolutional_network.py').waitFor();
    await window.seesText('print("second")');
  });
  await report.step('so is the page of a rule', async () => {
    await window.command('WML: Explain Rule');
    await window.page.locator('.quick-input-widget input').first().fill('legacy-key');
    await window.choose('legacy-key');
    await window.tab('legacy-key').waitFor();
    const heading = window.page.frameLocator('iframe.webview').frameLocator('#active-frame').locator('h1').first();
    await heading.waitFor();
    await window.reload(code.window(folder));
    await heading.waitFor();
    await window.shot('reloaded');
  });
  await window.close();
}

async function packing({ browser, report, artefacts, root }: Stage, code: Code): Promise<void> {
  const folder = await workspace(root, 'packing', {
    'job.wml.yaml': VALID,
    'program/train.py': 'print(1)\n',
    'program/key.json': SWIFT_KEY,
  });
  await zip(path.join(folder, 'program', 'old.zip'), { 'train.py': '' });
  const target = path.join(folder, 'new.zip');
  const window = await Window.open(browser, code.window(folder, ['job.wml.yaml']), artefacts, 'packing');
  const pack = async (): Promise<void> => {
    await window.menu(window.inExplorer('program'), 'Pack into Model Definition');
    await window.answerPath(target, 'The zip to write');
    await window.dialog('key.json').waitFor();
  };
  const isThere = (): Promise<boolean> =>
    fs.access(target).then(
      () => true,
      () => false,
    );
  await report.step('secrets and old archives are named before a zip is written', async () => {
    await window.status.filter({ hasText: 'Manifest' }).waitFor();
    await pack();
    await window.shot('question');
    assert.match((await window.dialog('key.json').textContent()) ?? '', /old\.zip/);
    assert.equal(await isThere(), false);
    await window.dialog('key.json').getByText('Cancel').click();
    await window.dialog('key.json').waitFor({ state: 'hidden' });
    assert.equal(await isThere(), false);
  });
  await report.step('and packed if the user says so', async () => {
    await pack();
    await window.dialog('key.json').getByText('Pack Anyway').click();
    await window.message('Packed new.zip: 3 files').waitFor();
    assert.equal(await isThere(), true);
    await window.shot('packed');
  });
  await window.close();
}

async function nothingToFix({ browser, report, artefacts, root }: Stage, code: Code): Promise<void> {
  const folder = await workspace(root, 'nothing', { 'job.wml.yaml': MISTAKES });
  const window = await Window.open(browser, code.window(folder, ['job.wml.yaml']), artefacts, 'nothing');
  await report.step('all that is safe is fixed, and then it is said that nothing is', async () => {
    await window.seesSquiggles();
    await window.command('WML: Fix All Safe Problems');
    await window.seesText('training_data_reference:');
    await window.command('WML: Fix All Safe Problems');
    await window.message('None of the problems has a fix that is surely safe').waitFor();
    await window.shot('nothing');
  });
  await report.step('each rule can be set in the settings editor', async () => {
    await window.command('Preferences: Open Settings (UI)');
    await window.page.locator('.settings-editor .suggest-input-container').first().click();
    await window.type('wmlLint.rules');
    const setting = window.page.locator('.setting-item-contents').filter({ hasText: 'Rules' }).first();
    await setting.getByText('Add Item').waitFor();
    await window.shot('settings');
  });
  await window.close();
}

async function withoutFolder({ browser, report, artefacts }: Stage, code: Code): Promise<void> {
  const window = await Window.open(browser, code.emptyWindow(), artefacts, 'without-folder');
  await report.step('without a folder a new manifest has a name, and places to go to with Tab', async () => {
    await window.command('WML: New Training Manifest');
    await window.choose('tensorflow');
    await window.choose('bluemix_objectstore');
    await window.answer("The program's file", 'train.py');
    await window.seesText('name: job');
    await window.page.locator('.selected-text').first().waitFor();
    await window.type('FIRST');
    await window.press('Tab');
    await window.type('SECOND');
    await window.seesText(/user_name: "FIRST"\n +password: "SECOND"/);
    await window.shot('filled-in');
  });
  await report.step('its model definition can be chosen when it has been saved', async () => {
    await window.press('Escape');
    await window.command('WML: Choose Model Definition');
    await window.message('Save the manifest first').waitFor();
    await window.shot('save-first');
  });
  await window.close();
}

async function severalFolders({ browser, report, artefacts, root }: Stage, code: Code): Promise<void> {
  const folder = await workspace(root, 'several', { 'one/a.txt': '', 'two/b.txt': '' });
  const folders = ['one', 'two'].map((name) => ({ uri: code.remote(path.join(folder, name)) }));
  await fs.writeFile(path.join(folder, 'all.code-workspace'), JSON.stringify({ folders }));
  const address = code.workspaceWindow(path.join(folder, 'all.code-workspace'));
  const window = await Window.open(browser, address, artefacts, 'several');
  await report.step('of several folders one is asked for', async () => {
    await window.inExplorer('two').waitFor();
    await window.command('WML: New Training Manifest');
    await window.shot('folders');
    await window.choose('two');
    await window.choose('tensorflow');
    await window.choose('s3');
    await window.answer("The program's file", 'train.py');
    await window.answer('The file, in two', 'job.wml.yaml');
    await window.tab('job.wml.yaml').waitFor();
    await until('the file', () => fs.readFile(path.join(folder, 'two', 'job.wml.yaml'), 'utf8').catch(() => ''));
  });
  await report.step('the menu of a folder makes a manifest there', async () => {
    await window.menu(window.inExplorer('one'), 'New Training Manifest');
    await window.choose('tensorflow');
    await window.choose('s3');
    await window.answer("The program's file", 'train.py');
    await window.answer('The file, in one', 'other.wml.yaml');
    await window.tab('other.wml.yaml').waitFor();
    assert.match(await fs.readFile(path.join(folder, 'one', 'other.wml.yaml'), 'utf8'), /name: other/);
  });
  await window.close();
}

async function pages({ browser, report, artefacts, root }: Stage, code: Code): Promise<void> {
  const folder = await workspace(root, 'pages', { 'a.txt': '' });
  const window = await Window.open(browser, code.window(folder), artefacts, 'pages');
  await report.step('the details of the extension have no broken pictures', async () => {
    await window.command('Extensions: Show Installed Extensions');
    await window.page.locator('.extension-list-item').filter({ hasText: 'WML Training Manifests' }).first().click();
    const page = window.page.frameLocator('iframe.webview').frameLocator('#active-frame');
    await page.getByText('The findings are the same').waitFor();
    await window.shot('details');
    assert.equal(await page.locator('img').count(), 0);
  });
  await report.step('the walkthrough has its pictures', async () => {
    // In a narrow window there are none.
    await window.page.setViewportSize({ width: 1700, height: 900 });
    await openWalkthrough(window);
    const picture = window.page.locator('.getting-started-media img').first();
    await picture.waitFor();
    await until('the picture', () => picture.evaluate((img) => (img as HTMLImageElement).naturalWidth > 100));
    await window.shot('walkthrough');
  });
  await window.close();
}

async function otherVersion({ browser, report, artefacts, root }: Stage, code: Code): Promise<void> {
  const folder = await workspace(root, 'other-version', { 'job.wml.yaml': VALID });
  const window = await Window.open(browser, code.window(folder, ['job.wml.yaml']), artefacts, 'other-version');
  await report.step('the version that is not checked has no verdict', async () => {
    await window.status.locator('.codicon-pass').waitFor();
    await window.press('Control+B');
    await window.seesText('name: mnist');
    await window.goToEndOf('name: mnist');
    await window.type('x');
    await window.command('File: Compare Active File with Saved');
    await window.page.locator('.editor.original .view-line').first().click();
    await window.status.locator('.codicon-circle-large-outline').waitFor();
    await window.shot('left');
  });
  await window.close();
}

async function silence({ browser, report, artefacts, root }: Stage, code: Code): Promise<void> {
  const folder = await workspace(root, 'silence', { 'job.wml.yaml': MISTAKES, 'two.wml.yaml': VALID });
  const window = await Window.open(browser, code.window(folder, ['job.wml.yaml']), artefacts, 'silence');
  await report.step('a server that does not answer is told of, and a click restarts it', async () => {
    await window.seesSquiggles();
    const [hung] = await code.servers();
    assert.ok(hung !== undefined);
    process.kill(hung, 'SIGSTOP');
    await window.openFile('two.wml.yaml');
    await window.status.locator('.codicon-circle-large-outline').waitFor();
    const words = window.status.filter({ hasText: 'Linter does not answer' });
    await words.waitFor();
    await window.shot('silent');
    await words.click();
    await until('another server', async () => (await code.servers()).some((pid) => pid !== hung));
    await window.status.filter({ hasText: 'no model definition' }).waitFor();
    await until('the end of the first', async () => !(await code.servers()).includes(hung));
    await window.shot('answers');
  });
  await window.close();
}
