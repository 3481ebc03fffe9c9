import { lastStep } from '../../core/base/lastStep.ts';
import { ok } from '../../core/base/result.ts';
import { impactInSteps } from '../../core/impact/computeImpact.ts';
import { itemsOf } from '../../core/model/plan.ts';
import { createProblem } from '../../core/model/problem.ts';
import { computeSchedule } from '../../core/schedule/computeSchedule.ts';
import {
  cannotRun,
  misused,
  type CliCall,
  type CliContext,
  type CliResult,
} from '../cliCommand.ts';
import { needRepository } from '../gitAccess.ts';
import { impactAnswer } from '../impactAnswer.ts';
import { linksAt } from '../linksAt.ts';
import { readPlan, todayOf } from '../openPlan.ts';

/** What a change of code means to the plan. */
export async function run(call: CliCall, ctx: CliContext): Promise<CliResult> {
  const { words, values, switches } = call;
  const [text, ...rest] = words;
  const isStaged = switches.has('staged');
  if (rest.length > 0) return misused('Name one range: gantry impact main...HEAD');
  if (isStaged && text !== undefined) return misused('--staged takes no range');
  const to = values['to'] ?? 'text';
  if (to !== 'text' && to !== 'md') return misused(`${to} is no format here; write --to md`);
  const read = await readPlan(ctx);
  if (!read.ok) return read;
  const { snapshot, folder } = read.value;
  const { plan } = snapshot;
  const found = await needRepository(ctx, folder, 'so there is no change to look at');
  if (!found.ok) return found;
  const repository = found.value;
  const change = await repository.change(
    text !== undefined ? { kind: 'commits', text } : { kind: isStaged ? 'index' : 'worktree' },
  );
  if (!change) {
    const message = `"${text ?? ''}" names no commits here; in a shallow clone they may be missing`;
    return cannotRun(createProblem('command-refused', message), folder);
  }
  const range = text ?? (isStaged ? 'index' : 'worktree');
  const schedule = computeSchedule(plan, { today: todayOf(ctx) });
  const links = await linksAt(itemsOf(plan), change, ctx);
  const impact = lastStep(impactInSteps({ plan, schedule }, links, change));
  return ok(impactAnswer(impact, { plan, schedule, change, range, to }, ctx));
}
