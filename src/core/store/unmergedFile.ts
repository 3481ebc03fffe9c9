import { createProblem, type Problem } from '../model/problem.ts';

/** A file of the plan that git could not merge, as git's index has it. */
export interface UnmergedFile {
  /** Relative to the plan folder, with slashes. */
  readonly path: string;
  /** What both sides began with, and what each of them has; undefined where there is none. */
  readonly base: string | undefined;
  readonly ours: string | undefined;
  readonly theirs: string | undefined;
}

const rest = '`git add` keeps it, `git rm` takes it away';

/**
 * What a person has to do about a file that git could not merge, where nothing in the file tells so.
 *
 * @param present what the file holds; undefined where it is gone
 */
export function unmergedProblem(
  { path, base, ours, theirs }: UnmergedFile,
  present: string | undefined,
): Problem | undefined {
  const tell = (message: string): Problem =>
    createProblem('file-unmerged', message, { file: path });
  if (ours === undefined && theirs === undefined) {
    return tell(
      'Both sides of the merge took the file away or gave the item another id; `git rm` says so, and the new ids are files of their own',
    );
  }
  // Somebody has taken it away, and has only not told git yet.
  if (present === undefined && (ours === undefined || theirs === undefined)) return undefined;
  if (base === undefined && (ours === undefined || theirs === undefined)) {
    const side = ours === undefined ? 'The other side' : 'This side';
    return tell(`${side} of the merge alone put the item here, perhaps by another id; ${rest}`);
  }
  if (theirs === undefined) {
    return tell(`This side of the merge changed the item, and the other took it away; ${rest}`);
  }
  if (ours === undefined) {
    return tell(`This side of the merge took the item away, and the other changed it; ${rest}`);
  }
  if (present === undefined) {
    return tell(
      'Both sides of the merge changed the item, and its file is gone; `git checkout --merge` brings it back, `git rm` takes it away',
    );
  }
  const side = sideAlone({ ours, theirs }, present);
  if (side === undefined) return undefined;
  const [one, other] =
    side === 'ours' ? ['this side', 'the other'] : ['the other side', 'this one'];
  const message = `The merge left ${one} alone in the file, without a mark, and nothing of ${other}; \`gantry repair\` merges both, \`git add\` leaves the file as it is`;
  // It may be what somebody has decided already.
  return { ...tell(message), severity: 'warning' };
}

/** The side that a file holds alone, of two that are not the same. */
export function sideAlone(
  { ours, theirs }: { readonly ours: string; readonly theirs: string },
  present: string,
): 'ours' | 'theirs' | undefined {
  const text = asCommitted(present);
  if (asCommitted(ours) === asCommitted(theirs)) return undefined;
  if (text === asCommitted(ours)) return 'ours';
  return text === asCommitted(theirs) ? 'theirs' : undefined;
}

/** Git may end lines otherwise in the working tree. */
function asCommitted(text: string): string {
  return text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
}
