// What the release's scripts make, as far as it can be made without GitHub.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { at, bash, folder, run, text, yaml } from '../project.mjs';

const [{ jobs }] = yaml('.github/workflows/release.yml');

const script = (job, name) => jobs[job].steps.find((step) => step.name === name).run;

const version = /<version>([^<]+)<\/version>/.exec(text('pom.xml'))[1];

/** A folder with what the build has made, and a commit. */
function built(context) {
  run(at('wml-lint'), ['--version']); // builds what is not built
  const work = folder(context);
  const git = (...args) =>
    run('git', ['-c', 'user.name=Example User', '-c', 'user.email=user@example.com', ...args], { cwd: work });
  git('init', '-q');
  git('commit', '-q', '--allow-empty', '-m', 'Begin');
  ['lsp-server', 'schema'].forEach((name) => symlinkSync(at(name), join(work, name)));
  return work;
}

test('the jars run on any Java, and are packed the same each time', (context) => {
  const work = built(context);
  const name = `wml-lint-${version}-jars.tar.gz`;
  const bytes = [1, 2].map(() => {
    const packed = bash(script('jars', 'Pack the jars, for any system with Java 17'), {
      cwd: work,
      env: { ...process.env, VERSION: version },
    });
    assert.equal(packed.status, 0, packed.both);
    return readFileSync(join(work, 'release', name));
  });
  assert.ok(bytes[0].equals(bytes[1]));
  run('tar', ['-xzf', name], { cwd: join(work, 'release') });
  const { both } = run('java', ['-cp', `wml-language-server-${version}.jar`, 'dev.wmllint.cli.WmlLint', '--version'], {
    cwd: join(work, 'release'),
  });
  assert.equal(both, `wml-lint ${version}\n`);
});

test('the checksums are those that the action reads', (context) => {
  const work = folder(context);
  mkdirSync(join(work, 'release'));
  writeFileSync(join(work, 'release/a.tar.gz'), 'a');
  writeFileSync(join(work, 'release/b.vsix'), 'b');
  const { 'working-directory': where, run: sums } = jobs.publish.steps.find((one) => one.name === 'Checksums');
  assert.equal(bash(sums, { cwd: join(work, where) }).status, 0);
  const lines = readFileSync(join(work, 'release/SHA256SUMS'), 'utf8').trimEnd().split('\n');
  assert.deepEqual(readdirSync(join(work, 'release')), ['SHA256SUMS', 'a.tar.gz', 'b.vsix']);
  assert.deepEqual(
    lines.map((line) => line.replace(/^[0-9a-f]{64}  /, '')),
    ['a.tar.gz', 'b.vsix'],
  );
  assert.equal(run('sha256sum', ['--check', '--status', 'SHA256SUMS'], { cwd: join(work, 'release') }).status, 0);
});

test('a tag that is not the version of the project makes no release', (context) => {
  const work = folder(context);
  mkdirSync(join(work, 'bin'));
  writeFileSync(join(work, 'bin/mvn'), '#!/bin/sh\nprintf 0.1.0\n', { mode: 0o755 });
  const output = join(work, 'output');
  const tagged = (tag) => {
    writeFileSync(output, '');
    const { status } = bash(script('check', 'The tag is the version of the project'), {
      cwd: work,
      env: { PATH: `${join(work, 'bin')}:${process.env.PATH}`, TAG: tag, GITHUB_OUTPUT: output },
    });
    return [status, readFileSync(output, 'utf8')];
  };
  assert.deepEqual(tagged('v0.1.0'), [0, 'version=0.1.0\n']);
  assert.deepEqual(tagged('v0.2.0'), [1, '']);
});

test('everything that is made is published', () => {
  const uploads = Object.entries(jobs).filter(([, job]) =>
    job.steps.some((step) => step.uses?.startsWith('actions/upload-artifact@')),
  );
  assert.deepEqual(['check', ...uploads.map(([name]) => name)], jobs.publish.needs);
});

const rows = (job) => jobs[job].strategy.matrix.include;

test('one set of platforms: of the packages, of the action, and of the extension', () => {
  const made = rows('package').map(({ platform, os }) => `${platform} ${os}`);
  const taken = [...text('.github/action/install.sh').matchAll(/^  \w+-\w+\) platform=(\S+) /gm)];
  assert.deepEqual(taken.map((found) => found[1]).sort(), rows('package').map((row) => row.platform).sort());
  const [universal, ...native] = rows('extension');
  assert.equal(universal.target, 'universal');
  // Each is packed where its linter was made.
  assert.deepEqual(native.map(({ platform, os }) => `${platform} ${os}`).sort(), made.sort());
  for (const { target, platform } of native) {
    assert.equal(target.replace('darwin', 'macos').replace('win32', 'windows'), platform);
  }
});

test('the extension is packed for all platforms, and for one', (context) => {
  const work = folder(context);
  writeFileSync(join(work, 'npm'), '#!/bin/sh\necho "npm $*"\n', { mode: 0o755 });
  const packed = (target) =>
    bash(script('extension', 'Package'), {
      cwd: work,
      env: { PATH: `${work}:${process.env.PATH}`, TARGET: target },
    }).both;
  assert.match(packed('universal'), /^npm ci .*\nnpm run package\n$/);
  assert.match(packed('win32-x64'), /^npm ci .*\nnpm run package -- --target win32-x64\n$/);
});
