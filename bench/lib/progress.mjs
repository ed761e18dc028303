/** Says on standard error what is being done: standard output is for the table. */
export function progress(words) {
  process.stderr.write(`bench: ${words}\n`);
}
