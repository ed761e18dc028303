// Puts the linter into server/: the native one of a platform, or the jars, which need a Java.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const project = path.resolve(root, '..');
const server = path.join(root, 'server');

/** What Maven makes: `wml-lint-VERSION-PLATFORM/`, native, and `wml-lint-VERSION-PLATFORM-jvm/`. */
const IMAGES = path.join(project, 'dist', 'target');
const JAR = /^wml-language-server-.*\.jar$/;
const SERVER_JAR = 'wml-language-server.jar';

/** VS Code's names of the platforms for which there is a native linter, and those of dist/. */
const PLATFORMS = {
  'linux-x64': 'linux-x64',
  'linux-arm64': 'linux-arm64',
  'darwin-x64': 'macos-x64',
  'darwin-arm64': 'macos-arm64',
  'win32-x64': 'windows-x64',
};

/** @returns {string | undefined} the newest folder in dist/target with such a name and content */
function newest(images, ending, isOne) {
  const names = existsSync(images) ? readdirSync(images) : [];
  return names
    .filter((name) => name.startsWith('wml-lint-') && name.endsWith(ending))
    .map((name) => path.join(images, name))
    .filter(isOne)
    .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)[0];
}

function jarsOf(image) {
  const lib = path.join(image, 'lib');
  return existsSync(lib) ? readdirSync(lib).filter((name) => name.endsWith('.jar')) : [];
}

/** @returns {string | undefined} any image with jars: they are the same on all platforms */
export function findJars(images = IMAGES) {
  return newest(images, '-jvm', (image) => jarsOf(image).some((name) => JAR.test(name)));
}

/** The program in the native linter of a platform. */
function programOf(image) {
  return ['wml-lint', 'wml-lint.exe']
    .map((name) => path.join(image, 'bin', name))
    .find((file) => existsSync(file));
}

/** @param {string} target such as darwin-arm64 */
export function findNative(target, images = IMAGES) {
  if (!Object.hasOwn(PLATFORMS, target)) {
    const known = Object.keys(PLATFORMS).join(', ');
    throw new Error(`no linter is made for ${target}, only for ${known}: package the universal one`);
  }
  // One with a runtime is a JVM image of a time when they had no name of their own.
  const image = newest(
    images,
    `-${PLATFORMS[target]}`,
    (one) => programOf(one) !== undefined && !existsSync(path.join(one, 'runtime')),
  );
  if (image === undefined) {
    const without = target === 'linux-x64' ? ', or mvn -Pnative-without-graalvm package' : '';
    throw new Error(
      `no native linter for ${target} in ${images}; make it on that platform: ` +
        `mvn -Pnative package, with GRAALVM_HOME set${without}`,
    );
  }
  return image;
}

function buildProject() {
  console.log('building the linter...');
  const maven = process.platform === 'win32' ? 'mvn.cmd' : 'mvn';
  const options = ['-q', '-B', '-Dmaven.test.skip=true', '-Dspotless.check.skip=true', 'package'];
  const built = spawnSync(maven, options, {
    cwd: project,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (built.status !== 0) {
    throw new Error('the linter could not be built; building it needs Maven and a JDK 17');
  }
}

function needJars() {
  let image = findJars();
  if (image === undefined) {
    buildProject();
    image = findJars();
  }
  if (image === undefined) {
    throw new Error(`mvn package left no JVM image in ${IMAGES}`);
  }
  return image;
}

/**
 * Fills server/ anew. Jars are prepared for an archive of their classes; the image's own archive
 * stays there, for it does not outlive being unpacked by an editor.
 *
 * @param {string | undefined} target the platform whose native linter it shall be, such as
 *     linux-x64; undefined: the jars
 */
export function stageServer(target) {
  const image = target === undefined ? needJars() : findNative(target);
  rmSync(server, { recursive: true, force: true });
  mkdirSync(server);
  if (target === undefined) {
    for (const name of jarsOf(image)) {
      cpSync(path.join(image, 'lib', name), path.join(server, JAR.test(name) ? SERVER_JAR : name));
    }
  } else {
    const program = programOf(image);
    cpSync(program, path.join(server, 'bin', path.basename(program)));
    if (existsSync(path.join(image, 'lib'))) {
      cpSync(path.join(image, 'lib'), path.join(server, 'lib'), { recursive: true });
    }
  }
  cpSync(path.join(image, 'legal'), path.join(server, 'legal'), { recursive: true });
}
