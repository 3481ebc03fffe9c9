/** A place in the code as it is typed: `src/a.ts`, `src/a.ts:12`, `src/a.ts:12-30`. */
export interface CodePlace {
  readonly path: string;
  readonly line: number | undefined;
  readonly endLine: number | undefined;
}

export function parseCodePlace(text: string): CodePlace {
  const match = /^(.+?):(\d+)(?:-(\d+))?$/.exec(text);
  if (!match) return { path: text, line: undefined, endLine: undefined };
  return {
    path: match[1] ?? text,
    line: Number(match[2]),
    endLine: match[3] === undefined ? undefined : Number(match[3]),
  };
}

/** True for what can only be an id or the beginning of one: a letter of a kind, a dash, and more. */
export function looksLikeId(text: string): boolean {
  return /^[TMRDN]-[0-9A-Z]{0,12}$/i.test(text);
}
