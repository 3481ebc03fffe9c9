// What a person has done to a plan with one command that writes several files, or one large one. Each
// of them is done to plans of their own by endlessCommands.ts, and killed, by killedCommands.test.ts.
import type { Result } from '../../src/core/base/result.ts';
import { changeOfProposal } from '../../src/core/commits/proposalChange.ts';
import type { Proposal } from '../../src/core/commits/proposals.ts';
import { runTogether, stepOf, type Step } from '../../src/core/commands/runTogether.ts';
import { parsePlanDate } from '../../src/core/model/instant.ts';
import type { Problem } from '../../src/core/model/problem.ts';
import { computeSchedule } from '../../src/core/schedule/computeSchedule.ts';
import { ProjectStore } from '../../src/core/store/projectStore.ts';
import { createNodeFiles } from '../../src/node/nodeFiles.ts';
import { seededRandom } from '../support/seededRandom.ts';

const ids = ['T-AAAA', 'T-BBBB', 'T-CCCC', 'T-DDDD', 'T-EEEE'];
const today = parsePlanDate('2026-03-16')?.at ?? 0;
const later = parsePlanDate('2026-04-06T09:00')?.at ?? 0;

/** The files of a plan to which all of it can be done. */
export function planTexts(): Readonly<Record<string, string>> {
  const texts: Record<string, string> = {
    'project.yaml': 'name: Demo\nstart: 2026-03-02\npeople:\n  ada: { name: Ada }\n',
    'decisions/D-AAAA.yaml': 'title: Paper\nstatus: accepted # by all\ndecidedOn: 2026-03-01\n',
    'notes/N-AAAA.yaml':
      'title: Minutes\nactions:\n  - text: Call\n    assignee: ada\n  - Write # soon\n  - text: Send\n    due: 2026-03-20\n',
  };
  for (const id of ids) {
    texts[`tasks/${id}.yaml`] = `title: Task # of ada\nduration: 3d\nassignees:\n  - ada\n`;
  }
  return texts;
}

export interface Deed {
  readonly name: string;
  readonly steps: readonly Step[];
}

/** What a person did. */
export const deeds: readonly Deed[] = [
  {
    name: 'accepting a levelling',
    steps: [stepOf('levelTasks', { moves: ids.map((id, i) => ({ id, start: later + i * 1440 })) })],
  },
  { name: 'accepting proposals', steps: ids.map(proposalOf).flatMap(stepsOf) },
  {
    name: 'superseding a decision',
    steps: [stepOf('supersedeDecision', { id: 'D-AAAA', title: 'Pixels' })],
  },
  { name: 'making tasks of actions', steps: [stepOf('addActionTasks', { id: 'N-AAAA' })] },
  { name: 'freezing a baseline', steps: [stepOf('takeBaseline', { title: 'Kick-off' })] },
];

function proposalOf(id: string, place: number): Proposal {
  const began = { id, title: 'Task', started: '2026-03-03', evidence: [], commits: [] };
  const change =
    place % 2 === 0
      ? { status: 'doing' as const, progress: 40 }
      : { status: 'done' as const, finished: '2026-03-05' };
  return { ...began, ...change };
}

/** As the command line and the editor write them. */
function stepsOf(proposal: Proposal): readonly Step[] {
  const { fields, isComplete, completedOn } = changeOfProposal(proposal);
  const { id } = proposal;
  const on = completedOn === undefined ? {} : { on: completedOn };
  return [
    ...(Object.keys(fields).length > 0 ? [stepOf('setFields', { id, fields })] : []),
    ...(isComplete ? [stepOf('completeItem', { id, ...on })] : []),
  ];
}

/** Does one deed to a plan, each time with the same new ids. */
export async function doOnce(
  workspace: string,
  { steps }: Deed,
): Promise<Result<unknown, Problem>> {
  const store = await ProjectStore.open(createNodeFiles(workspace, '.project'));
  return store.edit(snapshot =>
    runTogether(
      {
        snapshot,
        schedule: () => computeSchedule(snapshot.plan, { today }),
        today,
        random: seededRandom(3),
        takenIds: new Set(),
      },
      steps,
    ),
  );
}
