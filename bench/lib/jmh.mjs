// The parts alone, warm, within one JVM: what JMH measures.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "./programs.mjs";
import { progress } from "./progress.mjs";

/** How JMH is told to measure: few forks, for each costs a warm-up. */
const FULL = ["-f", "2", "-wi", "5", "-w", "1", "-i", "5", "-r", "1"];
const QUICK = ["-f", "1", "-wi", "1", "-w", "100ms", "-i", "1", "-r", "100ms"];

/** What the design sets a time for. */
const LARGEST = new Set([
  "part: 1,000,000 characters of a manifest, warm",
  "part: 10,000 entries of a zip, warm",
]);

/** A row for each benchmark. */
export function parts(programs, { quick }) {
  const results = join(programs.scratch, "jmh.json");
  progress(`JMH${quick ? "" : " (some minutes)"}`);
  run("java", [
    "-jar",
    programs.benchmarks,
    ...(quick ? QUICK : FULL),
    ...["-rf", "json", "-rff", results],
  ], { cwd: programs.path() });
  const rows = JSON.parse(readFileSync(results, "utf8")).map(partRow);
  return { rows, notes: ["Parts: JMH, mean time of an operation in a warm JVM, alone."] };
}

function partRow({ benchmark, params = {}, primaryMetric }) {
  const parameters = Object.values(params).map((value) => Number(value).toLocaleString("en"));
  const work = `part: ${[...parameters, words(benchmark)].join(" ")}, warm`;
  const microseconds = primaryMetric.rawData.flat();
  if (parameters.length === 0) {
    return { work, unit: "µs", ours: microseconds };
  }
  return {
    work,
    unit: "ms",
    ours: microseconds.map((value) => value / 1000),
    ...(LARGEST.has(work) ? { reach: { atMost: 300 } } : {}),
  };
}

/** `dev.wmllint.bench.Parts.parseManifest` as words: parse manifest. */
function words(benchmark) {
  return benchmark
    .slice(benchmark.lastIndexOf(".") + 1)
    .replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
