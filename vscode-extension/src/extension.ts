import * as vscode from 'vscode';
import type { CommandContext, Unable } from './commands/context';
import { isAboutTraining, isBeginning, isChecked, isProgram } from './manifests';
import type { ServerService } from './server/service';
import { SCHEME, ServerTexts } from './server/texts';
import { sentence } from './words';

/**
 * Everything but the look at documents waits until it is needed: VS Code activates the extension
 * for each YAML or JSON file, and most are no manifests.
 */
class Extension {
  private loaded: Promise<ServerService> | undefined;
  private readonly log = vscode.window.createOutputChannel('WML Training Manifests', { log: true });

  constructor(private readonly context: vscode.ExtensionContext) {
    const texts = new ServerTexts(async () => (await this.service()).ensure());
    context.subscriptions.push(
      this.log,
      texts,
      vscode.workspace.registerFileSystemProvider(SCHEME, texts, {
        isReadonly: true,
        isCaseSensitive: true,
      }),
      vscode.workspace.onDidOpenTextDocument((document) => {
        this.look(document);
      }),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (this.loaded === undefined) {
          this.look(document);
        }
      }),
    );
    this.registerCommands();
    vscode.workspace.textDocuments.forEach((document) => {
      this.look(document);
    });
  }

  /** The server's service, loaded on first use. */
  service(): Promise<ServerService> {
    this.loaded ??= this.load();
    return this.loaded;
  }

  async stop(): Promise<void> {
    await (await this.loaded)?.stop();
  }

  private look(document: vscode.TextDocument): void {
    const text = document.getText();
    if (isChecked(document.uri.scheme, document.languageId, text)) {
      void this.service().then((service) => service.ensure());
    } else if (document.uri.scheme === 'file' && isBeginning(document.languageId, text)) {
      void this.lookAround(document.uri);
    }
  }

  /** In an empty file the server proposes whole manifests, where one seems to be meant. */
  private async lookAround(file: vscode.Uri): Promise<void> {
    const name = file.path.slice(file.path.lastIndexOf('/') + 1);
    const folder = vscode.Uri.joinPath(file, '..');
    const meant =
      isAboutTraining(name) ||
      (await vscode.workspace.fs.readDirectory(folder).then(
        (entries) => entries.some(([one]) => isProgram(one)),
        () => false,
      ));
    if (meant) {
      await (await this.service()).ensure();
    }
  }

  private async load(): Promise<ServerService> {
    const [{ ServerService }, { Status }] = await Promise.all([
      import('./server/service'),
      import('./status'),
    ]);
    const service = new ServerService(this.context, this.log);
    const status = new Status(service);
    this.context.subscriptions.push(service, status);
    void status.refresh();
    return service;
  }

  private registerCommands(): void {
    this.command('newManifest', async (context, ...args) =>
      // The explorer hands over the folder.
      (await import('./commands/newManifest')).newManifest(
        context,
        isUri(args[0]) ? { folder: args[0] } : (args[0] ?? {}),
      ),
    );
    this.command('lintWithZip', async (context, ...args) =>
      (await import('./commands/lintWithZip')).lintWithZip(context, ...args.filter(isUri)),
    );
    this.command('lintWorkspace', async (context) =>
      (await import('./commands/lintWorkspace')).lintWorkspace(context),
    );
    this.command('chooseModel', async (context, ...args) =>
      (await import('./commands/chooseModel')).chooseModel(context, ...args.filter(isUri)),
    );
    this.command('packModel', async (context, ...args) =>
      // The explorer hands over the folder, and then all that is selected.
      (await import('./commands/packModel')).packModel(context, ...args.filter(isUri)),
    );
    this.command('insertCredentials', async (context, ...args) =>
      (await import('./commands/insertCredentials')).insertCredentials(context, ...(args as [])),
    );
    this.command('explainRule', async (context, ...args) =>
      (await import('./commands/explainRule')).explainRule(context, ...(args as [])),
    );
    this.command('showActions', async () => (await import('./commands/showActions')).showActions());
    this.command('fixAll', async () => (await import('./commands/fixAll')).fixAll());
    this.command('setJavaLocation', async () =>
      (await import('./server/javaSetting')).openJavaSetting(),
    );
    this.command('restartServer', ({ service }) => service.restart());
    this.command('showLog', () => {
      this.log.show();
    });
  }

  /** A command tells the user why it cannot do what it should. */
  private command(
    name: string,
    run: (context: CommandContext, ...args: unknown[]) => unknown,
  ): void {
    this.context.subscriptions.push(
      vscode.commands.registerCommand(`wmlLint.${name}`, async (...args: unknown[]) => {
        const service = await this.service();
        try {
          return await run({ service, subscriptions: this.context.subscriptions }, ...args);
        } catch (error) {
          void explain(error);
          return undefined;
        }
      }),
    );
  }
}

/** Says why a command does nothing, and offers what would help. */
async function explain(error: unknown): Promise<void> {
  const words = sentence(error instanceof Error ? error.message : String(error));
  // By its form: the class is loaded with the first command.
  const help = error instanceof Error && 'help' in error ? (error as Unable).help : undefined;
  if (help === undefined) {
    await vscode.window.showErrorMessage(words);
  } else if ((await vscode.window.showErrorMessage(words, help.title)) === help.title) {
    await vscode.commands.executeCommand(help.command);
  }
}

function isUri(value: unknown): value is vscode.Uri {
  return value instanceof vscode.Uri;
}

let extension: Extension | undefined;

export function activate(context: vscode.ExtensionContext): void {
  extension = new Extension(context);
}

export async function deactivate(): Promise<void> {
  await extension?.stop();
}
