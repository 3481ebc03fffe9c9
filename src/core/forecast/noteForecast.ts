import { hasEnded } from '../model/milestone.ts';
import type { Plan } from '../model/plan.ts';
import { isClosed, type Task } from '../model/task.ts';
import type { CollectedBlocks } from './collectedBlocks.ts';
import { partsOf } from './delayNodes.ts';
import { isFixed } from './distribution.ts';
import type { ForecastModel } from './forecastModel.ts';
import type { ForecastNote } from './forecastNote.ts';

/** What one must know of the plan as a whole to read its forecast. */
export function noteForecast(
  model: ForecastModel,
  collected: CollectedBlocks,
): readonly ForecastNote[] {
  return [
    ...notePast(model),
    ...noteUnplaced(model),
    ...noteRanges(model),
    ...noteEmptyMilestones(model),
    ...noteExactImpacts(model),
    ...noteRareRisks(model),
    ...noteHorizon(collected),
  ];
}

function noteRanges({ plan, tasks, spreadCount }: ForecastModel): readonly ForecastNote[] {
  const all = [...plan.tasks.values()];
  if (all.length === 0)
    return [note('no-tasks', 'The plan has no tasks, so there is nothing to forecast; add some')];
  if (all.every(({ status }) => status === 'dropped')) {
    return [note('dropped', 'All tasks are dropped, so there is nothing to forecast; add some')];
  }
  if (all.every(isClosed)) {
    return [
      note(
        'finished',
        'Everything is done or dropped: the finish is what happened, and nothing is uncertain any more',
      ),
    ];
  }
  if (tasks.length === 0) return [];
  if (!all.some(isEstimated)) {
    return [
      note(
        'no-estimates',
        `None of the ${tasks.length} open tasks has an estimate, so each counts as one day sharp; give estimates as ranges, such as 2d..4d..9d, or a spread for all in forecast of project.yaml`,
      ),
    ];
  }
  const some = noteSome(plan, tasks.length);
  if (spreadCount > 0) return some;
  return [
    ...some,
    note(
      'no-ranges',
      'No estimate is a range, so every task takes exactly as long as planned and only risks move the finish; write estimates such as 2d..4d..9d, or give all of them a spread in forecast of project.yaml',
    ),
  ];
}

function isEstimated({ estimate, duration, remaining }: Task): boolean {
  return (estimate ?? duration ?? remaining) !== undefined;
}

/** What waits for itself has no date, and neither has what no time is left for. */
function noteUnplaced({ unplaced }: ForecastModel): readonly ForecastNote[] {
  if (unplaced.length === 0) return [];
  const which =
    unplaced.length === 1
      ? `${unplaced[0] ?? ''} is open and has no date that can be reckoned, so it is`
      : `${unplaced.length} open tasks, such as ${unplaced.slice(0, 3).join(', ')}, have no date that can be reckoned, so they are`;
  const message = `${which} left out; gantry check tells why, most often dependencies in a circle`;
  return [{ code: 'no-dates', message, items: unplaced }];
}

/** Open work that the plan places before today stays there where nobody said until when it is true. */
function notePast({ plan, past }: ForecastModel): readonly ForecastNote[] {
  const items = past.filter(id => {
    const task = plan.tasks.get(id);
    return task !== undefined && !isClosed(task);
  });
  if (items.length === 0) return [];
  const which =
    items.length === 1
      ? `${items[0] ?? ''} is open and was`
      : `${items.length} open tasks, such as ${items.slice(0, 3).join(', ')}, were`;
  const message = `${which} to be done before today, and the forecast leaves that in the past; set statusDate in project.yaml, so that what is left comes after it`;
  return [{ code: 'past', message, items }];
}

/** Some tasks count as one day because nobody has estimated them, or wrote what cannot be read. */
function noteSome(plan: Plan, open: number): readonly ForecastNote[] {
  const parents = new Set([...plan.tasks.values()].map(({ parent }) => parent));
  const missing = [...plan.tasks.values()].filter(
    task => !isEstimated(task) && !isClosed(task) && !parents.has(task.id),
  );
  if (missing.length === 0) return [];
  const items = missing.map(({ id }) => id);
  const which =
    items.length === 1
      ? `${items[0] ?? ''} has no estimate that can be read, so it counts`
      : `${items.length} of ${open} open tasks have no estimate that can be read, such as ${items.slice(0, 3).join(', ')}, so they count`;
  const message = `${which} as one day sharp; give an estimate as a range, such as 2d..4d..9d`;
  return [{ code: 'some-no-estimates', message, items }];
}

/** A promise that no task leads to can neither be kept nor broken by work. */
function noteEmptyMilestones({ plan }: ForecastModel): readonly ForecastNote[] {
  const empty = [...plan.milestones.values()].filter(
    milestone => !hasEnded(milestone) && milestone.due && partsOf(plan, milestone.id).length === 0,
  );
  return empty.map(({ id, title }): ForecastNote => {
    const message = `${id} "${title}" has a date and no tasks that bring it about, so nothing can be said of that date; name ${id} as milestone in its tasks`;
    return { code: 'milestone-empty', message, items: [id] };
  });
}

/** What happens is uncertain then, and how much it does is not. */
function noteExactImpacts({ events, hitsOf }: ForecastModel): readonly ForecastNote[] {
  const exact = events.filter(({ ratings, isAtEnd }, place) => {
    const { probability, delay, factor, cost } = ratings.current;
    const { delayed = [], multiplied = [] } = hitsOf[place] ?? {};
    const counted = [
      isAtEnd || delayed.length > 0 ? delay : undefined,
      multiplied.length > 0 ? factor : undefined,
      cost,
    ];
    return probability > 0 && counted.some(of => of && of.low > 0 && isFixed(of));
  });
  if (exact.length === 0) return [];
  const items = exact.map(({ id }) => id);
  const [which, form] =
    exact.length === 1
      ? [`${items[0] ?? ''} "${exact[0]?.title ?? ''}" has`, 'counts']
      : [`${exact.length} risks, such as ${items.slice(0, 3).join(', ')}, have`, 'count'];
  const message = `${which} an impact without a range, and ${form} as exact; write it as a range, such as 5d..15d, where it is not known`;
  return [{ code: 'risk-exact', message, items }];
}

/** From which probability down a risk shows in none of the dates that are told. */
const rare = 0.1;

/** So many are told one by one. */
const mostRareAlone = 3;

/** Heavy risks that hardly ever happen: the dates do not show them. */
function noteRareRisks({ events, plan }: ForecastModel): readonly ForecastNote[] {
  const { minutesPerDay } = plan.project.durationScale;
  const heavy = events.filter(({ sign, ratings }) => {
    const { probability, delay } = ratings.current;
    const isHeavy = (delay?.likely ?? 0) >= 10 * minutesPerDay;
    return sign === 1 && isHeavy && probability < rare && probability > 0;
  });
  if (heavy.length > mostRareAlone) {
    const items = heavy.map(({ id }) => id);
    const message = `${items.length} risks, such as ${items.slice(0, 3).join(', ')}, would each take 10 days or more, but happen less than once in 10 times, so each by itself hardly shows in P90 and the dates before it: decide about them by their size, not by these dates`;
    return [{ code: 'risk-rare', message, items }];
  }
  return heavy.map(({ id, title, ratings }): ForecastNote => {
    const { probability, delay } = ratings.current;
    const days = Math.round((delay?.likely ?? 0) / minutesPerDay);
    const message = `${id} "${title}" would take about ${days} days, but happens only ${oneIn(probability)}, so P90 and the dates before it hardly show it: decide about it by its size, not by these dates`;
    return { code: 'risk-rare', message, items: [id] };
  });
}

function oneIn(probability: number): string {
  return `once in ${Math.round(1 / probability)} times`;
}

function noteHorizon({ blocks }: CollectedBlocks): readonly ForecastNote[] {
  const beyond = blocks.reduce((sum, block) => sum + block.beyondHorizon, 0);
  if (beyond === 0) return [];
  const message = `In ${beyond} iterations part of the work would end after the year 2199, and counts as done with that year; shorten the longest estimates, and the longest impacts of risks`;
  return [note('horizon', message)];
}

function note(code: ForecastNote['code'], message: string): ForecastNote {
  return { code, message, items: [] };
}
