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
