import type { NameChanges } from '../core/anchors/followFolder.ts';

/** What is asked of a difference, or of each commit of a log, to be read here. */
export const nameSettings = ['--name-status', '-z', '--diff-filter=ADR'] as const;

/** With this each commit of a log begins: no name of a file has it in it. */
const commitMark = '\0\0gantry-names ';

/** The format of a log; what it says of a commit is its head. */
export function nameFormat(head: string): string {
  return `--format=${commitMark.replaceAll('\0', '%x00')}${head}`;
}

/** After so many commits there is a step: a few milliseconds on a slow machine. */
const stepSize = 256;

/** The commits of a log, each with its head. */
export function* nameLogInSteps(
  answer: string,
): Generator<undefined, readonly { readonly head: string; readonly names: NameChanges }[]> {
  const commits: { readonly head: string; readonly names: NameChanges }[] = [];
  for (const part of answer.split(commitMark).slice(1)) {
    const end = part.search(/[\0\n]/);
    const head = end < 0 ? part : part.slice(0, end);
    commits.push({ head, names: parseNames(end < 0 ? '' : part.slice(end + 1)) });
    if (commits.length % stepSize === 0) yield;
  }
  return commits;
}

/** Reads what `--name-status -z` writes of files that came, went or got another name. */
export function parseNames(answer: string): NameChanges {
  const renamed: (readonly [string, string])[] = [];
  const added: string[] = [];
  const deleted: string[] = [];
  const fields = answer.replace(/^[\0\n]+/, '').split('\0');
  for (let i = 0; i + 1 < fields.length;) {
    const [kind = '', from = '', to = ''] = fields.slice(i, i + 3);
    const isRename = kind.startsWith('R');
    if (isRename) renamed.push([from, to]);
    else if (kind === 'A') added.push(from);
    else if (kind === 'D') deleted.push(from);
    i += isRename ? 3 : 2;
  }
  return { renamed, added, deleted };
}
