import { workspace, type ConfigurationScope } from 'vscode';

export const defaultFolderName = '.project';

/** A name that stands directly in the workspace folder: no slash, no step upwards. */
const plainName = /^(?!\.{1,2}$)[A-Za-z0-9._-]{1,64}$/;

/** The name of the plan folder; the default where the setting is no plain name. */
export function readFolderName(scope: ConfigurationScope): string {
  const name = workspace.getConfiguration('gantry', scope).get<unknown>('folder');
  const isPlain = typeof name === 'string' && plainName.test(name) && name !== '.git';
  return isPlain ? name : defaultFolderName;
}
