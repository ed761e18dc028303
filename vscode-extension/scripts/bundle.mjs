// Bundles the extension into one file, and with --tests each test into one of its own.
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));

/** @type {import('esbuild').BuildOptions} */
const common = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  logLevel: 'warning',
};

/** @returns its size, and the files that it is made of */
export async function bundleExtension() {
  const { metafile } = await build({
    ...common,
    entryPoints: ['src/extension.ts'],
    outfile: 'dist/extension.js',
    external: ['vscode'],
    minify: true,
    legalComments: 'inline',
    // The modules of the client for Node alone, not those for browsers and CommonJS at once.
    mainFields: ['module', 'main'],
    metafile: true,
  });
  const bytes = statSync(path.join(root, 'dist/extension.js')).size;
  return { bytes, sources: Object.keys(metafile.inputs) };
}

async function bundleTests() {
  rmSync(path.join(root, 'out'), { recursive: true, force: true });
  const folders = ['unit', 'host', 'e2e'];
  const there = folders.filter((folder) => existsSync(path.join(root, 'test', folder)));
  const tests = there.flatMap((folder) =>
    readdirSync(path.join(root, 'test', folder))
      .filter((name) => name.endsWith('.ts'))
      .map((name) => `test/${folder}/${name}`),
  );
  await build({
    ...common,
    entryPoints: tests,
    outbase: 'test',
    outdir: 'out/test',
    external: ['vscode', 'mocha', 'playwright-core'],
    sourcemap: 'inline',
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { bytes } = await bundleExtension();
  console.log(`dist/extension.js: ${Math.round(bytes / 1024)} KiB`);
  if (process.argv.includes('--tests')) {
    await bundleTests();
  }
}
