/**
 * The linter's words, as VS Code writes its own: with a capital letter and a full stop. A name of a file at the
 * beginning stays as it is.
 */
export function sentence(words: string): string {
  const text = words.trim();
  const start = /^[a-z]+[ ,]/.test(text) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
  return text === '' || /[.!?:]$/.test(text) ? start : `${start}.`;
}

export function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}

/** As many characters as a line of proposals has room for. */
const PROPOSAL_WIDTH = 46;

/**
 * What of a description fits beside a label: where it does not, VS Code cuts the label too, and the end of a key
 * is lost.
 */
export function fitting(label: string, description: string): string {
  const room = Math.max(PROPOSAL_WIDTH - label.length, 0);
  if (description.length <= room) {
    return description;
  }
  const cut = description.slice(0, Math.max(room - 1, 0)).replace(/\s+\S*$/, '');
  return cut === '' ? '' : `${cut}…`;
}
