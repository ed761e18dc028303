import { execFile, type ExecFileException } from 'node:child_process';
import { promises as fs } from 'node:fs';
import { promisify } from 'node:util';
import { linterEnvironment } from './commandLine';

const run = promisify(execFile);

/** Far longer than a native program takes to say its version, on a machine that is busy. */
const PATIENCE_MILLIS = 20_000;

/** What came of a first run of the native linter. */
export type Trial =
  | { readonly ok: true; readonly version: string }
  /** Why it does not run here, and what it or the system has said. */
  | { readonly ok: false; readonly reason: string; readonly said: string };

/**
 * Asks the native linter for its version. Whether it runs on a machine depends on the processor, the
 * system's libraries, and what the disk and the system allow; a server that ends at once would not
 * tell.
 */
export async function tryNative(executable: string): Promise<Trial> {
  await makeExecutable(executable);
  const isThere = await fs.access(executable).then(
    () => true,
    () => false,
  );
  try {
    const { stdout } = await run(executable, ['--version'], {
      timeout: PATIENCE_MILLIS,
      windowsHide: true,
      env: linterEnvironment(),
    });
    return { ok: true, version: stdout.trim() };
  } catch (thrown) {
    const error = thrown as ExecFileException;
    const said = error.stderr?.trim();
    return {
      ok: false,
      reason: reasonOf(error, isThere),
      said: said === undefined || said === '' ? error.message : said,
    };
  }
}

/** What unpacked the extension may have lost the permission. */
async function makeExecutable(file: string): Promise<void> {
  if (process.platform === 'win32') {
    return;
  }
  // Where it may not be given, the trial tells.
  await fs
    .access(file, fs.constants.X_OK)
    .catch(() => fs.chmod(file, 0o755))
    .catch(() => undefined);
}

function reasonOf(error: ExecFileException, isThere: boolean): string {
  switch (error.code) {
    case 'ENOENT':
      return isThere
        ? 'the system has no loader for it; on Linux it needs glibc, which Alpine does not have'
        : 'its program is missing';
    case 'EACCES':
    case 'EPERM':
      return 'the system does not allow its program to run';
    case 'ENOEXEC':
      return 'its program is made for another kind of processor';
    default:
      return typeof error.code === 'number'
        ? `its program ends with exit code ${error.code}`
        : `its program does not start (${error.code ?? error.signal ?? error.message})`;
  }
}

/** The one message that tells why the native linter cannot run, and what would be right. */
export function nativeProblem(reason: string): string {
  return (
    `The linter of training manifests does not run on this machine: ${reason}. ` +
    'This package is native, and no Java can take its place: ' +
    "install the extension's universal package, which runs with Java 17 or newer."
  );
}
