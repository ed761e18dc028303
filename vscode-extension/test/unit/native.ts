import assert from 'node:assert/strict';
import { promises as fs } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { installationIn } from '../../src/server/installation';
import { nativeProblem, tryNative } from '../../src/server/native';
import { commandOf, type JvmProgram, type NativeProgram } from '../../src/server/program';
import { run } from '../../src/server/tool';

describe('the installed linter', () => {
  it('has its program where the package of the platform puts it', () => {
    const { executable, jar } = installationIn('/extension', 'linux');
    assert.equal(executable, path.join('/extension', 'server', 'bin', 'wml-lint'));
    assert.equal(jar, path.join('/extension', 'server', 'wml-language-server.jar'));
    assert.equal(path.basename(installationIn('/extension', 'win32').executable), 'wml-lint.exe');
  });
});

describe('the command that runs the linter', () => {
  it('is the native program itself', async () => {
    const native: NativeProgram = { kind: 'native', folder: '/server', executable: '/server/bin/wml-lint' };
    assert.deepEqual(await commandOf(native, ['rules']), {
      file: '/server/bin/wml-lint',
      args: ['rules'],
      archived: false,
    });
  });

  it('is a Java with the jar, and with the archive where it is there', async () => {
    const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'wml-program-'));
    try {
      const file = path.join(folder, 'key.jsa');
      const jvm: JvmProgram = {
        kind: 'jvm',
        folder: '/server',
        java: { home: '/j', executable: '/j/bin/java', version: '17.0.1', feature: 17 },
        jar: '/server/wml-language-server.jar',
        archive: { file, isAotCache: false },
      };
      const cold = await commandOf(jvm, ['lsp']);
      assert.equal(cold.file, '/j/bin/java');
      assert.deepEqual(cold.args.slice(-4), ['-cp', jvm.jar, 'dev.wmllint.cli.WmlLint', 'lsp']);
      assert.equal(cold.archived, false);
      await fs.writeFile(file, '');
      const warm = await commandOf(jvm, ['lsp']);
      assert.ok(warm.archived && warm.args.includes(`-XX:SharedArchiveFile=${file}`));
    } finally {
      await fs.rm(folder, { recursive: true });
    }
  });
});

describe('a native linter', () => {
  let folder: string;
  let program: string;
  beforeEach(async () => {
    folder = await fs.mkdtemp(path.join(os.tmpdir(), 'wml-native-'));
    program = path.join(folder, 'wml-lint');
  });
  afterEach(() => fs.rm(folder, { recursive: true, force: true }));

  /** Programs of the shell stand for the linter. */
  const onUnix = process.platform === 'win32' ? it.skip : it;
  const write = (text: string, mode = 0o755): Promise<void> => fs.writeFile(program, text, { mode });

  async function refusal(): Promise<{ reason: string; said: string }> {
    const trial = await tryNative(program);
    assert.ok(!trial.ok);
    return trial;
  }

  onUnix('says its version', async () => {
    await write('#!/bin/sh\necho "wml-lint 1.2.3 $*"\n');
    assert.deepEqual(await tryNative(program), { ok: true, version: 'wml-lint 1.2.3 --version' });
  });

  onUnix('is given back the permission to run', async () => {
    await write('#!/bin/sh\necho 1\n', 0o644);
    assert.deepEqual(await tryNative(program), { ok: true, version: '1' });
    assert.equal((await fs.stat(program)).mode & 0o777, 0o755);
  });

  onUnix('runs sub-commands, with input, in a folder', async () => {
    await write('#!/bin/sh\npwd\necho "$@"\ncat\necho "wml-lint: said" >&2\nexit 3\n');
    const native: NativeProgram = { kind: 'native', folder: '/', executable: program };
    const where = await fs.realpath(folder);
    assert.deepEqual(await run(native, ['pack', 'a b'], 'input', where), {
      code: 3,
      out: `${where}\npack a b\ninput`,
      said: 'said',
    });
  });

  it('that is missing is told as such', async () => {
    assert.equal((await refusal()).reason, 'its program is missing');
  });

  onUnix('without its loader is told from one that is missing', async () => {
    await write('#!/no/such/loader\n');
    assert.match((await refusal()).reason, /^the system has no loader for it; on Linux it needs glibc/);
  });

  onUnix('that may not run is told as such', async () => {
    await fs.mkdir(program);
    assert.equal((await refusal()).reason, 'the system does not allow its program to run');
  });

  onUnix('for another machine is told by its exit code', async () => {
    await write("#!/bin/sh\necho \"version 'GLIBC_2.99' not found\" >&2\nexit 1\n");
    assert.deepEqual(await refusal(), {
      ok: false,
      reason: 'its program ends with exit code 1',
      said: "version 'GLIBC_2.99' not found",
    });
  });

  onUnix('that is killed is told by the signal', async () => {
    await write('#!/bin/sh\nkill -KILL $$\n');
    assert.equal((await refusal()).reason, 'its program does not start (SIGKILL)');
  });

  it('that cannot run leads to the universal package, in one message', () => {
    assert.equal(
      nativeProblem('its program is missing'),
      'The linter of training manifests does not run on this machine: its program is missing. ' +
        'This package is native, and no Java can take its place: ' +
        "install the extension's universal package, which runs with Java 17 or newer.",
    );
  });
});
