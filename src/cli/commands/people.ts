import { ok } from '../../core/base/result.ts';
import { formatDay, minutesPerDay } from '../../core/model/instant.ts';
import { checkPeople } from '../../core/people/checkPeople.ts';
import {
  computeLoad,
  type LoadView,
  type LoadWeek,
  type OverloadStretch,
} from '../../core/people/computeLoad.ts';
import { findReliefs } from '../../core/people/findReliefs.ts';
import { createScheduler } from '../../core/schedule/scheduler.ts';
import type { Snapshot } from '../../core/store/snapshot.ts';
import { errorsOf } from '../brokenFiles.ts';
import { misused, type CliCall, type CliContext, type CliResult } from '../cliCommand.ts';
import { locateProblems } from '../locateProblems.ts';
import { readPlan, todayOf } from '../openPlan.ts';
import { peopleText } from '../peopleText.ts';
import type { RelievedStretch } from '../relievedStretch.ts';

/** For so many overloads of all people ways out are looked for. */
const mostRelieved = 8;

export async function run({ words, values }: CliCall, ctx: CliContext): Promise<CliResult> {
  if (words.length > 0)
    return misused(
      'gantry people takes no words; gantry next --for ada tells what is next for one',
    );
  const by = values['by'] ?? 'person';
  if (by !== 'person' && by !== 'team' && by !== 'skill')
    return misused(`--by is person, team or skill, not "${by}"`);
  const read = await readPlan(ctx);
  if (!read.ok) return read;
  const { snapshot, folder } = read.value;
  const scheduler = createScheduler();
  const options = { today: todayOf(ctx) };
  const load = computeLoad(snapshot.plan, scheduler(snapshot.plan, options));
  const relieved = relieve(snapshot, load, plan => scheduler(plan, options));
  return ok({
    kind: 'people',
    data: peopleData(load, relieved),
    text:
      ctx.format === 'text'
        ? peopleText(snapshot.plan, { load, relieved, by, today: options.today }, ctx)
        : '',
    problems: locateProblems(
      [
        ...errorsOf(snapshot.problems),
        ...checkPeople(snapshot.plan, load).filter(({ code }) => code !== 'person-overloaded'),
      ],
      snapshot,
    ),
    folder,
  });
}

function relieve(
  snapshot: Snapshot,
  load: LoadView,
  schedule: Parameters<typeof findReliefs>[1],
): readonly RelievedStretch[] {
  const all = load.people.flatMap(each => each.overloads.map(stretch => ({ load: each, stretch })));
  const sorted = all.sort((a, b) => a.stretch.firstDay - b.stretch.firstDay);
  return sorted.map((each, place) => ({
    ...each,
    reliefs:
      place < mostRelieved
        ? findReliefs({ snapshot, person: each.load.person, stretch: each.stretch }, schedule)
        : undefined,
  }));
}

function peopleData(load: LoadView, relieved: readonly RelievedStretch[]): object {
  return {
    people: load.people.map(({ weeks, overloads, ...person }) => ({
      ...person,
      weeks: weeks.map(weekData),
      overloads: overloads.map(stretch => ({
        ...stretchData(stretch),
        reliefs:
          relieved
            .find(each => each.stretch === stretch)
            ?.reliefs?.map(({ later, left, ...relief }) => ({
              ...relief,
              leftMinutes: left,
              laterMinutes: later,
            })) ?? null,
      })),
    })),
    teams: load.teams.map(group => ({ ...group, weeks: group.weeks.map(weekData) })),
    skills: load.skills.map(group => ({
      ...group,
      weeks: group.weeks.map(week => ({ ...weekData(week), unassignedMinutes: week.unassigned })),
    })),
  };
}

function weekData({ firstDay, given, work }: LoadWeek): object {
  return { from: formatDay(firstDay * minutesPerDay), givenMinutes: given, workMinutes: work };
}

function stretchData({ firstDay, lastDay, over, tasks }: OverloadStretch): object {
  return {
    from: formatDay(firstDay * minutesPerDay),
    to: formatDay(lastDay * minutesPerDay),
    overMinutes: over,
    tasks,
  };
}
