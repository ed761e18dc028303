import { type ChildProcess, spawn } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import * as path from 'node:path';
import * as vscode from 'vscode';
import {
  CloseAction,
  ErrorAction,
  type ErrorHandler,
  type LanguageClient,
  State,
} from 'vscode-languageclient/node';
import { findJava } from '../java/find';
import { type Machine, thisMachine } from '../java/machine';
import { problemOf } from '../java/problem';
import { archiveOf, make } from './archive';
import { newClient, onOthersChange, SECTION } from './client';
import { linterEnvironment, trainingArguments } from './commandLine';
import { type Installation, installationIn } from './installation';
import { JAVA_HOME, openJavaSetting } from './javaSetting';
import { nativeProblem, tryNative } from './native';
import { commandOf, type JvmProgram, type Program } from './program';
import { RestartPolicy } from './restartPolicy';
import { Silence } from './silence';

/** When the first seconds are over, in which the user waits for findings. */
const TRAINING_DELAY_MILLIS = 15_000;
const TRAINING_PATIENCE_MILLIS = 180_000;

/** As many messages may fail to be written or read, one after the other. */
const MAX_ERRORS = 3;

/** The server's life: found, started, restarted when it crashes, ended with the window. */
export class ServerService implements vscode.Disposable {
  private readonly policy = new RestartPolicy();
  private readonly disposables: { dispose(): unknown }[] = [];
  private readonly changed = new vscode.EventEmitter<void>();
  /** The client that runs or is about to; undefined resolves when it cannot. */
  private client: Promise<LanguageClient | undefined> | undefined;
  private server: ChildProcess | undefined;
  private trainer: ChildProcess | undefined;
  private trainingTimer: NodeJS.Timeout | undefined;
  private disposed = false;
  /** Whether it has become ready since it was last started other than after a crash. */
  private ready = false;
  /** What was last found; forgotten when the setting changes. */
  private found: Program | undefined;

  /** The documents that the server has checked since it was started. */
  private readonly checked = new Set<string>();
  /** Of the server that runs: one that was given up may be asked for a moment longer, and never answers. */
  private silence = this.newSilence();

  /** Fires when the server has been started, or has ended for good, or does not answer, or does again. */
  readonly onDidChange = this.changed.event;

  constructor(
    private readonly context: vscode.ExtensionContext,
    readonly log: vscode.LogOutputChannel,
    private readonly machine: Machine = thisMachine,
  ) {
    this.disposables.push(
      this.changed,
      onOthersChange(() => void this.settingsChanged()),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        this.checked.delete(uri.toString());
      }),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(JAVA_HOME)) {
          void this.javaChanged();
        }
      }),
    );
  }

  /** The client of the running server, which is started where it is not; undefined if it cannot. */
  ensure(): Promise<LanguageClient | undefined> {
    this.client ??= this.start();
    return this.client;
  }

  /** The client of the server, if one was started. */
  async running(): Promise<LanguageClient | undefined> {
    const client = await this.client;
    return client?.isRunning() === true ? client : undefined;
  }

  /** Whether the server has said what it finds in a document. */
  hasChecked(uri: vscode.Uri): boolean {
    return this.checked.has(uri.toString());
  }

  /** Whether the server runs, and has not answered for some seconds. */
  get isSilent(): boolean {
    return this.silence.isLong;
  }

  /** The same for somebody who has asked for something: tells anew why there is no server. */
  async ensureForUser(): Promise<LanguageClient | undefined> {
    const before = this.client;
    const client = await this.ensure();
    if (client?.isRunning() === true || before === undefined) {
      return client;
    }
    await this.restart();
    return this.ensure();
  }

  async restart(): Promise<void> {
    this.policy.reset();
    this.found = undefined;
    await this.stop();
    await this.ensure();
  }

  /** Ends the server, and does not wait for more than it needs. */
  async stop(): Promise<void> {
    const client = await this.client?.catch(() => undefined);
    this.client = undefined;
    const server = this.server;
    this.forget();
    try {
      await client?.dispose();
    } catch {
      // It did not answer, or had ended before.
    }
    endWithin(server, 2_000);
    this.changed.fire();
  }

  /** A document has been checked. */
  private note(uri: vscode.Uri): void {
    if (!this.hasChecked(uri)) {
      this.checked.add(uri.toString());
      this.changed.fire();
    }
  }

  private newSilence(): Silence {
    return new Silence(() => {
      this.changed.fire();
    });
  }

  /** What was checked, and what was asked, by a server that is no more. */
  private forget(): void {
    this.checked.clear();
    this.silence.end();
  }

  dispose(): void {
    clearTimeout(this.trainingTimer);
    this.disposed = true;
    this.trainer?.kill('SIGKILL');
    vscode.Disposable.from(...this.disposables).dispose();
  }

  /** What runs the server and the sub-commands; undefined, with a message, when nothing can. */
  async program(): Promise<Program | undefined> {
    this.found ??= await this.findProgram();
    return this.found;
  }

  /** The package has either jars or a native linter, and with that one nobody looks for Java. */
  private async findProgram(): Promise<Program | undefined> {
    const installation = installationIn(this.context.extensionPath);
    return (await this.machine.isFile(installation.jar))
      ? this.findJvm(installation)
      : this.findNative(installation);
  }

  private async findNative({ folder, executable }: Installation): Promise<Program | undefined> {
    const trial = await tryNative(executable);
    if (!trial.ok) {
      const problem = nativeProblem(trial.reason);
      this.log.error(problem);
      this.log.error(`${executable}: ${trial.said}`);
      void this.showNativeProblem(problem);
      return undefined;
    }
    this.log.info(`${trial.version}, native, in ${executable}`);
    this.noteUnusedJava();
    return { kind: 'native', folder, executable };
  }

  private async findJvm({ folder, jar }: Installation): Promise<Program | undefined> {
    const search = await findJava(this.machine, this.configuredJava);
    if (search.kind !== 'found') {
      const problem = problemOf(search);
      this.log.error(problem);
      void showJavaProblem(problem);
      return undefined;
    }
    const { java } = search;
    this.log.info(`Java ${java.version} in ${java.home}`);
    const archive = await archiveOf(java, folder, this.archives);
    return { kind: 'jvm', folder, java, jar, archive };
  }

  private get configuredJava(): string {
    return vscode.workspace.getConfiguration(SECTION).get('java.home', '');
  }

  private noteUnusedJava(): void {
    if (this.configuredJava !== '') {
      this.log.info('the setting wmlLint.java.home does nothing: the native linter needs no Java');
    }
  }

  private get archives(): string {
    return path.join(this.context.globalStorageUri.fsPath, 'start-up');
  }

  private async start(): Promise<LanguageClient | undefined> {
    const program = await this.program();
    if (program === undefined) {
      this.changed.fire();
      return undefined;
    }
    this.silence = this.newSilence();
    const errors: ErrorHandler = {
      error: (_error, _message, count = 0) => ({
        action: count <= MAX_ERRORS ? ErrorAction.Continue : ErrorAction.Shutdown,
        handled: true,
      }),
      closed: () => this.ended(),
    };
    const client = newClient(() => this.spawn(program), this.log, errors, {
      silence: this.silence,
      checked: (uri) => {
        this.note(uri);
      },
    });
    // At restarts too.
    client.onDidChangeState(({ newState }) => {
      if (newState === State.Running) {
        this.ready = true;
        this.log.info('the server is ready');
      }
    });
    this.ready = false;
    try {
      await client.start();
    } catch (error) {
      this.log.error(`the server did not start: ${String(error)}`);
      void this.showFailure('The linter of training manifests does not start.');
      this.changed.fire();
      return undefined;
    }
    this.changed.fire();
    if (program.kind === 'jvm') {
      this.trainLater(program);
    }
    return client;
  }

  private async spawn(program: Program): Promise<ChildProcess> {
    const { file, args, archived } = await commandOf(program, ['lsp']);
    const server = spawn(file, args, {
      cwd: program.folder,
      env: linterEnvironment(),
      windowsHide: true,
    });
    server.on('error', (error) => {
      this.log.error(error.message);
    });
    server.on('exit', (code, signal) => {
      this.log.info(`the server has ended (${signal ?? code ?? 'unknown'})`);
    });
    this.server = server;
    const pid = server.pid ?? 'unknown';
    if (program.kind === 'native') {
      this.log.info(`the native server runs, process ${pid}`);
    } else {
      this.log.info(`the server runs, process ${pid}`);
      this.log.info(archived ? 'with a start-up archive' : 'without a start-up archive');
    }
    return server;
  }

  private ended(): { action: CloseAction; handled: boolean } {
    this.forget();
    if (!this.ready) {
      // It would not become so at another try; start() tells.
      return { action: CloseAction.DoNotRestart, handled: true };
    }
    if (this.policy.mayRestart()) {
      return { action: CloseAction.Restart, handled: true };
    }
    void this.showFailure('The linter of training manifests has crashed several times.');
    this.changed.fire();
    return { action: CloseAction.DoNotRestart, handled: true };
  }

  private async showFailure(words: string): Promise<void> {
    const choice = await vscode.window.showErrorMessage(words, 'Start Again', 'Show Log');
    if (choice === 'Start Again') {
      await this.restart();
    } else if (choice === 'Show Log') {
      this.log.show();
    }
  }

  private async showNativeProblem(problem: string): Promise<void> {
    const how = 'What to Do';
    const choice = await vscode.window.showErrorMessage(problem, how, 'Show Log');
    if (choice === how) {
      await showJavaStep();
    } else if (choice === 'Show Log') {
      this.log.show();
    }
  }

  private async settingsChanged(): Promise<void> {
    const client = await this.running();
    await client?.sendNotification('workspace/didChangeConfiguration', { settings: null });
  }

  private async javaChanged(): Promise<void> {
    if (this.found?.kind === 'native') {
      this.noteUnusedJava();
    } else if (this.client !== undefined) {
      await this.restart();
    } else {
      this.found = undefined;
    }
  }

  /** Makes the start-up archive when the server has been at work for a while. */
  private trainLater(program: JvmProgram): void {
    clearTimeout(this.trainingTimer);
    this.trainingTimer = setTimeout(() => {
      if (vscode.workspace.getConfiguration(SECTION).get<boolean>('startUpArchive', true)) {
        this.makeArchive(program).catch((error: unknown) => {
          this.log.warn(`no start-up archive was made: ${String(error)}`);
        });
      }
    }, TRAINING_DELAY_MILLIS);
    this.trainingTimer.unref();
  }

  private async makeArchive(program: JvmProgram): Promise<void> {
    const { archive } = program;
    if (await make(archive, (options) => this.train(program, options))) {
      this.log.info(`a start-up archive was made: ${archive.file}`);
    }
  }

  private async train(program: JvmProgram, options: readonly string[]): Promise<boolean> {
    const trainer = spawn(
      program.java.executable,
      trainingArguments(program.jar, options),
      {
        // Where a JVM that crashes leaves its report, to be removed with the rest.
        cwd: this.archives,
        windowsHide: true,
        stdio: 'ignore',
        timeout: TRAINING_PATIENCE_MILLIS,
        killSignal: 'SIGKILL',
      },
    );
    this.trainer = trainer;
    const ended = new Promise<number | null>((resolve) => {
      trainer.on('exit', resolve);
      trainer.on('error', () => {
        resolve(null);
      });
    });
    if (trainer.pid !== undefined) {
      setPriority(trainer.pid, constants.priority.PRIORITY_LOW);
    }
    const code = await ended;
    this.trainer = undefined;
    if (this.disposed) {
      throw new Error('the window was closed');
    }
    return code === 0;
  }
}

async function showJavaProblem(problem: string): Promise<void> {
  const setting = 'Open the Setting';
  const how = 'How to Install Java';
  const choice = await vscode.window.showErrorMessage(problem, setting, how);
  if (choice === setting) {
    await openJavaSetting();
  } else if (choice === how) {
    await showJavaStep();
  }
}

async function showJavaStep(): Promise<void> {
  await vscode.commands.executeCommand(
    'workbench.action.openWalkthrough',
    { category: 'wml-lint.wml-manifest#start', step: 'java' },
    false,
  );
}

function endWithin(server: ChildProcess | undefined, millis: number): void {
  if (server?.exitCode === null && server.signalCode === null) {
    setTimeout(() => server.kill('SIGKILL'), millis).unref();
  }
}
