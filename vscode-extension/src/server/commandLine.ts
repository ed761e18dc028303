/** The linter and its server. */
const MAIN = 'dev.wmllint.cli.WmlLint';

/** Does what people do with linter and server, and ends; for archives of their classes. */
const TRAINING = 'dev.wmllint.lsp.training.Training';

/**
 * As the launcher of the command line has them: the small collector and the quick compiler, and no
 * word of the JVM on standard output, which belongs to the linter.
 */
const JVM: readonly string[] = [
  '-Xms8m',
  '-XX:+UseSerialGC',
  '-XX:TieredStopAtLevel=1',
  '-XX:-UsePerfData',
  '-Xlog:disable',
  '-Xlog:all=error:stderr',
];

/**
 * The environment of the linter. It reads the names of files in the characters of the locale; where
 * there is none, or one that is not installed, that is ASCII, and other names cannot be opened.
 */
export function linterEnvironment(): NodeJS.ProcessEnv {
  return { ...process.env, LC_ALL: 'C.UTF-8' };
}

/**
 * The arguments that run the linter with a Java.
 *
 * @param archive options that use the start-up archive
 * @param args the linter's own
 */
export function javaArguments(
  jar: string,
  archive: readonly string[],
  args: readonly string[],
): string[] {
  return [...JVM, ...archive, '-cp', jar, MAIN, ...args];
}

/**
 * The arguments with which a Java makes the start-up archive.
 *
 * @param archive options that say where
 */
export function trainingArguments(jar: string, archive: readonly string[]): string[] {
  return [...JVM, ...archive, '-cp', jar, TRAINING];
}
