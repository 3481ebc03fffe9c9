import type { QualityKey } from '../model/project.ts';
import type { QualityMeasure } from './quality.ts';

type Note = Pick<QualityMeasure, 'key' | 'title' | 'limit' | 'isCeiling' | 'isIndex' | 'advice'>;

function ceiling(key: QualityKey, limit: number, [title, advice]: readonly [string, string]): Note {
  return { key, title, limit, isCeiling: true, isIndex: false, advice };
}

function floor(key: QualityKey, limit: number, [title, advice]: readonly [string, string]): Note {
  return { key, title, limit, isCeiling: false, isIndex: limit === 0.95, advice };
}

/** What the test of the critical path is called in a plan that is scheduled back from its finish. */
export const titleOfTestAtStart = 'Delay of the critical path that arrives at the start';

/** What to do about dates on the wrong side of a status date that is set. */
export const adviceOnStatusDate =
  'work that is not done cannot lie in the past, nor work that is done in the future; correct status and dates, and move the dates that hold what is open';

const notes: readonly Note[] = [
  ceiling('logic', 0.05, [
    'Open tasks without a predecessor or a successor',
    'nothing moves with them when they slip; say what they depend on, and what waits for them',
  ]),
  ceiling('leads', 0, [
    'Dependencies with a lead',
    'a negative lag hides overlap; take it out, or cut the task where the next one may begin',
  ]),
  ceiling('lags', 0.05, [
    'Dependencies with a lag',
    'a lag is work that nobody sees; make the wait a task of its own',
  ]),
  floor('finishToStart', 0.9, [
    'Dependencies from finish to start',
    'other types are hard to follow; cut the first task where the next one may begin, unless the two truly run side by side',
  ]),
  ceiling('hardConstraints', 0.05, [
    'Open tasks held by a fixed date',
    'they do not move with what they wait for; make a deadline of MFO, FNLT and SNLT, and SNET of MSO and pins',
  ]),
  ceiling('highFloat', 0.05, [
    'Open tasks with a high total float',
    'a successor is probably missing; say what waits for them',
  ]),
  ceiling('negativeFloat', 0, [
    'Open tasks with a negative total float',
    'a promise cannot be kept as planned; pull what drives it earlier, or move the promise',
  ]),
  ceiling('longDurations', 0.05, [
    'Long open tasks',
    'progress on them is a guess; cut them into parts of a few weeks',
  ]),
  ceiling('invalidDates', 0, [
    'Tasks on the wrong side of the status date, or today',
    'work that is not done cannot lie in the past, nor work that is done in the future; set a status date, which moves what is open after it, or correct status and dates',
  ]),
  ceiling('people', 0, [
    'Open tasks of a day and more without people',
    'nobody is going to do them; assign them',
  ]),
  ceiling('missedTasks', 0.05, [
    'Tasks later than in the baseline',
    'see what holds them up, and whether the baseline still says what was agreed',
  ]),
  floor('criticalPathTest', 0.9, [
    'Delay of the critical path that arrives at the finish',
    'the path is broken by a missing dependency, or held by a fixed date; look at what comes after the first critical task',
  ]),
  floor('criticalPathLength', 0.95, [
    'Critical path length index',
    'the promised finish, or else that of the baseline, cannot be reached at the pace of the plan; shorten the critical path, or move `finish` to when it ends',
  ]),
  floor('baselineExecution', 0.95, [
    'Baseline execution index',
    'less is finished than was planned by now, tasks without a baseline counted in; see what holds these up, and take what is new into a baseline',
  ]),
];

/** What is told of each measure, in the order of the practice. */
export const qualityNotes: ReadonlyMap<QualityKey, Note> = new Map(
  notes.map(note => [note.key, note]),
);

const openTasks = 'tasks with dates';
const links = 'dependencies of open tasks';
const due = 'a baseline by which something is due';

/** What there has to be for a measure to be taken. */
export const qualityNeeds: Readonly<Record<QualityKey, string>> = {
  logic: openTasks,
  leads: links,
  lags: links,
  finishToStart: links,
  hardConstraints: openTasks,
  highFloat: openTasks,
  negativeFloat: openTasks,
  longDurations: openTasks,
  invalidDates: openTasks,
  people: openTasks,
  missedTasks: due,
  criticalPathTest: 'critical work on the way to the finish that has not begun',
  criticalPathLength: 'a promised finish or a baseline, and work ahead',
  baselineExecution: due,
};
