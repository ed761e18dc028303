// The Dockerfile. There is no Docker here: it is linted, and what it runs is run in a plain folder, which
// has what COPY would have brought there.
import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { at, bash, folder, run, text, yaml } from '../project.mjs';

const require = createRequire(import.meta.url);
const { DockerfileParser } = require('dockerfile-ast');
const { run: lint } = require('dockerfilelint');

const source = text('Dockerfile');
const instructions = DockerfileParser.parse(source).getInstructions();
const all = (keyword) => instructions.filter((one) => one.getKeyword() === keyword);
const words = (one) => one.getArguments().map((argument) => argument.getValue());
const json = (one) => JSON.parse(one.getArgumentsContent());

test('dockerfilelint', () => {
  // It misses a tag on everything, on what is no image too.
  assert.deepEqual(lint('.', source.replace('FROM scratch', 'FROM scratch:none')), []);
  assert.notDeepEqual(lint('.', `${source}\nMAINTAINER me\n`), [], 'it sees what is out of use');
});

/** Its digest could not be looked up yet: the only one that the release waits for. */
const UNPINNED = 'ghcr.io/graalvm/graalvm-community:25.0.2-ol8-20260120';

test('images are named by tag and digest', () => {
  const images = all('FROM').map((from) => words(from)[0]);
  for (const image of images.filter((name) => name !== 'scratch' && name !== UNPINNED)) {
    assert.match(image, /^[a-z./-]+:[a-z0-9.-]+@sha256:[0-9a-f]{64}$/);
    assert.doesNotMatch(image, /:latest@/);
  }
});

test('no release is made from an image without a digest', (context) => {
  const step = yaml('.github/workflows/release.yml')[0].jobs.check.steps.find((one) => one.name === 'Images have digests');
  const work = folder(context);
  const ends = (dockerfile) => {
    writeFileSync(join(work, 'Dockerfile'), dockerfile);
    return bash(step.run, { cwd: work });
  };
  const pinned = source.replace(`FROM ${UNPINNED}`, `$&@sha256:${'0'.repeat(64)}`);
  assert.equal(ends(pinned).status, 0);
  for (const digest of pinned.match(/@sha256:\w+/g)) {
    const { status, both } = ends(pinned.replace(digest, ''));
    assert.equal(status, 1, digest);
    assert.match(both, /^::error::no digest: FROM \S+( AS \w+)?$/m);
  }
});

test('the program is nobody, and gets its signals', () => {
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

/** What the build has made without a GraalVM. */
const program = at('dist/target/native/program');

/**
 * A GraalVM whose native-image writes down what it is called with, and hands out the program that the
 * build has made of the same sources.
 */
function standIn(context) {
  const home = folder(context);
  cpSync(join(program, 'legal'), join(home, 'legal'), { recursive: true });
  cpSync(join(program, 'release'), join(home, 'release'));
  mkdirSync(join(home, 'bin'));
  const script = [
    '#!/bin/sh',
    '[ "$1" != --version ] || { echo "native-image 25.0.2 2026-01-20"; exit; }',
    `printf '%s\\n' "$@" >'${home}/called'`,
    'while [ "$1" != -o ]; do shift; done',
    `cp '${program}/wml-lint' "$2"`,
    `cp -R '${program}/lib' "$(dirname "$2")/lib"`,
    '',
  ];
  writeFileSync(join(home, 'bin/native-image'), script.join('\n'), { mode: 0o755 });
  return home;
}

/** Whether it was called with all classes, the options and the program to begin with. */
function assertCalled(home, work) {
  const called = readFileSync(join(home, 'called'), 'utf8').trim().split('\n');
  const classPath = called.filter((_, i) => called[i - 1] === '-cp').flatMap((path) => path.split(':'));
  const entries = classPath.flatMap((path) =>
    path.endsWith('/*') ? readdirSync(path.slice(0, -2)) : [path.replace(`${work}/`, '')],
  );
  for (const entry of [/classes$/, /^wml-lint-/, /^wml-language-server-/, /^snakeyaml-engine-/, /^gson-/]) {
    assert.equal(entries.filter((name) => entry.test(name)).length, 1, `${entry} in ${entries}`);
  }
  const options = called.find((word) => word.startsWith('@'));
  assert.match(readFileSync(options.slice(1), 'utf8'), /^-H:/m);
  assert.equal(called.at(-1), 'dev.wmllint.dist.NativeMain');
}

test('what it runs makes what it copies, and that runs', {
  timeout: 1_200_000,
  skip: !process.env.GRAALVM_HOME && !existsSync(program) && 'no GraalVM, and no native program was built',
}, (context) => {
  const work = folder(context);
  const graalvm = process.env.GRAALVM_HOME ?? standIn(context);
  const isIgnored = ignored();
  const files = run('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: at() });
  for (const file of files.stdout.split('\0').filter((name) => name && !isIgnored(name))) {
    if (existsSync(at(file))) {
      mkdirSync(dirname(join(work, file)), { recursive: true });
      cpSync(at(file), join(work, file), { verbatimSymlinks: true });
    }
  }
  const env = { ...process.env, GRAALVM_HOME: graalvm };
  for (const script of all('RUN').map((one) => one.getArgumentsContent())) {
    const { status, both } = run('sh', ['-c', script], { cwd: work, env });
    assert.equal(status, 0, both);
  }
  if (graalvm !== process.env.GRAALVM_HOME) {
    assertCalled(graalvm, work);
  }
  const [packages, image] = all('COPY').slice(-2).map(words);
  const inWork = (path) => path.replace(/^\/src\//, '');
  const made = run('sh', ['-c', `ls ${inWork(packages[0])}`], { cwd: work }).stdout.trim().split('\n');
  assert.equal(made.length, 2, 'one with the program, and one for a JVM');
  const path = all('ENV').at(-1).getProperties().find((one) => one.getName() === 'PATH');
  const [bin] = path.getValue().split(':');
  assert.ok(bin.startsWith(`${image[1]}/`));
  const environment = { PATH: join(work, inWork(image[0]), bin.slice(image[1].length)) };
  const inside = (...args) => run('wml-lint', args, { cwd: work, env: environment });
  assert.match(inside('--help').stdout, /^Usage: wml-lint /);
  assert.match(inside('explain', 'yaml-syntax').stdout, /YAML/);
  cpSync(at('examples/mnist'), join(work, 'Prüfung'), { recursive: true });
  const { status, stdout } = inside('Prüfung', '--rule', 'placeholder-value=off');
  assert.match(stdout, /^no findings in 1 manifest/m);
  assert.equal(status, 0);
});
