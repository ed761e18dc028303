import * as path from 'node:path';
import * as vscode from 'vscode';

const MAX_ZIPS = 200;
const UNWANTED = '**/{node_modules,.git,target}/**';

interface Choice extends vscode.QuickPickItem {
  readonly uri?: vscode.Uri;
}

/** Asks for a zip: one of the workspace, those near the manifest first, or any other. */
export async function askForZip(
  near: vscode.Uri,
  placeHolder: string,
): Promise<vscode.Uri | undefined> {
  const found = await vscode.workspace.findFiles('**/*.zip', UNWANTED, MAX_ZIPS);
  const choices: Choice[] = found
    .map((uri) => ({ uri, way: wayTo(near, uri) }))
    .sort((a, b) => steps(a.way) - steps(b.way) || a.way.localeCompare(b.way))
    .map(({ uri, way }) => ({ label: `$(file-zip) ${path.posix.basename(uri.path)}`, description: way, uri }));
  const browse: Choice = { label: '$(folder-opened) Browse…', alwaysShow: true };
  const choice = await vscode.window.showQuickPick([...choices, browse], {
    placeHolder,
    matchOnDescription: true,
  });
  if (choice !== browse) {
    return choice?.uri;
  }
  const picked = await vscode.window.showOpenDialog({
    canSelectMany: false,
    filters: { 'Model definitions': ['zip'] },
    defaultUri: vscode.Uri.joinPath(near, '..'),
    openLabel: 'Choose',
  });
  return picked?.[0];
}

/** How a file is named from a manifest's folder, with `/` between names on every system. */
export function wayTo(manifest: vscode.Uri, file: vscode.Uri): string {
  const way = path.relative(path.dirname(manifest.fsPath), file.fsPath);
  return way.replaceAll(path.sep, '/');
}

function steps(way: string): number {
  return way.split('/').length;
}
