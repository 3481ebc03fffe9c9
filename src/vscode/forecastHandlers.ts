import { ok } from '../core/base/result.ts';
import type { HistoryRequest } from '../core/forecast/forecastHistory.ts';
import {
  defaultIterations,
  defaultSeed,
  type SimulationRequest,
} from '../core/forecast/simulate.ts';
import { parseRates } from '../core/format/parseRates.ts';
import { noRates, type Rates } from '../core/model/moneyRules.ts';
import { privatePath } from '../core/store/planPath.ts';
import { computeCalibrationView } from '../core/views/computeCalibrationView.ts';
import { computeForecastHistoryView } from '../core/views/computeForecastHistoryView.ts';
import { computeForecastView } from '../core/views/computeForecastView.ts';
import type { Handlers } from '../protocol/channel.ts';
import type { ForecastWork } from '../protocol/messages.ts';
import { midnightOf } from './clock.ts';
import type { ForecastJob, ForecastThreads } from './forecastJob.ts';
import { ForecastRun } from './forecastRun.ts';
import type { OpenPlan } from './openPlan.ts';
import type { PlanViews } from './planViews.ts';

/** So many commits of the past are looked at. */
const mostCommits = 60;

type ForecastHandlers = Pick<
  Handlers,
  'forecast' | 'forecastHistory' | 'calibration' | 'stopForecast'
>;

/**
 * Answers what the panel asks of the simulation of a plan.
 *
 * @param tell is told how much of a work is done
 */
export function createForecastHandlers(
  plan: OpenPlan,
  threads: ForecastThreads,
  tell: (work: ForecastWork, share: number) => void,
): ForecastHandlers {
  const forecast = new ForecastRun(
    async (views, onProgress) =>
      toView(await threads.forecast(await requestOf(plan, views), onProgress), made =>
        computeForecastView(made, views.snapshot.plan.project, views.snapshot.revision),
      ),
    share => tell('forecast', share),
  );
  const calibration = new ForecastRun(
    async (views, onProgress) =>
      toView(
        await threads.calibration(await requestOf(plan, views), onProgress),
        computeCalibrationView,
      ),
    share => tell('calibration', share),
  );
  const history = new ForecastRun(
    async (views, onProgress) => {
      const { project } = views.snapshot.plan;
      const request = await historyOf(plan, views);
      return toView(await threads.history(request, onProgress), points =>
        computeForecastHistoryView(points, project),
      );
    },
    share => tell('history', share),
  );
  const runs = { forecast, calibration, history };
  return {
    forecast: async () => ok({ forecast: await forecast.run((await plan.load()).views()) }),
    calibration: async () =>
      ok({ calibration: await calibration.run((await plan.load()).views()) }),
    forecastHistory: async () => {
      // A commit leaves the plan as it was, and is a line more in its past.
      history.forget();
      return ok({ history: await history.run((await plan.load()).views()) });
    },
    stopForecast: ({ work }) => {
      runs[work].stop();
      return ok({ done: true });
    },
  };
}

async function requestOf(plan: OpenPlan, { snapshot, now }: PlanViews): Promise<SimulationRequest> {
  return {
    plan: snapshot.plan,
    options: { today: midnightOf(now) },
    seed: defaultSeed,
    extent: { iterations: defaultIterations, mayStopEarly: true },
    rates: await readRates(plan),
  };
}

/** What hours cost; nothing is known of it without the private file. */
async function readRates(plan: OpenPlan): Promise<Rates> {
  const bytes = await (await plan.load()).readAside(privatePath);
  const { rates } = bytes ? parseRates(privatePath, bytes) : {};
  return rates ?? noRates;
}

/** Without git, and before trust, the plan has no past. */
async function historyOf(plan: OpenPlan, { snapshot, now }: PlanViews): Promise<HistoryRequest> {
  const past = await (await plan.load()).planPast(mostCommits);
  return {
    past: past ?? { steps: [], texts: new Map() },
    present: {
      commit: '',
      committedAt: now,
      subject: 'the files as they are',
      unread: [],
      plan: snapshot.plan,
    },
    options: { today: midnightOf(now) },
    seed: defaultSeed,
  };
}

function toView<Made, View>(
  { done, cancel }: ForecastJob<Made>,
  compute: (made: Made) => View,
): ForecastJob<View> {
  return { done: done.then(made => (made === undefined ? undefined : compute(made))), cancel };
}
