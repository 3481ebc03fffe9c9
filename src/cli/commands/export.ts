import { ok } from '../../core/base/result.ts';
import { findLosses } from '../../core/comparison/findLosses.ts';
import type { Problem } from '../../core/model/problem.ts';
import { computeSchedule } from '../../core/schedule/computeSchedule.ts';
import { errorsOf } from '../brokenFiles.ts';
import {
  cannotRun,
  misused,
  type CliCall,
  type CliContext,
  type CliResult,
} from '../cliCommand.ts';
import { exportFormats, exporters } from '../exporters.ts';
import { readPlan, todayOf } from '../openPlan.ts';
import { writeOut } from '../writeOut.ts';

export async function run(
  { words, values, switches }: CliCall,
  ctx: CliContext,
): Promise<CliResult> {
  const to = exportFormats.find(known => known === values['to']);
  if (!to || words.length > 0) {
    const given = values['to'] === undefined ? 'Name a format' : `${values['to']} is no format`;
    return misused(`${given}; write --to ${exportFormats.join(', --to ')}`);
  }
  const read = await readPlan(ctx);
  if (!read.ok) return read;
  const { snapshot, folder } = read.value;
  const schedule = computeSchedule(snapshot.plan, { today: todayOf(ctx) });
  const text = exporters[to](snapshot.plan, schedule);
  const out = values['out'];
  const lossesOf = (xml: string): readonly Problem[] =>
    findLosses(
      xml,
      { plan: snapshot.plan, schedule },
      { today: todayOf(ctx), random: ctx.host.random },
    );
  const lost = to === 'mspdi' ? lossesOf(text) : [];
  const problems = [...errorsOf(snapshot.problems), ...lost];
  if (out === undefined) {
    const data = { to, file: null, text };
    return ok({ kind: 'export', data, text, isFile: true, problems, folder });
  }
  const refusal = writeOut(out, text, { ctx, mayReplace: switches.has('force') });
  if (refusal) return cannotRun(refusal, folder);
  return ok({
    kind: 'export',
    data: { to, file: out, text: null },
    text: `Wrote ${out}\n`,
    problems,
    folder,
  });
}
