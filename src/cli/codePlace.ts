import path from 'node:path';
import { leadsOutside } from '../core/format/readAnchor.ts';
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
 * The path from the workspace folder, with slashes. In a folder below that, a path is meant from
 * there; what leads out of the workspace folder stays as it is written, to be refused.
 */
export function fromWorkspace(
  file: string,
  { workspace, isAbove, host }: Pick<CliContext, 'workspace' | 'isAbove' | 'host'>,
): string {
  const typed = withSlashes(file);
  const isAbsolute = path.isAbsolute(typed);
  if (!isAbove && !isAbsolute) return typed;
  const inside = path.relative(workspace, path.resolve(host.workingFolder, typed));
  const found = inside.split(path.sep).join('/');
  if (isAbsolute && leadsOutside(found)) return typed;
  return typed.endsWith('/') ? `${found}/` : found;
}

function withSlashes(file: string): string {
  return file
    .trim()
    .replace(/\\/g, '/')
    .replace(/^(?:\.\/)+/, '');
}

/** True for what can only be an id or the beginning of one: a letter of a kind, a dash, and more. */
export function looksLikeId(text: string): boolean {
  return /^[TMRDN]-[0-9A-Z]{0,12}$/i.test(text);
}
