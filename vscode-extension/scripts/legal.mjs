// Writes legal/: whose libraries are in the bundle, on which terms, and what the whole package is made of.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const HEAD = `The extension itself, dist/extension.js, is made of the libraries below. Those of the linter are in
server/legal.
`;
const TEXT = /^(licen[cs]e|notice|copying|third-?party)/i;

/** The folders of the packages that files are from. */
function packagesOf(sources) {
  const folders = sources.map((file) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0]);
  return [...new Set(folders.filter(Boolean))].sort();
}

function read(folder) {
  const { name, version, license, repository } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const texts = readdirSync(folder).filter((file) => TEXT.test(file));
  if (typeof license !== 'string' || texts.length === 0) {
    throw new Error(`${name} does not say its licence`);
  }
  const source = (repository?.url ?? repository ?? '').replace(/^git\+|\.git$/g, '');
  return { name, version, license, source, texts: texts.map((file) => readFileSync(path.join(folder, file), 'utf8')) };
}

function component({ name, version, license }) {
  const purl = `pkg:npm/${name.replace('@', '%40')}@${version}`;
  return { type: 'library', 'bom-ref': purl, name, version, purl, licenses: [{ expression: license }] };
}

/**
 * Writes both, and takes the linter's bill of materials from server/.
 *
 * @param {string} root the extension, with the linter in server/
 * @param {string[]} sources of the bundle
 * @param {boolean} withRuntime whether the linter brings a Java runtime or is made with one: the jars that
 *     lie beside a runtime in their package come without it
 */
export function writeLegal(root, sources, withRuntime) {
  const libraries = packagesOf(sources).map((folder) => read(path.join(root, folder)));
  const legal = path.join(root, 'legal');
  rmSync(legal, { recursive: true, force: true });
  mkdirSync(legal);
  const notices = libraries.map(({ name, version, license, source, texts }) =>
    [`${name} ${version}`, `  licence: ${license}`, `  sources: ${source}`, '', ...texts].join('\n'),
  );
  writeFileSync(path.join(legal, 'THIRD-PARTY.txt'), [HEAD, ...notices].join(`\n${'-'.repeat(80)}\n`));
  const linters = path.join(root, 'server', 'legal', 'bom.cdx.json');
  const bom = JSON.parse(readFileSync(linters, 'utf8'));
  const parts = bom.components.filter(({ type }) => withRuntime || type !== 'platform');
  bom.components = [...parts, ...libraries.map(component)];
  const sum = createHash('sha256').update(JSON.stringify(bom.components)).digest('hex');
  bom.serialNumber = sum.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*/, 'urn:uuid:$1-$2-$3-$4-$5');
  writeFileSync(path.join(legal, 'bom.cdx.json'), `${JSON.stringify(bom, null, 2)}\n`);
  rmSync(linters);
}
