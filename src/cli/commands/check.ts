import { ok } from '../../core/base/result.ts';
import { itemsOf, type Plan } from '../../core/model/plan.ts';
import type { Problem } from '../../core/model/problem.ts';
import { isMet, type QualityMeasure } from '../../core/quality/quality.ts';
import { qualityNotes } from '../../core/quality/qualityNotes.ts';
import { findProblems } from '../findProblems.ts';
import { misused, type CliCall, type CliContext, type CliResult } from '../cliCommand.ts';
import { readPlan } from '../openPlan.ts';
import { compareProblems, placeProblem } from '../placedProblem.ts';
import { countText, plural } from '../printProblems.ts';
import { qualityText, unmeasured } from '../qualityText.ts';
import { formatSarif } from '../sarif.ts';

/** How many findings are listed for people when nothing else is said. */
const defaultMax = 200;

export async function run(
  { words, values, switches }: CliCall,
  ctx: CliContext,
): Promise<CliResult> {
  if (words.length > 0) return misused('gantry check looks at the whole plan and takes no words');
  const max = values['max'] === undefined ? undefined : Number(values['max']);
  if (max !== undefined && !(Number.isInteger(max) && max >= 0)) {
    return misused(`--max needs a whole number, not "${values['max'] ?? ''}"`);
  }
  const read = await readPlan(ctx);
  if (!read.ok) return read;
  const { snapshot, folder } = read.value;
  const { problems: found, quality } = await findProblems(read.value, ctx);
  const sorted = found
    .map(problem => ({ problem, placed: placeProblem(problem, folder) }))
    .sort((a, b) => compareProblems(a.placed, b.placed));
  const shown = sorted.slice(0, max ?? (ctx.format === 'text' ? defaultMax : sorted.length));
  const isAtOdds = quality.some(measure => !isMet(measure));
  const points =
    isAtOdds || switches.has('quality') ? qualityText(snapshot.plan, quality, ctx) : '';
  const text =
    ctx.format === 'sarif'
      ? formatSarif(
          shown.map(each => each.placed),
          ctx.host.version,
        )
      : `${points === '' ? '' : `${points}\n`}${summary(snapshot.plan, found)}`;
  return ok({
    kind: 'check',
    data: {
      counts: countOf(found),
      items: countItems(snapshot.plan),
      listed: shown.length,
      quality: quality.map(measureData),
      notMeasured: notMeasured(snapshot.plan, quality),
    },
    text,
    problems: shown.map(each => each.problem),
    folder,
    findingsFrom: 'warning',
    unlisted: sorted.length - shown.length,
  });
}

function countOf(problems: readonly Problem[]): object {
  const count = (severity: string): number =>
    problems.filter(problem => problem.severity === severity).length;
  return { errors: count('error'), warnings: count('warning'), infos: count('info') };
}

function countItems(plan: Plan): number {
  return [...itemsOf(plan)].length;
}

function measureData(measure: QualityMeasure): object {
  const { key, title, value, limit, isCeiling, found, of, items, advice } = measure;
  const bound = isCeiling ? { most: limit } : { least: limit };
  return { key, title, value, ...bound, isMet: isMet(measure), found, of, items, advice };
}

/** The points of the practice that the plan gives nothing to measure by, or has left out. */
function notMeasured(plan: Plan, measures: readonly QualityMeasure[]): readonly object[] {
  const measured = new Set(measures.map(({ key }) => key));
  return [...qualityNotes.values()]
    .filter(({ key }) => !measured.has(key))
    .map(({ key, title }) => ({ key, title, reason: unmeasured(plan, key) }));
}

function summary(plan: Plan, problems: readonly Problem[]): string {
  const items = plural(countItems(plan), 'item');
  return problems.length === 0
    ? `${items}, nothing to mend\n`
    : `${items}, ${countText(problems)}\n`;
}
