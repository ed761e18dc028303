// The Dockerfile. There is no Docker here: it is linted, and what it runs is run in a plain folder, which
// has what COPY would have brought there.
import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
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

/** The stages of the file by name. */
const stages = all('FROM').flatMap((from) => words(from)[2] ?? []);

/** Whether an image is made in this file, or is none. */
const isOurs = (image) =>
  image === 'scratch' || stages.includes(image) || stages.includes(image.replace('${TARGETARCH}', 'amd64'));

test('dockerfilelint', () => {
  // It misses a tag on everything, on what is no image too, and does not know that ADD can check what it takes.
  const known = source
    .replaceAll(/^FROM (\S+)/gm, (from, image) => (isOurs(image) ? `${from}:none` : from))
    .replaceAll('ADD --checksum=', 'RUN true --checksum=');
  assert.deepEqual(lint('.', known), []);
  assert.notDeepEqual(lint('.', `${known}\nMAINTAINER me\n`), [], 'it sees what is out of use');
});

test('images are named by tag and digest', () => {
  const images = all('FROM').map((from) => words(from)[0]).filter((image) => !isOurs(image));
  assert.equal(images.length, 3);
  for (const image of images) {
    assert.match(image, /^[a-z./-]+:[a-z0-9.-]+@sha256:[0-9a-f]{64}$/);
    assert.doesNotMatch(image, /:latest@/);
  }
});

test('GraalVM is that of the processor, and has a digest', () => {
  const version = /<graalvm\.version>([\d.]+)</.exec(text('pom.xml'))[1];
  const names = { amd64: 'x64', arm64: 'aarch64' };
  const archives = all('ADD').map((add) => [...add.getFlags(), ...words(add)].map(String));
  assert.equal(archives.length, 2);
  const digests = archives.map(([checksum, url], i) => {
    const stage = stages.filter((name) => name.startsWith('graalvm-'))[i];
    const platform = `linux-${names[stage.slice('graalvm-'.length)]}`;
    assert.ok(url.endsWith(`/jdk-${version}/graalvm-community-jdk-${version}_${platform}_bin.tar.gz`), url);
    return /^--checksum=(sha256:[0-9a-f]{64})$/.exec(checksum)[1];
  });
  assert.equal(new Set(digests).size, 2);
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
    `printf '%s\\n' "$@" >"$GRAALVM_HOME/called"`,
    'while [ "$1" != -o ]; do shift; done',
    `cp '${program}/wml-lint' "$2"`,
    `cp -R '${program}/lib' "$(dirname "$2")/lib"`,
    '',
  ];
  writeFileSync(join(home, 'bin/native-image'), script.join('\n'), { mode: 0o755 });
  // As it is downloaded: an archive of one folder.
  const archive = folder(context);
  const packed = run('tar', ['-czf', join(archive, 'graalvm.tar.gz'), '-C', dirname(home), basename(home)]);
  assert.equal(packed.status, 0, packed.both);
  return archive;
}

/** A folder with a package manager that installs nothing. */
function noPackages(context) {
  const bin = folder(context);
  writeFileSync(join(bin, 'dnf'), '#!/bin/sh\n', { mode: 0o755 });
  return bin;
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
  const PATH = `${noPackages(context)}:${process.env.PATH}`;
  const env = { ...process.env, PATH, GRAALVM_HOME: graalvm };
  const sources = source.split('\n').indexOf('COPY . .');
  for (const one of all('RUN')) {
    const isBefore = one.getRange().start.line < sources;
    if (!isBefore || graalvm !== process.env.GRAALVM_HOME) {
      const cwd = isBefore ? graalvm : work;
      const { status, both } = run('sh', ['-c', one.getArgumentsContent()], { cwd, env });
      assert.equal(status, 0, both);
    }
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
