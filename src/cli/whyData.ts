import { plainDates } from '../core/interchange/plainDates.ts';
import { formatInstant } from '../core/model/instant.ts';
import { changeText } from '../core/scenario/candidates.ts';
import type { Problem } from '../core/model/problem.ts';
import { titleOf } from '../core/scenario/compareSchedules.ts';
import type { ItemExplanation } from '../core/scenario/explainItem.ts';
import { editTexts } from '../core/scenario/findWaysOut.ts';
import type { Gain } from '../core/scenario/findGains.ts';
import { tellConflict } from '../core/scenario/tellConflict.ts';
import { tellChange, tellUndated } from '../core/scenario/tellExplanation.ts';
import { itemOfReason, tellNotes, tellReason } from '../core/scenario/tellReason.ts';
import type { ExplainContext } from '../core/schedule/explainContext.ts';
import type { ChainStep, Wait } from '../core/schedule/explanation.ts';
import { formatDependency } from '../core/model/dependency.ts';

/** The explanation of an item as programs read it. */
export function whyData({
  ctx,
  id,
  explanation,
  conflicts,
  search,
  together,
}: ItemExplanation): object {
  const dates = ctx.schedule.datesOf(id);
  const { gains, tried, untried } = search;
  return {
    id,
    title: titleOf(ctx.plan, id),
    dates: dates ? plainDates(dates) : null,
    undated:
      explanation.kind === 'undated'
        ? { reason: explanation.reason.kind, text: tellUndated(ctx, id, explanation.reason) }
        : null,
    chain: explanation.kind === 'dated' ? explanation.steps.map(step => plainStep(ctx, step)) : [],
    conflicts: conflicts.map(explained => ({
      kind: explained.conflict.kind,
      ...tellConflict(ctx, explained),
      edits: explained.ways.map(way => ({
        with: editTexts(way),
        text: way.says,
        newProblems: way.newProblems.map(plainProblem),
      })),
    })),
    earlier: {
      tried,
      untried,
      gains: gains.map(gain => plainGain(ctx, gain)),
      together: together ? plainGain(ctx, together) : null,
    },
  };
}

function plainStep(ctx: ExplainContext, step: ChainStep): object {
  const { id, end, at, dates, reason, others, isLate, wait, lagWait, stretch, partTime, pauses } =
    step;
  return {
    id,
    title: titleOf(ctx.plan, id),
    end,
    at: formatInstant(at),
    start: formatInstant(dates.start),
    finish: formatInstant(dates.finish),
    late: isLate,
    reason: reason.kind,
    from: itemOfReason(reason) ?? null,
    dependency:
      'dependency' in reason && reason.dependency ? formatDependency(reason.dependency) : null,
    text: tellReason(ctx, step),
    notes: tellNotes(ctx, step),
    alsoHeldBy: others.flatMap(other => itemOfReason(other) ?? []),
    wait: wait && plainWait(wait),
    lagWait: lagWait && plainWait(lagWait),
    pauses: pauses.map(({ from, to }) => ({ from: formatInstant(from), to: formatInstant(to) })),
    partTime: partTime && {
      minutes: partTime.length,
      effort: partTime.effort,
      shares: partTime.shares,
    },
    longer: stretch && {
      minutes: stretch.minutes,
      cause: stretch.cause,
      daysOff: stretch.titles,
    },
  };
}

function plainWait({ from, to, cause, titles }: Wait): object {
  return { from: formatInstant(from), to: formatInstant(to), cause, daysOff: titles };
}

function plainGain(ctx: ExplainContext, gain: Gain): object {
  const { minutesPerDay } = ctx.plan.project.durationScale;
  const { changes, finish, minutes, projectMinutes, newProblems } = gain;
  return {
    with: changes.map(changeText),
    text: changes.map(change => tellChange(ctx, change)).join(', and '),
    finish: formatInstant(finish),
    minutes,
    days: Number((minutes / minutesPerDay).toFixed(2)),
    projectMinutes,
    newProblems: newProblems.map(plainProblem),
  };
}

function plainProblem({ code, message, items }: Problem): object {
  return { code, message, items };
}
