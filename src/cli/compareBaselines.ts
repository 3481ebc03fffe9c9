import { ok } from '../core/base/result.ts';
import { formatMoney, tellMoney } from '../core/model/money.ts';
import type { Plan } from '../core/model/plan.ts';
import { compareBaseline, type BaselineVariance } from '../core/money/compareBaseline.ts';
import { figuresDay } from '../core/money/figuresDay.ts';
import { computeSchedule } from '../core/schedule/computeSchedule.ts';
import { errorsOf } from './brokenFiles.ts';
import type { CliContext, CliResult } from './cliCommand.ts';
import { workText } from './dateText.ts';
import { readPlan, todayOf } from './openPlan.ts';
import { plural } from './printProblems.ts';
import { readRates } from './readRates.ts';
import { oneLine } from './terminalText.ts';
import { formatTable } from './textTable.ts';

const mostListed = 15;

/** `gantry baseline` without a name: the plan held against each baseline that was taken. */
export async function compareBaselines(ctx: CliContext): Promise<CliResult> {
  const read = await readPlan(ctx);
  if (!read.ok) return read;
  const { snapshot, folder } = read.value;
  const { plan } = snapshot;
  const today = todayOf(ctx);
  const at = figuresDay(plan.project.statusDate, today);
  const { rates } = await readRates(read.value, ctx);
  const schedule = computeSchedule(plan, { today });
  const found = [...plan.baselines.values()].map(baseline =>
    compareBaseline(plan, schedule, { baseline, at, rates }),
  );
  return ok({
    kind: 'baselines',
    data: {
      baselines: found.map(({ plannedValue, finish, ...variance }) => ({
        ...variance,
        finishMinutes: finish,
        plannedValue: formatMoney({ hundredths: plannedValue, currency: plan.project.currency }),
      })),
    },
    text:
      found.length === 0
        ? 'No baseline was taken yet: gantry baseline Kickoff\n'
        : found.map(variance => varianceText(plan, variance, ctx)).join('\n'),
    problems: errorsOf(snapshot.problems),
    folder,
  });
}

function varianceText(
  plan: Plan,
  variance: BaselineVariance,
  { paint, table }: CliContext,
): string {
  const { name, reason, finish, moved, people, plannedValue, added, gone } = variance;
  const work = (minutes: number): string =>
    `${minutes > 0 ? '+' : ''}${workText(minutes, plan.project.durationScale)}`;
  const end = finish === 0 ? 'the finish is as it was' : `the finish is ${work(finish)}`;
  const changes = `${plural(moved.length, 'item')} moved, ${added.length} new, ${gone.length} gone`;
  const behind = tellMoney({ hundredths: plannedValue, currency: plan.project.currency });
  const money = plannedValue === 0 ? '' : `; ${behind} of planned value behind it`;
  return [
    `${paint.bold(oneLine(name))}: ${end}; ${changes}${money}\n`,
    reason === undefined ? '' : `${oneLine(reason)}\n`,
    formatTable(
      moved.slice(0, mostListed),
      [
        { title: 'id', text: ({ id }) => id },
        { title: 'title', text: ({ title }) => title, isFlexible: true },
        { title: 'start', text: ({ start }) => work(start), align: 'right' },
        { title: 'finish', text: each => work(each.finish), align: 'right' },
      ],
      table,
    ),
    moved.length > mostListed ? `and ${moved.length - mostListed} more\n` : '',
    formatTable(
      people,
      [
        { title: 'person', text: ({ person }) => person },
        { title: 'moved', text: ({ tasks }) => String(tasks), align: 'right' },
        { title: 'later', text: ({ later }) => String(later), align: 'right' },
        { title: 'most', text: ({ most }) => work(most), align: 'right' },
      ],
      table,
    ),
  ].join('');
}
