import * as path from 'node:path';
import { usualFolders } from './folders';
import type { Machine } from './machine';
import { featureOf, OLDEST_JAVA, property, versionInRelease } from './version';

/** A Java that is there. */
export interface Java {
  /** The folder in which `bin/java` is. */
  readonly home: string;
  readonly executable: string;
  /** As it tells it: `17.0.15`. */
  readonly version: string;
  /** 17 of it. */
  readonly feature: number;
}

/** What a search ended with. */
export type JavaSearch =
  | { readonly kind: 'found'; readonly java: Java }
  /** The setting leads to no Java, or to one that is too old. Nothing else was tried. */
  | { readonly kind: 'wrongSetting'; readonly folder: string; readonly tooOld?: Java }
  | { readonly kind: 'none'; readonly tooOld: readonly Java[] };

/**
 * Looks for a Java that is new enough: the setting, JAVA_HOME, the PATH, and of the usual folders
 * the newest.
 *
 * @param configured what the user has set; it alone counts where it is not empty
 */
export async function findJava(machine: Machine, configured: string): Promise<JavaSearch> {
  if (configured !== '') {
    const folder = expandHome(machine, configured);
    const java = await javaIn(machine, folder);
    if (java !== undefined && isNewEnough(java)) {
      return { kind: 'found', java };
    }
    return { kind: 'wrongSetting', folder, ...(java === undefined ? {} : { tooOld: java }) };
  }
  const tooOld: Java[] = [];
  for await (const java of inOrder(machine)) {
    if (isNewEnough(java)) {
      return { kind: 'found', java };
    }
    tooOld.push(java);
  }
  const usual = await all((await usualFolders(machine)).map((folder) => javaIn(machine, folder)));
  const newest = usual.filter(isNewEnough).sort((a, b) => b.feature - a.feature)[0];
  if (newest !== undefined) {
    return { kind: 'found', java: newest };
  }
  return { kind: 'none', tooOld: distinct([...tooOld, ...usual]) };
}

async function* inOrder(machine: Machine): AsyncGenerator<Java> {
  const home = machine.env['JAVA_HOME'];
  if (home !== undefined && home !== '') {
    yield* some(await javaIn(machine, home));
  }
  yield* onPath(machine);
}

async function* onPath(machine: Machine): AsyncGenerator<Java> {
  const paths = pathsOf(machine);
  const folders = (machine.env['PATH'] ?? machine.env['Path'] ?? '').split(paths.delimiter);
  for (const folder of folders.filter((one) => paths.isAbsolute(one))) {
    const program = paths.join(folder, programName(machine));
    if (await machine.isFile(program)) {
      yield* some(await javaOf(machine, program));
    }
  }
}

/** The Java of a program on the PATH: perhaps a link, perhaps a version manager's shim. */
async function javaOf(machine: Machine, program: string): Promise<Java | undefined> {
  const paths = pathsOf(machine);
  const real = await machine.resolve(program);
  const beside = await javaIn(machine, paths.dirname(paths.dirname(real)), false);
  if (beside !== undefined) {
    return beside;
  }
  // On a Mac without Java this program opens a window that offers to install one.
  if (machine.platform === 'darwin' && real.startsWith('/usr/bin/')) {
    return undefined;
  }
  const settings = await machine.ask(program, ['-XshowSettings:properties', '-version']);
  const home = property(settings, 'java.home');
  return home === undefined ? undefined : java(machine, home, property(settings, 'java.version'));
}

/**
 * The Java whose home is this folder, by its `release` file: starting a JVM to ask for its version
 * costs as much as starting the server. Where that file is missing, the program is asked.
 */
async function javaIn(machine: Machine, home: string, ask = true): Promise<Java | undefined> {
  const program = programIn(machine, home);
  if (!(await machine.isFile(program))) {
    return undefined;
  }
  const release = await machine.read(pathsOf(machine).join(home, 'release'));
  const told = release === undefined ? undefined : versionInRelease(release);
  if (told !== undefined || !ask) {
    return java(machine, home, told);
  }
  const settings = await machine.ask(program, ['-XshowSettings:properties', '-version']);
  return java(machine, home, property(settings, 'java.version'));
}

function java(machine: Machine, home: string, version: string | undefined): Java | undefined {
  const feature = version === undefined ? undefined : featureOf(version);
  if (version === undefined || feature === undefined) {
    return undefined;
  }
  return { home, executable: programIn(machine, home), version, feature };
}

function isNewEnough(java: Java): boolean {
  return java.feature >= OLDEST_JAVA;
}

function programIn(machine: Machine, home: string): string {
  return pathsOf(machine).join(home, 'bin', programName(machine));
}

function programName(machine: Machine): string {
  return machine.platform === 'win32' ? 'java.exe' : 'java';
}

function pathsOf(machine: Machine): path.PlatformPath {
  return machine.platform === 'win32' ? path.win32 : path.posix;
}

function expandHome(machine: Machine, folder: string): string {
  return folder.replace(/^~(?=$|[\\/])/, () => machine.home);
}

function some<T>(value: T | undefined): T[] {
  return value === undefined ? [] : [value];
}

async function all<T>(values: Promise<T | undefined>[]): Promise<T[]> {
  return (await Promise.all(values)).flatMap(some);
}

function distinct(javas: readonly Java[]): Java[] {
  return [...new Map(javas.map((java) => [java.home, java])).values()];
}
