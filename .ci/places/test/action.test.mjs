// The action: its steps are run as the runner of GitHub would run them, except for those that use another
// action. What the runner itself does (clone, variables, outputs) is done here by hand.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { at, bash, folder, project, run, text, yaml } from '../project.mjs';

const [action] = yaml('action.yml');

/** Runs the action; gives what each step printed, the outputs, and how the job ends. */
function use(work, inputs, environment = {}) {
  const temp = join(work, '.runner');
  mkdirSync(temp, { recursive: true });
  const given = Object.fromEntries(
    Object.entries(action.inputs).map(([name, input]) => [name, input.default]),
  );
  Object.assign(given, inputs);
  const outputs = {};
  const value = (expression) =>
    expression.replace(/\$\{\{ (.*?) \}\}/g, (_, path) => {
      const [context, name, , output] = path.split('.');
      return (
        {
          inputs: () => given[name],
          steps: () => outputs[name]?.[output] ?? '',
          github: () => ({ action_repository: 'example/wml-lint', token: 'a-token' })[name],
        }[context]() ?? assert.fail(`unknown: ${path}`)
      );
    });
  let log = '';
  for (const step of action.runs.steps) {
    if (step.uses) {
      continue;
    }
    assert.equal(step.shell, 'bash');
    const file = join(temp, 'output');
    writeFileSync(file, '');
    const own = Object.fromEntries(
      Object.entries(step.env ?? {}).map(([name, expression]) => [name, value(expression)]),
    );
    const { status, both } = bash(step.run, {
      cwd: work,
      env: {
        PATH: process.env.PATH,
        HOME: process.env.HOME,
        LC_ALL: 'C.UTF-8',
        GITHUB_ACTION_PATH: project,
        GITHUB_WORKSPACE: work,
        GITHUB_OUTPUT: file,
        RUNNER_TEMP: temp,
        RUNNER_OS: 'Linux',
        RUNNER_ARCH: 'X64',
        ...environment,
        ...own,
      },
    });
    log += both;
    const written = readFileSync(file, 'utf8').split('\n').filter(Boolean);
    outputs[step.id] = Object.fromEntries(
      written.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
    );
    if (status !== 0) {
      return { status, log, outputs };
    }
  }
  return { status: 0, log, outputs };
}

function checkout(context) {
  const work = folder(context);
  cpSync(at('examples'), join(work, 'jobs'), { recursive: true });
  return work;
}

function spoil(work, name = 'jobs/mnist/job.yaml') {
  const manifest = readFileSync(join(work, 'jobs/mnist/job.yaml'), 'utf8');
  writeFileSync(join(work, name), manifest.replace('resource: small', 'resource: smal'));
}

test('sound manifests pass, and the report is there', (context) => {
  const work = checkout(context);
  const { status, log, outputs } = use(work, { paths: 'jobs', args: '--rule=placeholder-value=off' });
  assert.equal(status, 0, log);
  assert.equal(outputs.lint['exit-code'], '0');
  const sarif = JSON.parse(readFileSync(outputs.lint.sarif, 'utf8'));
  assert.equal(sarif.version, '2.1.0');
  assert.match(log, /no findings in 3 manifests/);
});

test('a finding is an annotation, is in the log, and fails the job at the end', (context) => {
  const work = checkout(context);
  spoil(work);
  const { status, log, outputs } = use(work, { paths: 'jobs' });
  assert.equal(status, 1);
  assert.equal(outputs.lint['exit-code'], '1');
  assert.match(log, /^::error file=jobs\/mnist\/job\.yaml,line=18,endLine=18,col=15,/m);
  assert.match(log, /^jobs\/mnist\/job\.yaml:18:15: error: /m);
  const { results } = JSON.parse(readFileSync(outputs.lint.sarif, 'utf8')).runs[0];
  assert.ok(results.some((result) => result.ruleId === 'unsupported-resource'));
});

test('a finding below the limit does not fail the job', (context) => {
  const work = checkout(context);
  spoil(work);
  assert.equal(use(work, { paths: 'jobs', 'fail-on': 'never' }).status, 0);
  assert.equal(use(work, { paths: 'jobs/lenet', 'fail-on': 'warning' }).status, 1);
});

test('the matcher is added for the text alone', (context) => {
  const work = checkout(context);
  spoil(work);
  const { log } = use(work, { paths: 'jobs', annotations: 'matcher' });
  assert.doesNotMatch(log, /^::(error|warning) /m);
  const lines = log.split('\n');
  const added = lines.findIndex((line) => line.startsWith('::add-matcher::'));
  const finding = lines.findIndex((line) => line.includes(':18:15: error:'));
  const [, matcher] = lines[added].split('::add-matcher::');
  const owners = JSON.parse(readFileSync(matcher, 'utf8')).problemMatcher.map((one) => one.owner);
  assert.ok(added < finding);
  for (const owner of owners) {
    assert.ok(lines.indexOf(`::remove-matcher owner=${owner}::`) > finding, owner);
  }
});

test('inputs are words, whatever stands in them', (context) => {
  const work = checkout(context);
  const names = ['a b.yaml', '$(touch hacked).yaml', '`touch hacked`.yaml', '; touch hacked #.yaml', '-x.yaml'];
  names.forEach((name) => spoil(work, name));
  const { status, log } = use(work, { paths: `${names.join('\n')}\r\n\n`, args: '--rule=shared-bucket=off\n--no-model' });
  assert.equal(status, 1, log);
  for (const name of names) {
    assert.ok(log.includes(`${name}:18:15: error:`), name);
  }
  assert.ok(!existsSync(join(work, 'hacked')));
});

/** Runs the check with a program that only prints what it gets. */
function checkWith(context, program, paths, args = '') {
  const work = folder(context);
  const file = join(work, program);
  writeFileSync(file, '#!/bin/sh\nprintf "<%s>\\n" "$@"\n', { mode: 0o755 });
  const output = join(work, 'output');
  const env = { PROGRAM: file, PATHS: paths, ARGS: args, FAIL_ON: 'error', ANNOTATIONS: 'none' };
  return run('bash', [at('.github/action/lint.sh')], {
    cwd: work,
    env: { PATH: process.env.PATH, RUNNER_TEMP: work, GITHUB_OUTPUT: output, GITHUB_ACTION_PATH: project, ...env },
  });
}

test('no path is a command to cmd.exe', (context) => {
  for (const sign of ['&', '|', '<', '>', '^', '%', '"', '\r', '\v']) {
    for (const inputs of [[`jobs\na${sign}calc.yaml`], ['jobs', `--rule=a${sign}calc=off`]]) {
      const { status, both } = checkWith(context, 'wml-lint.cmd', ...inputs);
      assert.equal(status, 2, sign);
      assert.match(both, /^::error title=wml-lint::on Windows without version, .*\n$/);
    }
    assert.ok(checkWith(context, 'wml-lint.exe', `a${sign}calc.yaml`).stdout.includes(`<a${sign}calc.yaml>`));
  }
  const fine = "jobs\\a b (c);,=!'$(d)`{}~#@+[]-é.yaml";
  assert.ok(checkWith(context, 'wml-lint.cmd', fine).stdout.includes(`<${fine}>`));
});

test('what stands in a manifest is no command to the runner', (context) => {
  const work = checkout(context);
  spoil(work, '::add-mask::x.yaml');
  const { log } = use(work, { paths: '::add-mask::x.yaml' });
  const lines = log.split('\n');
  const stop = lines.findIndex((line) => line.startsWith('::stop-commands::'));
  const token = lines[stop].slice('::stop-commands::'.length);
  const start = lines.indexOf(`::${token}::`);
  assert.ok(stop < start);
  lines.forEach((line, number) => {
    const known = /^::(error|warning|notice|stop-commands|wml-lint-\d+)/.test(line);
    assert.ok(!line.startsWith('::') || known || (number > stop && number < start), line);
  });
});

test('a mistake of the call is one of the job', (context) => {
  const work = checkout(context);
  assert.equal(use(work, { paths: 'nowhere' }).status, 2);
  assert.equal(use(work, { annotations: 'loud' }).status, 2);
  assert.equal(use(work, { args: '--fromat=json' }).status, 2);
});

// ---- a release ----------------------------------------------------------------------------------

const FLAGS = '--signer-workflow string --source-ref string';

/** A `gh` that takes from a folder what is asked of it, and a release whose program prints its arguments. */
function release(
  context,
  { spoiled = (sums) => sums, platform = 'linux-x64', file = 'wml-lint', verify = 'exit 0', help = FLAGS } = {},
) {
  const work = checkout(context);
  const bin = join(work, 'stand-ins');
  const assets = join(work, 'assets');
  const name = `wml-lint-0.1.0-${platform}`;
  mkdirSync(join(assets, name, 'bin'), { recursive: true });
  mkdirSync(bin);
  const program = join(assets, name, 'bin', file);
  writeFileSync(program, '#!/bin/sh\necho "released: $*"\n');
  writeFileSync(
    join(bin, 'gh'),
    `#!/bin/sh
    [ "$*" != "attestation verify --help" ] || { echo "${help}"; exit; }
    echo "gh $*"
    [ "$1 $2" != "attestation verify" ] || { [ -f "$3" ] && ${verify}; }
    [ "$1 $2 $3" = "release download v0.1.0" ] && [ "$GH_TOKEN" = a-token ] || exit 1
    while [ $# -gt 0 ]; do
      [ "$1" != --pattern ] || cp "${assets}/$2" . || exit 1
      shift
    done
    `,
  );
  [program, join(bin, 'gh')].forEach((one) => chmodSync(one, 0o755));
  run('tar', ['-czf', `${name}.tar.gz`, name], { cwd: assets });
  const sum = createHash('sha256').update(readFileSync(join(assets, `${name}.tar.gz`))).digest('hex');
  writeFileSync(join(assets, 'SHA256SUMS'), spoiled(`${'0'.repeat(64)}  other.jar\n${sum}  ${name}.tar.gz\n`));
  return { work, environment: { PATH: `${bin}:${process.env.PATH}` } };
}

for (const [system, processor, platform, file] of [
  ['Linux', 'X64', 'linux-x64', 'wml-lint'],
  ['Linux', 'ARM64', 'linux-arm64', 'wml-lint'],
  ['macOS', 'ARM64', 'macos-arm64', 'wml-lint'],
  ['macOS', 'X64', 'macos-x64', 'wml-lint'],
  ['Windows', 'X64', 'windows-x64', 'wml-lint.exe'],
]) {
  test(`a release for ${system} on ${processor} is taken from where the action is from`, (context) => {
    const { work, environment } = release(context, { platform, file });
    const runner = { RUNNER_OS: system, RUNNER_ARCH: processor };
    const { status, log, outputs } = use(work, { version: '0.1.0' }, { ...environment, ...runner });
    assert.equal(status, 0, log);
    assert.match(log, /^gh release download v0\.1\.0 --repo example\/wml-lint /m);
    const from = '--repo example/wml-lint --signer-workflow example/wml-lint/.github/workflows/release.yml';
    const verified = `gh attestation verify wml-lint-0.1.0-${platform}.tar.gz ${from} --source-ref refs/tags/v0.1.0\n`;
    assert.ok(log.includes(verified), log);
    assert.match(log, /^released: --fail-on=error .* -- \.$/m);
    assert.ok(outputs.install.program.endsWith(`/wml-lint-0.1.0-${platform}/bin/${file}`));
  });
}

test('a release with another checksum, or none, is refused', (context) => {
  const another = (sums) =>
    sums.replace(/^.(?=.*wml-lint)/m, (first) => (first === '0' ? '1' : '0'));
  for (const spoiled of [another, () => '']) {
    const { work, environment } = release(context, { spoiled });
    const { status, log } = use(work, { version: '0.1.0' }, environment);
    assert.equal(status, 2, log);
    assert.match(log, /^::error title=wml-lint::.*its checksum differs$/m);
    assert.doesNotMatch(log, /released/);
  }
});

test('a release that nobody knows to be built there is refused', (context) => {
  for (const [spoiled, said] of [
    [{ verify: 'exit 1' }, /is not known to be built by the release workflow of example\/wml-lint from v0\.1\.0$/m],
    [{ help: 'unknown command attestation' }, /this gh is too old to verify where a release was built; update it$/m],
  ]) {
    const { work, environment } = release(context, spoiled);
    const { status, log } = use(work, { version: '0.1.0' }, environment);
    assert.equal(status, 2, log);
    assert.match(log, said);
    assert.doesNotMatch(log, /released/);
  }
  const { work } = release(context);
  symlinkSync('/bin/bash', join(work, 'stand-ins/bash'));
  unlinkSync(join(work, 'stand-ins/gh'));
  const none = use(work, { version: '0.1.0' }, { PATH: join(work, 'stand-ins') });
  assert.equal(none.status, 2, none.log);
  assert.match(none.log, /verified by GitHub's gh, and there is none on the PATH/);
});

test('what cannot be had is said', (context) => {
  const { work, environment } = release(context);
  for (const [version, more, said] of [
    ['0.2.0', {}, /there is no release 0\.2\.0 of example\/wml-lint for linux-x64/],
    ['latest; rm -rf /', {}, /version is a number such as 0\.1\.0/],
    ['0.1.0', { RUNNER_ARCH: 'ARM64' }, /there is no release 0\.1\.0 of example\/wml-lint for linux-arm64/],
    ['0.1.0', { RUNNER_OS: 'Windows', RUNNER_ARCH: 'ARM64' }, /there is no package for Windows on ARM64/],
  ]) {
    const { status, log } = use(work, { version }, { ...environment, ...more });
    assert.equal(status, 2, version);
    assert.match(log, said);
  }
});

// ---- its description ----------------------------------------------------------------------------

test('the description is what GitHub wants', () => {
  assert.equal(action.runs.using, 'composite');
  for (const part of [action, ...Object.values(action.inputs), ...Object.values(action.outputs)]) {
    assert.ok(part.description);
  }
  for (const input of Object.values(action.inputs)) {
    assert.equal(typeof input.default, 'string'); // GitHub makes strings of all, as `True` of true
  }
  assert.ok(action.description.length < 125, 'the Marketplace shows no more');
});

test('each input that is read is declared, and each that is declared is read', () => {
  const read = [...text('action.yml').matchAll(/inputs\.([a-z-]+)/g)].map((found) => found[1]);
  assert.deepEqual([...new Set(read)].sort(), Object.keys(action.inputs).sort());
});

test('findings are handed over before they fail the job', () => {
  const names = action.runs.steps.map((step) => step.uses?.split('@')[0] ?? step.id ?? 'result');
  assert.deepEqual(names, ['install', 'lint', 'github/codeql-action/upload-sarif', 'result']);
});

test('the documentation has every input, with what it is by default', () => {
  const rows = text('docs/ci.md').matchAll(/^\| `([a-z-]+)` \| (?:`(.+?)`)? ?\| /gm);
  const documented = Object.fromEntries([...rows].map(([, name, value]) => [name, value ?? '']));
  const declared = Object.entries(action.inputs).map(([name, input]) => [name, input.default]);
  assert.deepEqual(documented, Object.fromEntries(declared));
});
