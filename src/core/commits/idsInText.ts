import { isId } from '../model/ids.ts';

const inSubject = /(?<![\p{L}\p{N}_-])[TMRDN]-[0-9A-Z]{4,12}(?![\p{L}\p{N}_])/gu;
const inName = /(?<![a-z0-9])[tmrdn]-[0-9a-z]{4,12}(?![a-z0-9])/gi;
const trailer =
  /^(?:tasks?|risks?|milestones?|decisions?|ref(?:s|erences?)?|issues?|implements?|close[sd]?|fix(?:e[sd])?|resolve[sd]?|done)[ \t]*:[ \t]*(.*)$/gim;
const closingLine =
  /^(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?)[ \t]+([TMRDN]-[0-9A-Z]{4,12}(?:,[ \t]*[TMRDN]-[0-9A-Z]{4,12})*)/gim;
/** Behind such words nothing is said to be done; a few blanks apart, so that long lines stay quick. */
const closing =
  /(?:^|[\s(])(?<!(?:\b(?:not|never|partly|half|nearly|almost|will|would|could|may|might|should|must|to)|n['’]t)[ \t]{1,4})(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?|done|finish(?:e[sd])?)(?:[ \t]*:)?[ \t]+([TMRDN]-[0-9A-Z]{4,12}(?:,[ \t]*[TMRDN]-[0-9A-Z]{4,12})*)/gim;

/** Most messages name nothing: this is quicker to tell. */
const mayBeId = /[TMRDN]-[0-9A-Z]{4}/i;

export function mayNameItems(message: string): boolean {
  return mayBeId.test(message);
}

/** Ids as they stand in a subject: upper case, each once. Whether the plan has them is another question. */
export function idsInSubject(subject: string): readonly string[] {
  return distinct(subject.match(inSubject) ?? []);
}

/** Ids in the name of a branch, in either case: `feature/t-7kq3-parser`. */
export function idsInBranch(name: string): readonly string[] {
  return distinct((name.match(inName) ?? []).map(each => each.toUpperCase()));
}

/** Ids in the trailers of a message, such as `Task: T-7KQ3, T-9F2A`, and in a line such as `Closes T-7KQ3`. */
export function idsInTrailers(body: string): readonly string[] {
  if (!body.includes('-')) return [];
  const told = [...body.matchAll(trailer), ...body.matchAll(closingLine)];
  return distinct(told.flatMap(match => idsInBranch(match[1] ?? '')));
}

/** What `git revert` writes. */
const reverted = /^This reverts commit ([0-9a-f]{40}(?:[0-9a-f]{24})?)\b/m;

/** The full name of the commit that a message takes back. */
export function revertedBy(message: string): string | undefined {
  return message.includes('This reverts commit ') ? reverted.exec(message)?.[1] : undefined;
}

/** Ids that a message says are done: `Closes T-7KQ3`, `Done: T-7KQ3, T-9F2A`. */
export function idsClosed(message: string): readonly string[] {
  return distinct([...message.matchAll(closing)].flatMap(match => idsInBranch(match[1] ?? '')));
}

function distinct(texts: readonly string[]): readonly string[] {
  return texts.length < 2 ? texts.filter(isId) : [...new Set(texts)].filter(isId);
}
