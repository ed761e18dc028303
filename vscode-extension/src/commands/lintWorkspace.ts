import { randomUUID } from 'node:crypto';
import * as vscode from 'vscode';
import { WorkDoneProgress } from 'vscode-languageclient/node';
import { plural } from '../words';
import { client, type CommandContext } from './context';
import { WorkspaceFindings } from './workspaceFindings';

interface Summary {
  readonly manifests?: number;
  readonly errors?: number;
}

let findings: WorkspaceFindings | undefined;

/** Checks all manifests of the workspace, open or not, and shows how far it is. */
export async function lintWorkspace(context: CommandContext): Promise<Summary | undefined> {
  const server = await client(context);
  if (server === undefined) {
    return undefined;
  }
  const options = {
    location: vscode.ProgressLocation.Notification,
    title: 'Checking the manifests of the workspace',
    cancellable: true,
  };
  const summary = await vscode.window.withProgress(options, async (progress, cancelled) => {
    const token = randomUUID();
    const heard = server.onProgress(WorkDoneProgress.type, token, (part) => {
      if (part.kind === 'report' && part.message !== undefined) {
        progress.report({ message: part.message });
      }
    });
    const cancelling = cancelled.onCancellationRequested(
      () => void server.sendNotification('window/workDoneProgress/cancel', { token }),
    );
    try {
      return await server.sendRequest<Summary | null>('workspace/executeCommand', {
        command: 'wml.lintWorkspace',
        arguments: [],
        workDoneToken: token,
      });
    } finally {
      heard.dispose();
      cancelling.dispose();
    }
  });
  if (summary === null) {
    return undefined;
  }
  if (findings === undefined) {
    findings = new WorkspaceFindings(() => checkAgain(context), context.service.onDidChange);
    context.subscriptions.push(findings);
  }
  findings.begin();
  void tell(summary);
  return summary;
}

/** The same without a word; only a server that runs is asked. */
async function checkAgain({ service }: CommandContext): Promise<void> {
  const server = await service.running();
  await server?.sendRequest('workspace/executeCommand', {
    command: 'wml.lintWorkspace',
    arguments: [],
    // With a name for its progress the server does not open a progress of its own.
    workDoneToken: randomUUID(),
  });
}

async function tell(summary: Summary): Promise<void> {
  const { manifests = 0, errors = 0 } = summary;
  const problems = 'Show Problems';
  const words = `${plural(manifests, 'manifest')} checked: ${errors === 0 ? 'no errors' : plural(errors, 'error')}.`;
  const show = errors === 0 ? vscode.window.showInformationMessage : vscode.window.showWarningMessage;
  if ((await show(words, problems)) === problems) {
    await vscode.commands.executeCommand('workbench.actions.view.problems');
  }
}
