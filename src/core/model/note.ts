import type { PlanDate } from './instant.ts';
import type { Visibility } from './task.ts';

export const noteTypes = ['meeting', 'standup', 'lesson', 'note'] as const;
export type NoteType = (typeof noteTypes)[number];

export interface ActionItem {
  readonly text: string;
  readonly assignee: string | undefined;
  readonly due: PlanDate | undefined;
  /** The task that it became. */
  readonly task: string | undefined;
  readonly isDone: boolean;
}

/** A meeting, a stand-up, a lesson: summary, decisions and action items. */
export interface Note {
  readonly kind: 'note';
  readonly id: string;
  readonly title: string;
  readonly type: NoteType;
  readonly date: PlanDate | undefined;
  readonly participants: readonly string[];
  readonly agenda: string | undefined;
  readonly summary: string | undefined;
  readonly decisions: readonly string[];
  readonly actions: readonly ActionItem[];
  readonly affects: readonly string[];
  readonly tags: readonly string[];
  readonly origin: string | undefined;
  /** Ids before a rename. */
  readonly formerIds: readonly string[];
  readonly visibility: Visibility | undefined;
}
