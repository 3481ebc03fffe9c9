import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ok } from '../../core/base/result.ts';
import { findLosses } from '../../core/comparison/findLosses.ts';
import { createProblem, type Problem } from '../../core/model/problem.ts';
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
import { namedFile } from '../namedFile.ts';
import { readPlan, todayOf } from '../openPlan.ts';

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
  const file = namedFile(out, ctx);
  const refusal = writeOut(file, text, { name: out, mayReplace: switches.has('force') });
  if (refusal) return cannotRun(refusal, folder);
  return ok({
    kind: 'export',
    data: { to, file: out, text: null },
    text: `Wrote ${out}\n`,
    problems,
    folder,
  });
}

/** Writes the file; without leave to do so it takes the place of no other. */
function writeOut(
  file: string,
  text: string,
  { name, mayReplace }: { readonly name: string; readonly mayReplace: boolean },
): Problem | undefined {
  if (!existsSync(path.dirname(file))) {
    return createProblem('write-failed', `There is no folder ${path.dirname(name)}; make it first`);
  }
  try {
    writeFileSync(file, text, { flag: mayReplace ? 'w' : 'wx' });
    return undefined;
  } catch (failure) {
    const isTaken = failure instanceof Error && 'code' in failure && failure.code === 'EEXIST';
    const message = isTaken
      ? `${name} is there already and was not touched; add --force to replace it`
      : `${name} could not be written: ${failureReason(failure)}`;
    return createProblem('write-failed', message);
  }
}
