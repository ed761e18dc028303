import assert from 'node:assert/strict';
import { promises as fs } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, it } from 'mocha';
import {
  isAboutTraining,
  isBeginning,
  isChecked,
  isProgram,
  looksLikeManifest,
} from '../../src/manifests';
import { type Archive, archiveOf, make, optionsToUse } from '../../src/server/archive';
import { MAX_RESTARTS, RestartPolicy, WINDOW_MILLIS } from '../../src/server/restartPolicy';
import { serverSettings } from '../../src/server/settings';

describe('restarts', () => {
  it('are at most five in three minutes', () => {
    let now = 0;
    const policy = new RestartPolicy(() => now);
    for (let i = 0; i < MAX_RESTARTS; i++) {
      now += 1_000;
      assert.ok(policy.mayRestart(), `restart ${i + 1}`);
    }
    now += 1_000;
    assert.ok(!policy.mayRestart());
    assert.ok(!policy.mayRestart(), 'asking again changes nothing');
  });
  it('go on when crashes are rare', () => {
    let now = 0;
    const policy = new RestartPolicy(() => now);
    for (let i = 0; i < 100; i++) {
      now += WINDOW_MILLIS / MAX_RESTARTS;
      assert.ok(policy.mayRestart(), `restart ${i + 1}`);
    }
  });
  it('are allowed again when the first leaves the window', () => {
    let now = 0;
    const policy = new RestartPolicy(() => now);
    for (let i = 0; i < MAX_RESTARTS; i++) {
      policy.mayRestart();
    }
    now = WINDOW_MILLIS - 1;
    assert.ok(!policy.mayRestart());
    now = WINDOW_MILLIS;
    assert.ok(policy.mayRestart());
  });
  it('are counted anew when the user starts the server', () => {
    const policy = new RestartPolicy(() => 0);
    while (policy.mayRestart()) {
      // Until it says no.
    }
    policy.reset();
    assert.ok(policy.mayRestart());
  });
});

describe('a document', () => {
  const cases: [boolean, string, string][] = [
    [true, 'wml-manifest', ''],
    [true, 'yaml', '# a comment\nmodel_definition:\n  name: x\n'],
    [true, 'yaml', '\r\ntraining_data_reference:\r\n- source:\r\n'],
    [true, 'yaml', '"model_definition" : {}\n'],
    [true, 'yaml', '{model_definition: {name: x}}\n'],
    [true, 'json', '{\n  "model_definition": {}\n}\n'],
    [true, 'yaml', 'data_stores:\n- id: x\n'],
    [false, 'yaml', ''],
    [false, 'yaml', 'services:\n  web:\n    image: nginx\n'],
    [false, 'yaml', 'x:\n  model_definition: nested\n'],
    [false, 'yaml', '# model_definition: in a comment\n'],
    [false, 'json', '{"name": "model_definition"}'],
    [false, 'plaintext', 'model_definition:\n'],
    [false, 'yaml', `model_definition:\n${' '.repeat(1 << 20)}`],
  ];
  for (const [expected, language, text] of cases) {
    const shown = JSON.stringify(text.slice(0, 40));
    it(`${shown} in ${language} is ${expected ? 'looked at' : 'left alone'}`, () => {
      assert.equal(looksLikeManifest(language, text), expected);
    });
  }
  it('may be begun where there is no more than a word', () => {
    for (const text of ['', 'mo', '# mine\n---\ntr', '\n\n']) {
      assert.ok(isBeginning('yaml', text), text);
    }
    for (const text of ['a: b', 'on: push\nmo', 'two words', '# x\n'.repeat(2_000)]) {
      assert.ok(!isBeginning('yaml', text), text.slice(0, 20));
    }
    assert.ok(!isBeginning('json', ''));
    assert.ok(['job.yaml', 'my-manifest.yml', 'Train.yaml'].every(isAboutTraining));
    assert.ok(!isAboutTraining('compose.yaml'));
    assert.ok(['train.py', 'm.ZIP', 'main.lua'].every(isProgram) && !isProgram('notes.txt'));
  });
  it('is checked as it is on the disk and in the editor, not as it was', () => {
    const checked = ['file', 'untitled', 'git', 'wml-lint'].filter((scheme) => isChecked(scheme, 'wml-manifest', ''));
    assert.deepEqual(checked, ['file', 'untitled']);
  });
});

describe('the settings of the server', () => {
  it('leave YAML to others only where there are others', () => {
    const leaves = (wish: unknown, others: boolean): boolean =>
      serverSettings({ leaveYamlToOthers: wish }, others).leaveYamlToOthers;
    assert.deepEqual([leaves('auto', true), leaves('auto', false)], [true, false]);
    assert.deepEqual([leaves('always', false), leaves('never', true)], [true, false]);
    assert.equal(leaves(undefined, true), true);
  });
  it('keep the rules as they are', () => {
    const rules = { 'shared-bucket': 'off' };
    assert.deepEqual(serverSettings({ rules, inlayHints: false }, false), {
      rules,
      inlayHints: false,
      codeLens: true,
      leaveYamlToOthers: false,
    });
  });
});

describe('the start-up archive', () => {
  let folder: string;
  let archive: Archive;
  beforeEach(async () => {
    folder = await fs.mkdtemp(path.join(os.tmpdir(), 'wml-archive-'));
    archive = { file: path.join(folder, 'store', 'key.aot'), isAotCache: true };
  });
  afterEach(() => fs.rm(folder, { recursive: true, force: true }));

  /** A JVM that writes its archive, or ends without. */
  const trained =
    (ok: boolean) =>
    async (options: readonly string[]): Promise<boolean> => {
      const file = options[0]?.split('=')[1];
      assert.ok(file !== undefined);
      await fs.writeFile(file, 'archive');
      return ok;
    };

  it('is made once, and used then', async () => {
    assert.deepEqual(await optionsToUse(archive), []);
    assert.equal(await make(archive, trained(true)), true);
    assert.deepEqual(await optionsToUse(archive), [`-XX:AOTCache=${archive.file}`, '-XX:AOTMode=auto']);
    assert.equal(await make(archive, () => assert.fail('it is there')), false);
  });

  it('is not there after a training that failed, and nothing is left of it', async () => {
    await assert.rejects(make(archive, () => Promise.reject(new Error('no JVM'))), /no JVM/);
    assert.deepEqual(await fs.readdir(path.dirname(archive.file)), []);
    assert.equal(await make(archive, trained(false)), false);
    assert.deepEqual(await optionsToUse(archive), []);
    assert.deepEqual(await fs.readdir(path.dirname(archive.file)), ['key.aot.failed']);
    assert.equal(await make(archive, () => assert.fail('it would fail again')), false);
  });

  it('is made by one window at a time', async () => {
    const first = make(archive, async (options) => {
      assert.equal(await make(archive, () => assert.fail('the other is at it')), false);
      return trained(true)(options);
    });
    assert.equal(await first, true);
  });

  it('is made although a window that was at it is gone', async () => {
    await fs.mkdir(path.dirname(archive.file));
    // The largest that Linux gives is 2^22.
    await fs.writeFile(path.join(path.dirname(archive.file), 'lock'), '99999999');
    assert.equal(await make(archive, trained(true)), true);
    assert.deepEqual(await fs.readdir(path.dirname(archive.file)), ['key.aot']);
  });

  it('takes the place of those of other versions', async () => {
    await fs.mkdir(path.dirname(archive.file));
    await fs.writeFile(path.join(path.dirname(archive.file), 'old.aot'), '');
    await make(archive, trained(true));
    assert.deepEqual(await fs.readdir(path.dirname(archive.file)), ['key.aot']);
  });

  it('is another one for other jars, other times and another Java', async () => {
    const java = { home: folder, executable: '/java', version: '25.0.1', feature: 25 };
    const jar = path.join(folder, 'a.jar');
    await fs.writeFile(jar, 'one');
    const seen = new Set<string>();
    const look = async (with_: typeof java): Promise<void> => {
      seen.add((await archiveOf(with_, folder, '/storage')).file);
    };
    await look(java);
    await look(java);
    assert.equal(seen.size, 1);
    await fs.utimes(jar, new Date(), new Date(Date.now() - 60_000));
    await look(java);
    await fs.writeFile(jar, 'another');
    await look(java);
    await look({ ...java, version: '25.0.2' });
    await look({ ...java, version: '17.0.1', feature: 17 });
    assert.equal(seen.size, 5);
    assert.ok([...seen].some((file) => file.endsWith('.jsa')));
  });
});
