// The project under test, and how to run things in a folder of their own.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseAllDocuments } from 'yaml';

export const project = resolve(import.meta.dirname, '../..');

export const at = (...names) => join(project, ...names);

export const text = (...names) => readFileSync(at(...names), 'utf8');

/** The documents of a YAML file; a mistake in it, such as a key that is given twice, is thrown. */
export function yaml(...names) {
  return parseAllDocuments(text(...names)).map((document) => {
    if (document.errors.length > 0) {
      throw document.errors[0];
    }
    return document.toJS();
  });
}

/** A folder that is gone after the test. */
export function folder(test) {
  const path = mkdtempSync(join(tmpdir(), 'wml-lint-'));
  test.after(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

/** Runs a program; `both` is what it printed, standard output first. */
export function run(command, args, options = {}) {
  const result = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 26, ...options });
  if (result.error) {
    throw result.error;
  }
  return { ...result, both: result.stdout + result.stderr };
}

/** A step's script, in the shell and with the options that the runner of GitHub gives it. */
export const bash = (script, options) =>
  run('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script], options);
