import { sentence } from '../words';

const WARNING = /^warning: (.*)$/gm;

/** A line of `wml-lint pack --list`: a size, two spaces, a name. */
const FILE = /^ *[\d.,]+ (?:B|[KMG]iB) {2}(.*?)(?: {2}\(executable\))?$/gm;

/** What holds other files: an earlier model definition, most of the time. */
const ARCHIVE = /\.(?:zip|tar|tgz|tar\.gz)$/i;

/**
 * Reads what is doubtful in what `wml-lint pack --list` has printed.
 *
 * @param out standard output
 * @param said standard error, without the program's name
 */
export function doubtsIn(out: string, said: string): string[] {
  const warnings = [...said.matchAll(WARNING)].map(([, words = '']) => sentence(words));
  const archives = [...out.matchAll(FILE)]
    .map(([, name = '']) => name)
    .filter((name) => ARCHIVE.test(name));
  return archives.length === 0
    ? warnings
    : [...warnings, `${list(archives)} ${archives.length === 1 ? 'is an archive' : 'are archives'}, perhaps of an earlier run.`];
}

function list(names: readonly string[]): string {
  const shown = names.slice(0, 3).map((name) => `'${name}'`);
  const rest = names.length - shown.length;
  return rest > 0 ? `${shown.join(', ')} and ${rest} more` : shown.join(', ');
}

/**
 * The glob that matches one file of a folder and no other.
 *
 * @param way from the folder, with `/` between names
 */
export function globOf(way: string): string {
  return `/${way.replaceAll(/[*?[\]{}!\\]/g, '?')}`;
}
