import assert from 'node:assert/strict';
import path from 'node:path';
import { acceptsArchive } from './archive';
import { Code } from './code';
import { until } from './report';
import type { Stage } from './stage';
import { Window } from './window';
import { MISTAKES, workspace, zip } from './workspace';

/** No Java on the machine, and none in the package: one clear message. */
export async function noJava({ browser, report, artefacts, root }: Stage, vsix: string): Promise<void> {
  const code = await Code.start({
    folder: path.join(root, 'none'),
    extensions: [vsix],
    withoutJava: true,
  });
  const folder = await workspace(root, 'no-java', { 'job.wml.yaml': MISTAKES, 'two.wml.yaml': MISTAKES });
  const window = await Window.open(browser, code.window(folder, ['job.wml.yaml']), artefacts, 'no-java');
  const message = window.page.locator('.notification-list-item').filter({ hasText: 'needs Java 17' });
  await report.step('without Java there is one clear message, with buttons', async () => {
    await message.first().waitFor();
    await window.shot('message');
    await window.openFile('two.wml.yaml');
    await window.page.waitForTimeout(3_000);
    assert.equal(await message.count(), 1, 'the second manifest does not repeat it');
    assert.match((await message.textContent()) ?? '', /there is none on this machine/);
    await message.getByText('Open the Setting').waitFor();
    assert.deepEqual(await code.servers(), []);
  });
  await report.step('the button shows how to install Java', async () => {
    await message.getByText('How to Install Java').click();
    await window.page.getByText('If there is no Java').first().waitFor();
    await window.shot('how-to-install');
  });
  await window.close();
  await code.stop();
}

/** Says that it is the YAML extension of Red Hat, and does nothing. */
const OTHER_EXTENSION = {
  name: 'vscode-yaml',
  publisher: 'redhat',
  version: '99.0.0',
  engines: { vscode: '^1.91.0' },
  capabilities: { untrustedWorkspaces: { supported: true } },
  contributes: {
    configuration: { properties: { 'yaml.validate': { type: 'boolean', default: true } } },
  },
};

/**
 * No Java on the machine: the package for the platform brings its own, and starts faster soon. In a
 * folder that is not trusted, with the other YAML extension.
 */
export async function ownJava({ browser, report, artefacts, root }: Stage, vsix: string): Promise<void> {
  const other = path.join(root, 'other.vsix');
  await zip(other, { 'extension/package.json': JSON.stringify(OTHER_EXTENSION) });
  const code = await Code.start({
    folder: path.join(root, 'own'),
    extensions: [vsix, other],
    withoutJava: true,
    settings: {
      'security.workspace.trust.enabled': true,
      'security.workspace.trust.startupPrompt': 'never',
      'security.workspace.trust.banner': 'never',
    },
  });
  const folder = await workspace(root, 'own-java', {
    'job.wml.yaml': MISTAKES,
    'twice.yaml': `${MISTAKES}training_results_reference: again\n`,
    '.vscode/settings.json': JSON.stringify({ 'wmlLint.java.home': path.join(root, 'own-java/evil') }),
  });
  const address = code.window(folder, ['job.wml.yaml']);
  const window = await Window.open(browser, address, artefacts, 'own-java');
  await report.step('the package for one platform needs no Java', async () => {
    await window.seesSquiggles();
    await window.shot('runs');
  });
  await report.step('a folder that is not trusted cannot say which Java runs', async () => {
    await window.page.getByText('Restricted Mode').first().waitFor();
    const log = await code.log();
    assert.match(log, /Java \d+.* in .*\/server\/runtime/);
    assert.doesNotMatch(log, /evil/);
  });
  await report.step('duplicate keys are left to the other YAML extension, the rest is not', async () => {
    await window.openFile('twice.yaml');
    await window.seesSquiggles();
    await window.seesProblem('unsupported-resource');
    await window.seesProblem('duplicate-key', false);
    await window.shot('with-other-extension');
    await window.openFile('job.wml.yaml');
  });
  await acceptsArchive(report, code, window);
  await report.step('a server that crashes comes back, and not for ever', async () => {
    await window.closePanel();
    let before = (await code.servers())[0];
    for (let crash = 1; before !== undefined && crash <= MAX_CRASHES; crash++) {
      const greeted = await greetings(code);
      process.kill(before, 'SIGKILL');
      const dead = before;
      before = undefined;
      if (crash < MAX_CRASHES) {
        before = await until(`restart ${crash}`, async () =>
          (await code.servers()).find((pid) => pid !== dead),
        );
        // Not in the middle of its greeting: that is another failure.
        await until(`greeting ${crash}`, async () => (await greetings(code)) > greeted);
      }
    }
    await window.page
      .locator('.notification-list-item')
      .filter({ hasText: 'has crashed several times' })
      .waitFor();
    await window.shot('crashed');
    assert.deepEqual(await code.servers(), []);
  });
  await report.step('the button starts it again', async () => {
    await window.page.locator('.notification-list-item').getByText('Start Again').click();
    await until('a server', async () => (await code.servers()).length === 1);
    await window.seesSquiggles();
  });
  await window.close();
  await code.stop();
}

/** Five are followed by a restart. */
const MAX_CRASHES = 6;

/** How often a server has become ready. */
async function greetings(code: Code): Promise<number> {
  return (await code.log()).split('the server is ready').length - 1;
}
