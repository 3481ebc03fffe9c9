import { ok, type Result } from '../core/base/result.ts';
import { forecastHistory, type PlanVersion } from '../core/forecast/forecastHistory.ts';
import { createProblem } from '../core/model/problem.ts';
import type { ScheduleOptions } from '../core/schedule/buildNetwork.ts';
import type { Snapshot } from '../core/store/snapshot.ts';
import { snapshotOfTexts } from '../core/store/snapshotOfTexts.ts';
import { cannotRun, type CliContext, type CliFailure, type CliResult } from './cliCommand.ts';
import { forecastHistoryData, forecastHistoryText } from './forecastHistoryText.ts';
import { openRepository } from './gitAccess.ts';

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
  const versions = await readPast(asked, ctx);
  if (!versions.ok) return versions;
  const { snapshot, folder, options, seed } = asked;
  const now: PlanVersion = {
    commit: '',
    committedAt: ctx.host.now(),
    subject: 'the files as they are',
    plan: snapshot.plan,
  };
  const points = forecastHistory([...versions.value, now], options, seed);
  return ok({
    kind: 'simulate-history',
    data: forecastHistoryData(points),
    text: ctx.format === 'text' ? forecastHistoryText(points, snapshot.plan.project, ctx) : '',
    problems: [],
    folder,
  });
}

async function readPast(
  { folder, most }: Asked,
  ctx: CliContext,
): Promise<Result<readonly PlanVersion[], CliFailure>> {
  const repository = await openRepository(ctx);
  if (!repository) {
    const message = `${ctx.workspace} lies in no git repository, so the plan has no past that could be simulated`;
    return cannotRun(createProblem('command-refused', message), folder);
  }
  const versions: PlanVersion[] = [];
  for (const commit of await repository.planCommits(folder, most)) {
    const committed = await repository.committedPlan(folder, commit);
    if (!committed || committed.texts.size === 0) continue;
    versions.push({
      commit,
      committedAt: Math.floor(committed.committedAt / 60),
      subject: committed.subject,
      plan: snapshotOfTexts(committed.texts).plan,
    });
  }
  return ok(versions);
}
