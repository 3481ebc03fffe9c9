import { realpathSync } from 'node:fs';
import path from 'node:path';

/** True where symbolic links lead a path out of a folder, and where nothing can tell. */
export function leadsOut(folder: string, file: string): boolean {
  return placeInside(folder, file) === undefined;
}

/**
 * Where symbolic links lead a path within a folder, with forward slashes; undefined where they lead out
 * of it, and where nothing can tell.
 */
export function placeInside(folder: string, file: string): string | undefined {
  try {
    const inside = path.relative(realpathSync(folder), realpathSync(path.join(folder, file)));
    const isOutside = path.isAbsolute(inside) || inside.split(path.sep)[0] === '..';
    return isOutside ? undefined : inside.split(path.sep).join('/');
  } catch {
    // There is nothing, or a link that leads nowhere.
    return undefined;
  }
}
