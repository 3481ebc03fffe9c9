import type { PlainValue } from '../model/change.ts';
import type { DependencyType } from '../model/dependency.ts';
import type { ItemKind } from '../model/ids.ts';
import type { Instant } from '../model/instant.ts';
import type { TaskStatus } from '../model/task.ts';

/** The input of each command, by its name. The name is the same in every face. */
export interface CommandInputs {
  /** Makes an item. Values are as in the file; `fields` goes by field name. */
  readonly addItem: {
    readonly kind: ItemKind;
    readonly title: string;
    readonly fields?: Readonly<Record<string, PlainValue>>;
  };
  /** Sets fields by dotted path (`response.strategy`); null takes a field out. Works on `project` too. */
  readonly setFields: {
    readonly id: string;
    readonly fields: Readonly<Record<string, PlainValue>>;
  };
  /** Puts an item under another parent or milestone (null: under none), or beside a sibling. */
  readonly moveItem: {
    readonly id: string;
    readonly parent?: string | null;
    readonly milestone?: string | null;
    readonly before?: string;
    readonly after?: string;
  };
  /**
   * What dragging a bar means. A new start sets a start-no-earlier-than constraint (or moves the
   * dated constraint or the actual start that holds the task); a new length sets `duration`, or
   * `estimate` where the effort decides.
   */
  readonly rescheduleTask: {
    readonly id: string;
    readonly start?: Instant;
    /** Working minutes of the task's calendar. */
    readonly durationMinutes?: number;
  };
  /** Lets the work of a task pause at a moment; it stays one task. */
  readonly splitTask: {
    readonly id: string;
    readonly at: Instant;
    /** Of the task's own time; a day where it is left out. */
    readonly pauseMinutes?: number;
  };
  /** Makes two tasks of one: what lies after a moment is a task of its own that waits for the first. */
  readonly divideTask: { readonly id: string; readonly at: Instant };
  readonly linkTasks: {
    readonly predecessor: string;
    readonly successor: string;
    readonly type?: DependencyType;
    /** Such as `+2d`, `-1ed`, `+50%`. */
    readonly lag?: string;
  };
  /** Leads a link elsewhere at one end or both. The lag is kept, and the type where none is given. */
  readonly relinkTasks: {
    readonly predecessor: string;
    readonly successor: string;
    readonly toPredecessor?: string;
    readonly toSuccessor?: string;
    readonly type?: DependencyType;
  };
  readonly unlinkTasks: { readonly predecessor: string; readonly successor: string };
  readonly linkCode: {
    readonly id: string;
    /** Relative to the workspace folder. */
    readonly path: string;
    readonly symbol?: string;
    readonly line?: number;
    readonly endLine?: number;
    readonly quote?: string;
    readonly before?: string;
    readonly after?: string;
    readonly prints?: string;
    readonly commit?: string;
  };
  /**
   * Brings links to code to where the code is now, each by its place among those of its item and by
   * what it was: meanwhile another link may have come to its place.
   */
  readonly mendCode: {
    readonly links: readonly (CommandInputs['linkCode'] & {
      readonly place: number;
      readonly was: Pick<CommandInputs['linkCode'], 'path' | 'symbol' | 'line'>;
    })[];
  };
  /** Takes out every link of the item to the path; with a line, only the one at that line. */
  readonly unlinkCode: { readonly id: string; readonly path: string; readonly line?: number };
  /** Replaces the people of a task (`ada`, `ada 50%`), the owner of a milestone or risk. */
  readonly assign: { readonly id: string; readonly people: readonly string[] };
  /** Done, reached, closed, accepted: whatever the end of the item's kind is called. */
  readonly completeItem: { readonly id: string; readonly on?: Instant };
  /** Takes `completeItem` and `dropItem` back. */
  readonly reopenItem: { readonly id: string };
  /** Brings a task or milestone to a status, with the dates and the progress that belong to it. */
  readonly setStatus: { readonly id: string; readonly status: TaskStatus };
  /** How much of a task is done, 0 to 100: more than nothing begins it, 100 completes it. */
  readonly setProgress: { readonly id: string; readonly percent: number };
  /** Will not be done, and stays in the plan's memory. */
  readonly dropItem: { readonly id: string };
  /**
   * A risk has happened. Each step becomes a task with that title among those of its response, under
   * the milestone that it affects.
   */
  readonly markOccurred: { readonly id: string; readonly steps?: readonly string[] };
  /** Makes tasks of the open action items of a note, or of those at the given places. */
  readonly addActionTasks: { readonly id: string; readonly places?: readonly number[] };
  /**
   * Puts a decision in the place of another: one that there is, or a new one of that title. The old
   * one is superseded by it, and it is accepted.
   */
  readonly supersedeDecision: {
    readonly id: string;
    readonly by?: string;
    readonly title?: string;
  };
  /** Out of the plan, recoverably. References to it are taken out as well. */
  readonly removeItem: { readonly id: string };
  readonly restoreItem: { readonly id: string };
  /** Gives an item another id (a new random one when `to` is missing) and rewrites every reference. */
  readonly renameItem: { readonly id: string; readonly to?: string };
  /**
   * Decides what a merge has left open: one field, or all of them. An item that was made under the
   * same id on the other side becomes an item of its own.
   */
  readonly resolveConflict: {
    readonly id: string;
    /** The field as `conflicts` names it. */
    readonly field?: string;
    readonly side: 'ours' | 'theirs';
    /** Items that mean the other one, where two were made under one id. */
    readonly namedBy?: readonly string[];
  };
  /** Lets tasks start at other moments, as one step: what levelling found and a person accepted. */
  readonly levelTasks: {
    readonly moves: readonly { readonly id: string; readonly start: Instant }[];
  };
  /** Writes down where every item stands today, as `baselines/2026-11-21-kickoff.yaml`. */
  readonly takeBaseline: { readonly title: string; readonly reason?: string };
}

export type CommandName = keyof CommandInputs;
