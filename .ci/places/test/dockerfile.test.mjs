// The Dockerfile. There is no Docker here: it is linted, and what it runs is run in a plain folder, which
// has what COPY would have brought there.
import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { at, folder, run, text, yaml } from '../project.mjs';

const require = createRequire(import.meta.url);
const { DockerfileParser } = require('dockerfile-ast');
const { run: lint } = require('dockerfilelint');

const source = text('Dockerfile');
const instructions = DockerfileParser.parse(source).getInstructions();
const all = (keyword) => instructions.filter((one) => one.getKeyword() === keyword);
const words = (one) => one.getArguments().map((argument) => argument.getValue());
const json = (one) => JSON.parse(one.getArgumentsContent());

test('dockerfilelint', () => {
  assert.deepEqual(lint('.', source), []);
  assert.notDeepEqual(lint('.', `${source}\nMAINTAINER me\n`), [], 'it sees what is out of use');
});

test('images have a version, the program is nobody, and gets its signals', () => {
  for (const from of all('FROM')) {
    assert.match(words(from)[0], /^[a-z]+:[a-z0-9.-]*[0-9a-z]+$/);
    assert.doesNotMatch(words(from)[0], /:latest$/);
  }
  assert.match(words(all('USER').at(-1))[0], /^[1-9]\d*:[1-9]\d*$/);
  assert.deepEqual(json(all('ENTRYPOINT').at(-1)), ['wml-lint']);
  assert.deepEqual(json(all('CMD').at(-1)), ['--help']);
});

test('its labels are those of OCI', () => {
  const labels = all('LABEL').flatMap((one) => one.getProperties().map((label) => label.getName()));
  for (const name of ['title', 'description', 'licenses', 'source', 'version', 'revision']) {
    assert.ok(labels.includes(`org.opencontainers.image.${name}`), name);
  }
});

test('one version, and one place, are named everywhere', () => {
  const version = /<version>([\d.]+)(?:-SNAPSHOT)?<\/version>/.exec(text('pom.xml'))[1];
  const [{ spec }] = yaml('templates/wml-lint.yml');
  const [hooks] = yaml('.pre-commit-hooks.yaml');
  const image = `ghcr.io/example/wml-lint:${version}`;
  assert.equal(spec.inputs.image.default, image);
  assert.equal(hooks.find((hook) => hook.id === 'wml-lint-docker').entry, `${image} --skip-others`);
  assert.match(source, new RegExp(`^ARG VERSION=${version}$`, 'm'));
});

/** A pattern of .dockerignore: from the top, where it does not begin with two stars. */
function ignored() {
  const patterns = text('.dockerignore')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'))
    .map((line) => {
      assert.match(line, /^(\*\*\/)?[\w.-]+$/, 'a pattern that this test does not know');
      const name = line.replace('**/', '').replaceAll('.', '\\.');
      return new RegExp(`^${line.startsWith('**/') ? '(.*/)?' : ''}${name}(/|$)`);
    });
  return (file) => patterns.some((pattern) => pattern.test(file));
}

test('what it runs makes what it copies, and that runs', { timeout: 600_000 }, (context) => {
  const work = folder(context);
  const isIgnored = ignored();
  const files = run('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: at() });
  for (const file of files.stdout.split('\0').filter((name) => name && !isIgnored(name))) {
    if (existsSync(at(file))) {
      mkdirSync(dirname(join(work, file)), { recursive: true });
      cpSync(at(file), join(work, file), { verbatimSymlinks: true });
    }
  }
  for (const { status, both } of all('RUN').map((one) =>
    run('sh', ['-c', one.getArgumentsContent()], { cwd: work }),
  )) {
    assert.equal(status, 0, both);
  }
  const copy = all('COPY').at(-1);
  const [from, to] = words(copy);
  const path = all('ENV').flatMap((one) => one.getProperties()).find((one) => one.getName() === 'PATH');
  const [bin] = path.getValue().split(':');
  assert.ok(bin.startsWith(`${to}/`));
  const image = join(work, from.replace(/^\/src\//, ''));
  const environment = { PATH: `${join(image, bin.slice(to.length))}:/usr/bin:/bin`, LANG: 'C.UTF-8' };
  const inside = (...args) => run('wml-lint', args, { cwd: at('examples'), env: environment });
  assert.match(inside('--help').stdout, /^Usage: wml-lint /);
  assert.match(inside('explain', 'yaml-syntax').stdout, /YAML/);
  const { status, stdout } = inside('mnist', '--rule', 'placeholder-value=off');
  assert.match(stdout, /^no findings in 1 manifest/m);
  assert.equal(status, 0);
});
