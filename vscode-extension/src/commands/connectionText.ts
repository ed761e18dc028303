/** A key of a connection, and its value as the manifest is to have it. */
export interface Entry {
  readonly key: string;
  readonly value: string;
}

/** The connection of a manifest as it is written there. */
interface Written {
  /** `connection:`, with its anchor and its tag. */
  readonly head: string;
  /** What follows in the same line. */
  readonly rest: string;
  /** The further lines. */
  readonly lines: readonly string[];
}

const HEAD = /^((?:"connection"|'connection'|connection)\s*:(?:\s*[&!]\S+)*)[ \t]*(.*)$/;
const KEY = /^(\s+)(?:"([^"]*)"|'([^']*)'|([^\s#:'"][^:]*?))\s*:(?:\s(.*))?$/;
const EMPTY_OR_COMMENT = /^\s*(?:#.*)?$/;

/** The name after the star where a connection is the same as another one. */
export function aliasIn(connection: string): string | undefined {
  return /^[^\n:]*:\s*\*([^\s,{}[\]#]+)/.exec(connection)?.[1];
}

/** The name by which other parts of the manifest mean this connection. */
export function anchorIn(connection: string): string | undefined {
  return /^[^\n:]*:[^\n#]*?\s&([^\s,{}[\]#]+)/.exec(connection)?.[1];
}

/**
 * Puts keys and values into a connection that is written in YAML. Its anchor and its comments stay, and keys
 * that are not among the new ones go.
 *
 * @param connection from its key to the end of its last line
 * @param indent the column of its key
 * @param block the entries as YAML in lines
 * @param flow the same as JSON in one line, for a connection in braces
 * @returns the text that takes its place, with `\n` between lines
 */
export function replaced(
  connection: string,
  indent: number,
  block: readonly Entry[],
  flow: string,
): string {
  const { head, rest, lines } = written(connection);
  if (rest.startsWith('{')) {
    return `${head} ${flow}`;
  }
  const isInBlock = EMPTY_OR_COMMENT.test(rest);
  const comment = /(?:^|\s)(#.*)$/.exec(rest)?.[1];
  const first = comment === undefined ? head : `${head} ${comment}`;
  return [first, ...linesWith(isInBlock ? lines : [], indent, block)].join('\n');
}

function written(connection: string): Written {
  const [first = '', ...lines] = connection.split(/\r?\n/);
  const [, head = 'connection:', rest = ''] = HEAD.exec(first) ?? [];
  return { head, rest, lines };
}

function linesWith(lines: readonly string[], indent: number, entries: readonly Entry[]): string[] {
  const spaces = lines.map((line) => KEY.exec(line)?.[1]).find((found) => found !== undefined) ?? ' '.repeat(indent + 2);
  const left = new Map(entries.map(({ key, value }) => [key, value]));
  const kept: string[] = [];
  let afterLastKey = 0;
  for (const line of lines) {
    if (EMPTY_OR_COMMENT.test(line)) {
      kept.push(line);
      continue;
    }
    const found = KEY.exec(line);
    if (found?.[1] !== spaces) {
      // A further line of a value that has been replaced.
      continue;
    }
    const key = found[2] ?? found[3] ?? found[4] ?? '';
    const value = left.get(key);
    if (value !== undefined) {
      left.delete(key);
      kept.push(`${spaces}${key}: ${value}${commentIn(found[5] ?? '')}`);
      afterLastKey = kept.length;
    }
  }
  const added = [...left].map(([key, value]) => `${spaces}${key}: ${value}`);
  kept.splice(afterLastKey, 0, ...added);
  return kept;
}

/** The comment after a value, with the spaces before it. */
function commentIn(value: string): string {
  const afterValue = /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')/.exec(value)?.[0].length ?? 0;
  const comment = /(?:^|\s+)#.*$/.exec(value.slice(afterValue))?.[0] ?? '';
  return comment.startsWith('#') ? ` ${comment}` : comment;
}
