import { encodeUtf8 } from '../base/utf8.ts';
import { parsePlanFile } from '../format/parsePlanFile.ts';
import type { Plan } from '../model/plan.ts';
import type { PlanPast, PlanStep } from '../model/planPast.ts';
import { assemblePlan } from './assemblePlan.ts';
import type { LoadedFile } from './loadedFile.ts';

/** A commit with the whole plan as it has it. */
export interface PastPlan extends Omit<PlanStep, 'changed'> {
  readonly plan: Plan;
  /** Paths of files that nobody can read as they are in it, and that are taken as they were before. */
  readonly unread: readonly string[];
}

/**
 * The plan at each commit, the oldest first. A version of a file is parsed once, so that an item that
 * did not change is the very same value from one plan to the next. A file that was broken for a while is
 * taken as it was before: its item has not left the plan.
 */
export function* replayPlan({ steps, texts }: PlanPast): Generator<PastPlan> {
  const files = new Map<string, LoadedFile>();
  const parsed = new Map<string, LoadedFile>();
  const unread = new Set<string>();
  const parse = (path: string, text: string): LoadedFile => {
    const key = `${path}\0${text}`;
    const known = parsed.get(key);
    if (known) return known;
    const bytes = encodeUtf8(text);
    const file = { path, bytes, ...parsePlanFile(path, bytes) };
    parsed.set(key, file);
    return file;
  };
  for (const { changed, ...step } of steps) {
    for (const [path, name] of changed) {
      const text = name === undefined ? undefined : texts.get(name);
      const file = text === undefined ? undefined : parse(path, text);
      const isBroken = file?.value === undefined && files.get(path)?.value !== undefined;
      if (file && isBroken) {
        unread.add(path);
        continue;
      }
      unread.delete(path);
      if (file) files.set(path, file);
      else files.delete(path);
    }
    const sorted = [...files.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
    yield { ...step, plan: assemblePlan(sorted), unread: [...unread].toSorted() };
  }
}
