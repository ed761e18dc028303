// Puts the linter into server/: the jars, and for a package of one platform its Java too.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const project = path.resolve(root, '..');
const server = path.join(root, 'server');

/** What `mvn package` makes: `wml-lint-VERSION-PLATFORM/`, with `lib/` and a Java in `runtime/`. */
const IMAGES = path.join(project, 'dist', 'target');
const JAR = /^wml-language-server-.*\.jar$/;
const SERVER_JAR = 'wml-language-server.jar';

/** @returns {string | undefined} the newest image of that platform; of any, where none is wanted */
function newestImage(platform = '') {
  const names = existsSync(IMAGES) ? readdirSync(IMAGES) : [];
  return names
    .filter((name) => name.startsWith('wml-lint-') && name.endsWith(platform))
    .map((name) => path.join(IMAGES, name))
    .filter((folder) => existsSync(path.join(folder, 'lib')))
    .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)[0];
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

function findImage(platform) {
  let image = newestImage(platform);
  if (image === undefined) {
    buildProject();
    image = newestImage(platform);
  }
  if (image === undefined) {
    throw new Error(`mvn package left no image for ${platform ?? 'any platform'} in ${IMAGES}`);
  }
  return image;
}

/**
 * Fills server/ anew. The jars of an image are those of every other, prepared for an archive of
 * their classes; the image's own archive stays there, for it does not outlive being unpacked by an
 * editor.
 *
 * @param {string | undefined} target the platform whose Java comes along, such as linux-x64
 */
export function stageServer(target) {
  const image = findImage(target);
  rmSync(server, { recursive: true, force: true });
  mkdirSync(server);
  for (const name of readdirSync(path.join(image, 'lib')).filter((one) => one.endsWith('.jar'))) {
    cpSync(path.join(image, 'lib', name), path.join(server, JAR.test(name) ? SERVER_JAR : name));
  }
  if (target !== undefined) {
    cpSync(path.join(image, 'runtime'), path.join(server, 'runtime'), {
      recursive: true,
      verbatimSymlinks: true,
    });
  }
}
