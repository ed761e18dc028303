// Measures everything beside other programs. bench/README.md says how to run and read it.

import { writeFileSync } from "node:fs";
import { loadavg } from "node:os";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { killAll } from "./lib/client.mjs";
import { cold } from "./lib/cold.mjs";
import { growth } from "./lib/growth.mjs";
import { parts } from "./lib/jmh.mjs";
import { languageServers } from "./lib/language-servers.mjs";
import { machine } from "./lib/machine.mjs";
import { plot } from "./lib/plot.mjs";
import { Programs } from "./lib/programs.mjs";
import { markdown } from "./lib/table.mjs";
import { throughput } from "./lib/throughput.mjs";

const USAGE = `usage: bench/run.sh [--rounds N] [--quick] [--plot FILE] [PART...]

  PART         cold         one manifest, in a process of its own
               throughput   10,000 manifests in one run
               parts        parse, schema, rules, outline, completion alone (JMH)
               server       the language server
               (default: all of them)
  --rounds N   how often each kind of work is measured (default 5)
  --quick      a little of everything: shows that it runs, not how fast
  --plot FILE  also draw how time grows with the size and the number of manifests (SVG)

  WML_LINT_NATIVE       the folder of the native package (default: the one in dist/target, if any)
  WML_LINT_IMAGE        the folder of the image for the JVM (default: the one in dist/target)
  WML_LINT_SERVER       the command that starts our language server, a line for the shell (default: both)
  WML_LINT_JAVA17_HOME  a Java 17, for the start without the image (default: JAVA_HOME, or one in /usr/lib/jvm)
`;

/** What each part needs to know of how much to do. */
const FULL = { runs: 10, starts: 3, edits: 100, passes: 4, sweeps: 50, files: 10_000 };
const QUICK = { runs: 2, starts: 1, edits: 8, passes: 1, sweeps: 2, files: 200 };

const PARTS = { cold, throughput, parts, server: languageServers };

function options() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      rounds: { type: "string", default: "5" },
      quick: { type: "boolean", default: false },
      plot: { type: "string" },
      help: { type: "boolean", default: false },
    },
  });
  const rounds = values.quick ? 1 : Number(values.rounds);
  if (!Number.isInteger(rounds) || rounds < 1) {
    throw new Error(`--rounds takes a whole number from 1, not ${values.rounds}`);
  }
  const unknown = positionals.find((part) => !Object.hasOwn(PARTS, part));
  if (unknown) {
    throw new Error(`there is no part ${unknown}`);
  }
  const names = positionals.length > 0 ? positionals : Object.keys(PARTS);
  return { ...values, rounds, names, size: values.quick ? QUICK : FULL };
}

function parsedOptions() {
  try {
    return options();
  } catch (error) {
    process.stderr.write(`bench: ${error.message}\n${USAGE}`);
    process.exit(2);
  }
}

async function main() {
  const { help, rounds, quick, names, size, plot: picture } = parsedOptions();
  if (help) {
    process.stdout.write(USAGE);
    return;
  }
  process.on("exit", killAll);
  for (const [signal, number] of [["SIGINT", 2], ["SIGTERM", 15], ["SIGHUP", 1]]) {
    process.on(signal, () => process.exit(128 + number));
  }

  const load = loadavg()[0];
  const programs = new Programs(dirname(dirname(fileURLToPath(import.meta.url))));
  const rows = [];
  const notes = [];
  for (const name of names) {
    const result = await PARTS[name](programs, { rounds, quick, ...size });
    rows.push(...result.rows);
    notes.push(...result.notes);
  }
  if (picture) {
    writeFileSync(picture, await plot(growth(programs, { rounds: Math.min(rounds, 3), quick })));
  }
  process.stdout.write(
    [
      markdown(rows),
      "",
      `Medians of ${rounds} rounds (of all runs, for cold starts), and in parentheses the least and the` +
        " most; a percentile is taken within a round. Ratio: ours to the other.",
      "",
      ...[...notes, machine(load)].map((line) => `- ${line}`),
      "",
    ].join("\n"),
  );
}

main().catch((error) => {
  process.stderr.write(`bench: ${error.message}\n`);
  process.exit(1);
});
