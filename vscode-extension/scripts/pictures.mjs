// Takes the pictures of the README and of the walkthrough from the last run of the test in VS Code.
import { copyFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const artefacts = path.join(root, 'artefacts');
const PICTURES = {
  'problems.png': /^mistakes-\d+-problems\.png$/,
  'completion.png': /^completion-\d+-sizes\.png$/,
  'hover.png': /^mistakes-\d+-hover-program\.png$/,
};

for (const [name, pattern] of Object.entries(PICTURES)) {
  const seen = readdirSync(artefacts).find((one) => pattern.test(one));
  if (seen === undefined) {
    throw new Error(`no picture for ${name} in ${artefacts}`);
  }
  copyFileSync(path.join(artefacts, seen), path.join(root, 'images', name));
}
