import { createHash } from 'node:crypto';
import { promises as fs } from 'node:fs';
import * as path from 'node:path';
import type { Java } from '../java/find';

/** The first Java that makes an AOT cache in one step (JEP 514). */
const FIRST_WITH_AOT_CACHE = 25;

/** A lock that is older was left behind, whatever runs under its owner's number now. */
const STALE_LOCK_MILLIS = 10 * 60 * 1000;

/**
 * The archive of loaded classes with which a JVM starts in half the time. It fits one Java and one
 * set of jars with their times, which change when an editor unpacks them: so it cannot be shipped.
 */
export interface Archive {
  readonly file: string;
  readonly isAotCache: boolean;
}

/** The archive of a Java for the jars of this folder; it need not be there yet. */
export async function archiveOf(java: Java, jars: string, storage: string): Promise<Archive> {
  const parts = [java.executable, java.version, await stamp(path.join(java.home, 'release'))];
  for (const file of await jarsIn(jars)) {
    parts.push(path.relative(jars, file), await stamp(file));
  }
  const key = createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 16);
  const isAotCache = java.feature >= FIRST_WITH_AOT_CACHE;
  return { file: path.join(storage, `${key}.${isAotCache ? 'aot' : 'jsa'}`), isAotCache };
}

/** The options with which a JVM uses it, where it is there. One that does not fit is passed over. */
export async function optionsToUse(archive: Archive): Promise<string[]> {
  if (!(await isFile(archive.file))) {
    return [];
  }
  return archive.isAotCache
    ? [`-XX:AOTCache=${archive.file}`, '-XX:AOTMode=auto']
    : [`-XX:SharedArchiveFile=${archive.file}`, '-Xshare:auto'];
}

/** The options with which a JVM writes it when it ends. */
export function optionsToMake(archive: Archive, file: string): string[] {
  return archive.isAotCache ? [`-XX:AOTCacheOutput=${file}`] : [`-XX:ArchiveClassesAtExit=${file}`];
}

/**
 * Makes the archive, unless it is there, or being made by another window, or could not be made
 * before. Others in the folder, of an earlier version or another Java, are removed.
 *
 * @param train runs a JVM with these options through all that is to be in the archive, to its end;
 *     answers whether it got there, and throws when it was kept from it
 * @returns whether it was made
 */
export async function make(
  archive: Archive,
  train: (options: readonly string[]) => Promise<boolean>,
): Promise<boolean> {
  const folder = path.dirname(archive.file);
  await fs.mkdir(folder, { recursive: true });
  const failed = `${archive.file}.failed`;
  if ((await isFile(archive.file)) || (await isFile(failed))) {
    return false;
  }
  const lock = path.join(folder, 'lock');
  if (!(await take(lock))) {
    return false;
  }
  const unfinished = `${archive.file}.new`;
  try {
    await fs.rm(unfinished, { force: true });
    const made = await train(optionsToMake(archive, unfinished));
    // A JVM that crashes at it would crash at each start of the editor.
    const left = made ? archive.file : failed;
    await (made ? fs.rename(unfinished, archive.file) : fs.writeFile(failed, ''));
    await removeOthers(folder, [left, lock]);
    return made;
  } finally {
    await fs.rm(unfinished, { force: true });
    await fs.rm(lock, { force: true });
  }
}

/** The lock names the process that has it: a window that was closed meanwhile leaves it behind. */
async function take(lock: string): Promise<boolean> {
  const write = (): Promise<boolean> =>
    fs.writeFile(lock, String(process.pid), { flag: 'wx' }).then(
      () => true,
      () => false,
    );
  if (await write()) {
    return true;
  }
  const owner = Number(await fs.readFile(lock, 'utf8').catch(() => ''));
  const since = await fs.stat(lock).then(
    (found) => found.mtimeMs,
    () => Date.now(),
  );
  if (isAlive(owner) && Date.now() - since < STALE_LOCK_MILLIS) {
    return false;
  }
  await fs.rm(lock, { force: true });
  return write();
}

function isAlive(process_: number): boolean {
  try {
    // Zero would be the own group.
    return process_ > 0 && process.kill(process_, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

async function removeOthers(folder: string, keep: readonly string[]): Promise<void> {
  for (const name of await fs.readdir(folder)) {
    const file = path.join(folder, name);
    if (!keep.includes(file)) {
      // On Windows one that a JVM uses stays until the next time.
      await fs.rm(file, { recursive: true, force: true }).catch(() => undefined);
    }
  }
}

async function jarsIn(folder: string): Promise<string[]> {
  const names = await fs.readdir(folder);
  return names
    .filter((name) => name.endsWith('.jar'))
    .sort()
    .map((name) => path.join(folder, name));
}

async function isFile(file: string): Promise<boolean> {
  return fs.stat(file).then(
    (found) => found.isFile(),
    () => false,
  );
}

async function stamp(file: string): Promise<string> {
  return fs.stat(file).then(
    (found) => `${found.size} ${found.mtimeMs}`,
    () => 'none',
  );
}
