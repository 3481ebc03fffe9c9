import { formatDay } from '../core/model/instant.ts';
import type { ItemExplanation } from '../core/scenario/explainItem.ts';
import { withOptions, type Gain } from '../core/scenario/findGains.ts';
import { tellConflict } from '../core/scenario/tellConflict.ts';
import { tellChange, tellGain, tellSearch, tellUndated } from '../core/scenario/tellExplanation.ts';
import { nameItem, tellNotes, tellReason } from '../core/scenario/tellReason.ts';
import { tellWork } from '../core/scenario/tellWork.ts';
import type { ExplainContext } from '../core/schedule/explainContext.ts';
import type { ChainStep } from '../core/schedule/explanation.ts';
import type { ItemDates } from '../core/schedule/schedule.ts';
import type { CliContext } from './cliCommand.ts';
import { lastDayText } from './dateText.ts';
import { workingDates } from './scheduleText.ts';
import { oneLine, type Paint } from './terminalText.ts';

/** How much of a long chain is listed: its near end and where it comes from. */
const mostNear = 12;
const mostFar = 3;
/** How many changes are listed. */
const mostGains = 6;

/**
 * Why an item has its dates, for people: where it comes from, what is at odds, what would help.
 *
 * @param statusDate as it was given, so that what would help can be tried under the same
 */
export function whyText(
  explained: ItemExplanation,
  { paint }: CliContext,
  statusDate: string | undefined,
): string {
  const { ctx, id, explanation, conflicts } = explained;
  const name = oneLine(nameItem(ctx, id));
  if (explanation.kind === 'undated') {
    return `${paint.bold(name)} ${oneLine(tellUndated(ctx, id, explanation.reason))}\n`;
  }
  const parts = [
    `${paint.bold(name)}\n${headText(explained)}\n`,
    chainText(explained, explanation.steps, paint),
  ];
  if (conflicts.length > 0) {
    const lines = conflicts.map(conflict => {
      const { message, ways } = tellConflict(ctx, conflict);
      const list = ways.map(way => `    ${paint.dim('-')} ${oneLine(way)}\n`);
      return `  ${oneLine(message)}\n${list.join('')}`;
    });
    parts.push(`${paint.yellow('What is at odds')}\n${lines.join('')}`);
  }
  if (explanation.steps[0]?.dates.progress !== 1) {
    const option = statusDate === undefined ? '' : `--status-date ${statusDate} `;
    parts.push(gainsText(explained, paint, option));
  }
  return parts.join('\n');
}

function headText({ ctx, id, start, conflicts }: ItemExplanation): string {
  const dates = workingDates(ctx.schedule, id);
  if (!dates) return '';
  const begins = start ? `\nIt ${oneLine(tellReason(ctx, start))}` : '';
  return `${spanText(dates)}; ${floatText(dates, ctx, conflicts.length > 0)}${begins}`;
}

function spanText({ kind, start, finish }: ItemDates): string {
  if (kind === 'milestone') return formatDay(finish);
  const from = formatDay(start);
  const to = lastDayText(start, finish);
  return from === to ? from : `${from} to ${to}`;
}

function floatText(
  { totalFloat, progress, isCritical, finish, lateFinish }: ItemDates,
  { plan, isScheduledBack }: ExplainContext,
  isAtOdds: boolean,
): string {
  const scale = plan.project.durationScale;
  if (progress === 1) return 'done';
  if (totalFloat < 0 && isAtOdds) return `${tellWork(totalFloat, scale)} too late for a promise`;
  if (isCritical && totalFloat <= 0) {
    // [PRJ-7] The plan begins where it has to, so what takes longer moves its beginning first.
    return isScheduledBack
      ? 'critical: when it takes longer, the plan has to begin earlier, or its finish or a promise slips'
      : 'critical: when it slips, the project or a promise slips';
  }
  // [FLOAT-3] A project may call critical what has some float.
  const name = isCritical ? 'critical: ' : '';
  // [PRJ-8] Planned late, it has its room before it.
  const isPlannedLate = isScheduledBack && finish >= lateFinish;
  if (isPlannedLate) return `${name}could begin ${tellWork(totalFloat, scale)} earlier`;
  return `${name}may slip by ${tellWork(totalFloat, scale)} before the project or a promise does`;
}

function chainText({ ctx }: ItemExplanation, steps: readonly ChainStep[], paint: Paint): string {
  const hidden = Math.max(0, steps.length - mostNear - mostFar);
  const lines = steps.map(step => {
    const what = [tellReason(ctx, step), ...tellNotes(ctx, step)].map(text => oneLine(text));
    const name = paint.bold(oneLine(nameItem(ctx, step.id)));
    return `  ${name}, ${stepDates(step)}\n${what.map(text => `    ${text}\n`).join('')}`;
  });
  if (hidden > 0) {
    lines.splice(mostNear, hidden, `  ${paint.dim(`… ${hidden} more, in --format json …`)}\n`);
  }
  return `${paint.bold('Where the date comes from')}\n${lines.join('')}`;
}

/** Of a step on the way to a promise, the date that it can have at most. */
function stepDates({ isLate, end, at, dates }: ChainStep): string {
  if (!isLate) return spanText(dates);
  return `${end} by ${formatDay(end === 'start' ? at : at - 1)}`;
}

function gainsText(
  { ctx, search, together }: ItemExplanation,
  paint: Paint,
  option: string,
): string {
  const { gains } = search;
  const title = paint.bold('What would bring it earlier');
  const best = bestOfEach(gains).slice(0, mostGains);
  // Made together they gain more than any alone, so that comes first.
  const told = [...(together ? [together] : []), ...best];
  const lines = told.map(gain => gainText(ctx, gain, paint, option));
  const hidden = gains.length - best.length;
  const rest = hidden > 0 ? `, ${hidden} of them smaller and not listed` : '';
  return `${title}\n${lines.join('')}  ${paint.dim(`${tellSearch(search, together)}${rest}; nothing was written`)}\n`;
}

/** Half a length gains more than a day less of it: one of the two is enough to read. */
function bestOfEach(gains: readonly Gain[]): readonly Gain[] {
  const seen = new Set<string>();
  return gains.filter(({ changes: [change] }) => {
    const key = `${change?.id ?? ''}.${change?.field ?? ''}`;
    return !seen.has(key) && seen.add(key);
  });
}

function gainText(ctx: ExplainContext, gain: Gain, paint: Paint, option: string): string {
  const changes = gain.changes.map(change => tellChange(ctx, change)).join(', and ');
  const command = `gantry schedule ${option}${withOptions(gain)}`;
  return `  ${paint.green(oneLine(tellGain(ctx, gain)))}\n    ${oneLine(changes)}\n    ${paint.dim(oneLine(command))}\n`;
}
