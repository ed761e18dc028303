// How the time grows with the size of a manifest, and with the number of manifests: whole processes, ours
// beside others, as rows and as points of a plot.

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { finish } from "./programs.mjs";
import { progress } from "./progress.mjs";
import { median } from "./statistics.mjs";

const SIZES = [3_000, 30_000, 300_000, 1_000_000];
const COUNTS = [1, 10, 100, 1_000, 10_000];
const QUICK = { sizes: SIZES.slice(0, 2), counts: COUNTS.slice(0, 3), rounds: 1 };

/** A time beyond which a program is not asked for more: some grow faster than their input. */
const ENOUGH_MS = 60_000;

/**
 * @returns points for the plot: which picture, program, number on the x axis, and milliseconds
 */
export function growth(programs, { rounds, quick }) {
  const folder = mkdtempSync(join(tmpdir(), "wml-lint-bench-"));
  try {
    const size = quick ? QUICK : { sizes: SIZES, counts: COUNTS, rounds };
    return [
      ...ofSize(programs, folder, size.sizes, size.rounds),
      ...ofCount(programs, folder, size.counts, size.rounds),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function ofSize(programs, folder, sizes, rounds) {
  const job = readFileSync(programs.path("bench/job.yaml"), "utf8");
  return measured("characters in a manifest", sizes, rounds, (length) => {
    const file = join(folder, `${length}.yaml`);
    writeFileSync(file, ofLength(job, length));
    return {
      "wml-lint": [programs.linter, "--no-model", "--no-config", file],
      "ajv validate": [programs.npm("ajv"), ...ajv(programs), "-d", file],
      yamllint: ["yamllint", file],
    };
  });
}

function ofCount(programs, folder, counts, rounds) {
  const job = readFileSync(programs.path("bench/job.yaml"), "utf8").replace("1.2-py9", "1.2-py3");
  return measured("manifests in a run", counts, rounds, (count) => {
    const files = join(folder, `of-${count}`);
    mkdirSync(files);
    for (let i = 0; i < count; i++) {
      writeFileSync(join(files, `job-${i}.yaml`), `# ${i}\n${job}`);
    }
    return {
      "wml-lint": [programs.linter, "--no-model", "--no-config", files],
      "ajv validate": [programs.npm("ajv"), ...ajv(programs), "-d", join(files, "*.yaml")],
      yamllint: ["yamllint", files],
    };
  });
}

function ajv(programs) {
  return ["validate", "--strict=false", "--all-errors", "-s", programs.schema];
}

/** A manifest of about so many characters: the rest is what people keep there, comments. */
function ofLength(job, length) {
  const lines = [job];
  for (let i = 0, total = job.length; total < length; i++) {
    lines.push(`# ${i}: what was tried, and what came of it`);
    total += lines.at(-1).length + 1;
  }
  return lines.join("\n").concat("\n");
}

/** Medians of the rounds; programs that take too long are left out of what is larger. */
function measured(axis, numbers, rounds, commandsFor) {
  const points = [];
  const slow = new Set();
  for (const number of numbers) {
    const commands = Object.entries(commandsFor(number)).filter(([name]) => !slow.has(name));
    const times = new Map(commands.map(([name]) => [name, []]));
    for (let round = 0; round < rounds; round++) {
      progress(`${number} ${axis}, round ${round + 1} of ${rounds}`);
      for (const [name, [program, ...args]] of commands) {
        const before = performance.now();
        finish(program, args, { statuses: [0, 1] });
        times.get(name).push(performance.now() - before);
      }
    }
    for (const [name, all] of times) {
      points.push({ axis, name, number, milliseconds: median(all) });
      if (median(all) > ENOUGH_MS) {
        slow.add(name);
      }
    }
  }
  return points;
}
