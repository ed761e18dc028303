import * as path from 'node:path';

/** The linter as it lies in the extension's folder. */
export interface Installation {
  /** Nothing of the user's: the JVM reads files of the folder that it is started in. */
  readonly folder: string;
  /** Names all other jars on its class path. */
  readonly jar: string;
  /** The Java that came along in the packages for one platform; there only in those. */
  readonly runtime: string;
}

export function installationIn(extension: string): Installation {
  const folder = path.join(extension, 'server');
  return {
    folder,
    jar: path.join(folder, 'wml-language-server.jar'),
    runtime: path.join(folder, 'runtime'),
  };
}
