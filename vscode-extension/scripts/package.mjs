// Makes the .vsix: npm run package [-- --target linux-x64]
import { copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createVSIX } from '@vscode/vsce';
import { bundleExtension } from './bundle.mjs';
import { repositoryIn, withLinks, withoutPictures } from './details.mjs';
import { writeLegal } from './legal.mjs';
import { stageServer } from './server.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const { target } = parseArgs({ options: { target: { type: 'string' } } }).values;

/** What is packaged, as a folder. */
const stage = path.join(root, 'out', 'stage');
const AS_IT_IS = [
  ...['.vscodeignore', 'CHANGELOG.md', 'LICENSE', 'language-configuration.json', 'dist/extension.js'],
  ...['images', 'legal', 'schemas', 'server', 'syntaxes', 'walkthrough'],
];

stageServer(target);
copyFileSync(path.join(root, '..', 'LICENSE'), path.join(root, 'LICENSE'));
const { bytes, sources } = await bundleExtension();
writeLegal(root, sources, target !== undefined);
const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
const readme = readFileSync(path.join(root, 'README.md'), 'utf8');
const repository = repositoryIn(process.env);

rmSync(stage, { recursive: true, force: true });
mkdirSync(stage, { recursive: true });
for (const name of AS_IT_IS.filter((one) => existsSync(path.join(root, one)))) {
  cpSync(path.join(root, name), path.join(stage, name), { recursive: true, preserveTimestamps: true });
}
writeFileSync(path.join(stage, 'package.json'), `${JSON.stringify(withLinks(manifest, repository), null, 2)}\n`);
writeFileSync(path.join(stage, 'README.md'), repository === undefined ? withoutPictures(readme) : readme);

const { name, version } = manifest;
const file = path.join(root, `${name}-${target === undefined ? '' : `${target}-`}${version}.vsix`);
await createVSIX({
  cwd: stage,
  packagePath: file,
  // All is in the bundle.
  dependencies: false,
  ...(repository === undefined
    ? { rewriteRelativeLinks: false, allowMissingRepository: true }
    : {
        baseContentUrl: `${repository}/blob/HEAD/vscode-extension`,
        baseImagesUrl: `${repository}/raw/HEAD/vscode-extension`,
      }),
  ...(target === undefined ? {} : { target }),
});
rmSync(stage, { recursive: true, force: true });
console.log(`${path.basename(file)}: ${(statSync(file).size / (1 << 20)).toFixed(1)} MiB`);
console.log(`the bundle in it: ${Math.round(bytes / 1024)} KiB`);
