import path from 'node:path';
import type { CliContext } from './cliCommand.ts';

/** A place in the code as it is typed: `src/a.ts`, `src/a.ts:12`, `src/a.ts:12-30`, `src/a.ts#Parser.parse`. */
export interface CodePlace {
  readonly path: string;
  /** Given as `src/a.ts#Parser.parse`. */
  readonly symbol: string | undefined;
  readonly line: number | undefined;
  readonly endLine: number | undefined;
}

export function parseCodePlace(text: string): CodePlace {
  const named = /^(.+?)#([\p{L}_$#][\p{L}\p{N}_$#.]*)$/u.exec(text);
  if (named) {
    return { path: named[1] ?? text, symbol: named[2], line: undefined, endLine: undefined };
  }
  const match = /^(.+?):(\d+)(?:-(\d+))?$/.exec(text);
  if (!match) return { path: text, symbol: undefined, line: undefined, endLine: undefined };
  return {
    path: match[1] ?? text,
    symbol: undefined,
    line: Number(match[2]),
    endLine: match[3] === undefined ? undefined : Number(match[3]),
  };
}

/**
 * The path from the workspace folder. In a folder below that, a path is meant from there; what leads
 * out of the workspace folder stays as it is written, to be refused.
 */
export function fromWorkspace(
  file: string,
  { workspace, isAbove, host }: Pick<CliContext, 'workspace' | 'isAbove' | 'host'>,
): string {
  if (!isAbove || path.isAbsolute(file)) return file;
  const inside = path.relative(workspace, path.resolve(host.workingFolder, file));
  return inside.split(path.sep).join('/');
}

/** True for what can only be an id or the beginning of one: a letter of a kind, a dash, and more. */
export function looksLikeId(text: string): boolean {
  return /^[TMRDN]-[0-9A-Z]{0,12}$/i.test(text);
}
