import * as path from 'node:path';

/** The linter as it lies in the extension's folder: native, or as jars for a Java. */
export interface Installation {
  /** Nothing of the user's: the JVM reads files of the folder that it is started in. */
  readonly folder: string;
  /** There only in the universal package; names all other jars on its class path. */
  readonly jar: string;
  /** There only in the packages for one platform. */
  readonly executable: string;
}

export function installationIn(extension: string, platform = process.platform): Installation {
  const folder = path.join(extension, 'server');
  return {
    folder,
    jar: path.join(folder, 'wml-language-server.jar'),
    executable: path.join(folder, 'bin', platform === 'win32' ? 'wml-lint.exe' : 'wml-lint'),
  };
}
