import { parseDuration } from '../../src/core/model/duration.ts';
import {
  dayOf,
  formatDay,
  formatInstant,
  minutesPerDay,
  parsePlanDate,
  type Instant,
} from '../../src/core/model/instant.ts';
import { rowKind } from '../../src/core/views/ganttView.ts';
import type { Intent } from '../../src/protocol/messages.ts';
import { createElement } from '../ui/element.ts';
import { openPopover, type Anchor } from '../ui/popover.ts';
import type { ChartContext } from './chartContext.ts';
import { numberAt, textAt } from './columnar.ts';
import type { LoadedPlan } from './loadedPlan.ts';
import { whyFixed } from './reschedule.ts';
import { isMilestoneItem, isPoint, statusOf } from './rowText.ts';
import { showsHours } from './timeScale.ts';

/** Why a row's work cannot be split, or undefined when it can. */
export function whyWhole(plan: LoadedPlan, row: number): string | undefined {
  const { view } = plan;
  const isSummary = numberAt(view.rows.kind, row) === rowKind.summary;
  if (isSummary) return 'A summary has no work of its own: split its tasks instead';
  if (statusOf(view, row) === 'done') return 'This item is done: reopen it before splitting it';
  const reason = whyFixed(plan, row);
  if (reason !== undefined) return reason;
  const isMoment = isMilestoneItem(view, row) || isPoint(view, row);
  return isMoment ? 'A milestone has no work to split' : undefined;
}

/** What the fields of the popover say. */
export interface SplitWish {
  readonly at: string;
  readonly pause: string;
  readonly into: 'parts' | 'tasks';
}

/** One intent for each row with work on both sides of the date, or why there is none. */
export function splitIntents(
  plan: LoadedPlan,
  rows: readonly number[],
  { at, pause, into }: SplitWish,
): { readonly intents: readonly Intent[]; readonly refusal: string } {
  const refuse = (refusal: string): ReturnType<typeof splitIntents> => ({ intents: [], refusal });
  const date = parsePlanDate(at);
  if (!date) return refuse('Choose the date on which the work is split');
  const minutes = pauseMinutes(plan, pause);
  if (into === 'parts' && minutes === undefined) {
    return refuse('Write the pause as a length of work, such as 1d or 4h');
  }
  const { id, start, finish } = plan.view.rows;
  const cut = rows.filter(row => {
    const from = numberAt(start, row);
    return whyWhole(plan, row) === undefined && from < date.at && date.at < numberAt(finish, row);
  });
  if (cut.length === 0) return refuse('No work lies on both sides of that date: choose another');
  const intents = cut.map((row): Intent => {
    const input = { id: textAt(id, row), at: date.at };
    if (into === 'tasks') return { command: 'divideTask', input };
    return { command: 'splitTask', input: { ...input, pauseMinutes: minutes ?? 0 } };
  });
  return { intents, refusal: '' };
}

function pauseMinutes({ view }: LoadedPlan, text: string): number | undefined {
  const trimmed = text.trim();
  const duration = parseDuration(/^\d+(?:\.\d+)?$/.test(trimmed) ? `${trimmed}d` : trimmed);
  if (!duration || duration.isElapsed || duration.value <= 0) return undefined;
  const { minutesPerDay: day, minutesPerWeek: week, daysPerMonth } = view.durationScale;
  const units = { m: 1, h: 60, d: day, w: week, mo: daysPerMonth * day };
  return Math.round(duration.value * units[duration.unit]);
}

/** Midway through the work of a row, where nothing else says where. */
export function middleOf(
  { view, workingTime }: LoadedPlan,
  row: number,
  inHours: boolean,
): Instant {
  const start = numberAt(view.rows.start, row);
  const work = workingTime.workBetween(start, numberAt(view.rows.finish, row));
  const at = workingTime.nextWork(workingTime.addWork(start, work / 2));
  const unit = inHours ? 60 : minutesPerDay;
  const rounded = Math.floor(at / unit) * unit;
  return rounded > start ? rounded : rounded + unit;
}

/** Which of the rows can be split, the one that leads first; and what they are called together. */
export function splitAmong(
  plan: LoadedPlan,
  { row, rows }: { readonly row: number; readonly rows: readonly number[] },
): { readonly parts: readonly number[]; readonly title: string } {
  const ordered = [row, ...rows.filter(each => each !== row)];
  const parts = ordered.filter(each => whyWhole(plan, each) === undefined);
  const [first = row] = parts;
  if (rows.length === 1) return { parts, title: textAt(plan.view.rows.title, first) };
  const count = parts.length < rows.length ? `${parts.length} of ${rows.length}` : parts.length;
  return { parts, title: `${count} tasks` };
}

/** Asks where the work of rows is split, and how; each of them is one step of one edit. */
export function openSplitPopover(
  { model, actions }: ChartContext,
  meant: { readonly row: number; readonly rows: readonly number[] },
  { anchor, at }: { readonly anchor: Anchor; readonly at: Instant | undefined },
): void {
  const { plan } = model;
  if (!plan) return;
  const { parts, title } = splitAmong(plan, meant);
  const [first] = parts;
  if (first === undefined) return;
  const inHours = showsHours(model.timeline.scale);
  const ids = parts.map(row => model.idOf(row));
  const fields = createSplitFields(inHours);
  const wanted = at ?? middleOf(plan, first, inHours);
  const day = formatDay(dayOf(wanted) * minutesPerDay);
  fields.at.value = inHours ? formatInstant(Math.round(wanted / 60) * 60) : day;
  const error = createElement('p', { class: 'gantt-popover-error', attributes: { role: 'alert' } });
  const content = createElement('form', { class: 'gantt-popover gantt-split' }, [
    createElement('h2', { class: 'gantt-popover-title', text: `Split ${title}` }),
    ...fields.elements,
    error,
    createElement('div', { class: 'gantt-popover-actions' }, [
      createElement('button', {
        class: 'gantt-button is-primary',
        text: 'Split',
        attributes: { type: 'submit' },
      }),
    ]),
  ]);
  const popover = openPopover({ anchor, content, label: `Split ${title}` });
  content.addEventListener('submit', event => {
    event.preventDefault();
    const now = model.plan;
    if (!now) return;
    const present = ids.flatMap(id => now.rowOf(id) ?? []);
    const { intents, refusal } = splitIntents(now, present, fields.read());
    error.textContent = refusal;
    if (intents.length === 0) return;
    void actions.runAll(intents).then(outcome => {
      if (outcome.ok) popover.dispose();
      else error.textContent = outcome.error.message;
    });
  });
  fields.at.focus();
}

function createSplitFields(inHours: boolean): {
  readonly at: HTMLInputElement;
  readonly elements: readonly HTMLElement[];
  readonly read: () => SplitWish;
} {
  const at = createElement('input', {
    class: 'gantt-input',
    attributes: { type: inHours ? 'datetime-local' : 'date', required: '' },
  });
  const pause = createElement('input', { class: 'gantt-input', attributes: { type: 'text' } });
  pause.value = '1d';
  const into = createElement('select', { class: 'gantt-input' }, [
    createElement('option', {
      text: 'Two parts, with a pause',
      attributes: { value: 'parts' },
    }),
    createElement('option', {
      text: 'Two tasks, one after the other',
      attributes: { value: 'tasks' },
    }),
  ]);
  const label = (text: string, field: HTMLElement): HTMLElement =>
    createElement('label', { class: 'gantt-field-label' }, [text, field]);
  const pauseLabel = label('Pause', pause);
  const isDivided = (): boolean => into.value === 'tasks';
  into.addEventListener('change', () => {
    pauseLabel.hidden = isDivided();
  });
  return {
    at,
    elements: [label('Split on', at), label('Into', into), pauseLabel],
    read: () => ({ at: at.value, pause: pause.value, into: isDivided() ? 'tasks' : 'parts' }),
  };
}
