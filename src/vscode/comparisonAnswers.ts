import { ok, refused, type Result } from '../core/base/result.ts';
import { barsOfComparison } from '../core/comparison/comparisonBars.ts';
import { titleOfVersions } from '../core/comparison/compareVersions.ts';
import { comparisonMarkdown, type DrawnComparison } from '../core/comparison/comparisonMarkdown.ts';
import { tellBaseline } from '../core/comparison/tellBaseline.ts';
import { tellComparison } from '../core/comparison/tellComparison.ts';
import { noRates, type Rates } from '../core/model/moneyRules.ts';
import { createProblem, type Problem } from '../core/model/problem.ts';
import { figuresDay } from '../core/money/figuresDay.ts';
import { computeComparisonView, type Compared } from '../core/views/computeComparisonView.ts';
import type { ComparisonView } from '../core/views/comparisonView.ts';
import { midnightOf } from './clock.ts';
import type { ComparedSnapshots, ComparedWith } from './comparedWith.ts';
import type { LoadedPlan } from './loadedPlan.ts';
import { readPrivateRates } from './moneyAnswers.ts';

type Told = Compared & { readonly drawn: DrawnComparison };

/** What is compared, and what commits are read with. */
export interface Question {
  readonly chosen: ComparedWith;
  readonly snapshots: ComparedSnapshots;
  /** Aborted where nobody waits for the answer any more. */
  readonly signal: AbortSignal;
}

/** What a plan says otherwise than what was chosen; hours at the rates that are here. */
export async function readComparison(
  loaded: LoadedPlan,
  question: Question,
): Promise<Result<{ readonly comparison: ComparisonView }, Problem>> {
  const { rates } = await readPrivateRates(loaded);
  const told = await tell(loaded, question, rates);
  if (!told.ok) return told;
  const { plan, revision } = loaded.views().snapshot;
  return ok({ comparison: computeComparisonView(plan, told.value, revision) });
}

/** The same as the text that `gantry diff --to md` prints: it is made to be shown, without rates. */
export async function comparisonText(
  loaded: LoadedPlan,
  question: Question,
): Promise<Result<string, Problem>> {
  const told = await tell(loaded, question, noRates);
  if (!told.ok) return told;
  const { title, text, drawn } = told.value;
  return ok(comparisonMarkdown(title, text, drawn));
}

async function tell(
  loaded: LoadedPlan,
  { chosen, snapshots, signal }: Question,
  rates: Rates,
): Promise<Result<Told, Problem>> {
  if (chosen.kind === 'baseline') return tellAgreed(loaded, chosen.name, rates);
  const versions = await snapshots.read(loaded, chosen.range);
  if (!versions.ok) return versions;
  const drawn = await snapshots.compare(loaded, versions.value, { rates, signal });
  if (!drawn) {
    const message = 'Another comparison was asked for meanwhile';
    return refused(createProblem('command-refused', message));
  }
  const title = titleOfVersions(versions.value);
  return ok({ title, text: tellComparison(drawn), bars: barsOfComparison(drawn), drawn });
}

function tellAgreed(loaded: LoadedPlan, name: string, rates: Rates): Result<Told, Problem> {
  const views = loaded.views();
  const { plan } = views.snapshot;
  const baseline = plan.baselines.get(name);
  if (!baseline) {
    const message = `There is no baseline ${name} any more; choose another to compare with`;
    return refused(createProblem('command-refused', message));
  }
  const at = figuresDay(plan.project.statusDate, midnightOf(views.now));
  const { text, bars, ...drawn } = tellBaseline(plan, views.schedule(), { baseline, at, rates });
  const title = `${plan.project.name || 'The plan'}, baseline ${baseline.title ?? name} to the files as they are`;
  return ok({ title, text, bars, drawn });
}
