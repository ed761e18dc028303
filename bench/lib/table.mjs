// One Markdown table out of what was measured.

import { summary } from "./statistics.mjs";

const UNITS = {
  ms: (value) => (value < 100 ? value.toFixed(2) : value.toFixed(0)),
  MB: (value) => (value / 1e6).toFixed(0),
};

/**
 * A row of the table.
 *
 * @param work what was done
 * @param unit of the numbers: "ms", or "MB" for bytes
 * @param ours one number per round
 * @param theirs the same; empty where the other server cannot do it
 * @param reach what the design asks for, in words
 */
export function row(work, unit, ours, theirs, reach) {
  return { work, unit, ours, theirs, reach };
}

export function markdown(rows, names) {
  const cells = rows.map(({ work, unit, ours, theirs, reach }) => [
    work,
    numbers(ours, unit),
    theirs.length > 0 ? numbers(theirs, unit) : "–",
    theirs.length > 0 ? (summary(ours).median / summary(theirs).median).toFixed(2) : "–",
    reach,
  ]);
  return [["work", ...names, "ratio", "to reach"], ["---", "---:", "---:", "---:", "---"], ...cells]
    .map((line) => `| ${line.join(" | ")} |`)
    .join("\n");
}

function numbers(rounds, unit) {
  const { median, least, most } = summary(rounds);
  const print = UNITS[unit];
  const spread = rounds.length > 1 ? ` (${print(least)}–${print(most)})` : "";
  return `${print(median)} ${unit}${spread}`;
}
