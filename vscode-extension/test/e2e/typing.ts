import assert from 'node:assert/strict';
import { promises as fs } from 'node:fs';
import path from 'node:path';
import type { Code } from './code';
import type { Stage } from './stage';
import { Window } from './window';
import { workspace } from './workspace';

/** Sound manifests in many styles, from the tests of the linter. */
const MANIFESTS = path.resolve('../linter/src/test/resources/testdata/ok');
const LONGEST = 900;

/** Few of them, so that the tests take minutes; WML_TYPING=20 types twenty. */
const COUNT = Number(process.env['WML_TYPING'] ?? 3);

/** As long as a quick typist takes for a key, so that everything that pops up does so in time. */
const KEY_MILLIS = 60;

/** Types manifests with Enter and never chooses a proposal: the text must come out as typed. */
export async function typing({ browser, report, artefacts, root }: Stage, code: Code): Promise<void> {
  const names = ['job.wml.yaml', 'job.yaml'];
  const folder = await workspace(root, 'typing', Object.fromEntries(names.map((name) => [name, ''])));
  // A person corrects what the editor indents; here each space is typed.
  await fs.mkdir(path.join(folder, '.vscode'));
  const settings = { 'editor.autoIndent': 'none', 'editor.codeActionsOnSave': {} };
  await fs.writeFile(path.join(folder, '.vscode/settings.json'), JSON.stringify(settings));
  for (const name of names) {
    const file = path.join(folder, name);
    const window = await Window.open(browser, code.window(folder, [name]), artefacts, 'typing');
    await window.page.locator('.monaco-editor .view-lines').first().click();
    for (const manifest of await manifests()) {
      await report.step(`typed: ${path.basename(manifest)} as ${name}`, async () => {
        const text = (await fs.readFile(manifest, 'utf8')).replaceAll('\r', '');
        await window.press('Control+A', 'Delete');
        for (const line of text.replace(/\n$/, '').split('\n')) {
          await window.page.keyboard.type(line, { delay: KEY_MILLIS });
          await window.page.keyboard.press('Enter', { delay: KEY_MILLIS });
        }
        await window.press('Control+S');
        await window.page.locator('.tab.dirty').waitFor({ state: 'detached' });
        assert.equal(await fs.readFile(file, 'utf8'), `${text.replace(/\n$/, '')}\n`);
      });
    }
    await window.shot(name);
    await window.close();
  }
}

/** Evenly from all of them. */
async function manifests(): Promise<string[]> {
  const files = (await fs.readdir(MANIFESTS)).filter((name) => name.endsWith('.yaml')).sort();
  const short: string[] = [];
  for (const name of files) {
    const file = path.join(MANIFESTS, name);
    const text = await fs.readFile(file, 'utf8');
    // A person types no tabs, which the editor turns into spaces, and no marks of the encoding.
    if (text.length < LONGEST && /^[\n\r\x20-\x7e]*$/.test(text)) {
      short.push(file);
    }
  }
  return short.filter((_, index) => index % Math.ceil(short.length / COUNT) === 0).slice(0, COUNT);
}
