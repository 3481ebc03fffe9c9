import { areSameBytes } from '../base/utf8.ts';
import type { Problem } from '../model/problem.ts';
import type { FileStep } from './fileSteps.ts';

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
  /**
   * Brings what a crash left half done to its end, and answers with what is left to a person. Waits
   * while another process is in the middle of a change. Never fails.
   */
  recover(): Promise<readonly Problem[]>;
  /** The turn to change several files; undefined while another process has it for too long. */
  begin(): Promise<JournalTurn | undefined>;
}

/** From {@link ChangeJournal.begin} to `release` no other process changes several files. */
export interface JournalTurn {
  /** Notes what is about to be done. When it resolves, that is on the disk. */
  note(change: JournalledChange): Promise<void>;
  /** Called after each step, so that nobody takes us for dead. */
  keep(): void;
  /**
   * The change is going to be taken back, also by whoever comes after a crash. False when another
   * process took us for dead and has finished the change: then nothing must be taken back.
   */
  turnBack(): Promise<boolean>;
  /** Every file is as it should be; the note is taken away. */
  end(): Promise<void>;
  release(): void;
}

/** What steps do to each file. */
export function journalOf(title: string, steps: readonly FileStep[]): JournalledChange {
  const contents = new Map<string, (Uint8Array | undefined)[]>();
  const twins = new Map<string, string>();
  const follow = (path: string, before: Uint8Array | undefined, after?: Uint8Array): void => {
    const known = contents.get(path);
    if (known) known.push(after);
    else contents.set(path, [before, after]);
  };
  for (const step of steps) {
    if (step.kind === 'write') follow(step.path, step.before, step.bytes);
    else {
      follow(step.from, step.bytes);
      follow(step.to, undefined, step.bytes);
      for (const [path, twin] of twins) if (twin === step.from) twins.set(path, step.to);
      twins.set(step.from, step.to).set(step.to, step.from);
    }
  }
  const files = [...contents].map(([path, states]) => {
    return { path, contents: states, twin: twins.get(path) };
  });
  return { title, files };
}

/** Whether a change that was interrupted is done to its end or taken back. */
export type Direction = 'forward' | 'back';

/** What is still to be done so that a change is whole; `writes` come first. */
export interface Recovery {
  readonly writes: readonly {
    readonly path: string;
    readonly bytes: Uint8Array;
    readonly before: Uint8Array | undefined;
  }[];
  /** With a twin, what they hold is kept there; without one it must be kept elsewhere. */
  readonly removals: readonly {
    readonly path: string;
    readonly bytes: Uint8Array;
    readonly twin: string | undefined;
  }[];
  /** Files that somebody else has changed since, and what was to be moved there or from there. */
  readonly left: readonly string[];
}

/** @param present what the files hold now; a path that is not in it could not be read */
export function planRecovery(
  { files }: JournalledChange,
  direction: Direction,
  present: ReadonlyMap<string, Uint8Array | undefined>,
): Recovery {
  const isForeign = ({ path, contents }: JournalledFile): boolean =>
    !present.has(path) || !contents.some(known => areSameBytes(known, present.get(path)));
  const foreign = new Set(files.filter(isForeign).map(({ path }) => path));
  const writes: Recovery['writes'][number][] = [];
  const removals: Recovery['removals'][number][] = [];
  const left = new Set(foreign);
  for (const file of files) {
    const { path, contents, twin } = file;
    const now = present.get(path);
    const wanted = direction === 'forward' ? contents.at(-1) : contents[0];
    if (foreign.has(path) || areSameBytes(now, wanted)) continue;
    if (wanted) writes.push({ path, bytes: wanted, before: now });
    else if (now && twin !== undefined && foreign.has(twin)) left.add(path);
    else if (now) removals.push({ path, bytes: now, twin });
  }
  return { writes, removals, left: [...left] };
}
