/** The oldest Java that runs the linter. */
export const OLDEST_JAVA = 17;

/** The feature number of a version: 17 of `17.0.15+6`, 8 of `1.8.0_452`; undefined of nonsense. */
export function featureOf(version: string): number | undefined {
  const numbers = /^(\d+)(?:\.(\d+))?/.exec(version);
  if (numbers === null) {
    return undefined;
  }
  const first = Number(numbers[1]);
  return first === 1 && numbers[2] !== undefined ? Number(numbers[2]) : first;
}

/** The version that a `release` file of a JDK or JRE tells. */
export function versionInRelease(release: string): string | undefined {
  return /^JAVA_VERSION\s*=\s*"?([^"\r\n]+)"?/m.exec(release)?.[1];
}

/** What `java -XshowSettings:properties -version` tells of a property. */
export function property(settings: string, name: string): string | undefined {
  for (const line of settings.split(/\r?\n/)) {
    const [key, ...value] = line.split(' = ');
    if (key?.trim() === name) {
      return value.join(' = ').trim();
    }
  }
  return undefined;
}
