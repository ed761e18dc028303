import assert from 'node:assert/strict';
import { promises as fs } from 'node:fs';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import { Code } from './code';
import { hostTests } from './hostTests';
import { until } from './report';
import type { Stage } from './stage';
import { Window } from './window';
import { MISTAKES, workspace, zip } from './workspace';

/** No Java on the machine: the package for the platform needs none. */
export async function native(stage: Stage, vsix: string): Promise<void> {
  await nativeServer(stage, vsix);
  const code = await Code.start({
    folder: path.join(stage.root, 'own-host'),
    extensions: [vsix],
    runsSuites: true,
    withoutJava: true,
  });
  await hostTests(stage, code, 'own-host');
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

/** With the other YAML extension, and with a setting for a Java that is not there. */
async function nativeServer({ browser, report, artefacts, root }: Stage, vsix: string): Promise<void> {
  const other = path.join(root, 'other.vsix');
  await zip(other, { 'extension/package.json': JSON.stringify(OTHER_EXTENSION) });
  const code = await Code.start({
    folder: path.join(root, 'own'),
    extensions: [vsix, other],
    withoutJava: true,
  });
  const program = path.join(await code.installed(), 'server', 'bin', 'wml-lint');
  const folder = await workspace(root, 'own', {
    'job.wml.yaml': MISTAKES,
    'twice.yaml': `${MISTAKES}training_results_reference: again\n`,
    '.vscode/settings.json': JSON.stringify({ 'wmlLint.java.home': '/no/such/java' }),
  });
  await report.step('VS Code unpacks the program as one that may run', async () => {
    assert.equal((await fs.stat(program)).mode & 0o777, 0o755);
  });
  // Others that unpack packages may do without.
  await fs.chmod(program, 0o644);
  const address = code.window(folder, ['job.wml.yaml']);
  const window = await Window.open(browser, address, artefacts, 'own');
  await report.step('the package for one platform needs no Java: its server is native', async () => {
    await window.seesSquiggles();
    await window.shot('runs');
    const log = await code.log();
    const [server, ...others] = await code.servers();
    assert.ok(server !== undefined && others.length === 0);
    assert.equal(/the native server runs, process (\d+)/.exec(log)?.[1], String(server));
    assert.equal(await fs.readlink(`/proc/${server}/exe`), await fs.realpath(program));
    assert.doesNotMatch(log, /Java \d|archive/);
  });
  await report.step('the setting for Java does nothing, and the log says so once', async () => {
    const words = 'the setting wmlLint.java.home does nothing';
    assert.equal((await code.log()).split(words).length, 2);
  });
  await report.step('a rule is explained: sub-commands run the native program', async () => {
    await window.command('WML: Explain Rule');
    await window.page.locator('.quick-input-widget input').first().fill('legacy-key');
    await window.choose('legacy-key');
    await window.tab('legacy-key').waitFor();
    await window.shot('rule');
    await window.openFile('job.wml.yaml');
  });
  await report.step('duplicate keys are left to the other YAML extension, the rest is not', async () => {
    await window.openFile('twice.yaml');
    await window.seesSquiggles();
    await window.seesProblem('unsupported-resource');
    await window.seesProblem('duplicate-key', false);
    await window.shot('with-other-extension');
    await window.openFile('job.wml.yaml');
  });
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
  const messages = (words: string): Locator =>
    window.page.locator('.notification-list-item').filter({ hasText: words });
  await report.step('a server that ends before it is ready is not started again and again', async () => {
    await window.command('Notifications: Clear All Notifications');
    await replace(program, 'test "$1" = --version && echo 1 || exit 3');
    await window.command('WML: Restart Server');
    await messages('manifests does not start').first().waitFor();
    await window.page.waitForTimeout(3_000);
    await window.shot('ends');
    assert.equal(await messages('manifests does not start').count(), 1);
    assert.equal(await messages('').count(), 1, 'no other message');
    assert.equal((await code.log()).split('the server has ended (3)').length, 2);
  });
  await report.step('a program that does not run is told of in one message', async () => {
    await replace(program, 'echo GLIBC_2.99 not found >&2; exit 1');
    await window.command('WML: Restart Server');
    const message = messages('does not run on this machine');
    await message.first().waitFor();
    await window.page.waitForTimeout(3_000);
    await window.shot('does-not-run');
    assert.equal(await message.count(), 1);
    assert.match((await message.textContent()) ?? '', /exit code 1\..*no Java can take its place/);
    assert.match(await code.log(), /GLIBC_2\.99 not found/);
    assert.deepEqual(await code.servers(), []);
    await message.getByText('What to Do').click();
    await window.page.getByText('If the linter does not run').first().waitFor();
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

/** Puts a program of the shell in the place of another, which may be running. */
async function replace(program: string, text: string): Promise<void> {
  await fs.writeFile(`${program}.new`, `#!/bin/sh\n${text}\n`, { mode: 0o755 });
  await fs.rename(`${program}.new`, program);
}
