// What a commit waits for: one manifest and its model definition, in a process of its own.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { inTurns } from "./hyperfine.mjs";
import { peakMemory } from "./memory.mjs";
import { finish, java17, newestJava, run, SHORT_RUN } from "./programs.mjs";
import { progress } from "./progress.mjs";

/** What the design asks for, of the packaged program and of the one that needs a JVM. */
const NATIVE = {
  ratios: { "ajv validate": 0.07, yamllint: 0.2, "JVM hello": 0.5 },
  memory: 40e6,
};
const JVM = { ratios: {}, memory: 90e6 };

/** Rows, and what must be known to read them. */
export function cold(programs, { rounds, runs }) {
  const job = programs.path("bench/job.yaml");
  const zip = programs.path("examples/mnist/tf-model.zip");
  const ruleset = join(programs.scratch, "spectral.json");
  writeFileSync(ruleset, JSON.stringify(spectralRules(programs.schema)));

  const wrongVersion = /version/;
  const work = [job, zip];
  const ours = programs.ours;
  const contenders = {
    ...Object.fromEntries(
      ours.map(({ name, linter }) => [name, { command: [linter, ...work], prints: wrongVersion }]),
    ),
    "ajv validate": {
      command: [
        programs.npm("ajv"),
        ...["validate", "--strict=false", "--all-errors", "-s", programs.schema, "-d", job],
      ],
      prints: wrongVersion,
    },
    spectral: {
      command: [programs.npm("spectral"), "lint", "--quiet", "-r", ruleset, job],
      prints: wrongVersion,
    },
    yamllint: { command: ["yamllint", job], prints: /missing document start/ },
    "JVM hello": {
      command: [newestJava(), ...SHORT_RUN, ...programs.hello("javac")],
      prints: /hello/,
    },
  };
  const home = java17();
  if (home) {
    const command = onJava17(programs, join(home, "bin/java"), work);
    contenders["Java 17"] = { command, prints: wrongVersion };
  }
  const commands = {};
  for (const [name, { command, prints }] of Object.entries(contenders)) {
    assertPrints(name, command, prints);
    commands[name] = command;
  }
  const times = inTurns(commands, rounds, runs);

  const against = (ours, peer, work, ratio) => ({
    work,
    unit: "ms",
    ours: times[ours],
    peer,
    theirs: times[peer],
    ...(ratio ? { reach: { ratio } } : {}),
  });
  const rows = [];
  for (const { name } of ours) {
    const reach = name === "native" ? NATIVE : JVM;
    const what = `\`wml-lint job.yaml tf-model.zip\`, cold, ${name}`;
    for (const peer of ["ajv validate", "yamllint", "JVM hello", "spectral"]) {
      rows.push(against(name, peer, what, reach.ratios[peer]));
    }
    const memory = (command) => Array.from({ length: rounds }, () => peakMemory(command));
    rows.push({
      work: `the same, largest resident memory, ${name}`,
      unit: "MB",
      ours: memory(commands[name]),
      peer: "ajv validate",
      theirs: memory(commands["ajv validate"]),
      reach: { atMost: reach.memory },
    });
  }
  if (home) {
    rows.push(
      against("Java 17", "ajv validate", "the same on a plain Java 17 with an AppCDS archive", 1.0),
    );
  }
  return {
    rows,
    notes: [
      `Cold: ${rounds * runs} runs of each program, in turns. ajv-cli ${programs.npmVersion("ajv-cli")},` +
        ` spectral ${programs.npmVersion("@stoplight/spectral-cli")},` +
        ` ${run("yamllint", ["--version"]).trim()}. Only ours reads the model definition, and the command.`,
    ],
  };
}

/** The schema as a rule of spectral, which takes no file there. */
function spectralRules(file) {
  const schema = JSON.parse(readFileSync(file, "utf8"));
  return {
    rules: {
      manifest: {
        given: "$",
        severity: "error",
        then: { function: "schema", functionOptions: { schema, allErrors: true } },
      },
    },
  };
}

/** The words that start the linter on a Java 17 with an archive of its classes, which is made here. */
function onJava17(programs, java, work) {
  const archive = join(programs.scratch, "java17.jsa");
  const main = ["-cp", programs.classPath, "dev.wmllint.cli.WmlLint"];
  progress("an AppCDS archive for Java 17");
  run(java, [`-XX:ArchiveClassesAtExit=${archive}`, ...SHORT_RUN, ...main, ...work], {
    statuses: [0, 1],
  });
  return [java, `-XX:SharedArchiveFile=${archive}`, "-Xshare:auto", ...SHORT_RUN, ...main, ...work];
}

/** A program that fails early is fast: each has to have done its work. */
function assertPrints(name, [program, ...args], words) {
  const { stdout, stderr } = finish(program, args, { statuses: [0, 1] });
  if (!words.test(stdout + stderr)) {
    throw new Error(`${name} did not do its work; it printed: ${stdout}${stderr}`);
  }
}
