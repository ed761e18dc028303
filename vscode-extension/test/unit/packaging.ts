import assert from 'node:assert/strict';
import { promises as fs } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, before, beforeEach, describe, it } from 'mocha';

interface Scripts {
  findJars(images: string): string | undefined;
  findNative(target: string, images: string): string;
}

describe('packaging', () => {
  let scripts: Scripts;
  let images: string;
  before(async () => {
    const file = path.resolve('scripts', 'server.mjs');
    scripts = (await import(pathToFileURL(file).href)) as Scripts;
  });
  beforeEach(async () => {
    images = await fs.mkdtemp(path.join(os.tmpdir(), 'wml-images-'));
  });
  afterEach(() => fs.rm(images, { recursive: true, force: true }));

  let made = 0;

  /** An image in dist/target, newer than those before. */
  async function image(name: string, ...files: string[]): Promise<string> {
    const folder = path.join(images, name);
    for (const file of files) {
      await fs.mkdir(path.dirname(path.join(folder, file)), { recursive: true });
      await fs.writeFile(path.join(folder, file), '');
    }
    await fs.utimes(folder, 0, ++made);
    return folder;
  }

  const JVM = ['bin/wml-lint', 'lib/a.jar', 'lib/wml-language-server-1.jar', 'runtime/bin/java'];

  it('takes the newest native linter of the platform', async () => {
    await image('wml-lint-1-linux-x64', 'bin/wml-lint');
    const newer = await image('wml-lint-2-linux-x64', 'bin/wml-lint', 'lib/libjava.so');
    await image('wml-lint-2-linux-arm64', 'bin/wml-lint');
    await image('wml-lint-2-linux-x64-jvm', ...JVM);
    await image('wml-lint-3-linux-x64', ...JVM);
    await fs.writeFile(path.join(images, 'wml-lint-2-linux-x64.tar.gz'), '');
    assert.equal(scripts.findNative('linux-x64', images), newer);
  });

  it("knows the platforms by VS Code's names", async () => {
    const mac = await image('wml-lint-1-macos-arm64', 'bin/wml-lint');
    const windows = await image('wml-lint-1-windows-x64', 'bin/wml-lint.exe');
    assert.equal(scripts.findNative('darwin-arm64', images), mac);
    assert.equal(scripts.findNative('win32-x64', images), windows);
    assert.throws(() => scripts.findNative('alpine-x64', images), /no linter is made for alpine-x64/);
  });

  it('says how a native linter that is missing is made', async () => {
    await image('wml-lint-1-linux-x64-jvm', ...JVM);
    assert.throws(
      () => scripts.findNative('linux-x64', images),
      /mvn -Pnative package, with GRAALVM_HOME set, or mvn -Pnative-without-graalvm package/,
    );
    assert.throws(() => scripts.findNative('darwin-x64', images), /GRAALVM_HOME set$/);
  });

  it('takes the jars of any JVM image, the newest, and of no other', async () => {
    assert.equal(scripts.findJars(path.join(images, 'missing')), undefined);
    await image('wml-lint-1-linux-x64-jvm', ...JVM);
    const any = await image('wml-lint-1-any-jvm', ...JVM.slice(0, -1));
    await image('wml-lint-2-linux-x64', 'bin/wml-lint', 'lib/libjava.so');
    await image('wml-lint-2-any-jvm', 'lib/other.jar');
    assert.equal(scripts.findJars(images), any);
  });
});
