import assert from 'node:assert/strict';
import type { Bench } from './runOnFiles.ts';

/** A plan with an item of every kind that name one another. */
export const texts = {
  'project.yaml': 'name: Demo\npeople:\n  ada: { name: Ada Lovelace }\n  grace: { name: Grace }\n',
  'milestones/M-AAAA.yaml': 'title: M\n',
  'tasks/T-AAAA.yaml': 'title: A # c\nprogress: 40%\nremaining: 1d\n',
  'tasks/T-ABBB.yaml':
    'title: B\nparent: T-AAAA\nmilestone: M-AAAA\ndependsOn: [ "T-ACCC SS+2d" ]\n',
  'tasks/T-ACCC.yaml':
    'title: C\nparent: T-ABBB\nstarted: 2026-03-03\ncode:\n  - src/a.ts:12\n  - src/b.ts\n',
  'risks/R-AAAA.yaml':
    'title: R\naffects:\n  - T-ACCC # the move\n  - M-AAAA\nresponse:\n  strategy: reduce\n  tasks: [T-ACCC]\nsecondary: R-BBBB\n',
  'risks/R-BBBB.yaml': 'title: S\n',
  'decisions/D-AAAA.yaml': 'title: D\naffects: [T-ACCC, R-AAAA]\n',
  'notes/N-AAAA.yaml': 'title: N\nactions:\n  - text: Call\n    task: T-ACCC\n  - Write\n',
  'baselines/kick.yaml':
    'takenOn: 2026-03-02\nitems:\n  T-ACCC: 2026-03-02T09:00..2026-03-03T18:00\n  T-AAAA: 2026-03-02T09:00..2026-03-03T18:00\n',
};

/** The refusal of a command, which must have changed nothing. */
export async function refused(
  bench: Bench,
  ...call: Parameters<Bench['refusal']>
): Promise<string> {
  const before = bench.diff();
  const problem = await bench.refusal(...call);
  assert.deepEqual(bench.diff(), before);
  return problem.message;
}
