import type { PlainValue } from '../core/model/change.ts';
import type { LevellingRow, LevellingView } from '../core/views/levellingView.ts';
import type { LoadRow, LoadTable, PeopleView } from '../core/views/peopleView.ts';
import type {
  OverloadRow,
  OwnTask,
  PersonView,
  ReliefRow,
  WaitingTask,
} from '../core/views/personView.ts';
import {
  either,
  isFiniteNumber,
  isNull,
  isPlace,
  isPlainValue,
  isText,
  isTruth,
  isWhole,
  listOf,
  mapOf,
  oneOf,
  record,
  type Check,
} from './validate.ts';

const loadRow = record<LoadRow>({
  key: isText,
  name: isText,
  detail: isText,
  remark: isText,
  openTasks: isPlace,
  work: isText,
  over: isText,
});

const isFloats = (value: unknown): value is Float32Array => value instanceof Float32Array;
const isBytes = (value: unknown): value is Uint8Array => value instanceof Uint8Array;

const loadTable = record<LoadTable>({
  rows: listOf(loadRow),
  given: isFloats,
  work: isFloats,
  unassigned: isFloats,
  away: isBytes,
  over: isBytes,
});

const peopleShape = record<PeopleView>({
  revision: isPlace,
  firstDay: isWhole,
  weeks: isPlace,
  today: isWhole,
  headline: isText,
  sentences: listOf(isText),
  tables: record<PeopleView['tables']>({ person: loadTable, team: loadTable, skill: loadTable }),
});

const ownTask = record<OwnTask>({
  id: isText,
  title: isText,
  days: isText,
  note: isText,
  isDone: isTruth,
  isLate: isTruth,
});

const isPerson: Check<PersonView> = record<PersonView>({
  revision: isPlace,
  person: isText,
  name: isText,
  week: isText,
  todo: listOf(ownTask),
  now: listOf(ownTask),
  next: listOf(ownTask),
  waiting: listOf(
    record<WaitingTask>({
      id: isText,
      title: isText,
      who: isText,
      forId: isText,
      forTitle: isText,
    }),
  ),
  overloads: listOf(
    record<OverloadRow>({
      firstDay: isWhole,
      text: isText,
      tasks: listOf(record<OverloadRow['tasks'][number]>({ id: isText, title: isText })),
    }),
  ),
});

const areReliefs = listOf(
  record<ReliefRow>({
    kind: oneOf(['move', 'reassign', 'split', 'drop']),
    task: isText,
    text: isText,
    result: isText,
    fields: mapOf<PlainValue>(isPlainValue),
  }),
);

const isLevelling = record<LevellingView>({
  revision: isPlace,
  headline: isText,
  sentences: listOf(isText),
  moves: listOf(
    record<LevellingRow>({
      id: isText,
      title: isText,
      before: isText,
      after: isText,
      by: isText,
      because: isText,
      start: either(isFiniteNumber, isNull),
    }),
  ),
  notes: listOf(isText),
});

/** Reads the load of everybody; undefined when it is none, or its blocks do not fit its rows. */
export function parsePeople(value: unknown): PeopleView | undefined {
  if (!peopleShape(value)) return undefined;
  const fits = Object.values(value.tables).every(table => {
    const { rows, given, work, unassigned, away, over } = table;
    const blocks = [given, work, unassigned, away, over];
    return blocks.every(block => block.length === rows.length * value.weeks);
  });
  return fits ? value : undefined;
}

/** Reads what one person has to do; undefined when it is none. */
export function parsePerson(value: unknown): PersonView | undefined {
  return isPerson(value) ? value : undefined;
}

/** Reads ways out; undefined when they are none. */
export function parseReliefs(value: unknown): readonly ReliefRow[] | undefined {
  return areReliefs(value) ? value : undefined;
}

/** Reads what levelling would do; undefined when it is none of it. */
export function parseLevelling(value: unknown): LevellingView | undefined {
  return isLevelling(value) ? value : undefined;
}
