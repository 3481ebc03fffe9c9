import { createProblem, type Problem } from '../core/model/problem.ts';
import { GitRefusal } from '../git/gitRefusal.ts';
import { failureProblem, FileRefusal } from '../core/store/fileRefusal.ts';

/** What went wrong beneath a command, as a problem: the one place where errors become words. */
export function toProblem(failure: unknown): Problem {
  if (failure instanceof FileRefusal || isSystemError(failure)) {
    return failureProblem(failure, 'file-unreadable', undefined);
  }
  const message = failure instanceof Error ? failure.message : String(failure);
  if (failure instanceof GitRefusal) return createProblem('command-refused', message);
  return createProblem(
    'command-refused',
    `Gantry made a mistake of its own and nothing more was done: ${message}`,
  );
}

/** Errors of the system bear a short name such as ENOENT. */
export function isSystemError(failure: unknown): boolean {
  return (
    failure instanceof Error &&
    'code' in failure &&
    typeof failure.code === 'string' &&
    /^E[A-Z]+$/.test(failure.code)
  );
}
