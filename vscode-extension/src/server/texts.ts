import { promises as fs } from 'node:fs';
import * as path from 'node:path';
import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';

/** The scheme of the texts that the server has: pages of rules, and what is in a zip. */
export const SCHEME = 'wml-lint';

/**
 * Texts of the server as files that can only be read. As a file system, because VS Code starts the extension for
 * such a file: a page or a file of a zip that was open is there again after a window was reloaded.
 */
export class ServerTexts implements vscode.FileSystemProvider, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.changed.event;

  /** @param server the running server, which is started where it is not */
  constructor(private readonly server: () => Promise<LanguageClient | undefined>) {}

  async stat(uri: vscode.Uri): Promise<vscode.FileStat> {
    const text = await this.readFile(uri);
    return {
      type: vscode.FileType.File,
      ctime: 0,
      // VS Code reads the text again when the time is another one.
      mtime: await changedAt(uri),
      size: text.length,
      permissions: vscode.FilePermission.Readonly,
    };
  }

  async readFile(uri: vscode.Uri): Promise<Uint8Array> {
    const client = await this.server();
    if (client === undefined) {
      throw vscode.FileSystemError.Unavailable('The linter is not running.');
    }
    try {
      const { text } = await client.sendRequest<{ text: string }>('workspace/textDocumentContent', {
        uri: client.code2ProtocolConverter.asUri(uri),
      });
      return new TextEncoder().encode(text);
    } catch {
      throw vscode.FileSystemError.FileNotFound(uri);
    }
  }

  /** What is in a zip changes with the zip. */
  watch(uri: vscode.Uri): vscode.Disposable {
    const zip = zipOf(uri);
    if (zip === undefined) {
      return new vscode.Disposable(() => undefined);
    }
    const folder = vscode.Uri.joinPath(zip, '..');
    const name = path.posix.basename(zip.path).replaceAll(/[*?[\]{}]/g, '?');
    const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder, name));
    const tell = (): void => {
      this.changed.fire([{ type: vscode.FileChangeType.Changed, uri }]);
    };
    watcher.onDidChange(tell);
    watcher.onDidCreate(tell);
    return watcher;
  }

  dispose(): void {
    this.changed.dispose();
  }

  readDirectory(uri: vscode.Uri): [string, vscode.FileType][] {
    throw vscode.FileSystemError.FileNotADirectory(uri);
  }

  createDirectory(uri: vscode.Uri): void {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  writeFile(uri: vscode.Uri): void {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  delete(uri: vscode.Uri): void {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  rename(uri: vscode.Uri): void {
    throw vscode.FileSystemError.NoPermissions(uri);
  }
}

/** For a zip the list of its files; any other address stays as it is. */
export function contentsOf(uri: vscode.Uri): vscode.Uri {
  if (uri.scheme !== 'file' || !/\.zip$/i.test(uri.path)) {
    return uri;
  }
  const name = path.posix.basename(uri.path);
  return vscode.Uri.from({ scheme: SCHEME, path: `/contents/${name}`, query: uri.toString() });
}

/** The zip that a text is in; none for a page of a rule. */
function zipOf(uri: vscode.Uri): vscode.Uri | undefined {
  return uri.query === '' ? undefined : vscode.Uri.parse(uri.query);
}

async function changedAt(uri: vscode.Uri): Promise<number> {
  const zip = zipOf(uri);
  return zip === undefined
    ? 0
    : fs.stat(zip.fsPath).then(
        ({ mtimeMs }) => mtimeMs,
        () => 0,
      );
}
