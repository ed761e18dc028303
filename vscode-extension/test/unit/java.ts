import assert from 'node:assert/strict';
import path from 'node:path';
import { describe, it } from 'mocha';
import { findJava } from '../../src/java/find';
import { usualFolders } from '../../src/java/folders';
import type { Machine } from '../../src/java/machine';
import { problemOf } from '../../src/java/problem';
import { featureOf, property, versionInRelease } from '../../src/java/version';

interface Plan {
  platform?: NodeJS.Platform;
  env?: Record<string, string>;
  /** Homes and the version in their release file; null: there is no such file. */
  homes?: Record<string, string | null>;
  links?: Record<string, string>;
  /** What programs print. */
  answers?: Record<string, string>;
}

/** A machine with nothing on it but what a test puts there. */
function machine(plan: Plan): Machine & { asked: string[] } {
  const platform = plan.platform ?? 'linux';
  const paths = platform === 'win32' ? path.win32 : path.posix;
  const files = new Map<string, string>();
  for (const [home, version] of Object.entries(plan.homes ?? {})) {
    files.set(paths.join(home, 'bin', platform === 'win32' ? 'java.exe' : 'java'), '');
    if (version !== null) {
      files.set(paths.join(home, 'release'), `IMPLEMENTOR="x"\nJAVA_VERSION="${version}"\n`);
    }
  }
  for (const link of Object.keys(plan.links ?? {})) {
    files.set(link, '');
  }
  const folders = [...files.keys()].flatMap((file) => {
    const above: string[] = [];
    for (let at = file; at !== paths.dirname(at); at = paths.dirname(at)) {
      above.push(at);
    }
    return above;
  });
  const asked: string[] = [];
  return {
    platform,
    home: platform === 'win32' ? 'C:\\Users\\me' : '/home/me',
    env: plan.env ?? {},
    read: (file) => Promise.resolve(files.get(file)),
    isFile: (file) => Promise.resolve(files.has(file)),
    list: (folder) =>
      Promise.resolve([
        ...new Set(
          folders.filter((at) => paths.dirname(at) === folder).map((at) => at.slice(folder.length + 1)),
        ),
      ]),
    resolve: (file) => Promise.resolve(plan.links?.[file] ?? file),
    ask: (program) => {
      asked.push(program);
      return Promise.resolve(plan.answers?.[program] ?? '');
    },
    asked,
  };
}

async function homeFound(plan: Plan, configured = ''): Promise<string> {
  const search = await findJava(machine(plan), configured);
  return search.kind === 'found' ? search.java.home : search.kind;
}

const SETTINGS = (home: string, version: string): string =>
  `Property settings:\n    java.home = ${home}\n    java.version = ${version}\n\nopenjdk version "${version}"`;

describe('versions of Java', () => {
  for (const [version, feature] of [
    ['17.0.15', 17],
    ['25', 25],
    ['1.8.0_452', 8],
    ['21-ea', 21],
    ['9.0.4+11', 9],
    ['', undefined],
    ['twenty', undefined],
  ] as const) {
    it(`of '${version}' the feature is ${String(feature)}`, () => {
      assert.equal(featureOf(version), feature);
    });
  }

  it('stands in the release file, in quotes or not', () => {
    assert.equal(versionInRelease('A="1"\r\nJAVA_VERSION="17.0.1"\r\n'), '17.0.1');
    assert.equal(versionInRelease('JAVA_VERSION=21\n'), '21');
    assert.equal(versionInRelease('JAVA_RUNTIME_VERSION="21"\n'), undefined);
  });

  it('is read from what java prints, also where a value has an equals sign', () => {
    assert.equal(property('  java.home = /opt/a = b\n', 'java.home'), '/opt/a = b');
    assert.equal(property('  java.home.x = /opt\n', 'java.home'), undefined);
  });
});

describe('finding Java', () => {
  const all = { '/set': '17', '/home17': '17', '/path21': '21', '/usr/lib/jvm/j': '22' };
  const env = { JAVA_HOME: '/home17', PATH: 'relative:/nothing:/path21/bin' };

  it('takes the setting before everything else', async () => {
    assert.equal(await homeFound({ homes: all, env }, '/set'), '/set');
  });
  it('then JAVA_HOME', async () => {
    assert.equal(await homeFound({ homes: all, env }), '/home17');
  });
  it('then the PATH', async () => {
    assert.equal(await homeFound({ homes: all, env: { PATH: env.PATH } }), '/path21');
  });
  it('then the newest in the usual folders', async () => {
    const homes = { '/usr/lib/jvm/a': '17', '/usr/lib/jvm/b': '21.0.1', '/home/me/.jdks/c': '11' };
    assert.equal(await homeFound({ homes }), '/usr/lib/jvm/b');
  });

  it('passes over one that is too old, wherever it is', async () => {
    const homes = { '/old': '11.0.2', '/older/jre': '1.8.0_1', '/usr/lib/jvm/new': '17' };
    const search = { JAVA_HOME: '/old', PATH: '/older/jre/bin' };
    assert.equal(await homeFound({ homes, env: search }), '/usr/lib/jvm/new');
  });

  it('follows links on the PATH to the home', async () => {
    const plan: Plan = {
      homes: { '/usr/lib/jvm/j17': '17.0.1' },
      links: { '/usr/bin/java': '/usr/lib/jvm/j17/bin/java' },
      env: { PATH: '/usr/bin' },
    };
    const on = machine(plan);
    const search = await findJava(on, '');
    assert.equal(search.kind === 'found' && search.java.home, '/usr/lib/jvm/j17');
    assert.deepEqual(on.asked, [], 'no JVM is started to ask for its version');
  });

  it('asks a shim where its Java is', async () => {
    const plan: Plan = {
      homes: { '/real': '21' },
      links: { '/shims/java': '/shims/java' },
      answers: { '/shims/java': SETTINGS('/real', '21.0.2') },
      env: { PATH: '/shims' },
    };
    assert.equal(await homeFound(plan), '/real');
  });

  it('does not touch the program that offers to install Java on a Mac', async () => {
    const on = machine({
      platform: 'darwin',
      links: { '/usr/bin/java': '/usr/bin/java' },
      env: { PATH: '/usr/bin' },
    });
    assert.equal((await findJava(on, '')).kind, 'none');
    assert.deepEqual(on.asked, []);
  });

  it('asks a Java without a release file for its version', async () => {
    const plan: Plan = {
      homes: { '/bare': null },
      answers: { '/bare/bin/java': SETTINGS('/bare', '17.0.9') },
      env: { JAVA_HOME: '/bare' },
    };
    assert.equal(await homeFound(plan), '/bare');
  });

  it('passes over one that says nothing of use', async () => {
    const homes = { '/broken': null, '/usr/lib/jvm/x': '17' };
    assert.equal(await homeFound({ homes, env: { JAVA_HOME: '/broken' } }), '/usr/lib/jvm/x');
  });

  it('finds java.exe on Windows', async () => {
    const home = 'C:\\Program Files\\Eclipse Adoptium\\jdk-21';
    const plan: Plan = {
      platform: 'win32',
      homes: { [home]: '21.0.1' },
      env: { ProgramFiles: 'C:\\Program Files', Path: 'C:\\Windows' },
    };
    assert.equal(await homeFound(plan), home);
  });

  it('knows the folders of Homebrew and of installers on a Mac', async () => {
    const homes = {
      '/opt/homebrew/opt/openjdk@21/libexec/openjdk.jdk/Contents/Home': '21',
      '/Library/Java/JavaVirtualMachines/t.jdk/Contents/Home': '17',
    };
    const folders = await usualFolders(machine({ platform: 'darwin', homes }));
    for (const home of Object.keys(homes)) {
      assert.ok(folders.includes(home), `${home} in ${folders.join(', ')}`);
    }
  });

  it('knows that ~ in the setting is the home folder', async () => {
    assert.equal(await homeFound({ homes: { '/home/me/java': '17' } }, '~/java'), '/home/me/java');
  });
});

describe('no Java', () => {
  async function problem(plan: Plan, configured = ''): Promise<string> {
    const search = await findJava(machine(plan), configured);
    assert.notEqual(search.kind, 'found');
    return search.kind === 'found' ? '' : problemOf(search);
  }

  it('is told as such', async () => {
    assert.equal(
      await problem({}),
      'The linter of training manifests needs Java 17 or newer, and there is none on this machine.',
    );
  });
  it('names the newest that is too old', async () => {
    const homes = { '/usr/lib/jvm/a': '1.8.0_1', '/usr/lib/jvm/b': '11.0.2' };
    assert.match(await problem({ homes }), /the newest on this machine is Java 11 in \/usr\/lib\/jvm\/b\.$/);
  });
  it('names a setting that leads nowhere, and does not fall back in silence', async () => {
    const homes = { '/usr/lib/jvm/a': '17' };
    assert.match(await problem({ homes }, '/gone'), /wmlLint\.java\.home leads to none: .* in \/gone\.$/);
  });
  it('names a setting that leads to one that is too old', async () => {
    const homes = { '/old': '11', '/usr/lib/jvm/a': '17' };
    assert.match(await problem({ homes }, '/old'), /wmlLint\.java\.home leads to Java 11 in \/old\.$/);
  });
});
