import { ok } from '../../core/base/result.ts';
import { compareVersions, titleOfVersions } from '../../core/comparison/compareVersions.ts';
import { comparisonMarkdown } from '../../core/comparison/comparisonMarkdown.ts';
import { tellComparison } from '../../core/comparison/tellComparison.ts';
import { noRates } from '../../core/model/moneyRules.ts';
import { errorsOf } from '../brokenFiles.ts';
import { misused, type CliCall, type CliContext, type CliResult } from '../cliCommand.ts';
import { readVersions } from '../comparedVersions.ts';
import { comparisonData, versionsData } from '../comparisonData.ts';
import { comparisonText } from '../comparisonText.ts';
import { todayOf } from '../openPlan.ts';
import { readRates } from '../readRates.ts';

export async function run({ words, values }: CliCall, ctx: CliContext): Promise<CliResult> {
  const to = values['to'] ?? 'text';
  if (to !== 'text' && to !== 'md') return misused(`${to} is no format here; write --to md`);
  const read = await readVersions(words, ctx);
  if (!read.ok) return read;
  const { after, place } = read.value;
  // A comment is read by others: what hours cost is no part of it.
  const rates = to === 'md' ? noRates : (await readRates(place, ctx)).rates;
  const comparison = compareVersions(read.value, { today: todayOf(ctx), rates });
  const text = tellComparison(comparison);
  const title = titleOfVersions(read.value);
  return ok({
    kind: 'diff',
    data: { ...versionsData(read.value), ...comparisonData(comparison) },
    text:
      to === 'md' ? comparisonMarkdown(title, text, comparison) : comparisonText(title, text, ctx),
    isFile: to === 'md',
    problems: errorsOf(after.snapshot.problems),
    folder: place.folder,
  });
}
