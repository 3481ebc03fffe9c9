import { ok } from '../../core/base/result.ts';
import { minutesPerDay } from '../../core/model/instant.ts';
import { audiences } from '../../core/report/report.ts';
import { reportHtml } from '../../core/report/reportHtml.ts';
import { reportMarkdown } from '../../core/report/reportMarkdown.ts';
import { errorsOf } from '../brokenFiles.ts';
import {
  cannotRun,
  misused,
  type CliCall,
  type CliContext,
  type CliResult,
} from '../cliCommand.ts';
import { makeReports } from '../makeReports.ts';
import { readPlan } from '../openPlan.ts';
import { changesSinceFrozen, freeze } from '../frozenReports.ts';
import { tellCustomerSince, tellSince } from '../tellSince.ts';
import { writeOut } from '../writeOut.ts';

export async function run(
  { words, values, switches }: CliCall,
  ctx: CliContext,
): Promise<CliResult> {
  if (words.length > 0)
    return misused('gantry report takes only options, such as --audience management');
  const audience = audiences.find(known => known === (values['audience'] ?? 'team'));
  if (!audience)
    return misused(`There is no such audience; write --audience ${audiences.join(', ')}`);
  const to = values['to'] ?? 'md';
  if (to !== 'md' && to !== 'html')
    return misused(`${to} is no format here; write --to md or html`);
  const read = await readPlan(ctx);
  if (!read.ok) return read;
  const { snapshot, folder } = read.value;
  const made = await makeReports(read.value, { audience, on: values['on'] }, ctx);
  if (!made.ok) return made;
  const { report, shared, countedFor } = made.value;
  const isFreezing = switches.has('freeze');
  const { rates, isPrivate } = countedFor(isFreezing);
  const { since } = values;
  // Of a plan's own changes some may be internal: a customer is told of what stands on the page.
  const changes =
    since === undefined
      ? ok(await changesSinceFrozen(read.value, { shared: shared(), isPrivate }))
      : audience === 'customer'
        ? await tellCustomerSince(since, report, ctx)
        : await tellSince(since, { today: report.span.at - minutesPerDay, rates }, ctx);
  if (!changes.ok) return changes;
  if (isFreezing) {
    if (to !== 'md') return misused('A report is frozen as Markdown; leave --to out');
    return freeze(read.value, shared(), changes.value);
  }
  const text =
    to === 'md' ? reportMarkdown(report, changes.value) : reportHtml(report, changes.value);
  const problems = errorsOf(snapshot.problems);
  const { out } = values;
  if (out === undefined) {
    const data = { to, file: null, report: { ...report, changes: changes.value }, text };
    return ok({ kind: 'report', data, text, isFile: true, problems, folder });
  }
  const refusal = writeOut(out, text, { ctx, mayReplace: switches.has('force') });
  if (refusal) return cannotRun(refusal, folder);
  const data = { to, file: out, report: { ...report, changes: changes.value }, text: null };
  return ok({ kind: 'report', data, text: `Wrote ${out}\n`, problems, folder });
}
