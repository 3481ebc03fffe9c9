import type { PlainValue } from '../model/change.ts';
import type { ReliefKind } from '../people/findReliefs.ts';

/** A task as the one who does it sees it. */
export interface OwnTask {
  readonly id: string;
  readonly title: string;
  /** `3–7 Mar`; empty where it could not be placed. */
  readonly days: string;
  /** `waits for T-2PAR "Parser" of Bob`, `2 days late`; empty for nothing to say. */
  readonly note: string;
  readonly isDone: boolean;
  readonly isLate: boolean;
}

/** Work of somebody else that cannot begin before a task of this person is done. */
export interface WaitingTask {
  readonly id: string;
  readonly title: string;
  /** `Bob`; empty where nobody is assigned. */
  readonly who: string;
  /** The task of this person. */
  readonly forId: string;
  readonly forTitle: string;
}

export interface OverloadRow {
  /** The first of its days, by which it is asked for. */
  readonly firstDay: number;
  /** `3–7 Mar: 2d too much` */
  readonly text: string;
  readonly tasks: readonly { readonly id: string; readonly title: string }[];
}

/** What one person has to do, and who waits for it. */
export interface PersonView {
  readonly revision: number;
  readonly person: string;
  readonly name: string;
  /** `2–8 Mar` */
  readonly week: string;
  /** What this week is for: to be ticked off. */
  readonly todo: readonly OwnTask[];
  readonly now: readonly OwnTask[];
  readonly next: readonly OwnTask[];
  readonly waiting: readonly WaitingTask[];
  readonly overloads: readonly OverloadRow[];
}

/** A way out of an overload in words, with what is written when it is taken. */
export interface ReliefRow {
  readonly kind: ReliefKind;
  readonly task: string;
  /** `Give "Parser" to Bob` */
  readonly text: string;
  /** `takes away all of it, the plan ends as before` */
  readonly result: string;
  readonly fields: Readonly<Record<string, PlainValue>>;
}
