import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { ok } from '../../core/base/result.ts';
import { createProblem } from '../../core/model/problem.ts';
import { computeSchedule } from '../../core/schedule/computeSchedule.ts';
import { failureReason } from '../../core/store/fileRefusal.ts';
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

export async function run({ words, values }: CliCall, ctx: CliContext): Promise<CliResult> {
  const to = exportFormats.find(known => known === values['to']);
  if (!to || words.length > 0) {
    const given = values['to'] === undefined ? 'Name a format' : `${values['to']} is no format`;
    return misused(`${given}; write --to ${exportFormats.join(', --to ')}`);
  }
  const read = await readPlan(ctx);
  if (!read.ok) return read;
  const { snapshot, folder } = read.value;
  const text = exporters[to](
    snapshot.plan,
    computeSchedule(snapshot.plan, { today: todayOf(ctx) }),
  );
  const out = values['out'];
  const problems = errorsOf(snapshot.problems);
  if (out === undefined) {
    return ok({ kind: 'export', data: { to, file: null, text }, text, problems, folder });
  }
  const file = path.resolve(ctx.host.workingFolder, out);
  try {
    writeFileSync(file, text);
  } catch (failure) {
    const message = `${out} could not be written: ${failureReason(failure)}`;
    return cannotRun(createProblem('write-failed', message), folder);
  }
  return ok({
    kind: 'export',
    data: { to, file: out, text: null },
    text: `Wrote ${out}\n`,
    problems,
    folder,
  });
}
