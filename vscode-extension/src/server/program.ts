import type { Java } from '../java/find';
import { type Archive, optionsToUse } from './archive';
import { javaArguments } from './commandLine';

/** What runs the linter. */
export type Program = NativeProgram | JvmProgram;

export interface NativeProgram {
  readonly kind: 'native';
  /** The folder in which it is started. */
  readonly folder: string;
  readonly executable: string;
}

export interface JvmProgram {
  readonly kind: 'jvm';
  /** The folder in which it is started. */
  readonly folder: string;
  readonly java: Java;
  readonly jar: string;
  /** It need not be there. */
  readonly archive: Archive;
}

/** What to start. */
export interface Command {
  readonly file: string;
  readonly args: readonly string[];
  /** Whether an archive of classes makes the start faster. */
  readonly archived: boolean;
}

/**
 * The command that runs the linter.
 *
 * @param args the linter's own
 */
export async function commandOf(program: Program, args: readonly string[]): Promise<Command> {
  switch (program.kind) {
    case 'native':
      return { file: program.executable, args, archived: false };
    case 'jvm': {
      const archive = await optionsToUse(program.archive);
      return {
        file: program.java.executable,
        args: javaArguments(program.jar, archive, args),
        archived: archive.length > 0,
      };
    }
  }
}
