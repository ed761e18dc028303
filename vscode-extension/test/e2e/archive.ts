import assert from 'node:assert/strict';
import { promises as fs } from 'node:fs';
import path from 'node:path';
import type { Code } from './code';
import { type Report, until } from './report';
import type { Window } from './window';

/** The archive is made in the background, and a JVM takes it at the next start. */
export async function acceptsArchive(report: Report, code: Code, window: Window): Promise<void> {
  const archive = await report.step('the start-up archive is made in the background', async () => {
    const user = path.join(code.folder, 'user', 'User');
    const storage = path.join(user, 'globalStorage', 'wml-lint.wml-manifest', 'start-up');
    const name = await until(
      'an archive',
      async () =>
        (await fs.readdir(storage).catch(() => [])).find((one) => /\.(aot|jsa)$/.test(one)),
      180,
    );
    return path.join(storage, name);
  });
  await report.step('it is accepted at the next start: the server has mapped it', async () => {
    assert.ok(archive !== undefined, 'no archive');
    const before = await code.servers();
    await window.command('WML: Restart Server');
    const server = await until('another server', async () =>
      (await code.servers()).find((pid) => !before.includes(pid)),
    );
    // A JVM that refuses an archive closes it again: none of it is among its memory.
    await until(`${archive} in the memory of ${server}`, async () =>
      (await fs.readFile(`/proc/${server}/maps`, 'utf8')).includes(archive),
    );
    await window.page.locator('.squiggly-error, .squiggly-warning').first().waitFor();
  });
}
