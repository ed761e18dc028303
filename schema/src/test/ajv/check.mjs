// Runs the corpora through ajv and prints `N passed, N failed`. The sidecar NAME.expected of an
// invalid manifest lists its problems, a line each: path, keyword, rule and, where the keyword is
// about a key, that key. The Java tests hold networknt to the same lines.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import Ajv from "ajv";

const here = dirname(fileURLToPath(import.meta.url));
const testdata = join(here, "..", "resources", "testdata");
const read = (...path) => readFileSync(join(...path), "utf8");

const schema = JSON.parse(read(here, "..", "..", "..", "training-manifest.schema.json"));

/** Ours, and those of editors, which draft-07 does not have: a validator takes them for notes. */
const NOTES = /^x-wml-|^(markdownDescription|enumDescriptions|errorMessage|deprecationMessage|defaultSnippets)$/;

function notes(value, found = new Set()) {
  for (const [key, below] of Object.entries(value ?? {})) {
    if (NOTES.test(key)) {
      found.add(key);
    } else if (typeof below === "object") {
      notes(below, found);
    }
  }
  return found;
}

const ajv = new Ajv({ strict: true, strictRequired: true, strictTypes: true, allErrors: true });
notes(schema).forEach((keyword) => ajv.addKeyword(keyword));
const validate = ajv.compile(schema);

/** `/a/0/b` as `a[0].b`; the root as `.` */
function docPath(pointer) {
  const path = pointer
    .split("/")
    .slice(1)
    .map((step) => (/^\d+$/.test(step) ? `[${step}]` : `.${step}`))
    .join("");
  return path.replace(/^\./, "") || ".";
}

function problem({ instancePath, keyword, params }) {
  const key = params.missingProperty ?? params.additionalProperty;
  return [docPath(instancePath), keyword, ...(key === undefined ? [] : [key])].join(" ");
}

/** Without the rule, which ajv knows nothing of. */
function expected(line) {
  const [path, keyword, , ...key] = line.split(" ");
  return [path, keyword, ...key].join(" ");
}

function problemsOf(file) {
  validate(JSON.parse(read(file)));
  // ajv adds a summary error, `if`, to the errors of a branch
  const errors = (validate.errors ?? []).filter((error) => error.keyword !== "if");
  // a connection has its type twice: as one of either kind, and as one of its store's kind
  return [...new Set(errors.map(problem))].sort();
}

const names = (folder) =>
  readdirSync(join(testdata, folder))
    .filter((name) => name.endsWith(".json"))
    .map((name) => join(testdata, folder, name));

let passed = 0;
let failed = 0;
function compare(file, wanted) {
  const found = problemsOf(file);
  if (found.join("\n") === wanted.join("\n")) {
    passed++;
  } else {
    failed++;
    console.log(`${file}\n  wanted: ${wanted.join("; ")}\n  found:  ${found.join("; ")}`);
  }
}

for (const file of names("valid")) {
  compare(file, []);
}
for (const file of names("invalid")) {
  const sidecar = read(file.replace(/json$/, "expected"));
  compare(file, sidecar.trimEnd().split("\n").map(expected).sort());
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
