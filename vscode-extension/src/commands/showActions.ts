import * as vscode from 'vscode';

const ACTIONS: readonly (vscode.QuickPickItem & { command: string })[] = [
  { label: '$(list-unordered) Show Problems', command: 'workbench.actions.view.problems' },
  { label: '$(wand) Fix All Safe Problems', command: 'wmlLint.fixAll' },
  { label: '$(file-zip) Choose Model Definition…', command: 'wmlLint.chooseModel' },
  { label: '$(beaker) Check with a Zip…', command: 'wmlLint.lintWithZip' },
  { label: '$(package) Pack into Model Definition…', command: 'wmlLint.packModel' },
  { label: '$(key) Insert Connection from Service Credential…', command: 'wmlLint.insertCredentials' },
  { label: '$(book) Explain Rule…', command: 'wmlLint.explainRule' },
  { label: '$(checklist) Check All Manifests in Workspace', command: 'wmlLint.lintWorkspace' },
  { label: '$(debug-restart) Restart Server', command: 'wmlLint.restartServer' },
  { label: '$(output) Show Log', command: 'wmlLint.showLog' },
];

/** What can be done with the manifest that is looked at; the status bar leads here. */
export async function showActions(): Promise<void> {
  const choice = await vscode.window.showQuickPick(ACTIONS, {
    title: 'WML Training Manifest',
    placeHolder: 'What to do with this manifest',
  });
  if (choice !== undefined) {
    await vscode.commands.executeCommand(choice.command);
  }
}
