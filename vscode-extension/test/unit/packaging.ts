import assert from 'node:assert/strict';
import { promises as fs } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, before, beforeEach, describe, it } from 'mocha';

interface Scripts {
  findJars(images: string): string | undefined;
  findNative(target: string, images: string): string;
  jarsOf(image: string): string[];
  nativeFilesOf(image: string): string[];
  isStale(image: string, sources: string): boolean;
}

interface Details {
  repositoryIn(env: Record<string, string>): string | undefined;
  withLinks(manifest: object, repository: string | undefined): Record<string, unknown>;
  withoutPictures(readme: string): string;
}

interface Legal {
  writeLegal(root: string, sources: string[], withRuntime: boolean): void;
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

  it('takes of a native linter the program and its libraries, and of jars those that run', async () => {
    const libraries = ['lib/libjava.so', 'lib/security/cacerts', 'lib/keytool', 'bin/keytool'];
    const native = await image('wml-lint-1-linux-x64', 'bin/wml-lint', ...libraries);
    assert.deepEqual(scripts.nativeFilesOf(native), ['bin/wml-lint', 'lib/libjava.so']);
    const jars = await image('wml-lint-1-any-jvm', 'lib/error_prone_annotations-2.50.0.jar', 'lib/gson-2.jar');
    assert.deepEqual(scripts.jarsOf(jars), ['gson-2.jar']);
  });

  it('knows an image that is older than its sources', async () => {
    const built = await image('dist/target/wml-lint-1-any-jvm', 'lib/a.jar');
    const source = path.join(images, 'linter/src/main/java/A.java');
    await fs.mkdir(path.dirname(source), { recursive: true });
    await fs.writeFile(source, '');
    const all = ['linter/src/main/java/A.java', 'linter/src/main/java', 'linter/src/main'];
    const changed = (seconds: number) =>
      Promise.all(all.map((file) => fs.utimes(path.join(images, file), seconds, seconds)));
    await fs.utimes(built, 100, 100);
    await changed(200);
    assert.equal(scripts.isStale(built, images), false, 'it was made elsewhere');
    await fs.mkdir(path.join(images, 'linter/target'));
    assert.equal(scripts.isStale(built, images), true);
    await changed(50);
    assert.equal(scripts.isStale(built, images), false);
  });

  it('leads to the repository that it is made for', async () => {
    const details = (await import(pathToFileURL(path.resolve('scripts', 'details.mjs')).href)) as Details;
    const repository = 'https://github.com/a/b';
    const env = { GITHUB_SERVER_URL: 'https://github.com', GITHUB_REPOSITORY: 'a/b' };
    assert.equal(details.repositoryIn(env), repository);
    assert.equal(details.repositoryIn({ ...env, WML_REPOSITORY: 'https://x.org/c.git/' }), 'https://x.org/c');
    assert.equal(details.repositoryIn({}), undefined);
    assert.deepEqual(details.withLinks({ name: 'x' }, repository), {
      name: 'x',
      homepage: 'https://github.com/a/b#readme',
      bugs: { url: 'https://github.com/a/b/issues' },
      repository: { type: 'git', url: 'https://github.com/a/b.git', directory: 'vscode-extension' },
    });
    assert.deepEqual(details.withLinks({ name: 'x' }, undefined), { name: 'x' });
  });

  it('has no pictures in its README that cannot be loaded', async () => {
    const details = (await import(pathToFileURL(path.resolve('scripts', 'details.mjs')).href)) as Details;
    const readme = await fs.readFile('README.md', 'utf8');
    assert.equal(readme.split('](images/').length, 4);
    const text = details.withoutPictures(readme);
    assert.doesNotMatch(text, /!\[|images\//);
    assert.match(text, /quick fix\.\n\nThe findings are the same/);
  });

  /** An extension whose linter is made of a jar and a runtime. */
  async function writeLegal(sources: string[], withRuntime: boolean): Promise<[string, string[]]> {
    const part = (type: string, name: string) => ({ type, name, 'bom-ref': name });
    const components = [part('library', 'a-jar'), part('platform', 'OpenJDK')];
    const theirs = path.join(images, 'server/legal/bom.cdx.json');
    await fs.mkdir(path.dirname(theirs), { recursive: true });
    await fs.writeFile(theirs, JSON.stringify({ bomFormat: 'CycloneDX', components }));
    await fs.symlink(path.resolve('node_modules'), path.join(images, 'node_modules'));
    const file = path.resolve('scripts', 'legal.mjs');
    ((await import(pathToFileURL(file).href)) as Legal).writeLegal(images, sources, withRuntime);
    const read = (name: string) => fs.readFile(path.join(images, 'legal', name), 'utf8');
    const bom = JSON.parse(await read('bom.cdx.json')) as {
      serialNumber: string;
      components: { 'bom-ref': string }[];
    };
    assert.match(bom.serialNumber, /^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    return [await read('THIRD-PARTY.txt'), bom.components.map((one) => one['bom-ref'])];
  }

  it('has the notices and the materials of the bundle and of the linter', async () => {
    const sources = ['src/a.ts', 'node_modules/semver/a.js', 'node_modules/semver/b.js'];
    const [notices, native] = await writeLegal(sources, true);
    const text = await fs.readFile('node_modules/semver/LICENSE', 'utf8');
    assert.match(notices, /^semver \d+\.\d+\.\d+\n {2}licence: ISC\n {2}sources: https:\/\/github\.com\/npm\/node-semver\n/m);
    assert.ok(notices.includes(text));
    assert.deepEqual(native.slice(0, 2), ['a-jar', 'OpenJDK']);
    assert.match(native[2] ?? '', /^pkg:npm\/semver@\d+\.\d+\.\d+$/);
    assert.equal(native.length, 3);
  });

  it('names no runtime for jars, which come without one', async () => {
    assert.deepEqual((await writeLegal([], false))[1], ['a-jar']);
  });
});
