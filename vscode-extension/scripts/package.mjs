// Makes the .vsix: npm run package [-- --target linux-x64]
import { copyFileSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createVSIX } from '@vscode/vsce';
import { bundleExtension } from './bundle.mjs';
import { writeLegal } from './legal.mjs';
import { stageServer } from './server.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const { target } = parseArgs({ options: { target: { type: 'string' } } }).values;

stageServer(target);
copyFileSync(path.join(root, '..', 'LICENSE'), path.join(root, 'LICENSE'));
const { bytes, sources } = await bundleExtension();
writeLegal(root, sources, target !== undefined);
const { name, version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
const file = path.join(root, `${name}-${target === undefined ? '' : `${target}-`}${version}.vsix`);
await createVSIX({
  cwd: root,
  packagePath: file,
  // All is in the bundle.
  dependencies: false,
  // There is no public repository yet whose address could stand before the pictures' names.
  rewriteRelativeLinks: false,
  allowMissingRepository: true,
  ...(target === undefined ? {} : { target }),
});
console.log(`${path.basename(file)}: ${(statSync(file).size / (1 << 20)).toFixed(1)} MiB`);
console.log(`the bundle in it: ${Math.round(bytes / 1024)} KiB`);
