import type { Instant } from '../model/instant.ts';
import type { Plan } from '../model/plan.ts';
import type { QualityKey } from '../model/project.ts';
import type { Schedule } from '../schedule/schedule.ts';
import { testCriticalPath } from './criticalPathTest.ts';
import type { Figures } from './figures.ts';
import { indexOfExecution, indexOfLength, missedTasks } from './measureProgress.ts';
import { measureLinks } from './measureLinks.ts';
import {
  heldByDates,
  longOnes,
  needsPeople,
  onTheWrongSide,
  withHighFloat,
  withNegativeFloat,
  withoutLogic,
  withoutPeople,
} from './measureTasks.ts';
import type { QualityMeasure } from './quality.ts';
import { adviceOnStatusDate, qualityNotes, titleOfTestAtStart } from './qualityNotes.ts';
import { reviewPlan, type Reviewed } from './reviewedPlan.ts';

/**
 * The measures by which reviewers judge a schedule, after the fourteen-point assessment of the
 * Defense Contract Management Agency (Earned Value Management System Program Analysis Pamphlet,
 * DCMA-EA PAM 200.1, 2012). Measures that the plan gives nothing to measure by are left out: those
 * against a baseline where there is none, the index of the critical path where no baseline and no finish
 * promise anything.
 * Unlike there, tasks without a length are looked at too, as they can be as badly linked as others;
 * where a single measure differs on purpose, its function says so.
 *
 * @param today where the project states no status date
 */
export function measureQuality(
  plan: Plan,
  schedule: Schedule,
  today: Instant,
): readonly QualityMeasure[] {
  const reviewed = reviewPlan(plan, schedule, today);
  const found = [...measureAll(reviewed), ...measureLinks(reviewed), ...judge(reviewed, today)];
  const measures: QualityMeasure[] = [];
  for (const [key, note] of qualityNotes) {
    const figures = found.find(each => each.key === key);
    if (!figures || plan.project.quality?.ignored.includes(key)) continue;
    const { value = figures.of === 0 ? 0 : figures.found / figures.of, ...rest } = figures;
    const limit = plan.project.quality?.limits.get(key) ?? note.limit;
    measures.push({ ...note, ...rest, value, limit });
  }
  return measures;
}

function measureAll(reviewed: Reviewed): readonly Figures[] {
  const { open, tasks, plan } = reviewed;
  if (tasks.length === 0) return [];
  const among = (key: QualityKey, items: readonly string[], of = open.length): Figures => ({
    key,
    found: items.length,
    of,
    items,
  });
  const advice = plan.project.statusDate ? { advice: adviceOnStatusDate } : {};
  const manned = open.filter(each => needsPeople(each, reviewed));
  return [
    among('logic', withoutLogic(reviewed)),
    among('hardConstraints', heldByDates(reviewed)),
    among('highFloat', withHighFloat(reviewed)),
    among('negativeFloat', withNegativeFloat(reviewed)),
    among('longDurations', longOnes(reviewed)),
    { ...among('invalidDates', onTheWrongSide(reviewed), tasks.length), ...advice },
    among('people', withoutPeople(reviewed), manned.length),
  ];
}

/** The measures of the whole: the critical path, and the baseline. */
function judge(reviewed: Reviewed, today: Instant): readonly Figures[] {
  const figures: Figures[] = [];
  const test = testCriticalPath(reviewed, today);
  if (test) {
    const { task, arrived, isAtStart } = test;
    const title = isAtStart ? { title: titleOfTestAtStart } : {};
    const items = [task];
    figures.push({ key: 'criticalPathTest', found: 0, of: 1, items, value: arrived, ...title });
  }
  for (const each of [missedTasks(reviewed), indexOfLength(reviewed), indexOfExecution(reviewed)]) {
    if (each) figures.push(each);
  }
  return figures;
}
