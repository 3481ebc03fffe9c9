import { ok, refused } from '../core/base/result.ts';
import { levelPlan } from '../core/levelling/levelPlan.ts';
import { createProblem } from '../core/model/problem.ts';
import { computeLoad, type LoadView } from '../core/people/computeLoad.ts';
import { findReliefs } from '../core/people/findReliefs.ts';
import { tellRelief, tellReliefResult } from '../core/people/tellRelief.ts';
import { createScheduler } from '../core/schedule/scheduler.ts';
import { computeLevellingView } from '../core/views/computeLevellingView.ts';
import { computePeopleView } from '../core/views/computePeopleView.ts';
import { computePersonView } from '../core/views/computePersonView.ts';
import { formatWork } from '../core/views/dayText.ts';
import type { PeopleView } from '../core/views/peopleView.ts';
import type { Reply } from '../protocol/channel.ts';
import { midnightOf } from './clock.ts';
import type { PlanViews } from './planViews.ts';

/** So many ways out of one overload are offered. */
const mostReliefs = 6;

/** What the panel asks about the people of one plan; the load is added up once for each snapshot. */
export class PeopleAnswers {
  readonly #schedule = createScheduler();
  #known: { readonly views: PlanViews; readonly load: LoadView } | undefined;

  people(views: PlanViews): PeopleView {
    return computePeopleView(views.snapshot.plan, this.#load(views), moment(views));
  }

  person(views: PlanViews, person: string): Reply<'person'> {
    const { plan } = views.snapshot;
    const load = this.#load(views);
    if (!load.people.some(each => each.person === person)) {
      const message = `Nobody is called ${person} in the plan any more`;
      return refused(createProblem('person-unknown', message));
    }
    const given = { plan, schedule: views.schedule(), load };
    return ok({ person: computePersonView(given, person, moment(views)) });
  }

  reliefs(views: PlanViews, person: string, firstDay: number): Reply<'reliefs'> {
    const { snapshot } = views;
    const { plan } = snapshot;
    const known = this.#load(views).people.find(each => each.person === person);
    const stretch = known?.overloads.find(each => each.firstDay === firstDay);
    if (!stretch) return ok({ reliefs: [] });
    const { today } = moment(views);
    const scale = plan.project.durationScale.minutesPerDay;
    const found = findReliefs({ snapshot, person, stretch }, tried =>
      this.#schedule(tried, { today }),
    );
    const reliefs = found.slice(0, mostReliefs).map(relief => ({
      kind: relief.kind,
      task: relief.task,
      text: tellRelief(plan, relief),
      result: tellReliefResult(relief, minutes => formatWork(minutes, scale)),
      fields: relief.edit.fields,
    }));
    return ok({ reliefs });
  }

  levelling(views: PlanViews): Reply<'levelling'> {
    const { plan } = views.snapshot;
    const at = moment(views);
    const levelled = levelPlan(plan, { today: at.today });
    return ok({ levelling: computeLevellingView(plan, levelled, at) });
  }

  #load(views: PlanViews): LoadView {
    if (this.#known?.views !== views) {
      this.#known = { views, load: computeLoad(views.snapshot.plan, views.schedule()) };
    }
    return this.#known.load;
  }
}

function moment({ snapshot, now }: PlanViews): {
  readonly revision: number;
  readonly today: number;
} {
  return { revision: snapshot.revision, today: midnightOf(now) };
}
