import { areSameBytes } from '../base/utf8.ts';
import type { JournalledChange, JournalledFile } from './changeJournal.ts';
import type { FileStep } from './fileStep.ts';

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

/** What is still to be done so that a change is taken back; `writes` come first. */
export interface Recovery {
  readonly writes: readonly {
    readonly path: string;
    readonly bytes: Uint8Array;
    readonly before: Uint8Array | undefined;
  }[];
  /** With a twin, what they hold is there; without one it must be kept elsewhere. */
  readonly removals: readonly {
    readonly path: string;
    readonly bytes: Uint8Array;
    readonly twin: string | undefined;
  }[];
  /** Files that somebody else has changed since, and what would have to be moved there. */
  readonly left: readonly string[];
}

/** @param present what the files hold now; a path that is not in it could not be read */
export function planRecovery(
  { files }: JournalledChange,
  present: ReadonlyMap<string, Uint8Array | undefined>,
): Recovery {
  const isForeign = ({ path, contents }: JournalledFile): boolean =>
    !present.has(path) || !contents.some(known => areSameBytes(known, present.get(path)));
  const foreign = new Set(files.filter(isForeign).map(({ path }) => path));
  const writes: Recovery['writes'][number][] = [];
  const removals: Recovery['removals'][number][] = [];
  const left = new Set(foreign);
  for (const { path, contents, twin } of files) {
    const now = present.get(path);
    const [wanted] = contents;
    if (foreign.has(path) || areSameBytes(now, wanted)) continue;
    if (wanted) writes.push({ path, bytes: wanted, before: now });
    else if (now && twin !== undefined && foreign.has(twin)) left.add(path);
    else if (now) removals.push({ path, bytes: now, twin });
  }
  return { writes, removals, left: [...left] };
}
