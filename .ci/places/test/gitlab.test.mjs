// The GitLab template: as GitLab would read it, and its script run in a folder.
import assert from 'node:assert/strict';
import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { at, bash, folder, project, text, yaml } from '../project.mjs';

const [{ spec }, template] = yaml('templates/wml-lint.yml');
const job = template['wml-lint'];

/** Puts the inputs in, as GitLab does before it reads the second document. */
function value(words, inputs) {
  return words.replace(/\$\[\[ inputs\.([a-z-]+) \]\]/g, (_, name) => {
    assert.ok(spec.inputs[name], name);
    return inputs[name] ?? spec.inputs[name].default;
  });
}

function use(work, inputs) {
  const variables = Object.fromEntries(
    Object.entries(job.variables).map(([name, words]) => [name, value(words, inputs)]),
  );
  return bash(job.script.join('\n'), {
    cwd: work,
    env: { HOME: process.env.HOME, LC_ALL: 'C.UTF-8', ...variables, PATH: `${project}:${process.env.PATH}` },
  });
}

test('each input is described, has a value, and is used', () => {
  for (const [name, input] of Object.entries(spec.inputs)) {
    assert.ok(input.description, name);
    assert.equal(typeof input.default, 'string', name);
    assert.ok(!input.options || input.options.includes(input.default), name);
    assert.ok(text('templates/wml-lint.yml').includes(`$[[ inputs.${name} ]]`), name);
  }
});

test('there are two documents, and one job with keys that GitLab knows', () => {
  assert.equal(yaml('templates/wml-lint.yml').length, 2);
  assert.deepEqual(Object.keys(template), ['wml-lint']);
  assert.deepEqual(Object.keys(job), ['stage', 'image', 'variables', 'script', 'artifacts']);
  // A container whose entry point is the linter would get the runner's shell as an argument.
  assert.deepEqual(job.image.entrypoint, ['']);
  assert.equal(job.artifacts.when, 'always');
});

test('the report has what GitLab requires of one', (context) => {
  const work = folder(context);
  cpSync(at('examples'), join(work, 'my-jobs'), { recursive: true });
  const { status, both } = use(work, { paths: 'my-jobs/mnist my-jobs/lenet', 'fail-on': 'warning' });
  assert.equal(status, 1, both);
  assert.match(both, /^0 errors, 12 warnings in 2 manifests/m);
  const report = JSON.parse(readFileSync(join(work, job.artifacts.reports.codequality), 'utf8'));
  assert.equal(report.length, 12);
  for (const finding of report) {
    assert.ok(finding.description && finding.check_name);
    assert.match(finding.fingerprint, /^[0-9a-f]{32,}$/);
    assert.ok(['info', 'minor', 'major', 'critical', 'blocker'].includes(finding.severity));
    assert.match(finding.location.path, /^my-jobs\/(mnist|lenet)\/job\.yaml$/);
    assert.ok((finding.location.lines ?? finding.location.positions).begin);
  }
  assert.equal(new Set(report.map((finding) => finding.fingerprint)).size, report.length);
});

test('a path is no option', (context) => {
  const work = folder(context);
  cpSync(at('examples/mnist/job.yaml'), join(work, '--config=x.yaml'));
  const { status, both } = use(work, { paths: '*.yaml' });
  assert.match(both, /^--config=x\.yaml:/m);
  assert.equal(status, 0);
});

test('options are several words', (context) => {
  const work = folder(context);
  cpSync(at('examples'), join(work, 'jobs'), { recursive: true });
  const { status, both } = use(work, { options: '--rule placeholder-value=off --quiet', 'fail-on': 'info' });
  assert.equal(both, '');
  assert.equal(status, 0);
});
