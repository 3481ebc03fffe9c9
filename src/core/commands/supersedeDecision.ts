import { ok, type Result } from '../base/result.ts';
import type { Change } from '../model/change.ts';
import type { Decision } from '../model/decision.ts';
import { formatDay } from '../model/instant.ts';
import type { Problem } from '../model/problem.ts';
import { drawId } from './addItem.ts';
import type { CommandContext, CommandResult } from './command.ts';
import { nameOf, planChanges, refuse, setField } from './commandPlan.ts';
import type { CommandInputs } from './inputs.ts';
import { resolveItem } from './resolveId.ts';

/** The decision that takes a place, with what makes it stand. */
interface Successor {
  readonly id: string;
  readonly title: string;
  readonly changes: readonly Change[];
}

/** Puts a decision in the place of another: the one is superseded by the other, which is accepted. */
export function supersedeDecision(
  ctx: CommandContext,
  input: CommandInputs['supersedeDecision'],
): CommandResult {
  const old = findDecision(ctx, input.id);
  if (!old.ok) return old;
  const { id, title, status, supersededBy } = old.value;
  if (status === 'superseded' && supersededBy !== undefined) {
    const message = `${nameOf(old.value)} is superseded by ${supersededBy} already; reopen it first, or supersede that one`;
    return refuse(message, [id]);
  }
  const next =
    input.by === undefined
      ? newSuccessor(ctx, input.title, old.value)
      : knownSuccessor(ctx, input.by, old.value);
  if (!next.ok) return next;
  return planChanges(`"${next.value.title}" takes the place of "${title}"`, next.value.id, [
    setField(id, ['status'], 'superseded'),
    setField(id, ['supersededBy'], next.value.id),
    ...next.value.changes,
  ]);
}

function findDecision(ctx: CommandContext, id: string): Result<Decision, Problem> {
  const found = resolveItem(ctx.snapshot, id);
  if (!found.ok) return found;
  const item = found.value;
  if (item.kind === 'decision') return ok(item);
  return refuse(`${nameOf(item)} is a ${item.kind}; only a decision can be superseded`, [item.id]);
}

function knownSuccessor(
  ctx: CommandContext,
  id: string,
  old: Decision,
): Result<Successor, Problem> {
  const found = findDecision(ctx, id);
  if (!found.ok) return found;
  const decision = found.value;
  if (decision.id === old.id) return refuse('A decision cannot supersede itself', [old.id]);
  if (decision.status === 'superseded') {
    const message = `${nameOf(decision)} is superseded itself; name the one that holds now`;
    return refuse(message, [decision.id]);
  }
  if (decision.status === 'rejected') {
    return refuse(`${nameOf(decision)} was rejected; reopen it first`, [decision.id]);
  }
  const isDated = decision.decidedOn !== undefined;
  const changes =
    decision.status === 'accepted'
      ? []
      : [
          setField(decision.id, ['status'], 'accepted'),
          ...(isDated ? [] : [setField(decision.id, ['decidedOn'], formatDay(ctx.today))]),
        ];
  return ok({ id: decision.id, title: decision.title, changes });
}

/** It is about what the old one is about. */
function newSuccessor(
  ctx: CommandContext,
  given: string | undefined,
  old: Decision,
): Result<Successor, Problem> {
  if (given === undefined) return refuse('Name the decision that takes the place', [old.id]);
  const title = given.trim();
  if (title === '') return refuse('A decision needs a title', [], 'field-missing');
  if (/[\r\n]/.test(title)) return refuse('A title is one line', [], 'field-value');
  const id = drawId(ctx, 'decision');
  const fields = {
    title,
    status: 'accepted',
    decidedOn: formatDay(ctx.today),
    affects: old.affects,
  };
  return ok({ id, title, changes: [{ kind: 'add', id, fields }] });
}
