import type { Result } from '../base/result.ts';
import type { Change } from '../model/change.ts';
import type { Instant } from '../model/instant.ts';
import type { Problem } from '../model/problem.ts';
import type { Schedule } from '../schedule/schedule.ts';
import type { Snapshot } from '../store/snapshot.ts';

/** What a command may look at. Commands are pure: time and chance come from here. */
export interface CommandContext {
  readonly snapshot: Snapshot;
  /** Computed when first asked for. */
  readonly schedule: () => Schedule;
  /** Today's midnight. */
  readonly today: Instant;
  /** Uniform in [0, 1). */
  readonly random: () => number;
  /** Ids that are taken although the snapshot does not show them (other branches, the trash). */
  readonly takenIds: ReadonlySet<string>;
}

/** What a command wants done, before anything is written. */
export interface CommandPlan {
  readonly changes: readonly Change[];
  /** For the undo list and for announcements: `Move "Parser" to 3 March`. */
  readonly title: string;
  /** The item that the edit is about: the one made, changed or taken out. */
  readonly id: string | undefined;
  /** What could not be done along with it, and what has to be looked at afterwards. */
  readonly remarks?: readonly Problem[];
}

export type CommandResult = Result<CommandPlan, Problem>;

export type Command<Input> = (ctx: CommandContext, input: Input) => CommandResult;
