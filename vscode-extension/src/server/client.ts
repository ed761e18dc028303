import type { ChildProcess } from 'node:child_process';
import * as vscode from 'vscode';
import {
  type ClientCapabilities,
  type DynamicFeature,
  type ErrorHandler,
  type FeatureState,
  LanguageClient,
  type LanguageClientOptions,
  RevealOutputChannelOn,
  type StaticFeature,
} from 'vscode-languageclient/node';
import { MANIFEST_LANGUAGE, OTHER_LANGUAGES } from '../manifests';
import { fitting } from '../words';
import { serverSettings, type UserSettings } from './settings';
import type { Silence } from './silence';
import { contentsOf } from './texts';

export const SECTION = 'wmlLint';
const YAML_EXTENSION = 'redhat.vscode-yaml';

/** Commands that may take as long as they like: one checks the workspace, the other waits for the user. */
const LONG = 'workspace/executeCommand';

/** What is told of the conversation with the server. */
export interface Listener {
  readonly silence: Silence;
  /** A document has been checked, and its findings are about to be shown. */
  checked(uri: vscode.Uri): void;
}

/** The client of the server: VS Code's, with our settings in between. */
export function newClient(
  start: () => Promise<ChildProcess>,
  log: vscode.LogOutputChannel,
  errors: ErrorHandler,
  listener: Listener,
): LanguageClient {
  const options: LanguageClientOptions = {
    documentSelector: [MANIFEST_LANGUAGE, ...OTHER_LANGUAGES].flatMap((language) =>
      ['file', 'untitled'].map((scheme) => ({ scheme, language })),
    ),
    outputChannel: log,
    traceOutputChannel: untraced(log),
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    errorHandler: errors,
    // What is open and never looked at need not be checked.
    textSynchronization: { delayOpenNotifications: true },
    // A server that does not get started is told of in our own words.
    initializationFailedHandler: () => false,
    middleware: {
      sendRequest: (type, params, token, next) => {
        const answer = next(type, params, token);
        const method = typeof type === 'string' ? type : type.method;
        return method === LONG ? answer : listener.silence.during(answer);
      },
      workspace: {
        configuration: async (params, token, next) => {
          const answers = await next(params, token);
          if (!Array.isArray(answers)) {
            return answers;
          }
          return params.items.map((item, index) => {
            const resource =
              item.scopeUri === undefined ? undefined : vscode.Uri.parse(item.scopeUri);
            return item.section === SECTION
              ? serverSettings((answers[index] ?? {}) as UserSettings, othersValidate(resource))
              : (answers[index] as unknown);
          });
        },
      },
      // The server asks by buttons; a list with the zips of the workspace is easier to choose from.
      executeCommand: (command, args, next) => {
        const [uri, model] = args as unknown[];
        return command === 'wml.chooseModel' && typeof uri === 'string' && model === undefined
          ? vscode.commands.executeCommand('wmlLint.chooseModel', vscode.Uri.parse(uri))
          : (next(command, args) as unknown);
      },
      provideHover: async (document, position, token, next) => {
        const hover = await next(document, position, token);
        return hover === null || hover === undefined ? hover : withLinks(hover);
      },
      provideCodeLenses: async (document, token, next) => {
        if (!vscode.workspace.getConfiguration(SECTION, document).get<boolean>('codeLens', true)) {
          return [];
        }
        const lenses = await next(document, token);
        lenses?.forEach(leadToProblems);
        return lenses;
      },
      provideDiagnostics: async (document, previous, token, next) => {
        const report = await next(document, previous, token);
        listener.checked(document instanceof vscode.Uri ? document : document.uri);
        return report;
      },
      provideCompletionItem: async (document, position, context, token, next) => {
        const found = await next(document, position, context, token);
        (Array.isArray(found) ? found : found?.items)?.forEach(shorten);
        return found;
      },
      resolveCompletionItem: async (item, token, next) => {
        const resolved = await next(item, token);
        if (resolved !== null && resolved !== undefined) {
          shorten(resolved);
        }
        return resolved;
      },
      provideDefinition: async (document, position, token, next) =>
        withContents(await next(document, position, token)),
      provideDocumentLinks: async (document, token, next) => {
        const links = await next(document, token);
        for (const link of links ?? []) {
          if (link.target !== undefined) {
            link.target = contentsOf(link.target);
          }
        }
        return links;
      },
    },
  };
  return new QuietClient(SECTION, 'WML Training Manifests', start, options);
}

/** The whole description is beside the list, when the proposal is the chosen one. */
function shorten(item: vscode.CompletionItem): void {
  const { label } = item;
  if (typeof label === 'object' && label.description !== undefined) {
    const description = fitting(label.label, label.description);
    if (description !== label.description) {
      item.detail ??= label.description;
      item.label = { ...label, description };
    }
  }
}

/** A click on the numbers of findings shows them. */
function leadToProblems(lens: vscode.CodeLens): void {
  if (lens.command?.command === '' && /^\d/.test(lens.command.title)) {
    lens.command.command = 'workbench.actions.view.problems';
    lens.command.tooltip = 'Show Problems';
  }
}

/** No editor shows a zip; the list of its files can be shown. */
function withContents<T extends vscode.Definition | vscode.LocationLink[] | null | undefined>(found: T): T {
  for (const place of [found ?? []].flat()) {
    if ('targetUri' in place) {
      place.targetUri = contentsOf(place.targetUri);
    } else {
      place.uri = contentsOf(place.uri);
    }
  }
  return found;
}

/** Says that the client can show texts of the server; see texts.ts, which does so. */
class ShowsTexts implements StaticFeature {
  static readonly METHOD = 'workspace/textDocumentContent';

  fillClientCapabilities(capabilities: ClientCapabilities): void {
    capabilities.workspace = { ...capabilities.workspace, textDocumentContent: {} };
  }

  initialize(): void {
    // There is nothing to register.
  }

  getState(): FeatureState {
    return { kind: 'static' };
  }

  clear(): void {
    // Nor to take back.
  }
}

/** What fails goes to the log; what the user must know of it is told in our own words. */
class QuietClient extends LanguageClient {
  /** The client's own way to show texts is not there before the server is. */
  override registerFeature(feature: StaticFeature | DynamicFeature<unknown>): void {
    const isReplaced =
      'registrationType' in feature && feature.registrationType.method === ShowsTexts.METHOD;
    super.registerFeature(isReplaced ? new ShowsTexts() : feature);
  }

  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }
}

const RULE_LINK = /\]\(wml-lint:\/rules\/([a-z-]+)\.md\)/g;

/** In a hover VS Code drops links to pages that are no files; a command may stand there instead. */
function withLinks(hover: vscode.Hover): vscode.Hover {
  const contents = hover.contents.map((part) => {
    if (!(part instanceof vscode.MarkdownString) || part.value.search(RULE_LINK) < 0) {
      return part;
    }
    const linked = new vscode.MarkdownString(
      part.value.replaceAll(
        RULE_LINK,
        (_, rule: string) => `](command:wmlLint.explainRule?${encodeURIComponent(JSON.stringify([rule]))})`,
      ),
    );
    linked.isTrusted = { enabledCommands: ['wmlLint.explainRule'] };
    return linked;
  });
  return hover.range === undefined
    ? new vscode.Hover(contents)
    : new vscode.Hover(contents, hover.range);
}

/** Whether another extension tells what is wrong with the YAML of documents in this folder. */
function othersValidate(folder: vscode.Uri | undefined): boolean {
  return (
    vscode.extensions.getExtension(YAML_EXTENSION) !== undefined &&
    vscode.workspace.getConfiguration('yaml', folder).get<boolean>('validate', true)
  );
}

/** Tells when the answer to "who validates YAML" may be another. */
export function onOthersChange(changed: () => void): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.extensions.onDidChange(changed),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('yaml.validate')) {
        changed();
      }
    }),
  );
}

/** A trace of the protocol would hold whole documents, credentials among them: there is none. */
function untraced(log: vscode.LogOutputChannel): vscode.LogOutputChannel {
  return new Proxy(log, {
    get(target, name) {
      switch (name) {
        case 'logLevel':
          return vscode.LogLevel.Info;
        case 'onDidChangeLogLevel':
          return () => new vscode.Disposable(() => undefined);
        default: {
          const value: unknown = Reflect.get(target, name);
          return typeof value === 'function' ? (value.bind(target) as unknown) : value;
        }
      }
    },
  });
}
