// Many manifests in one run, beside a program that only parses them.

import { mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { inTurns } from "./hyperfine.mjs";
import { writeManifests } from "./many-manifests.mjs";
import { peakMemory } from "./memory.mjs";
import { SHORT_RUN } from "./programs.mjs";
import { progress } from "./progress.mjs";

/** Rows, and what must be known to read them. */
export function throughput(programs, { rounds, files }) {
  const folder = mkdtempSync(join(tmpdir(), "wml-lint-bench-"));
  try {
    const count = files.toLocaleString("en");
    progress(`writing ${count} manifests`);
    const all = join(folder, "all");
    const some = join(folder, "some");
    const zip = programs.path("examples/mnist/tf-model.zip");
    writeManifests(all, files, zip);
    writeManifests(some, files / 10, zip);
    const threads = availableParallelism();
    const lint = (linter, where) => [linter, "-j", String(threads), where];
    const parse = [
      ...[programs.java, ...SHORT_RUN, "-cp", programs.benchmarks],
      ...["dev.wmllint.bench.ParseAll", all, String(threads)],
    ];
    const ours = Object.fromEntries(programs.ours.map(({ name, linter }) => [name, linter]));
    const commands = { parse };
    for (const [name, linter] of Object.entries(ours)) {
      commands[name] = lint(linter, all);
    }
    const times = inTurns(commands, rounds, 1, 0);
    return {
      rows: Object.entries(ours).flatMap(([name, linter]) => [
        {
          work: `${count} manifests in one run, ${name}`,
          unit: "ms",
          ours: times[name],
          peer: "snakeyaml-engine, parsing alone",
          theirs: times.parse,
          reach: { ratio: 3.5 },
        },
        {
          work: `the same, largest resident memory, ${name}`,
          unit: "MB",
          ours: [peakMemory(lint(linter, all))],
          peer: "ours with a tenth of them",
          theirs: [peakMemory(lint(linter, some))],
        },
      ]),
      notes: [`Many manifests: on ${threads} threads, most without an error.`],
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
