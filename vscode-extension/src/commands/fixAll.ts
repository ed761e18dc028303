import * as vscode from 'vscode';
import { manifest, Unable } from './context';

const KIND = 'source.fixAll.wml';

/** Applies every safe fix to the manifest, as `wml-lint --fix` does. */
export async function fixAll(): Promise<void> {
  const document = await manifest();
  if (document === undefined) {
    return;
  }
  const all = new vscode.Range(0, 0, document.lineCount, 0);
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[] | undefined>(
    'vscode.executeCodeActionProvider',
    document.uri,
    all,
    KIND,
  );
  const edit = actions?.find(({ kind }) => kind?.value === KIND)?.edit;
  if (edit !== undefined) {
    if (!(await vscode.workspace.applyEdit(edit))) {
      throw new Unable('The manifest has changed meanwhile. Try again.');
    }
    return;
  }
  const others = vscode.languages.getDiagnostics(document.uri).some(({ source }) => source === 'wml-lint');
  void vscode.window.showInformationMessage(
    others
      ? 'None of the problems has a fix that is surely safe. Quick Fix on a problem shows what else can be done.'
      : 'There are no problems to fix.',
  );
}
