import { l10n, ThemeIcon } from 'vscode';
import { readComparedRange } from '../../core/comparison/comparedVersion.ts';
import { formatDay, formatPlanDate } from '../../core/model/instant.ts';
import type { Plan } from '../../core/model/plan.ts';
import { createProblem } from '../../core/model/problem.ts';
import type { KnownRevision, PlanVersions } from '../../core/store/committedPlan.ts';
import { keepChosen } from '../chosenComparison.ts';
import { sinceLastCommit, type ComparedWith } from '../comparedWith.ts';
import { findPlan } from '../itemChoice.ts';
import { showProblem } from '../notices.ts';
import type { OpenPlan } from '../openPlan.ts';
import {
  askChoice,
  askText,
  into,
  runSteps,
  type Answer,
  type Choice,
  type Step,
  type TextQuestion,
} from '../steps.ts';
import type { Workbench } from '../workbench.ts';

/** What kind of version a plan is compared with; the others are chosen from lists. */
type Way = 'head' | 'commit' | 'one' | 'branch' | 'merge' | 'range' | 'baseline';

interface Asked {
  readonly way: Way;
  readonly chosen: ComparedWith;
}

/** Lets a person choose an earlier version of the plan, and shows what has changed since. */
export async function comparePlan(bench: Workbench, given?: OpenPlan): Promise<void> {
  const title = l10n.t('Compare Plan with');
  const plan = given ?? (await findPlan(bench, title));
  if (!plan) return;
  const loaded = await plan.load();
  const versions = await loaded.versions();
  const values = loaded.views().snapshot.plan;
  if (!versions && values.baselines.size === 0) {
    const message = l10n.t(
      'There is nothing to compare with: no git repository that is trusted, and no baseline',
    );
    return showProblem(createProblem('command-refused', message));
  }
  const start: Asked = { way: 'head', chosen: sinceLastCommit };
  const asked = await runSteps(title, start, [
    askWay(values, versions !== undefined),
    askWhich(values, versions),
  ]);
  if (!asked) return;
  await keepChosen(bench.kept, plan, asked.chosen);
  bench.panels.open(plan, { view: 'compare' });
}

function askWay(plan: Plan, hasGit: boolean): Step<Asked> {
  const line = (label: string, value: Way, icon: string): Choice<Way> => ({
    label,
    value,
    iconPath: new ThemeIcon(icon),
  });
  const choices = [
    ...(hasGit
      ? [
          line(l10n.t('The last commit'), 'head', 'git-commit'),
          line(l10n.t('An earlier commit…'), 'commit', 'history'),
          line(l10n.t('What one commit changed…'), 'one', 'git-compare'),
          line(l10n.t('What a branch changes, as a pull request does…'), 'merge', 'git-merge'),
          line(l10n.t('A branch as it is…'), 'branch', 'git-branch'),
          line(l10n.t('Two revisions by name…'), 'range', 'edit'),
        ]
      : []),
    ...(plan.baselines.size > 0 ? [line(l10n.t('A baseline…'), 'baseline', 'milestone')] : []),
  ];
  const prompt = l10n.t('What is the plan held against?');
  return (asked, place) => into(askChoice({ prompt, choices }, place), way => ({ ...asked, way }));
}

/** Nothing more is asked where the way says it all. */
function askWhich(plan: Plan, versions: PlanVersions | undefined): Step<Asked> {
  return async (asked, place) => {
    const known = asked.way === 'head' ? [] : await revisionsFor(asked.way, versions);
    const range = (before: string, after?: string, isFromBase = false): Asked => ({
      ...asked,
      chosen: { kind: 'range', range: { before, after, isFromBase } },
    });
    const pick = (prompt: string, toAsked: (name: string) => Asked): Promise<Answer<Asked>> =>
      into(askChoice({ prompt, choices: known.map(revisionChoice) }, place), toAsked);
    switch (asked.way) {
      case 'head':
        return { kind: 'answer', value: { ...asked, chosen: sinceLastCommit } };
      case 'commit':
        return pick(l10n.t('Which commit? These touched the plan'), name => range(name));
      case 'one':
        return pick(l10n.t('Which commit? These touched the plan'), name =>
          range(`${name}^`, name),
        );
      case 'branch':
        return pick(l10n.t('Which branch?'), name => range(name));
      case 'merge':
        return pick(l10n.t('Which branch?'), name => range('HEAD', name, true));
      case 'range':
        return into(askText(rangeQuestion(), place), text => ({
          ...asked,
          chosen: rangeOf(text) ?? asked.chosen,
        }));
      case 'baseline':
        return into(
          askChoice({ prompt: l10n.t('Which baseline?'), choices: baselineChoices(plan) }, place),
          name => ({ ...asked, chosen: { kind: 'baseline', name } }),
        );
    }
  };
}

async function revisionsFor(
  way: Way,
  versions: PlanVersions | undefined,
): Promise<readonly KnownRevision[]> {
  if (way === 'commit' || way === 'one') return (await versions?.commits()) ?? [];
  if (way === 'branch' || way === 'merge') return (await versions?.branches()) ?? [];
  return [];
}

/** The name of a commit is long and says nothing; its subject does. */
function revisionChoice({ name, committedAt, subject }: KnownRevision): Choice<string> {
  const day = formatDay(Math.floor(committedAt / 60));
  const isCommit = /^[0-9a-f]{40,}$/.test(name);
  return isCommit
    ? { label: subject, description: `${name.slice(0, 9)} · ${day}`, value: name }
    : { label: name, description: `${day} · ${subject}`, value: name };
}

/** The newest first. */
function baselineChoices(plan: Plan): readonly Choice<string>[] {
  return [...plan.baselines.values()]
    .map(({ name, title, takenOn, reason }) => ({
      label: title ?? name,
      description: [takenOn && formatPlanDate(takenOn), reason].filter(Boolean).join(' · '),
      value: name,
    }))
    .reverse();
}

function rangeQuestion(): TextQuestion {
  return {
    prompt: l10n.t('A revision, or two: main, HEAD~3, v1.0 v1.1, main...topic'),
    value: 'main...HEAD',
    refuse: text => (rangeOf(text) ? undefined : l10n.t('Write one revision or two')),
  };
}

function rangeOf(text: string): ComparedWith | undefined {
  const words = text.split(/\s+/).filter(Boolean);
  const range = words.length === 0 ? undefined : readComparedRange(words);
  return range && { kind: 'range', range };
}
