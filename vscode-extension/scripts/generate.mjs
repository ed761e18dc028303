// Writes what the extension takes from the linter: the rules among the settings, and the schema of
// the configuration. With --check it writes nothing, and fails where something is out of date.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { stagedLinter } from './server.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

function lint(...args) {
  const [program, ...before] = stagedLinter();
  const ran = spawnSync(program, [...before, ...args], { encoding: 'utf8', maxBuffer: 16 << 20 });
  if (ran.status !== 0) {
    throw new Error(`wml-lint ${args.join(' ')} failed: ${ran.stderr ?? ran.error}`);
  }
  return ran.stdout;
}

function withRules(text) {
  const manifest = JSON.parse(text);
  const { rules } = JSON.parse(lint('rules', '--format', 'json'));
  manifest.contributes.configuration.properties['wmlLint.rules'].properties = Object.fromEntries(
    rules.map(({ id, severity, summary }) => [
      id,
      {
        enum: ['off', 'info', 'warning', 'error'],
        default: severity,
        markdownDescription: `${summary[0].toUpperCase()}${summary.slice(1)}.`,
      },
    ]),
  );
  return manifest;
}

/** Only compared by meaning: how package.json is laid out is up to its authors and npm. */
export function generate(check) {
  const stale = [];
  const packageFile = path.join(root, 'package.json');
  const before = readFileSync(packageFile, 'utf8');
  const wanted = `${JSON.stringify(withRules(before), null, 2)}\n`;
  if (JSON.stringify(JSON.parse(before)) !== JSON.stringify(JSON.parse(wanted))) {
    stale.push(packageFile);
    if (!check) {
      writeFileSync(packageFile, wanted);
    }
  }
  const schemaFile = path.join(root, 'schemas', 'wml-lint.schema.json');
  const schema = lint('schema', '--config');
  if (!existsSync(schemaFile) || readFileSync(schemaFile, 'utf8') !== schema) {
    stale.push(schemaFile);
    if (!check) {
      writeFileSync(schemaFile, schema);
    }
  }
  return stale.map((file) => path.relative(root, file));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const check = process.argv.includes('--check');
  const stale = generate(check);
  for (const file of stale) {
    console.log(check ? `${file} is out of date: npm run generate` : `${file}: written`);
  }
  process.exitCode = check && stale.length > 0 ? 1 : 0;
}
