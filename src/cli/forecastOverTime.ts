import { ok } from '../core/base/result.ts';
import type { PlanVersion } from '../core/forecast/forecastHistory.ts';
import type { ScheduleOptions } from '../core/schedule/buildNetwork.ts';
import type { Snapshot } from '../core/store/snapshot.ts';
import { historyInSteps } from '../node/historySteps.ts';
import { lastOf } from '../node/steps.ts';
import { type CliContext, type CliResult } from './cliCommand.ts';
import { forecastHistoryData, forecastHistoryText } from './forecastHistoryText.ts';
import { needRepository } from './gitAccess.ts';
import { withProgressLine } from './progressLine.ts';

interface Asked {
  readonly snapshot: Snapshot;
  readonly folder: string;
  readonly options: ScheduleOptions;
  readonly seed: number;
  /** How many commits are looked at. */
  readonly most: number;
}

/** The forecast at past commits of the plan, and what moved it. */
export async function answerHistory(asked: Asked, ctx: CliContext): Promise<CliResult> {
  const { snapshot, folder, options, seed, most } = asked;
  const found = await needRepository(
    ctx,
    folder,
    'so the plan has no past that could be simulated',
  );
  if (!found.ok) return found;
  const repository = found.value;
  const present: PlanVersion = {
    commit: '',
    committedAt: ctx.host.now(),
    subject: 'the files as they are',
    unread: [],
    plan: snapshot.plan,
  };
  const past = await repository.planPast(folder, most);
  const points = await withProgressLine('Simulating the plan at its past commits', ctx, tell =>
    lastOf(historyInSteps({ past, present, options, seed }), tell),
  );
  return ok({
    kind: 'simulate-history',
    data: forecastHistoryData(points),
    text:
      ctx.format === 'text'
        ? forecastHistoryText(points, snapshot.plan.project, { ctx, seed })
        : '',
    problems: [],
    folder,
  });
}
