import * as vscode from 'vscode';

/** The setting that says which Java runs the linter. */
export const JAVA_HOME = 'wmlLint.java.home';

/**
 * Opens the setting where it is in force. It belongs to the machine that runs the linter: in a remote window
 * the page of the user's own settings does not have it.
 */
export async function openJavaSetting(): Promise<void> {
  const page = vscode.env.remoteName === undefined ? 'openSettings2' : 'openRemoteSettings';
  await vscode.commands.executeCommand(`workbench.action.${page}`, { query: JAVA_HOME });
}
