import type * as vscode from 'vscode';
import { client, type CommandContext, manifest, needFolder } from './context';
import { askForZip, wayTo } from './models';

/** Writes down which zip or folder a manifest is checked against; the server knows where and how. */
export async function chooseModel(
  context: CommandContext,
  uri?: vscode.Uri,
  model?: vscode.Uri,
): Promise<void> {
  const document = await manifest(uri);
  if (document === undefined) {
    return;
  }
  needFolder(document);
  const server = await client(context);
  if (server === undefined) {
    return;
  }
  const chosen =
    model ?? (await askForZip(document.uri, 'The model definition that belongs to this manifest'));
  if (chosen !== undefined) {
    await server.sendRequest('workspace/executeCommand', {
      command: 'wml.chooseModel',
      arguments: [document.uri.toString(), wayTo(document.uri, chosen)],
    });
  }
}
