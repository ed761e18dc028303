import assert from 'node:assert/strict';
import path from 'node:path';
import { Code } from './code';
import type { Stage } from './stage';
import { Window } from './window';
import { MISTAKES, workspace } from './workspace';

/**
 * No Java on the machine, and the universal package: one clear message. In a folder that is not
 * trusted.
 */
export async function noJava({ browser, report, artefacts, root }: Stage, vsix: string): Promise<void> {
  const code = await Code.start({
    folder: path.join(root, 'none'),
    extensions: [vsix],
    withoutJava: true,
    settings: {
      'security.workspace.trust.enabled': true,
      'security.workspace.trust.startupPrompt': 'never',
      'security.workspace.trust.banner': 'never',
    },
  });
  const folder = await workspace(root, 'no-java', {
    'job.wml.yaml': MISTAKES,
    'two.wml.yaml': MISTAKES,
    '.vscode/settings.json': JSON.stringify({ 'wmlLint.java.home': path.join(root, 'no-java/evil') }),
  });
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
  await report.step('a folder that is not trusted cannot say which Java runs', async () => {
    await window.page.getByText('Restricted Mode').first().waitFor();
    const log = await code.log();
    assert.match(log, /there is none on this machine/);
    assert.doesNotMatch(log, /evil/);
  });
  await report.step('the button shows how to install Java', async () => {
    await message.getByText('How to Install Java').click();
    await window.page.getByText('If the linter does not run').first().waitFor();
    await window.shot('how-to-install');
  });
  await report.step('another button opens the setting where it is in force', async () => {
    await window.command('WML: Restart Server');
    await message.getByText('Open the Setting').click();
    const setting = window.page.locator('.setting-item-contents').filter({ hasText: 'Java: Home' });
    await setting.first().waitFor();
    await window.shot('setting');
  });
  await window.close();
  await code.stop();
}
