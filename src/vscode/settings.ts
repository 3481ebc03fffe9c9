import { workspace, type ConfigurationScope } from 'vscode';
import { isReservedFolder } from '../core/store/planFolder.ts';

export const defaultFolderName = '.project';

/** A name that stands directly in the workspace folder: no slash, no step upwards. */
const plainName = /^(?!\.{1,2}$)[A-Za-z0-9._-]{1,64}$/;

/** How much is shown beside linked code. */
export const annotationLevels = ['off', 'gutter', 'full'] as const;
export type AnnotationLevel = (typeof annotationLevels)[number];

export function readAnnotations(scope: ConfigurationScope): AnnotationLevel {
  const value = workspace.getConfiguration('gantry', scope).get<unknown>('annotations');
  return annotationLevels.find(level => level === value) ?? 'gutter';
}

/** The name of the plan folder; the default where the setting is no plain name, or not free. */
export function readFolderName(scope: ConfigurationScope): string {
  const name = workspace.getConfiguration('gantry', scope).get<unknown>('folder');
  const isPlain = typeof name === 'string' && plainName.test(name) && !isReservedFolder(name);
  return isPlain ? name : defaultFolderName;
}
