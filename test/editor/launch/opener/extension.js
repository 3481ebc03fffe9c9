import { commands, ViewColumn, window, workspace } from 'vscode';

/** In a window where nothing is open yet: the plan's file, and the panel beside it. */
export async function activate() {
  const folder = workspace.workspaceFolders?.[0];
  if (folder === undefined || window.tabGroups.all.some(group => group.tabs.length > 0)) return;
  const plans = await workspace.findFiles('{.project,.gantry}/project.yaml', undefined, 1);
  await commands.executeCommand('workbench.view.extension.gantry');
  if (plans.length === 0) return;
  const document = await workspace.openTextDocument(plans[0]);
  await window.showTextDocument(document, { viewColumn: ViewColumn.One, preview: true });
  await commands.executeCommand('gantry.openGantt');
}
