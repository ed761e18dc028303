// The problem matcher reads what the linter really prints.
import assert from 'node:assert/strict';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { at, folder, run, text } from '../project.mjs';

const { problemMatcher: matchers } = JSON.parse(text('.github/action/problem-matcher.json'));

/** As the runner does it: a line counts for the first matcher that takes it. */
function problem(line) {
  for (const { owner, severity, pattern } of matchers) {
    const [part] = pattern;
    const groups = new RegExp(part.regexp).exec(line);
    if (groups) {
      const group = (name) => (part[name] ? groups[part[name]] : undefined);
      return {
        owner,
        file: group('file'),
        line: group('line'),
        column: group('column'),
        severity: group('severity') ?? severity,
        message: group('message'),
        code: group('code'),
      };
    }
  }
  return undefined;
}

test('every finding of a run is a problem, and nothing else is', (context) => {
  const work = folder(context);
  cpSync(at('examples/mnist'), work, { recursive: true });
  const job = join(work, 'job.yaml');
  const manifest = readFileSync(job, 'utf8')
    .replace('resource: small', 'resource: smal')
    .replace('bucket: mnist-training-models', 'bucket: mnist-training-data')
    .replace('convolutional_network.py', 'x:1:2:[e-f].py');
  writeFileSync(join(work, 'my job: 1:2.yaml'), manifest);
  writeFileSync(job, manifest);
  writeFileSync(join(work, 'no.zip'), 'this is no zip');
  const args = ['job.yaml', 'no.zip', 'my job: 1:2.yaml', 'tf-model.zip'];
  const { stdout } = run(
    at('wml-lint'),
    [...args, '--format', 'json=all.json', '--format', 'text'],
    { cwd: work },
  );
  const { files } = JSON.parse(readFileSync(join(work, 'all.json'), 'utf8'));
  const expected = files.flatMap(({ path, diagnostics }) =>
    diagnostics.map(({ rule, severity, message, range }) => ({
      owner: { error: 'wml-lint', warning: 'wml-lint', info: 'wml-lint-notice' }[severity],
      file: path,
      line: range ? String(range.start.line) : undefined,
      column: range ? String(range.start.column) : undefined,
      severity: severity === 'info' ? 'notice' : severity,
      message,
      code: rule,
      ...(range ? {} : { owner: 'wml-lint-model' }),
    })),
  );
  const found = stdout.split('\n').flatMap((line) => problem(line) ?? []);
  // The help stands in the next line of the text, and behind the message elsewhere.
  const whole = found.map((one, index) => {
    const { message } = expected[index] ?? one;
    return message.startsWith(`${one.message}; `) ? { ...one, message } : one;
  });
  assert.deepEqual(whole, expected);
  for (const owner of ['wml-lint', 'wml-lint-notice', 'wml-lint-model']) {
    assert.ok(found.some((one) => one.owner === owner), `none of ${owner}`);
  }
});

test('the runner knows these severities and no others', () => {
  for (const { severity } of matchers) {
    assert.ok([undefined, 'notice'].includes(severity));
  }
});
