import { formatAssignment, type Assignment } from '../model/assignment.ts';
import { isClosed } from '../model/task.ts';
import { itemOf, type Item } from '../model/plan.ts';
import { personName } from '../model/personName.ts';
import { titleOf, type MovedItem } from '../scenario/compareSchedules.ts';
import { tellWork } from '../scenario/tellWork.ts';
import type { ChangedItem, PlanComparison } from './comparePlans.ts';
import {
  changeWords,
  counted,
  exposureWords,
  finishSentence,
  floatWords,
  movedDays,
  moneyWords,
  movedBy,
} from './comparisonWords.ts';
import { effortOf } from './planTotals.ts';

/** A table under a title; of many rows the weightiest come first. */
export interface ComparisonSection {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export interface ComparisonText {
  /** One sentence each, the finish first. */
  readonly sentences: readonly string[];
  readonly sections: readonly ComparisonSection[];
}

/** What changed between two versions of a plan, in words; without sections where nothing did. */
export function tellComparison(comparison: PlanComparison): ComparisonText {
  const { schedule } = comparison;
  const sections = [
    ...movedSections(comparison),
    idSection('Promises that are missed now', schedule.newlyMissed, comparison),
    ...keptSections(comparison),
    idSection('Critical now', schedule.becameCritical, comparison),
    idSection('No longer critical', schedule.noLongerCritical, comparison),
    floatSection(comparison),
    statusSection(comparison),
    itemSection('Added', comparison.added, comparison),
    itemSection('Removed', comparison.removed, comparison),
    renamedSection(comparison),
    fieldSection('Lengths', comparison.changed, isLength),
    fieldSection(
      'Risks',
      comparison.changed.filter(({ kind }) => kind === 'risk'),
    ),
    exposureSection(comparison),
    assignmentSection(comparison),
    peopleSection(comparison),
    overloadSection(comparison),
    problemSection('New problems', schedule.newProblems),
    problemSection('Problems that are gone', schedule.goneProblems),
    fieldSection(
      'Other changes',
      comparison.changed.filter(({ kind }) => kind !== 'risk'),
      (item, field) => !isLength(item, field) && !isTold(item, field),
    ),
  ];
  return {
    sentences: sentencesOf(comparison),
    sections: sections.filter(({ rows }) => rows.length > 0),
  };
}

function sentencesOf(comparison: PlanComparison): readonly string[] {
  const { before, after } = comparison.totals;
  const { plan } = comparison.after.snapshot;
  const scale = plan.project.durationScale;
  const instead = (now: string, old: string): string =>
    now === old ? '' : `${now} instead of ${old}`;
  const tell = (what: string, now: string, old: string): readonly string[] =>
    now === old ? [] : [`${what}: ${instead(now, old)}`];
  const days = (minutes: number): string =>
    `${minutes < 0 ? 'a gain of ' : ''}${tellWork(minutes, scale)}`;
  const exposed = (hundredths: number): string =>
    moneyWords(new Map([[plan.project.currency ?? '', hundredths]]));
  return [
    finishSentence(plan, comparison.schedule.finish),
    ...tell('Work', tellWork(after.effort, scale), tellWork(before.effort, scale)),
    ...tell(
      'Done',
      `${after.doneTasks} of ${counted(after.tasks, 'task')}`,
      `${before.doneTasks} of ${before.tasks}`,
    ).filter(() => after.doneTasks !== before.doneTasks || after.tasks !== before.tasks),
    ...tell(
      'Costs of tasks and of answers to risks, without hours',
      moneyWords(after.cost),
      moneyWords(before.cost),
    ),
    ...tell('Budget', moneyWords(after.budget), moneyWords(before.budget)),
    ...tell('Estimate at completion', moneyWords(after.expected), moneyWords(before.expected)),
    ...tell('Reserve for risks', moneyWords(after.reserve), moneyWords(before.reserve)),
    ...tell('Risks that may still happen', String(after.liveRisks), String(before.liveRisks)),
    ...tell('Exposure in time', days(after.exposureMinutes), days(before.exposureMinutes)),
    ...tell(
      'Exposure in money',
      exposed(after.exposureHundredths),
      exposed(before.exposureHundredths),
    ),
  ];
}

function movedSections({ schedule, after }: PlanComparison): readonly ComparisonSection[] {
  const { plan } = after.snapshot;
  const rows = (items: readonly MovedItem[]): readonly (readonly string[])[] =>
    [...items]
      .sort((a, b) => Math.abs(b.finish.minutes) - Math.abs(a.finish.minutes))
      .map(({ id, title, start, finish }) => [
        id,
        title,
        ...movedDays(finish),
        movedBy(plan, finish.minutes || start.minutes),
      ]);
  const columns = ['id', 'title', 'finish before', 'finish now', 'moved'];
  return [
    { title: 'Milestones that moved', columns, rows: rows(schedule.milestones) },
    { title: 'Tasks that moved', columns, rows: rows(schedule.tasks) },
  ];
}

function idSection(
  title: string,
  ids: readonly string[],
  { after }: PlanComparison,
): ComparisonSection {
  const { plan } = after.snapshot;
  const there = ids.filter(id => itemOf(plan, id));
  return { title, columns: ['id', 'title'], rows: there.map(id => [id, titleOf(plan, id)]) };
}

/** A promise that was moved is not kept: it is another one. */
function keptSections(comparison: PlanComparison): readonly ComparisonSection[] {
  const { schedule, changed } = comparison;
  const moved = new Map(
    changed.flatMap(({ id, fields }) => {
      const change = fields.find(({ field }) => field === 'due' || field === 'deadline');
      return change && schedule.newlyMet.includes(id) ? [[id, change] as const] : [];
    }),
  );
  const kept = schedule.newlyMet.filter(id => !moved.has(id));
  const { rows } = idSection('', [...moved.keys()], comparison);
  return [
    idSection('Promises that are kept again', kept, comparison),
    {
      title: 'Promises that were moved and are no longer missed',
      columns: ['id', 'title', 'promised'],
      rows: rows.map(([id = '', ...cells]) => {
        const change = moved.get(id);
        return [id, ...cells, change ? changeWords(change) : ''];
      }),
    },
  ];
}

/** Work that was begun, done, dropped or taken up again. */
function statusSection({ before, after, changed }: PlanComparison): ComparisonSection {
  const rows = changed.flatMap(({ id, title, kind }) => {
    const old = kind === 'task' ? before.snapshot.plan.tasks.get(id) : undefined;
    const now = kind === 'task' ? after.snapshot.plan.tasks.get(id) : undefined;
    if (!old || !now || old.status === now.status) return [];
    return [{ cells: [id, title, old.status, now.status], isClosed: isClosed(now) }];
  });
  const closedFirst = [...rows].sort((a, b) => Number(b.isClosed) - Number(a.isClosed));
  return {
    title: 'Status',
    columns: ['id', 'title', 'before', 'now'],
    rows: closedFirst.map(({ cells }) => cells),
  };
}

function itemSection(
  title: string,
  items: readonly Item[],
  { before, after }: PlanComparison,
): ComparisonSection {
  const plan = title === 'Added' ? after.snapshot.plan : before.snapshot.plan;
  const rows = items.map(item => {
    const effort = item.kind === 'task' ? effortOf(item, plan) : 0;
    const work = effort > 0 ? tellWork(effort, plan.project.durationScale) : '';
    return [item.id, item.kind, item.title, work];
  });
  return { title, columns: ['id', 'kind', 'title', 'work'], rows };
}

function renamedSection({ renamed, after }: PlanComparison): ComparisonSection {
  const rows = renamed.map(({ from, to }) => [to, from, titleOf(after.snapshot.plan, to)]);
  return { title: 'Under another id', columns: ['id', 'before', 'title'], rows };
}

function isLength({ kind }: ChangedItem, field: string): boolean {
  const lengths = ['estimate', 'distribution', 'duration', 'remaining', 'split'];
  return kind === 'task' && lengths.includes(field);
}

/** What has a table of its own. */
function isTold({ kind }: ChangedItem, field: string): boolean {
  return kind === 'task' && (field === 'status' || field === 'assignees');
}

function fieldSection(
  title: string,
  items: readonly ChangedItem[],
  fits: (item: ChangedItem, field: string) => boolean = () => true,
): ComparisonSection {
  const rows = items.flatMap(item =>
    item.fields
      .filter(({ field }) => fits(item, field))
      .map(change => [item.id, item.title, change.field, changeWords(change)]),
  );
  return { title, columns: ['id', 'title', 'field', 'change'], rows };
}

function floatSection({ floats, after }: PlanComparison): ComparisonSection {
  const scale = after.snapshot.plan.project.durationScale;
  const words = (minutes: number): string => floatWords(minutes, scale);
  return {
    title: 'Float',
    columns: ['id', 'title', 'before', 'now'],
    rows: floats.map(each => [each.id, each.title, words(each.before), words(each.after)]),
  };
}

function exposureSection({ exposures, before, after }: PlanComparison): ComparisonSection {
  const [old, now] = [before.snapshot.plan.project, after.snapshot.plan.project];
  return {
    title: 'Exposure of risks',
    columns: ['id', 'title', 'before', 'now'],
    rows: exposures.map(each => [
      each.id,
      each.title,
      exposureWords(each.before, old),
      exposureWords(each.after, now),
    ]),
  };
}

function assignmentSection({ assignments, before, after }: PlanComparison): ComparisonSection {
  const team = (people: readonly Assignment[], version: PlanComparison['after']): string =>
    people.length === 0
      ? 'nobody'
      : people
          .map(each =>
            formatAssignment({
              ...each,
              person: personName(version.snapshot.plan.project, each.person),
            }),
          )
          .join(', ');
  return {
    title: 'Who does it',
    columns: ['id', 'title', 'before', 'now'],
    rows: assignments.map(each => [
      each.id,
      each.title,
      team(each.before, before),
      team(each.after, after),
    ]),
  };
}

function overloadSection({ overloads, after }: PlanComparison): ComparisonSection {
  const { project } = after.snapshot.plan;
  const words = (minutes: number): string => tellWork(minutes, project.durationScale);
  return {
    title: 'More work than time',
    columns: ['person', 'before', 'now'],
    rows: overloads.map(({ person, before, after: now }) => [
      personName(project, person),
      before === 0 ? 'none' : words(before),
      now === 0 ? 'none' : words(now),
    ]),
  };
}

function peopleSection({ totals, after }: PlanComparison): ComparisonSection {
  const { project } = after.snapshot.plan;
  const keys = [...new Set([...totals.after.people.keys(), ...totals.before.people.keys()])];
  const rows = keys.flatMap(key => {
    const [old, now] = [totals.before.people.get(key) ?? 0, totals.after.people.get(key) ?? 0];
    if (old === now) return [];
    const name = key === '' ? 'nobody yet' : personName(project, key);
    const scale = project.durationScale;
    return [[name, tellWork(old, scale), tellWork(now, scale)]];
  });
  return { title: 'Work of people', columns: ['person', 'before', 'now'], rows };
}

function problemSection(
  title: string,
  problems: readonly { readonly message: string }[],
): ComparisonSection {
  return { title, columns: ['problem'], rows: problems.map(({ message }) => [message]) };
}
