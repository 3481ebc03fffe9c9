import type { Problem } from '../model/problem.ts';

/** What a file goes through in a change of several files. */
export interface JournalledFile {
  readonly path: string;
  /** From what it held before to what it holds after, at least these two; undefined: not there. */
  readonly contents: readonly (Uint8Array | undefined)[];
  /** The other end of its move: what is taken away here is there. */
  readonly twin: string | undefined;
}

/** A change of several files, as it is noted on the disk before the first of them is touched. */
export interface JournalledChange {
  /** What it does, in words. */
  readonly title: string;
  readonly files: readonly JournalledFile[];
}

/** Keeps changes of several files whole, whatever happens in the middle of them. */
export interface ChangeJournal {
  /** True while a change is under way, or was left half done. */
  isInterrupted(): boolean;
  /**
   * Takes back what a crash left half done, and answers with what is left to a person. Waits while
   * another process is in the middle of a change. Never fails.
   */
  recover(): Promise<readonly Problem[]>;
  /** The turn to change several files; undefined while another process has it for too long. */
  begin(): Promise<JournalTurn | undefined>;
}

/** From {@link ChangeJournal.begin} to `release` no other process changes several files. */
export interface JournalTurn {
  /** Notes what is about to be done. When it resolves, that is on the disk. Throws when it cannot. */
  note(change: JournalledChange): Promise<void>;
  /**
   * Called after each step, so that nobody takes us for dead. False when somebody did, and has taken
   * the change back meanwhile.
   */
  keep(): boolean;
  /**
   * Takes the note away: by that the change is done, and not before. False when it is gone already;
   * throws when it cannot be taken away.
   */
  end(): Promise<boolean>;
  /**
   * Brings every file back to what it was, whatever a step that failed has left behind, as the next
   * one to come would. Throws when the disk refuses; then it is tried again later.
   */
  takeBack(): Promise<void>;
  release(): void;
}

/**
 * A journal that notes what is made of each change, for files that are not as the disk has them.
 *
 * @param revise may do what has to be done before the change is noted
 */
export function revisedJournal(
  journal: ChangeJournal,
  revise: (change: JournalledChange) => Promise<JournalledChange>,
): ChangeJournal {
  return {
    isInterrupted: () => journal.isInterrupted(),
    recover: () => journal.recover(),
    async begin() {
      const turn = await journal.begin();
      return turn && { ...turn, note: async change => turn.note(await revise(change)) };
    },
  };
}
