import type { PlainValue } from '../model/change.ts';
import type { DependencyType } from '../model/dependency.ts';
import type { Problem } from '../model/problem.ts';

/** A plan read from another program, before it has ids here. Items refer to one another by origin. */
export interface ImportedPlan {
  /** Which project of that program it is: `mspdi:Bridge`. */
  readonly origin: string;
  /** The origin is the program's own number of the project, and no mere name that others may bear. */
  readonly isIdentified: boolean;
  /** Fields of the project file other than calendars and people. */
  readonly project: Readonly<Record<string, PlainValue>>;
  /** By key, as they stand in the project file. */
  readonly calendars: Readonly<Record<string, PlainValue>>;
  readonly people: Readonly<Record<string, PlainValue>>;
  /** In outline order, a parent before its children. */
  readonly tasks: readonly ImportedTask[];
  readonly baselines: readonly ImportedBaseline[];
  /** What could not be carried over, one problem a subject, with its count. */
  readonly problems: readonly Problem[];
}

export interface ImportedTask {
  /** For example `mspdi:12`. */
  readonly origin: string;
  readonly title: string;
  /** As in the file, without `title`, `parent`, `dependsOn` and `origin`. */
  readonly fields: Readonly<Record<string, PlainValue>>;
  /** The origin of the summary task that it is part of. */
  readonly parent: string | undefined;
  readonly dependsOn: readonly ImportedDependency[];
}

export interface ImportedBaseline {
  /** How it is called in its file name, after a day; the same at every import. */
  readonly slug: string;
  readonly title: string;
  /** `2026-03-02T08:00..2026-03-03T17:00` by the origin of a task. */
  readonly items: ReadonlyMap<string, string>;
}

export interface ImportedDependency {
  /** An origin. */
  readonly predecessor: string;
  readonly type: DependencyType;
  /** `+2d`, `-1ed`, `+50%`; empty for none. */
  readonly lagText: string;
}
