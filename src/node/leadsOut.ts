import { realpathSync } from 'node:fs';
import path from 'node:path';

/** True where symbolic links lead a path out of a folder, and where nothing can tell. */
export function leadsOut(folder: string, file: string): boolean {
  try {
    const inside = path.relative(realpathSync(folder), realpathSync(path.join(folder, file)));
    return path.isAbsolute(inside) || inside.split(path.sep)[0] === '..';
  } catch {
    // There is nothing, or a link that leads nowhere.
    return true;
  }
}
