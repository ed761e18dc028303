import { spawn } from 'node:child_process';
import { linterEnvironment } from './commandLine';
import { commandOf, type Program } from './program';

/** Far more than any sub-command prints. */
const MAX_OUTPUT = 16 << 20;
const PATIENCE_MILLIS = 120_000;

/** What a sub-command has left behind. */
export interface Outcome {
  /** See the exit codes of wml-lint; -1 when it did not end by itself. */
  readonly code: number;
  readonly out: string;
  /** What it had to say to the user, without the program's name before each line. */
  readonly said: string;
}

/**
 * Runs a sub-command of the linter: the same code as at a terminal, without a shell between.
 *
 * @param input standard input
 * @param folder the working folder: relative paths begin here
 */
export async function run(
  program: Program,
  args: readonly string[],
  input = '',
  folder = program.folder,
): Promise<Outcome> {
  const command = await commandOf(program, args);
  return new Promise((done) => {
    const child = spawn(command.file, command.args, {
      cwd: folder,
      env: linterEnvironment(),
      windowsHide: true,
      timeout: PATIENCE_MILLIS,
    });
    const out = collect(child.stdout, () => child.kill());
    const err = collect(child.stderr, () => child.kill());
    child.on('error', (error) => {
      done({ code: -1, out: '', said: error.message });
    });
    child.on('close', (code) => {
      done({ code: code ?? -1, out: out(), said: err().replace(/^wml-lint: /gm, '').trim() });
    });
    // One that ends before it has read everything is no fault of ours.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
}

function collect(stream: NodeJS.ReadableStream, tooMuch: () => void): () => string {
  const chunks: Buffer[] = [];
  let size = 0;
  stream.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size > MAX_OUTPUT) {
      tooMuch();
    } else {
      chunks.push(chunk);
    }
  });
  return () => Buffer.concat(chunks).toString('utf8');
}
