import { itemKinds, kindPlaces, pathOfId, type ItemKind } from '../model/ids.ts';
import { projectId } from '../model/change.ts';

export const projectPath = 'project.yaml';
/** Rates, which git ignores; no part of the plan that faces show. */
export const privatePath = 'private.yaml';
/** Keeps {@link privatePath} and temporary files out of git; made with the plan folder. */
export const ignoreFile = { path: '.gitignore', lines: [privatePath, '*.gantry-tmp'] } as const;
export const baselinesFolder = 'baselines';
/** Removed items rest here, flat, under their own file names. */
export const trashFolder = '.trash';

/** What a path inside the plan folder is there for. */
export type PlanPath =
  | { readonly kind: 'project'; readonly id: typeof projectId }
  | { readonly kind: 'item'; readonly id: string; readonly itemKind: ItemKind }
  | { readonly kind: 'baseline'; readonly id: string }
  /** A YAML file in a place or of a name that Gantry does not read; `id` is the id that it hints at. */
  | { readonly kind: 'misnamed'; readonly id: string | undefined; readonly reason: string }
  | { readonly kind: 'trash'; readonly id: string }
  /** None of Gantry's business: a read-me, a hidden file. */
  | { readonly kind: 'other' };

const other: PlanPath = { kind: 'other' };
const kindByFolder = new Map<string, ItemKind>(
  itemKinds.map(kind => [kindPlaces[kind].folder, kind]),
);
const yamlEnding = /\.ya?ml$/i;
const trashName = /^([TMRDN]-[0-9A-Z]+)(?:\.\d+)?\.yaml$/;

export function isPlanFolderName(name: string): boolean {
  return name === baselinesFolder || kindByFolder.has(name);
}

export function readPlanPath(path: string): PlanPath {
  if (path === projectPath) return { kind: 'project', id: projectId };
  if (path === privatePath) return other;
  const slash = path.indexOf('/');
  const folder = slash < 0 ? '' : path.slice(0, slash);
  const name = path.slice(slash + 1);
  if (folder === trashFolder) return readTrashName(name);
  if (name.startsWith('.') || name.includes('/') || !yamlEnding.test(name)) return other;
  if (folder !== '' && !isPlanFolderName(folder)) return other;
  return readName(path, folder, name);
}

function readTrashName(name: string): PlanPath {
  const id = trashName.exec(name)?.[1];
  return id === undefined || pathOfId(id) === undefined ? other : { kind: 'trash', id };
}

function readName(path: string, folder: string, name: string): PlanPath {
  const stem = name.replace(yamlEnding, '');
  const isExact = name.endsWith('.yaml');
  if (folder === baselinesFolder && isExact) return { kind: 'baseline', id: stem };
  const id = stem.toUpperCase();
  const right = pathOfId(id);
  const itemKind = kindByFolder.get(folder);
  if (right === path && itemKind) return { kind: 'item', id, itemKind };
  if (right !== undefined) {
    return { kind: 'misnamed', id, reason: `rename the file to ${right}` };
  }
  if (path.toLowerCase() === projectPath || path.toLowerCase() === 'project.yml') {
    return { kind: 'misnamed', id: undefined, reason: `rename the file to ${projectPath}` };
  }
  if (itemKind === undefined) {
    return folder === ''
      ? { kind: 'misnamed', id: undefined, reason: 'only project.yaml is read at this level' }
      : { kind: 'misnamed', id: undefined, reason: 'give the file the ending .yaml' };
  }
  const example = `${kindPlaces[itemKind].prefix}-7KQ3.yaml`;
  return {
    kind: 'misnamed',
    id: undefined,
    reason: `give the file an id as its name, such as ${example}`,
  };
}
