/** A place in the code as people write it: `src/a.ts`, `src/a.ts:12-30`. */
export function anchorText({
  path,
  line,
  endLine,
}: {
  readonly path: string;
  readonly line: number | undefined;
  readonly endLine: number | undefined;
}): string {
  if (line === undefined) return path;
  return endLine === undefined || endLine === line
    ? `${path}:${line}`
    : `${path}:${line}-${endLine}`;
}
