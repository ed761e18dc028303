// Times of whole processes, by hyperfine.

import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "./programs.mjs";
import { progress } from "./progress.mjs";

/**
 * Runs commands in turns. hyperfine would run each of them to the end before the next; a machine that grows
 * busier meanwhile would be held against the last.
 *
 * @param commands by name, each an array of words
 * @param rounds how often all of them get their turn
 * @param runs of each command in a turn
 * @param warmups how often each runs before, unmeasured, in a turn
 * @returns the milliseconds of all runs, by the same names
 */
export function inTurns(commands, rounds, runs, warmups = 2) {
  const times = Object.fromEntries(Object.keys(commands).map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    progress(`${Object.keys(commands).join(", ")}: round ${round + 1} of ${rounds}`);
    const names = rotated(Object.keys(commands), round);
    const results = hyperfine(names.map((name) => commands[name]), runs, warmups);
    names.forEach((name, i) => times[name].push(...results[i]));
  }
  return times;
}

function rotated(list, by) {
  const first = by % list.length;
  return [...list.slice(first), ...list.slice(0, first)];
}

/** Milliseconds of the runs of each command. Findings are a status that is not 0, and no failure. */
function hyperfine(commands, runs, warmups) {
  const folder = mkdtempSync(join(tmpdir(), "wml-lint-bench-"));
  try {
    const file = join(folder, "times.json");
    run("hyperfine", [
      "--shell=none",
      "--ignore-failure",
      `--warmup=${warmups}`,
      `--runs=${runs}`,
      "--style=none",
      `--export-json=${file}`,
      ...commands.map(line),
    ]);
    const { results } = JSON.parse(readFileSync(file, "utf8"));
    return results.map(({ times, exit_codes: codes }, i) => {
      if (codes.some((code) => code !== 0 && code !== 1)) {
        throw new Error(`${line(commands[i])} ended with status ${codes.join(", ")}`);
      }
      return times.map((seconds) => seconds * 1000);
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Words as one line that is split as a shell splits it. */
function line(words) {
  return words.map((word) => `'${word.replaceAll("'", `'\\''`)}'`).join(" ");
}
