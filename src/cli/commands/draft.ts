import { ok } from '../../core/base/result.ts';
import { computeProposals } from '../../core/commits/proposals.ts';
import { formatDay, minutesPerDay, parsePlanDate, weekday } from '../../core/model/instant.ts';
import { draftMarkdown, draftUpdate } from '../../core/report/draftUpdate.ts';
import { computeSchedule } from '../../core/schedule/computeSchedule.ts';
import { errorsOf } from '../brokenFiles.ts';
import { misused, type CliCall, type CliContext, type CliResult } from '../cliCommand.ts';
import { createCommitShelf } from '../commitShelf.ts';
import { editItems } from '../editItems.ts';
import { openRepository } from '../gitAccess.ts';
import { readPlan, todayOf } from '../openPlan.ts';
import { tellPlanSince } from '../tellSince.ts';

const kinds = ['standup', 'weekly'] as const;
const titles = { standup: 'Stand-up', weekly: 'Weekly summary' } as const;

/** Drafts what a stand-up or a weekly summary could say; with --add it becomes a note of the plan. */
export async function run(
  { words, values, switches }: CliCall,
  ctx: CliContext,
): Promise<CliResult> {
  const kind = kinds.find(each => each === words[0]);
  if (!kind || words.length > 1) return misused('Say which: gantry draft standup, or weekly');
  const today = todayOf(ctx);
  const since = values['since'];
  const given = since === undefined ? undefined : parsePlanDate(since);
  if (since !== undefined && !given)
    return misused(`"${since}" is no date; write --since 2026-03-01`);
  const read = await readPlan(ctx);
  if (!read.ok) return read;
  const { snapshot, folder } = read.value;
  const { plan } = snapshot;
  const from = given?.at ?? (kind === 'weekly' ? today - 6 * minutesPerDay : lastWorkday(today));
  const repository = await openRepository(ctx);
  const index = await repository?.commits(createCommitShelf(repository.topLevel, ctx));
  const draft = draftUpdate({
    plan,
    schedule: computeSchedule(plan, { today }),
    commits: [...(index?.commits.values() ?? [])],
    proposals: index ? computeProposals(plan, index, today) : [],
    planChanges: repository && (await tellPlanSince(repository, from, ctx)),
    from,
    to: today,
    title: `${titles[kind]}, ${plan.project.name}`,
  });
  const text = draftMarkdown(draft, folder);
  if (!switches.has('add')) {
    const problems = errorsOf(snapshot.problems);
    return ok({ kind: 'draft', data: { ...draft, text }, text, isFile: true, problems, folder });
  }
  const fields = {
    type: kind === 'standup' ? 'standup' : 'note',
    date: formatDay(today),
    summary: text,
  };
  const title = `${titles[kind]} of ${formatDay(today)}`;
  return editItems(ctx, 'addItem', () => ok({ kind: 'note', title, fields }));
}

/** Midnight of the day before, or of Friday on a Monday. */
function lastWorkday(today: number): number {
  const day = weekday(Math.floor(today / minutesPerDay));
  return today - (day === 0 ? 3 : day === 6 ? 2 : 1) * minutesPerDay;
}
