import * as path from 'node:path';
import type { Machine } from './machine';

/** Where installers put Java: each pattern has at most one `*`, which stands for one name. */
function patterns(machine: Machine): string[] {
  const { env, home } = machine;
  switch (machine.platform) {
    case 'win32': {
      const programs = [env['ProgramFiles'], env['ProgramW6432'], env['ProgramFiles(x86)']];
      const makers = [
        'Java',
        'Eclipse Adoptium',
        'Eclipse Foundation',
        'Microsoft',
        'Amazon Corretto',
        'BellSoft',
        'Semeru',
        'Zulu',
      ];
      const local = env['LOCALAPPDATA'];
      return [
        ...programs
          .filter((folder) => folder !== undefined)
          .flatMap((folder) => makers.map((maker) => `${folder}\\${maker}\\*`)),
        ...(local === undefined ? [] : [`${local}\\Programs\\Eclipse Adoptium\\*`]),
        `${home}\\.jdks\\*`,
        `${home}\\scoop\\apps\\*\\current`,
      ];
    }
    case 'darwin':
      return [
        '/Library/Java/JavaVirtualMachines/*/Contents/Home',
        `${home}/Library/Java/JavaVirtualMachines/*/Contents/Home`,
        '/opt/homebrew/opt/*/libexec/openjdk.jdk/Contents/Home',
        '/usr/local/opt/*/libexec/openjdk.jdk/Contents/Home',
        `${home}/.sdkman/candidates/java/*`,
        `${home}/.jdks/*`,
      ];
    default:
      return [
        '/usr/lib/jvm/*',
        '/usr/lib64/jvm/*',
        '/opt/java/*',
        '/opt/jdk*',
        '/usr/local/openjdk*',
        `${home}/.sdkman/candidates/java/*`,
        `${home}/.jdks/*`,
        '/snap/openjdk/current/jdk',
      ];
  }
}

/** The folders that may be a Java's home, where people and installers put them. */
export async function usualFolders(machine: Machine): Promise<string[]> {
  const paths = machine.platform === 'win32' ? path.win32 : path.posix;
  const found: string[] = [];
  for (const pattern of patterns(machine)) {
    const [before, after] = pattern.split('*');
    if (before === undefined || after === undefined) {
      found.push(pattern);
      continue;
    }
    const whole = /[\\/]$/.test(before);
    const folder = whole ? before.slice(0, -1) : paths.dirname(before);
    const start = whole ? '' : paths.basename(before);
    for (const name of (await machine.list(folder)).sort()) {
      if (name.startsWith(start)) {
        found.push(paths.join(folder, name + after));
      }
    }
  }
  return found;
}
