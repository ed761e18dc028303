// One Markdown table out of what was measured.

import { summary } from "./statistics.mjs";

const UNITS = {
  ms: (value) => (value < 100 ? value.toFixed(2) : value.toFixed(0)),
  µs: (value) => (value < 100 ? value.toFixed(1) : value.toFixed(0)),
  s: (value) => value.toFixed(2),
  MB: (value) => (value / 1e6).toFixed(0),
  "×": (value) => value.toFixed(2),
};

/**
 * One thing that was measured, of ours and of another program.
 *
 * @typedef {object} Row
 * @property {string} work what was done
 * @property {keyof UNITS} unit of the numbers; "MB" takes bytes
 * @property {number[]} ours one number a round
 * @property {string} [peer] the other program
 * @property {number[]} [theirs] its numbers; none where it cannot do the work
 * @property {{ratio: number} | {atMost: number}} [reach] what the design asks for: of the two medians,
 *     or of ours
 */

const HEAD = ["work", "ours", "beside", "takes", "ratio", "to reach", ""];
const ALIGN = ["---", "---:", "---", "---:", "---:", "---", "---"];

/** The rows, with a last column that says which were reached. */
export function markdown(rows) {
  return [HEAD, ALIGN, ...rows.map(cells)].map((line) => `| ${line.join(" | ")} |`).join("\n");
}

function cells({ work, unit, ours, peer, theirs = [], reach }) {
  const compared = theirs.length > 0;
  const ratio = compared ? summary(ours).median / summary(theirs).median : undefined;
  return [
    work,
    numbers(ours, unit),
    peer ?? "–",
    compared ? numbers(theirs, unit) : "–",
    compared ? ratio.toFixed(2) : "–",
    goal(reach, unit),
    verdict(reach, summary(ours).median, ratio, unit),
  ];
}

function goal(reach, unit) {
  if (!reach) {
    return "–";
  }
  return "ratio" in reach ? `ratio ≤ ${reach.ratio}` : `≤ ${limit(reach.atMost, unit)}`;
}

function limit(value, unit) {
  return unit === "MB" ? `${value / 1e6} MB` : `${value} ${unit}`;
}

/** Of the numbers as they are, not as they are printed. */
function verdict(reach, ours, ratio, unit) {
  if (!reach) {
    return "";
  }
  const [reached, wanted] = "ratio" in reach ? [ratio, reach.ratio] : [ours, reach.atMost];
  if (reached === undefined || Number.isNaN(reached)) {
    throw new Error(`a ratio is to be reached, and nothing was compared (${unit})`);
  }
  return reached <= wanted ? "reached" : "missed";
}

function numbers(rounds, unit) {
  const { median, least, most } = summary(rounds);
  const print = UNITS[unit];
  const spread = rounds.length > 1 ? ` (${print(least)}–${print(most)})` : "";
  return `${print(median)} ${unit}${spread}`;
}
