// Manifests of many kinds, the same ones each time: most are right, some have one mistake or two.

import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** As many stand in one folder, beside one model definition. */
const IN_ONE_FOLDER = 100;

const FRAMEWORKS = [
  ["tensorflow", "1.2-py3", "python3 convolutional_network.py"],
  ["tensorflow", "1.3-py2", "python2 convolutional_network.py"],
  ["caffe", '"1.0-py2"', "caffe train -solver ${DATA_DIR}/solver.prototxt -gpu all"],
  ["tensorflow", "1.2-py3", "python3 -u convolutional_network.py --data ${DATA_DIR}"],
];

/** Type, what is said about its connection, and that. */
const STORES = [
  [
    "s3",
    "placeholder-value",
    [
      "endpoint_url: https://s3.example.org",
      "aws_access_key_id: ${AWS_ACCESS_KEY_ID}",
      "aws_secret_access_key: ${AWS_SECRET_ACCESS_KEY}",
    ],
  ],
  [
    "bluemix_objectstore",
    "literal-credential",
    [
      "auth_url: https://identity.example.org/v3",
      "user_name: 0123456789abcdef0123456789abcdef",
      'password: "l1ttle,Secret:9"',
      "region: dallas",
      'domain_name: "654321"',
      "project_id: 0123456789abcdef0123456789abcdef",
    ],
  ],
];

/** A store, as the lines under `source` or `target` and beside it. */
function lines([type, , connection], location, bucket) {
  const keys = [`${location}:`, `  type: ${type}`, `  bucket: ${bucket}`, "connection:"];
  return keys.concat(connection.map((line) => `  ${line}`));
}

/** What people get wrong; most manifests have none of it. */
const MISTAKES = [
  (text) => text.replace("framework:", "framewrok:"),
  (text) => text.replace("resource: small", "resource: huge"),
  (text) => text.replace(/version: .*/, "version: 1.2-py9"),
  (text) => text.replace("training_data_reference", "training_data"),
  (text) => text.replace("  connection:", "  conection:"),
  (text) => `${text}remarks: none\n`,
  (text) => text.replace("description: ", "description: ["),
  (text) => text.replace("source:", "target:"),
];

/** Numbers that look like chance and are the same in every run (Mulberry32). */
class Dice {
  #state = 20171116;

  /** A whole number from 0 to below the limit. */
  roll(limit) {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % limit;
  }

  pick(list) {
    return list[this.roll(list.length)];
  }
}

function manifest(number, dice) {
  const [name, version, command] = dice.pick(FRAMEWORKS);
  const arguments_ = `--rate 0.${1 + dice.roll(9)}\n      --out \${RESULT_DIR}/run-${number}`;
  const [data, results] = [dice.pick(STORES), dice.pick(STORES)];
  const said = [...new Set([data[1], results[1]])].join(", ");
  const [first, ...rest] = lines(data, "source", `data-${dice.roll(50)}`);
  return [
    ...(dice.roll(6) > 0 ? [`# wml-lint: ignore-file[${said}]`] : []),
    "model_definition:",
    `  name: run ${number}`,
    "  description: One of many runs, which differ in little things.",
    ...(dice.roll(2) === 0 ? ["  author:", "    name: Ada", "    email: ada@example.org"] : []),
    "  framework:",
    `    name: ${name}`,
    `    version: ${version}`,
    "  execution:",
    `    command: ${dice.roll(2) === 0 ? ">\n      " : ""}${command} ${arguments_}`,
    "    resource: small",
    "training_data_reference:",
    `  - ${first}`,
    ...rest.map((line) => `    ${line}`),
    "training_results_reference:",
    ...lines(results, "target", `results-${number}`).map((line) => `  ${line}`),
    "",
  ].join("\n");
}

/**
 * Writes manifests into folders, each with a model definition beside them.
 *
 * @param zip the model definition
 */
export function writeManifests(folder, count, zip) {
  const dice = new Dice();
  for (let number = 0; number < count; number++) {
    const place = join(folder, String(Math.floor(number / IN_ONE_FOLDER)).padStart(4, "0"));
    if (number % IN_ONE_FOLDER === 0) {
      mkdirSync(place, { recursive: true });
      copyFileSync(zip, join(place, "tf-model.zip"));
    }
    let text = manifest(number, dice);
    for (let mistakes = Math.max(0, dice.roll(6) - 3); mistakes > 0; mistakes--) {
      text = dice.pick(MISTAKES)(text);
    }
    writeFileSync(join(place, `${String(number).padStart(6, "0")}.yaml`), text);
  }
}
