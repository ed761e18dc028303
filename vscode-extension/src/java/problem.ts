import type { JavaSearch } from './find';
import { OLDEST_JAVA } from './version';

/** The one sentence that tells why the linter cannot run, and what would be right. */
export function problemOf(search: Exclude<JavaSearch, { kind: 'found' }>): string {
  const wanted = `The linter of training manifests needs Java ${OLDEST_JAVA} or newer`;
  if (search.kind === 'wrongSetting') {
    return search.tooOld === undefined
      ? `${wanted}, and the setting wmlLint.java.home leads to none: there is no bin/java in ${search.folder}.`
      : `${wanted}, and the setting wmlLint.java.home leads to Java ${search.tooOld.feature} in ${search.folder}.`;
  }
  const newest = [...search.tooOld].sort((a, b) => b.feature - a.feature)[0];
  return newest === undefined
    ? `${wanted}, and there is none on this machine.`
    : `${wanted}, and the newest on this machine is Java ${newest.feature} in ${newest.home}.`;
}
