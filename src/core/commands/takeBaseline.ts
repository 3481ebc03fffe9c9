import type { PlainValue } from '../model/change.ts';
import { isBaselineName } from '../model/ids.ts';
import { formatDay, formatInstant } from '../model/instant.ts';
import { formatMoney } from '../model/money.ts';
import type { Plan } from '../model/plan.ts';
import type { ItemDates } from '../schedule/schedule.ts';
import { effortByPerson } from '../schedule/taskEffort.ts';
import { Workload } from '../schedule/workload.ts';
import type { CommandContext, CommandResult } from './command.ts';
import { planChanges, refuse } from './commandPlan.ts';
import type { CommandInputs } from './inputs.ts';

/** So much of a title goes into a file name. */
const longestSlug = 60;

/**
 * Writes down where every item stands today, under a name, for the plan to be held against later. A
 * baseline is never written over: what was agreed once stays to be seen, and why it was moved.
 */
export function takeBaseline(
  { snapshot, schedule: scheduleOf, today }: CommandContext,
  input: CommandInputs['takeBaseline'],
): CommandResult {
  const title = input.title.trim();
  if (title === '') return refuse('A baseline needs a name', [], 'field-missing');
  if (/[\r\n]/.test(title)) return refuse('The name of a baseline is one line', [], 'field-value');
  const takenOn = formatDay(today);
  const name = `${takenOn}-${slugOf(title)}`;
  if (!isBaselineName(name)) {
    const message = `"${title}" makes no file name; name the baseline with letters or digits`;
    return refuse(message, [], 'field-value');
  }
  if (snapshot.files.has(`baselines/${name}.yaml`)) {
    return refuse(`There is a baseline ${name} already, and it is kept; choose another name`);
  }
  const reason = input.reason?.trim() ?? '';
  const [known] = [...snapshot.plan.baselines.values()].slice(-1);
  if (known && reason === '') {
    const message = `There is the baseline "${known.title ?? known.name}" already; say why another one is agreed (the reason of the baseline)`;
    return refuse(message, [], 'field-missing');
  }
  const schedule = scheduleOf();
  const workload = new Workload(snapshot.plan, schedule, []);
  const items: Record<string, PlainValue> = {};
  const work: Record<string, PlainValue> = {};
  for (const id of schedule.ids) {
    const dates = schedule.datesOf(id);
    if (dates) items[id] = spanText(dates);
    const agreed = dates && dates.kind !== 'summary' && workOf(snapshot.plan, id, workload);
    if (agreed) work[id] = agreed;
  }
  const count = Object.keys(items).length;
  if (count === 0) return refuse('Nothing in the plan has dates yet that a baseline could keep');
  const others = [...snapshot.plan.baselines.values()].filter(each => each.takenOn?.at === today);
  const last = others.reduce((most, { sequence = 1 }) => Math.max(most, sequence), 0);
  const sequence = last === 0 ? null : last + 1;
  const fields = {
    title,
    takenOn,
    sequence,
    reason: reason === '' ? null : reason,
    items,
    ...(Object.keys(work).length === 0 ? {} : { work }),
  };
  const size = `${count} item${count === 1 ? '' : 's'}`;
  return planChanges(`Take baseline "${title}" of ${size}`, name, [
    { kind: 'add', id: name, fields },
  ]);
}

/** Undefined of what costs nothing by what is known. */
function workOf(plan: Plan, id: string, workload: Workload): PlainValue | undefined {
  const task = plan.tasks.get(id);
  if (!task || task.status === 'dropped') return undefined;
  const effort = Object.fromEntries(effortByPerson(plan, task, workload));
  const cost =
    task.cost &&
    formatMoney({ ...task.cost, currency: task.cost.currency ?? plan.project.currency });
  if (cost === undefined && Object.keys(effort).length === 0) return undefined;
  return { ...(Object.keys(effort).length === 0 ? {} : { effort }), ...(cost ? { cost } : {}) };
}

function spanText({ start, finish }: ItemDates): string {
  return `${formatInstant(start)}..${formatInstant(finish)}`;
}

/** Letters and digits in lower case with dashes between words; accents go, other scripts stay. */
function slugOf(title: string): string {
  return title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{Ll}\p{Lo}\p{N}]+/gu, '-')
    .slice(0, longestSlug)
    .replace(/^-+|-+$/g, '')
    .normalize('NFC');
}
