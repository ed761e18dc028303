import * as vscode from 'vscode';

const ACTIONS: readonly (vscode.QuickPickItem & { command: string })[] = [
  { label: '$(list-unordered) Show the findings', command: 'workbench.actions.view.problems' },
  { label: '$(wand) Apply all safe fixes', command: 'wmlLint.fixAll' },
  { label: '$(file-zip) Choose the model definition…', command: 'wmlLint.chooseModel' },
  { label: '$(beaker) Check with another zip…', command: 'wmlLint.lintWithZip' },
  { label: '$(package) Pack a folder into a model definition…', command: 'wmlLint.packModel' },
  { label: '$(key) Insert the connection of a service credential…', command: 'wmlLint.insertCredentials' },
  { label: '$(book) Explain a rule…', command: 'wmlLint.explainRule' },
  { label: '$(checklist) Check all manifests of the workspace', command: 'wmlLint.lintWorkspace' },
  { label: '$(debug-restart) Restart the server', command: 'wmlLint.restartServer' },
  { label: '$(output) Show the log', command: 'wmlLint.showLog' },
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
