import type { Uri } from 'vscode';
import type { CodePast } from '../core/anchors/codePast.ts';
import type { CommitIndex } from '../core/commits/commitIndex.ts';
import type { NamedWork } from '../core/commits/namedWork.ts';
import type { WorkHistory } from '../core/commits/workHistory.ts';
import type { ChangeRange, RangeChange } from '../core/impact/changeRange.ts';
import type { FoundLine, LineAuthor } from '../core/source/foundLine.ts';
import type { Pause } from '../core/base/pause.ts';
import type { Ancestor } from '../core/merge/mergeMarks.ts';
import type { PlanVersions } from '../core/store/committedPlan.ts';
import type { DriverState } from '../core/store/driverState.ts';
import type { WitnessedFile } from '../core/store/outsideChanges.ts';
import type { ParseCache } from '../core/store/parseCache.ts';
import type { ProjectFiles } from '../core/store/projectFiles.ts';
import type { UnmergedFile } from '../core/store/unmergedFile.ts';
import type { PlanPast } from '../core/model/planPast.ts';
import type { RiskVersion } from '../core/store/riskVersion.ts';
import type { Log } from './log.ts';

/** A workspace folder and the name of the plan folder in it. */
export interface PlanPlace {
  readonly folder: Uri;
  readonly folderName: string;
}

/** How a local disk is read. */
export interface Disk {
  readonly files: ProjectFiles;
  readonly pause: Pause;
  /** Missing where nothing can be kept between sessions. */
  readonly cache?: ParseCache;
}

/** A line of a file, relative to the workspace folder. */
export interface CodeLine {
  readonly path: string;
  /** Counted from one. */
  readonly line: number;
}

export interface PastOfCode {
  /** The commit that is checked out. */
  readonly head: string;
  readonly code: CodePast;
}

/** What git knows of the merges of a plan. */
export interface MergeFacts {
  /** The files that git could not merge. */
  unmerged(): Promise<readonly UnmergedFile[]>;
  /** Whether git can merge the plan field by field, as its attributes may ask. */
  driver(): Promise<DriverState>;
  /** Names the program that does, in the settings of this clone. */
  setUp(): Promise<boolean>;
  /** Names it anew where an update of the editor or the extension left its predecessor behind. */
  renew(): Promise<void>;
}

/** What the composition root gives to every plan. */
export interface PlanPorts {
  readonly log: Log;
  /** Undefined where only the editor's file systems reach the folder. */
  openDisk(place: PlanPlace): Promise<Disk> | undefined;
  /** Ids in use on any branch; empty without git or before trust. */
  takenIds(place: PlanPlace): Promise<ReadonlySet<string>>;
  /** Past versions of the risks, the oldest first; undefined without git or before trust. */
  riskVersions(place: PlanPlace, signal: AbortSignal): Promise<readonly RiskVersion[] | undefined>;
  /** What the newest commits made of the plan; undefined without git or before trust; missing: never. */
  planPast?(place: PlanPlace, most: number): Promise<PlanPast | undefined>;
  /** Undefined without git and before trust; missing: never. */
  versions?(place: PlanPlace): Promise<PlanVersions | undefined>;
  /** Where symbolic links lead a path in a folder; undefined out of it or nowhere; missing: nobody can tell. */
  placeInside?(folder: Uri, path: string): Promise<string | undefined>;
  /** The past of the code, with the present commit; undefined without git, before trust and before the first commit. */
  codePast?(place: PlanPlace, signal: AbortSignal): Promise<PastOfCode | undefined>;
  /** The work on an item as the commits tell it; undefined without git and before trust. */
  workOn?(place: PlanPlace, item: NamedWork): Promise<WorkHistory | undefined>;
  /** The lines of code that hold a text; undefined without git and before trust. */
  searchCode?(place: PlanPlace, text: string): Promise<readonly FoundLine[] | undefined>;
  /** All commits that name items; undefined without git and before trust. */
  commits?(place: PlanPlace, signal?: AbortSignal): Promise<CommitIndex | undefined>;
  /** A change of code; undefined without git, before trust, and for a range that names no commits. */
  change?(place: PlanPlace, range: ChangeRange): Promise<RangeChange | undefined>;
  /** Lines that may be notes of work to do, in some files or in all; undefined without git and before trust. */
  findNotes?(
    place: PlanPlace,
    paths: readonly string[] | undefined,
    signal: AbortSignal,
  ): Promise<readonly FoundLine[] | undefined>;
  /** Who wrote a line; undefined without git and before trust, and for one that is not committed. */
  lineAuthor?(place: PlanPlace, line: CodeLine): Promise<LineAuthor | undefined>;
  /** What both sides of a merge began with, of a file of the plan that git could not merge; undefined where git does not know. */
  ancestorOf?(place: PlanPlace, file: string): Promise<Ancestor | undefined>;
  /** What git knows of merges; undefined without git and before trust. */
  merges?(place: PlanPlace): Promise<MergeFacts | undefined>;
  /** Items that name an id on the side that a merge brought in alone; missing: none. */
  namingOtherSide?(place: PlanPlace, id: string): Promise<readonly string[]>;
  /** Of files that changed or vanished, those that git wrote or took away itself; missing: none. */
  knownFiles?(place: PlanPlace, files: readonly WitnessedFile[]): Promise<ReadonlySet<string>>;
  /** The pattern by which git ignores the plan folder; undefined when it keeps it, and without git or trust. */
  ignoredBy(place: PlanPlace): Promise<string | undefined>;
  /** Whether git holds a plan folder that a sparse checkout leaves out; missing: it does not. */
  isLeftOut?(place: PlanPlace): Promise<boolean>;
}
