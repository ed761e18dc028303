import { execFile } from 'node:child_process';
import { promises as fs } from 'node:fs';
import * as os from 'node:os';

/** What the search for Java asks of the machine; tests bring one of their own. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly home: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The text of a file; undefined where there is none that can be read. */
  read(file: string): Promise<string | undefined>;
  isFile(file: string): Promise<boolean>;
  /** The names in a folder; none where there is no such folder. */
  list(folder: string): Promise<string[]>;
  /** Where a path leads through all links; the path itself where it leads nowhere. */
  resolve(file: string): Promise<string>;
  /** What a program prints, standard error included; empty where it does not run. */
  ask(program: string, args: readonly string[]): Promise<string>;
}

/** Far longer than a JVM takes to say its version, on a machine that is busy. */
const PATIENCE_MILLIS = 20_000;

/** The machine that this runs on. */
export const thisMachine: Machine = {
  platform: process.platform,
  home: os.homedir(),
  env: process.env,
  read: (file) => fs.readFile(file, 'utf8').catch(() => undefined),
  isFile: (file) =>
    fs.stat(file).then(
      (found) => found.isFile(),
      () => false,
    ),
  list: (folder) => fs.readdir(folder).catch(() => []),
  resolve: (file) => fs.realpath(file).catch(() => file),
  ask: (program, args) =>
    new Promise((answer) => {
      execFile(program, [...args], { timeout: PATIENCE_MILLIS, windowsHide: true }, (_, out, err) => {
        answer(out + err);
      });
    }),
};
