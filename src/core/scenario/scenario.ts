import { ok, refused, type Result } from '../base/result.ts';
import { resolveId } from '../commands/resolveId.ts';
import { setFields } from '../commands/setFields.ts';
import { projectId, type Change, type PlainValue } from '../model/change.ts';
import { kindOfId } from '../model/ids.ts';
import type { Plan } from '../model/plan.ts';
import { createProblem, type Problem } from '../model/problem.ts';
import { planOfChanges } from '../store/checkChanges.ts';
import type { Snapshot } from '../store/snapshot.ts';
import { readFieldArguments } from './fieldArguments.ts';

/** Changes over a snapshot that nobody has made: what the plan would be with them. */
export interface Scenario {
  readonly changes: readonly Change[];
  readonly edits: readonly ScenarioEdit[];
  readonly plan: Plan;
}

/** What a scenario says of one item. */
export interface ScenarioEdit {
  readonly id: string;
  /** By dotted path; null takes the field out. */
  readonly fields: Readonly<Record<string, PlainValue>>;
}

/**
 * Reads changes such as `T-7KQ3.estimate=5d`, each as `gantry set` would, and works out the plan
 * that the files would then hold. Ids may be shortened; the project goes by `project`. Refused as
 * a whole, for the reason for which the command would be.
 */
export function readScenario(
  snapshot: Snapshot,
  texts: readonly string[],
): Result<Scenario, Problem> {
  const words = new Map<string, string[]>();
  for (const text of texts) {
    const split = splitChange(snapshot, text);
    if (!split.ok) return split;
    const { id, word } = split.value;
    words.set(id, [...(words.get(id) ?? []), word]);
  }
  const edits: ScenarioEdit[] = [];
  for (const [id, settings] of words) {
    const kind = kindOfId(id) ?? 'project';
    const fields = readFieldArguments(settings, { snapshot, kind, id });
    if (!fields.ok) return refused({ ...fields.error, items: [id] });
    edits.push({ id, fields: fields.value });
  }
  return planEdits(snapshot, edits);
}

/** The same for values that have been read already. */
export function planEdits(
  snapshot: Snapshot,
  edits: readonly ScenarioEdit[],
): Result<Scenario, Problem> {
  const changes: Change[] = [];
  for (const { id, fields } of edits) {
    const planned = setFields({ snapshot }, { id, fields });
    if (!planned.ok) return planned;
    changes.push(...planned.value.changes);
  }
  const plan = planOfChanges(snapshot, changes);
  return plan.ok ? ok({ changes, edits, plan: plan.value }) : plan;
}

function splitChange(
  snapshot: Snapshot,
  text: string,
): Result<{ readonly id: string; readonly word: string }, Problem> {
  const match = /^\s*([A-Za-z]+(?:-?[0-9A-Za-z]+)?)\.([A-Za-z].*)$/s.exec(text);
  const [, name, word] = match ?? [];
  if (name === undefined || word === undefined) {
    const message = `"${text}" changes nothing; write the id, the field and its value, such as T-7KQ3.estimate=5d`;
    return refused(createProblem('command-refused', message));
  }
  if (name === projectId) return ok({ id: projectId, word });
  const id = resolveId(snapshot, name);
  return id.ok ? ok({ id: id.value, word }) : id;
}
