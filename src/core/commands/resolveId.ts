import { ok, refused, type Result } from '../base/result.ts';
import { idsByPrefix, kindOfId, type ItemKind } from '../model/ids.ts';
import { itemOf, itemsOf, type Item, type Plan } from '../model/plan.ts';
import { createProblem, type Problem } from '../model/problem.ts';
import type { Snapshot } from '../store/snapshot.ts';

/** How many of the ids that fit are named when a prefix is not enough. */
const mostNamed = 5;

/**
 * The id that a person means: itself or a unique prefix of it, in either case. With `kinds`, only
 * ids of these kinds are meant.
 */
export function resolveId(
  snapshot: Snapshot,
  text: string,
  kinds?: readonly ItemKind[],
): Result<string, Problem> {
  const wanted = text.trim();
  if (itemOf(snapshot.plan, wanted)) return checkKind(wanted, kinds);
  return chooseId(wanted, knownIds(snapshot), kinds);
}

/** The same among ids that are given. */
export function chooseId(
  text: string,
  known: Iterable<string>,
  kinds?: readonly ItemKind[],
): Result<string, Problem> {
  const all = text === '' ? [] : idsByPrefix(text, known);
  const fitting = kinds ? all.filter(id => kinds.some(kind => kind === kindOfId(id))) : all;
  const [first, second] = fitting;
  // A letter alone says only of what kind the item is, also while there is one of that kind.
  const isNamed = !/^[TMRDN]-?$/i.test(text);
  if (first !== undefined && second === undefined && isNamed) return ok(first);
  if (first !== undefined) {
    const named = fitting.slice(0, mostNamed).join(', ');
    const more = fitting.length > mostNamed ? ` and ${fitting.length - mostNamed} more` : '';
    const message = `${text} can mean ${named}${more}; write more of the id`;
    return refused(createProblem('id-ambiguous', message, { items: fitting }));
  }
  if (all[0] !== undefined) return checkKind(all[0], kinds);
  return refused(
    createProblem('reference-unknown', `No item has an id that begins with "${text}"`),
  );
}

/** The item that a person means. Refused also when its file could not be understood. */
export function resolveItem(snapshot: Snapshot, text: string): Result<Item, Problem> {
  const id = resolveId(snapshot, text);
  if (!id.ok) return id;
  const item = itemOf(snapshot.plan, id.value);
  return item ? ok(item) : refused(unreadProblem(snapshot, id.value));
}

/** Every id with a file, understood or not. */
function* knownIds(snapshot: Snapshot): Generator<string> {
  for (const item of itemsOf(snapshot.plan)) yield item.id;
  yield* unreadIds(snapshot.files.values(), snapshot.plan);
}

function* unreadIds(
  files: Iterable<{ readonly id: string | undefined }>,
  plan: Plan,
): Generator<string> {
  for (const { id } of files) {
    if (id !== undefined && kindOfId(id) && !itemOf(plan, id)) yield id;
  }
}

function checkKind(id: string, kinds?: readonly ItemKind[]): Result<string, Problem> {
  const kind = kindOfId(id);
  if (!kinds || (kind && kinds.includes(kind))) return ok(id);
  const message = `${id} is a ${kind ?? 'file'}, and here a ${kinds.join(' or a ')} is needed`;
  return refused(createProblem('reference-kind', message, { items: [id] }));
}

function unreadProblem(snapshot: Snapshot, id: string): Problem {
  const file = [...snapshot.files.values()].find(known => known.id === id);
  const cause = file?.problems[0]?.message ?? 'it could not be understood';
  const message = `${file?.path ?? id} must be mended first: ${cause}`;
  return createProblem('command-refused', message, { file: file?.path, items: [id] });
}
