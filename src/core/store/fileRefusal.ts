import { createProblem, type Problem } from '../model/problem.ts';
import type { ProblemCode } from '../model/problemCodes.ts';

/**
 * What an implementation of the files port throws when it must not touch a path, rather than when
 * the disk failed: a link, a path that leads out of the plan folder, a file in the folder's place.
 */
export class FileRefusal extends Error {
  readonly problemCode: ProblemCode;

  constructor(problemCode: ProblemCode, message: string) {
    super(message);
    this.name = 'FileRefusal';
    this.problemCode = problemCode;
  }
}

const reasons = new Map<string, string>([
  ['EACCES', 'permission is denied'],
  ['EPERM', 'the system does not permit it'],
  ['EBUSY', 'another program holds it'],
  ['EROFS', 'the disk is read-only'],
  ['ENOSPC', 'the disk is full'],
  ['EFBIG', 'the file is larger than this user may write'],
  ['EDQUOT', 'the quota is used up'],
  ['EISDIR', 'a folder is in its place'],
  ['ENOTDIR', 'a file stands where a folder belongs'],
  ['ELOOP', 'links lead in a circle'],
  ['EMFILE', 'too many files are open'],
  ['EIO', 'the disk failed'],
  ['NoPermissions', 'permission is denied'],
  ['Unavailable', 'the file system is not there'],
  ['FileIsADirectory', 'a folder is in its place'],
]);

/** Why the disk refused, in words that hold no absolute path. */
export function failureReason(failure: unknown): string {
  if (failure instanceof FileRefusal) return failure.message;
  if (typeof failure !== 'object' || failure === null || !('code' in failure)) {
    return 'the disk refused';
  }
  const code = typeof failure.code === 'string' ? failure.code : '';
  return reasons.get(code) ?? (code === '' ? 'the disk refused' : `the disk answered ${code}`);
}

/** The problem for a failure of the port; `code` holds unless the port named one itself. */
export function failureProblem(
  failure: unknown,
  code: ProblemCode,
  file: string | undefined,
): Problem {
  const verb = code === 'write-failed' ? 'written' : 'read';
  const subject = file ?? 'The plan folder';
  return createProblem(
    failure instanceof FileRefusal ? failure.problemCode : code,
    `${subject} could not be ${verb}: ${failureReason(failure)}`,
    { file },
  );
}
