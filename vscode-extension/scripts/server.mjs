// Puts the linter into server/: the native one of a platform, or the jars, which need a Java.
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
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

/** Annotations for compilers, which a library names as its need. Nothing looks at them when the linter runs. */
const FOR_COMPILERS = /error_prone_annotations/;

/** @returns {string[]} the names of the jars that the linter needs when it runs */
export function jarsOf(image) {
  const lib = path.join(image, 'lib');
  const names = existsSync(lib) ? readdirSync(lib) : [];
  return names.filter((name) => name.endsWith('.jar') && !FOR_COMPILERS.test(name));
}

const LIBRARY = /\.(?:so|dylib|dll)$/;

/**
 * The files of a native linter, from its image on: the program, and the shared libraries that it loads. What
 * else a Java has there, such as its certificates, the linter never reads.
 */
export function nativeFilesOf(image) {
  const lib = path.join(image, 'lib');
  const libraries = existsSync(lib) ? readdirSync(lib).filter((name) => LIBRARY.test(name)) : [];
  const program = path.relative(image, programOf(image));
  return [program, ...libraries.map((name) => path.join('lib', name))];
}

/** What an image is made from. */
const SOURCES = ['schema', 'linter', 'lsp-server', 'dist'].flatMap((module) => [
  `${module}/src/main`,
  `${module}/pom.xml`,
]);

/** When a file, or the last one in a folder, was changed; in milliseconds. */
function changedAt(file) {
  if (!existsSync(file)) {
    return 0;
  }
  const { mtimeMs } = statSync(file);
  return statSync(file).isDirectory()
    ? Math.max(mtimeMs, ...readdirSync(file).map((name) => changedAt(path.join(file, name))))
    : mtimeMs;
}

/**
 * Whether the sources have changed since an image was made from them. Where nothing has been compiled, it was
 * made elsewhere, as in a release, and says nothing about the sources here.
 */
export function isStale(image, sources = project) {
  return (
    existsSync(path.join(sources, 'linter', 'target')) &&
    ['pom.xml', ...SOURCES].some((file) => changedAt(path.join(sources, file)) > statSync(image).mtimeMs)
  );
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

function needNative(target) {
  const image = findNative(target);
  if (isStale(image)) {
    throw new Error(`${image} is older than the sources; make it again, as it was made before`);
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
  if (image === undefined || isStale(image)) {
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
  const image = target === undefined ? needJars() : needNative(target);
  rmSync(server, { recursive: true, force: true });
  mkdirSync(server);
  if (target === undefined) {
    for (const name of jarsOf(image)) {
      cpSync(path.join(image, 'lib', name), path.join(server, JAR.test(name) ? SERVER_JAR : name));
    }
  } else {
    for (const file of nativeFilesOf(image)) {
      cpSync(path.join(image, file), path.join(server, file));
    }
  }
  cpSync(path.join(image, 'legal'), path.join(server, 'legal'), {
    recursive: true,
    filter: (file) => !FOR_COMPILERS.test(file),
  });
  withoutCompilers(path.join(server, 'legal', 'bom.cdx.json'));
}

/** Takes what is not packaged out of the bill of materials. */
function withoutCompilers(file) {
  const bom = JSON.parse(readFileSync(file, 'utf8'));
  const isPackaged = (reference) => !FOR_COMPILERS.test(reference);
  bom.components = bom.components.filter((one) => isPackaged(one['bom-ref']));
  bom.dependencies = bom.dependencies
    ?.filter(({ ref }) => isPackaged(ref))
    .map((one) => (one.dependsOn === undefined ? one : { ...one, dependsOn: one.dependsOn.filter(isPackaged) }));
  writeFileSync(file, JSON.stringify(bom, null, 2));
}
