import { barsOfComparison } from '../../src/core/comparison/comparisonBars.ts';
import { compareVersions, titleOfVersions } from '../../src/core/comparison/compareVersions.ts';
import { tellComparison } from '../../src/core/comparison/tellComparison.ts';
import { noRates } from '../../src/core/model/moneyRules.ts';
import { computeComparisonView } from '../../src/core/views/computeComparisonView.ts';
import type { ComparisonView } from '../../src/core/views/comparisonView.ts';
import type { ComparedVersions } from '../../src/core/comparison/comparedVersion.ts';
import { snapshotOfTexts } from '../../src/core/store/snapshotOfTexts.ts';

type Texts = Readonly<Record<string, string>>;

/** Two versions of a plan by the texts of its files: one of a commit, and the files as they are. */
export function comparedVersions(before: Texts, after: Texts): ComparedVersions {
  const texts = new Map(Object.entries(before));
  const commit = '0123456789'.repeat(4);
  const committedAt = Date.UTC(2026, 2, 1) / 1000;
  return {
    before: {
      revision: 'HEAD',
      committed: { commit, committedAt, subject: 'Plan it', texts },
      snapshot: snapshotOfTexts(texts),
    },
    after: {
      revision: undefined,
      committed: undefined,
      snapshot: snapshotOfTexts(new Map(Object.entries(after))),
    },
  };
}

const draw = 'title: Draw\nduration: 2d\nassignees: [ada]\n';
const kept: Texts = {
  'project.yaml': 'name: Bridge\nstart: 2026-03-02\ncurrency: EUR\npeople:\n  ada: { name: Ada }\n',
  'milestones/M-AAAA.yaml': 'title: Open\ndue: 2026-03-06\n',
  'tasks/T-BBBB.yaml': 'title: Build\nduration: 3d\nmilestone: M-AAAA\ndependsOn: [T-AAAA]\n',
};
const before: Texts = {
  ...kept,
  'tasks/T-AAAA.yaml': draw,
  'tasks/T-CCCC.yaml': 'title: Fence\nduration: 1d\n',
  'decisions/D-AAAA.yaml': 'title: Use steel\nstatus: proposed\n',
};
const after: Texts = {
  ...kept,
  'tasks/T-AAAA.yaml': draw.replace('2d', '4d').replace('Draw', '"<b>Draw</b>"'),
  'tasks/T-DDDD.yaml': 'title: Gate\nduration: 1d\n',
  'decisions/D-AAAA.yaml': 'title: Use steel\nstatus: accepted\n',
};

/** A plan that was changed since it was committed, as the panel shows it. */
export function changedPlan(revision = 1): ComparisonView {
  return viewOfVersions(comparedVersions(before, after), revision);
}

/** What differs between two versions, as the panel shows it. */
export function viewOfVersions(versions: ComparedVersions, revision = 1): ComparisonView {
  const comparison = compareVersions(versions, { today: 0, rates: noRates });
  const told = {
    title: titleOfVersions(versions),
    text: tellComparison(comparison),
    bars: barsOfComparison(comparison),
  };
  return computeComparisonView(versions.after.snapshot.plan, told, revision);
}
