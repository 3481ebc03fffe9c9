import { existsSync, readdirSync, watch, type FSWatcher } from 'node:fs';
import path from 'node:path';
import { DisposableStore, type Disposable } from '../core/base/disposable.ts';

/** Where nothing can be watched, hint this often that something may have changed. */
const pollMs = 2000;

/**
 * Hints at changes in a folder and its direct sub-folders. While the folder is missing its parent is
 * watched. Where the system cannot watch, a slow clock takes its place.
 */
export function watchFolder(
  root: string,
  listener: (paths: readonly string[]) => void,
): Disposable {
  const watchers = new Map<string, FSWatcher>();
  const owned = new DisposableStore();
  let isPolling = false;
  const poll = (): void => {
    if (isPolling) return;
    isPolling = true;
    const timer = setInterval(() => listener([]), pollMs);
    timer.unref();
    owned.add({ dispose: () => clearInterval(timer) });
  };
  const follow = (folder: string, tell: (name: string | null) => void): void => {
    if (watchers.has(folder)) return;
    try {
      const watcher = watch(folder, { persistent: false }, (_event, name) => tell(name));
      watcher.on('error', () => forget(folder));
      watchers.set(folder, watcher);
    } catch {
      poll();
    }
  };
  const forget = (folder: string): void => {
    watchers.get(folder)?.close();
    watchers.delete(folder);
    listener([]);
  };
  const followAll = (): void => {
    for (const folder of watchers.keys()) if (!existsSync(folder)) forget(folder);
    if (!existsSync(root)) return;
    follow(root, name => {
      followAll();
      tellOf('', name, listener);
    });
    for (const folder of foldersIn(root)) {
      follow(path.join(root, folder), name => tellOf(`${folder}/`, name, listener));
    }
  };
  follow(path.dirname(root), name => {
    if (name !== null && name !== path.basename(root)) return;
    followAll();
    listener([]);
  });
  followAll();
  owned.add({
    dispose: () => {
      for (const watcher of watchers.values()) watcher.close();
      watchers.clear();
    },
  });
  return owned;
}

/** Temporary and hidden files are no news. */
function tellOf(
  prefix: string,
  name: string | null,
  listener: (paths: readonly string[]) => void,
): void {
  if (name === null) listener([]);
  else if (!name.startsWith('.')) listener(name.includes('.') ? [`${prefix}${name}`] : []);
}

function foldersIn(root: string): readonly string[] {
  try {
    return readdirSync(root, { withFileTypes: true })
      .filter(entry => entry.isDirectory() && !entry.name.startsWith('.'))
      .map(entry => entry.name);
  } catch {
    return [];
  }
}
