import { finishMoment } from '../schedule/dateMeaning.ts';
import { computeSchedule } from '../schedule/computeSchedule.ts';
import type { ScheduleOptions } from '../schedule/buildNetwork.ts';
import type { CollectedBlocks } from './collectedBlocks.ts';
import type { ComparedVariants } from './comparedVariants.ts';
import { answerCurve, answerDate, answerHistogram, quantile } from './dateAnswers.ts';
import type { Forecast, MilestoneForecast } from './forecast.ts';
import type { ForecastModel } from './forecastModel.ts';
import { answerCost, answerEffort, answerJoint } from './moneyAnswers.ts';
import { findNextActions } from './nextActions.ts';
import { noteForecast } from './noteForecast.ts';
import { answerVariants } from './riskAnswers.ts';
import { answerTasks, answerTornado } from './taskAnswers.ts';
import { SampledFinishes } from './sampledFinishes.ts';
import { estimateQuantile } from './sampleQuantiles.ts';
import { rulesOf } from './taskSpread.ts';
import type { Variant } from './variant.ts';

/** What has been simulated, and how. */
export interface Simulated {
  readonly model: ForecastModel;
  readonly variants: readonly Variant[];
  readonly collected: CollectedBlocks;
  readonly compared: ComparedVariants;
  readonly seed: number;
  readonly options: ScheduleOptions;
}

/** Everything that the iterations have to say. */
export function answerForecast(simulated: Simulated): Forecast {
  const { model, variants, collected, seed } = simulated;
  const { plan, calendar } = model;
  const { confidence } = rulesOf(plan.project);
  const current = collected.variant(0);
  const sorted = current.finish.toSorted();
  const sampled = new SampledFinishes(model, collected.blocks);
  const bias = sampled.mergeBias();
  const due = plan.project.finish && finishMoment(plan.project.finish, calendar);
  const finish = answerDate(model, sorted, {
    planned: model.plannedFinish,
    due,
    mergeBias: bias.at(-1) ?? 0,
  });
  const cost = answerCost(model, current);
  const { value: at, low, high } = estimateQuantile(sorted, confidence);
  const differences = answerVariants(model, variants, simulated, confidence);
  const tornado = answerTornado(model, collected);
  const forecast: Omit<Forecast, 'actions' | 'notes'> = {
    seed,
    iterations: collected.count,
    isSettled: collected.isSettled,
    tolerance: collected.tolerance,
    confidence,
    start: model.projectStart,
    finish,
    contingency: {
      at,
      bounds: [low, high],
      minutes: calendar.workBetween(model.plannedFinish, at),
      cost: cost ? quantile(current.cost.toSorted(), confidence) - cost.planned : 0,
    },
    histogram: answerHistogram(sorted),
    curve: answerCurve(sorted),
    milestones: answerMilestones(simulated, bias),
    cost,
    joint: cost && answerJoint(current, { due, budget: cost.budget, confidence }),
    effort: answerEffort(model, collected.effort()),
    tasks: answerTasks(model, collected, sampled),
    sampled: sampled.count,
    tornado,
    ...differences,
    ranged: { tasks: model.spreadCount, of: model.tasks.length },
  };
  return {
    ...forecast,
    actions: findNextActions(forecast, plan.project.durationScale),
    notes: [...model.notes, ...noteForecast(model, collected)],
  };
}

function answerMilestones(
  { model, collected, options }: Simulated,
  bias: readonly number[],
): readonly MilestoneForecast[] {
  if (model.milestones.length === 0) return [];
  const schedule = computeSchedule(model.plan, options);
  return model.milestones.map(({ id, title, due }, place) => ({
    id,
    title,
    ...answerDate(model, collected.milestone(place).toSorted(), {
      planned: schedule.datesOf(id)?.finish ?? model.plannedFinish,
      due,
      mergeBias: bias[place] ?? 0,
    }),
  }));
}
