import { parsePlanDate, type Instant } from '../model/instant.ts';
import type { PlainValue } from '../model/change.ts';
import type { Proposal } from './proposals.ts';

/** What accepting a proposal writes: some fields, and that the task is complete. */
export interface ProposalChange {
  readonly fields: Readonly<Record<string, PlainValue>>;
  readonly isComplete: boolean;
  /** When it was completed; undefined: today. */
  readonly completedOn: Instant | undefined;
}

export function changeOfProposal(proposal: Proposal): ProposalChange {
  const { status, started, finished, progress } = proposal;
  const isComplete = status === 'done';
  const fields = {
    ...(status === undefined || isComplete ? {} : { status }),
    ...(started === undefined ? {} : { started }),
    ...(finished === undefined || isComplete ? {} : { finished }),
    ...(progress === undefined ? {} : { progress: `${progress}%` }),
  };
  const completedOn = finished === undefined ? undefined : parsePlanDate(finished)?.at;
  return { fields, isComplete, completedOn };
}

/** The same in words: `doing, started 2026-03-01`. */
export function proposalText({ status, started, finished, progress }: Proposal): string {
  return [
    status,
    started && `started ${started}`,
    finished && `finished ${finished}`,
    progress === undefined ? undefined : `${progress}%`,
  ]
    .filter(part => part !== undefined)
    .join(', ');
}
