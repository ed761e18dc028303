// Measures the language server beside yaml-language-server. bench/README.md says how to run and read it.

import { loadavg } from "node:os";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { killAll } from "./lib/client.mjs";
import { machine } from "./lib/machine.mjs";
import { Manifests } from "./lib/manifests.mjs";
import { Measurement } from "./lib/measurement.mjs";
import { ours, theirs } from "./lib/servers.mjs";
import { markdown } from "./lib/table.mjs";

const USAGE = `usage: bench/server.sh [--rounds N] [--quick]

  --rounds N  how often each kind of work is measured with each server (default 5)
  --quick     a round of everything, with few edits: shows that it runs, not how fast

  WML_LINT_SERVER     the command that starts our server, a line for the shell
  WML_LINT_JAVA_HOME  the Java that runs it without such a command (default: JAVA_HOME, or the PATH)
`;

/** How much is done in a round. */
const FULL = { starts: 3, edits: 100, passes: 4, sweeps: 50 };
const QUICK = { starts: 1, edits: 8, passes: 1, sweeps: 2 };

function options() {
  try {
    const { values } = parseArgs({
      options: {
        rounds: { type: "string", default: "5" },
        quick: { type: "boolean", default: false },
        help: { type: "boolean", default: false },
      },
    });
    const rounds = values.quick ? 1 : Number(values.rounds);
    if (!Number.isInteger(rounds) || rounds < 1) {
      throw new Error(`--rounds takes a whole number from 1, not ${values.rounds}`);
    }
    return { help: values.help, rounds, size: values.quick ? QUICK : FULL };
  } catch (error) {
    process.stderr.write(`bench: ${error.message}\n${USAGE}`);
    process.exit(2);
  }
}

async function main() {
  const { help, rounds, size } = options();
  if (help) {
    process.stdout.write(USAGE);
    return;
  }
  const command = process.env.WML_LINT_SERVER;
  if (!command) {
    process.stderr.write("bench: WML_LINT_SERVER is not set; start this by bench/server.sh\n");
    process.exit(2);
  }
  const root = dirname(dirname(fileURLToPath(import.meta.url)));
  const manifests = new Manifests(root);
  process.on("exit", () => {
    killAll();
    manifests.remove();
  });
  for (const [signal, number] of [["SIGINT", 2], ["SIGTERM", 15], ["SIGHUP", 1]]) {
    process.on(signal, () => process.exit(128 + number));
  }

  process.on("unhandledRejection", (error) => {
    // The library drops a promise when a server is gone, of which the client tells.
    if (error?.code !== "EPIPE") {
      throw error;
    }
  });

  const load = loadavg()[0];
  const pair = [ours(command), theirs(root)];
  const measurement = new Measurement(pair, manifests, rounds, size);
  await measurement.run();

  const facts = machine(command, pair, measurement.version, load);
  process.stdout.write(
    [
      markdown(measurement.rows, ["ours", "yaml-language-server"]),
      "",
      `Medians of ${rounds} rounds (${rounds * size.starts} for the start), and in parentheses the` +
        " least and the most; a percentile is taken within a round. Ratio: ours to the other.",
      "",
      ...[...measurement.notes, ...facts].map((line) => `- ${line}`),
      "",
    ].join("\n"),
  );
}

main().catch((error) => {
  process.stderr.write(`bench: ${error.message}\n`);
  process.exit(1);
});
