// The script by which a release tries its packages: it lets a good one pass, and sees what can be wrong
// with one. Where a native package has been built, it tries that too.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { at, folder, run } from '../project.mjs';

const SUMMARY = '0 errors, 4 warnings in 1 manifest (model definition: tf-model.zip, 2 files)';

/** A program that says what is expected of one; with an empty PATH, so by what a shell has built in. */
const good = `#!/bin/sh
case \${0##*/} in wml-language-server) set -- lsp ;; esac
case "$*" in
  --version) echo 'wml-lint 0.1.0-SNAPSHOT' ;;
  lsp) read -r header; echo '{"jsonrpc":"2.0","id":1,"result":{"capabilities":{}}}'; while read -r _; do :; done ;;
  *wrong.yaml*) printf 'wrong.yaml: [unsupported-resource]\\n1 error, 4 warnings\\n'; exit 1 ;;
  *) printf 'job.yaml: warning\\n${SUMMARY}\\n' ;;
esac
`;

const usual = ['LICENSE', 'README.md', 'legal/bom.cdx.json', 'share/man/man1/wml-lint.1'];

function check(context, { program = good, files = usual, platform = 'linux-x64' } = {}) {
  const work = folder(context);
  const name = `wml-lint-0.1.0-SNAPSHOT-${platform}`;
  for (const file of [...files, 'bin/wml-lint']) {
    mkdirSync(dirname(join(work, name, file)), { recursive: true });
    writeFileSync(join(work, name, file), program, { mode: 0o755 });
  }
  symlinkSync('wml-lint', join(work, name, 'bin/wml-language-server'));
  run('tar', ['-czf', `${name}.tar.gz`, name], { cwd: work });
  return run('bash', [at('.github/package-test.sh'), join(work, `${name}.tar.gz`)]);
}

test('a good package passes', (context) => {
  const { status, both } = check(context);
  assert.equal(both, 'wml-lint-0.1.0-SNAPSHOT-linux-x64: it works, without Java\n');
  assert.equal(status, 0);
});

for (const [name, spoiled, said] of [
  ['that has no licences', { files: usual.toSpliced(2, 1) }, /there is no legal in it/],
  ['with jars', { files: [...usual, 'lib/a.jar'] }, /there is Java in it: .*a\.jar/],
  ['with a runtime', { files: [...usual, 'runtime/bin/java'] }, /there is Java in it: .*bin\/java/],
  ['of another version', { program: good.replace('0.1.0', '0.2.0') }, /it is no version 0\.1\.0-SNAPSHOT .*0\.2\.0/],
  ['that cannot be run', { program: 'nonsense' }, /it is no version/],
  ['that finds too much', { program: good.replace('4 warnings in', '5 warnings in') }, /a sound manifest \(status 0\)/],
  ['that fails', { program: good.replace('  *) printf', '  *) exit 3; printf') }, /a sound manifest \(status 3\)/],
  ['that finds nothing', { program: good.replace('exit 1', 'exit 0') }, /a wrong manifest \(status 0\)/],
  ['that needs Java', { program: good.replace("printf 'job", "java -version || exit 2; printf 'job") }, /a sound manifest \(status 2\)/],
  ['whose server fails', { program: good.replace('done ;;', 'done; exit 4 ;;') }, /the language server ends with 4/],
  ['whose server is silent', { program: good.replace('echo \'{"', 'true \'{"') }, /does not answer/],
]) {
  test(`a package ${name} does not`, (context) => {
    const { status, both } = check(context, spoiled);
    assert.match(both, said);
    assert.equal(status, 1);
  });
}

test('a native package that was built', (context) => {
  const built = existsSync(at('dist/target'))
    ? readdirSync(at('dist/target')).filter((name) => /^wml-lint-.*-(x64|arm64)\.tar\.gz$/.test(name))
    : [];
  if (built.length === 0) {
    context.skip('none in dist/target');
  }
  for (const name of built) {
    const { status, both } = run('bash', [at('.github/package-test.sh'), at('dist/target', name)]);
    assert.equal(status, 0, both);
  }
});
