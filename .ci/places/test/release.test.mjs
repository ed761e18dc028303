// What the release's scripts make, as far as it can be made without GitHub.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { at, bash, folder, run, text, yaml } from '../project.mjs';

const [{ jobs }] = yaml('.github/workflows/release.yml');

const script = (job, name) => jobs[job].steps.find((step) => step.name === name).run;

const version = /<version>([^<]+)<\/version>/.exec(text('pom.xml'))[1];

test('the jars that the build has made are published', (context) => {
  run(at('wml-lint'), ['--version']); // builds what is not built
  const work = folder(context);
  ['dist', 'schema'].forEach((name) => symlinkSync(at(name), join(work, name)));
  const packed = bash(script('jars', 'The jars, for any system with Java 17, and the schema'), { cwd: work });
  assert.equal(packed.status, 0, packed.both);
  const name = `wml-lint-${version}-jars`;
  assert.deepEqual(readdirSync(join(work, 'release')).sort(), ['training-manifest.schema.json', `${name}.tar.gz`]);
  run('tar', ['-xzf', `${name}.tar.gz`], { cwd: join(work, 'release') });
  const [, command] = /`(java -cp .*?wml-language-server-VERSION\.jar .*?)`/.exec(text('README.md'));
  const { both } = run('sh', ['-c', `${command.replace('VERSION', version)} --version`], {
    cwd: join(work, 'release', name),
  });
  assert.equal(both, `wml-lint ${version}\n`);
});

/** Components of a bill of materials, by name. */
function names(bom) {
  const { serialNumber, components } = JSON.parse(bom);
  assert.match(serialNumber, /^urn:uuid:[0-9a-f-]{36}$/); // GitHub attests no bill without one
  return components.map((one) => one.name);
}

const bill = (...parts) =>
  JSON.stringify({
    bomFormat: 'CycloneDX',
    components: parts.map((name) => ({ 'bom-ref': `pkg:generic/${name}`, name })),
  });

test('the bill of materials of a release is the sum of those of its packages', (context) => {
  const work = folder(context);
  const release = join(work, 'release');
  mkdirSync(join(work, 'a/legal'), { recursive: true });
  mkdirSync(join(work, 'extension/legal'), { recursive: true });
  mkdirSync(release);
  writeFileSync(join(work, 'a/legal/bom.cdx.json'), bill('jar', 'runtime'));
  writeFileSync(join(work, 'extension/legal/bom.cdx.json'), bill('jar', 'npm'));
  run('tar', ['-czf', 'release/a.tar.gz', 'a'], { cwd: work });
  run('python3', ['-m', 'zipfile', '-c', 'release/b.vsix', 'extension'], { cwd: work });
  const made = bash(script('publish', 'Bill of materials'), {
    cwd: release,
    env: { ...process.env, VERSION: version },
  });
  assert.equal(made.status, 0, made.both);
  const bom = readFileSync(join(release, `wml-lint-${version}-bom.cdx.json`), 'utf8');
  assert.deepEqual(names(bom), ['jar', 'npm', 'runtime']);
  writeFileSync(join(release, 'c.tar.gz'), 'none in it');
  assert.notEqual(bash(script('publish', 'Bill of materials'), { cwd: release }).status, 0);
});

test('that of the container has the packages of Debian too', (context) => {
  const work = folder(context);
  writeFileSync(join(work, 'bom.json'), bill('jar'));
  const docker = `#!/bin/sh
    [ "$1 $2 $3 $5" = "run --rm --entrypoint image:1" ] || exit 1
    case $4 in
      cat) cat "${work}/bom.json" ;;
      dpkg-query) printf '%s' "$8" | grep -q Version && printf 'libc6 2.36-9+deb12u1 amd64\\nbase-files 12 amd64\\n' ;;
    esac
  `;
  writeFileSync(join(work, 'docker'), docker, { mode: 0o755 });
  const made = bash(script('container', 'Bill of materials'), {
    cwd: work,
    env: { PATH: `${work}:${process.env.PATH}`, IMAGE: 'image', VERSION: '1' },
  });
  assert.equal(made.status, 0, made.both);
  const bom = readFileSync(join(work, 'bom.cdx.json'), 'utf8');
  assert.deepEqual(names(bom), ['jar', 'libc6', 'base-files']);
  assert.equal(JSON.parse(bom).components[1].purl, 'pkg:deb/debian/libc6@2.36-9%2Bdeb12u1?arch=amd64');
});

test('the container is attested as it was pushed', () => {
  const attested = jobs.container.steps.filter((step) => step.uses?.startsWith('actions/attest-'));
  assert.deepEqual(attested.map((step) => step.uses.split('@')[0]), [
    'actions/attest-build-provenance',
    'actions/attest-sbom',
  ]);
  for (const { with: given } of attested) {
    assert.equal(given['subject-digest'], '${{ steps.push.outputs.digest }}');
    assert.equal(given['push-to-registry'], true);
  }
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
