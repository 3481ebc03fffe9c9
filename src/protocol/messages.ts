import type { CommandInputs, CommandName } from '../core/commands/inputs.ts';
import type { Instant } from '../core/model/instant.ts';
import type { Problem } from '../core/model/problem.ts';
import type { ComparisonView } from '../core/views/comparisonView.ts';
import type { CommitDays } from '../core/views/commitDays.ts';
import type { CalibrationView } from '../core/views/calibrationView.ts';
import type { ForecastHistoryView } from '../core/views/forecastHistoryView.ts';
import type { ForecastView } from '../core/views/forecastView.ts';
import type { LevellingView } from '../core/views/levellingView.ts';
import type { MoneyShape } from '../core/views/moneyCurve.ts';
import type { MoneyPage } from '../core/views/moneyPage.ts';
import type { Audience } from '../core/report/report.ts';
import type { ProgressPage } from '../core/views/progressPage.ts';
import type { ReportPage } from '../core/views/reportPage.ts';
import type { LoadGroup, PeopleView } from '../core/views/peopleView.ts';
import type { PersonView, ReliefRow } from '../core/views/personView.ts';
import type { GanttView } from '../core/views/ganttView.ts';
import type { RiskHistoryView } from '../core/views/riskHistoryView.ts';
import type { RiskRegisterView } from '../core/views/riskRegisterView.ts';

/** The views of the panel. */
export const panelViews = [
  'gantt',
  'risks',
  'forecast',
  'people',
  'money',
  'report',
  'compare',
] as const;
export type PanelView = (typeof panelViews)[number];

/** Everything that the panel shows: always whole, never a delta. An older revision is dropped. */
export interface PanelSnapshot {
  readonly revision: number;
  readonly gantt: GanttView;
  readonly risks: RiskRegisterView;
  /** How many problems of each severity the plan has, for the line under the chart. */
  readonly problems: { readonly error: number; readonly warning: number; readonly info: number };
  /** False in a plan that cannot be written (newer format, no trust, no permission). */
  readonly canEdit: boolean;
  /** True while there is no plan folder: there is nothing to show. */
  readonly isMissing?: boolean;
}

/** One command to run, with the input of its kind. */
export type Intent = {
  [Name in CommandName]: { readonly command: Name; readonly input: CommandInputs[Name] };
}[CommandName];

/** What an edit did, for the announcement. */
export interface EditDone {
  readonly title: string;
  readonly id: string | undefined;
}

/** What the panel lets the editor ask for. */
export const panelQuestions = [
  'add',
  'addInside',
  'addRisk',
  'occurred',
  'reviewed',
  'link',
  'assign',
  'assignWhoeverCan',
  'linkCode',
  'unlink',
  'unlinkCode',
  'move',
  'rename',
  'projectFile',
  'remove',
  'restore',
  'createPlan',
  'why',
  'problems',
  'compareWith',
  'svg',
  'png',
  'print',
] as const;
export type PanelQuestion = (typeof panelQuestions)[number];

/** What simulations are made for: the plan as it is, its past commits, its finished tasks. */
export const forecastWorks = ['forecast', 'history', 'calibration'] as const;
export type ForecastWork = (typeof forecastWorks)[number];

/** A plan for an engine elsewhere. */
export interface PackedPlan {
  readonly revision: number;
  /** Midnight of the day on which it was scheduled: a plan without any date begins there. */
  readonly today: Instant;
  /** The revision that the bytes tell the changes of; null where they hold the plan as a whole. */
  readonly since: number | null;
  readonly bytes: Uint8Array;
}

/** What a picture of the chart is for. */
export const pictureForms = ['svg', 'png', 'print'] as const;
export type PictureForm = (typeof pictureForms)[number];

/** All rows and all of their time, or what the window shows of them. */
export const pictureExtents = ['whole', 'shown'] as const;

export interface PictureWish {
  readonly form: PictureForm;
  readonly extent: (typeof pictureExtents)[number];
}

/** Forms in which the numbers of a view are saved. */
export const savedForms = ['csv', 'svg'] as const;
export const reportForms = ['md', 'html'] as const;
export const comparisonForms = ['md', 'svg'] as const;

/** What of a view is to be saved. */
export type SaveWish =
  | {
      readonly view: 'people';
      readonly form: (typeof savedForms)[number];
      readonly by: LoadGroup;
    }
  | {
      readonly view: 'money';
      readonly form: (typeof savedForms)[number];
      readonly shape: MoneyShape;
    }
  | {
      readonly view: 'report';
      readonly form: (typeof reportForms)[number];
      readonly audience: Audience;
    }
  | { readonly view: 'progress'; readonly form: (typeof savedForms)[number] }
  | { readonly view: 'compare'; readonly form: (typeof comparisonForms)[number] };

/** What drives an item and what it drives, by ids; both empty where its dates hang on nothing. */
export interface DrivingPath {
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** The dependencies that drive: predecessor, then the item that names it. */
  readonly links: readonly (readonly [string, string])[];
}

/** The contract between webview and host: request name to its parameters and its reply. */
export interface Requests {
  /** First words of the webview. The answer is everything needed for the first paint. */
  readonly ready: { params: Record<string, never>; reply: PanelSnapshot };
  /** Runs a command on the newest snapshot. */
  readonly run: { params: Intent; reply: EditDone };
  /** Runs commands one after another as one edit: all of them, or none. */
  readonly runAll: { params: { intents: readonly Intent[] }; reply: EditDone };
  readonly undo: { params: Record<string, never>; reply: EditDone };
  readonly redo: { params: Record<string, never>; reply: EditDone };
  /** Opens an item's YAML, or the code it is linked to (`link` counts from 0). */
  readonly open: {
    params: { id: string; target: 'file' | 'code'; link?: number; beside: boolean };
    reply: { opened: boolean };
  };
  /** Tells trees and editors what is selected in the panel. */
  readonly select: { params: { id: string | null; view: PanelView }; reply: { done: true } };
  /**
   * Asks a person in the editor's own way (quick pick) for what a command still needs. `add` makes
   * a task beside or in the item, as its kind has it; `addInside` makes a part of a task; `rename`
   * gives another id; `remove` takes the `others` along.
   */
  readonly pick: {
    params: { what: PanelQuestion; id: string | null; others?: readonly string[] };
    /** With the title of the edit that came of it. */
    reply: { done: boolean; title?: string };
  };
  /** Asks why an item has its dates: a few lines of plain text, empty where nothing can be said. */
  readonly explain: { params: { id: string }; reply: { text: string } };
  /** Asks what drives an item's dates, and what it drives in turn. */
  readonly drivingPath: { params: { id: string }; reply: DrivingPath };
  /** Asks for all that the schedule follows from, for an engine of the panel's own. */
  readonly plan: {
    /** The revision that is known already, where one is. */
    params: { readonly since: number | null };
    reply: PackedPlan;
  };
  /** Asks what the risks weighed from commit to commit; null where no git can say. */
  readonly riskHistory: {
    params: Record<string, never>;
    reply: { readonly history: RiskHistoryView | null };
  };
  /**
   * Has the newest snapshot simulated; null where it was stopped, or asked for anew before it was done.
   * Meanwhile events tell how far it is.
   */
  readonly forecast: {
    params: Record<string, never>;
    reply: { readonly forecast: ForecastView | null };
  };
  /** Has the plan simulated as each of its past commits had it; null where it was stopped. */
  readonly forecastHistory: {
    params: Record<string, never>;
    reply: { readonly history: ForecastHistoryView | null };
  };
  /** Asks what finished tasks say of the estimates and of the pace; null where it was stopped. */
  readonly calibration: {
    params: Record<string, never>;
    reply: { readonly calibration: CalibrationView | null };
  };
  /** Ends a simulation that runs. */
  readonly stopForecast: { params: { work: ForecastWork }; reply: { done: true } };
  /**
   * Asks on which days there are commits for which tasks; null without git, before trust, and where
   * it was asked for anew before it was done.
   */
  readonly commitDays: {
    params: Record<string, never>;
    reply: { readonly commitDays: CommitDays | null };
  };
  /** Asks who has how much to do. */
  readonly people: { params: Record<string, never>; reply: { readonly people: PeopleView } };
  /** Asks what one person has to do, by key. */
  readonly person: { params: { person: string }; reply: { readonly person: PersonView } };
  /** Asks for the ways out of an overload, by its first day; each was tried by scheduling with it. */
  readonly reliefs: {
    params: { person: string; firstDay: number };
    reply: { readonly reliefs: readonly ReliefRow[] };
  };
  /** Asks for a preview of the levelled plan. */
  readonly levelling: {
    params: Record<string, never>;
    reply: { readonly levelling: LevellingView };
  };
  /** Asks what the plan costs, has cost and will cost. */
  readonly money: { params: Record<string, never>; reply: { readonly money: MoneyPage } };
  /** Asks for the report for an audience, with what changed since the last one that was frozen. */
  readonly report: { params: { audience: Audience }; reply: { readonly report: ReportPage } };
  /** Keeps the report for an audience in the plan folder. */
  readonly freezeReport: { params: { audience: Audience }; reply: { readonly path: string } };
  /** Asks what was done when, and what is in work. */
  readonly progress: { params: Record<string, never>; reply: { readonly progress: ProgressPage } };
  /** Asks what the plan says otherwise than the version that was chosen for its panel. */
  readonly comparison: {
    params: Record<string, never>;
    reply: { readonly comparison: ComparisonView };
  };
  /** Has what a view shows saved as a file, for which the editor asks the person. */
  readonly save: { params: SaveWish; reply: { done: true } };
  /** Hands over the picture that the host has asked for; null where it cannot be made. */
  readonly picture: { params: { bytes: Uint8Array | null }; reply: { done: true } };
  /** Says that a revision has been painted, and how long that took, in milliseconds. */
  readonly painted: { params: { revision: number; ms: number }; reply: { done: true } };
}

export type RequestName = keyof Requests;

/** What the host says unasked. */
export type HostEvent =
  | { readonly event: 'snapshot'; readonly snapshot: PanelSnapshot }
  /**
   * Shows a view and selects an item in it; `takesFocus` puts the keyboard there as well, and
   * `asTable` a plain table in the place of the chart.
   */
  | {
      readonly event: 'reveal';
      readonly view: PanelView;
      readonly id: string | null;
      readonly takesFocus?: boolean;
      readonly asTable?: boolean;
    }
  /** Tells how much of a simulation that was asked for is done: 0 to 1. */
  | { readonly event: 'simulated'; readonly work: ForecastWork; readonly share: number }
  /** Tells that there are other commits now than before. */
  | { readonly event: 'committed' }
  /** Tells that hours may cost something else than before. */
  | { readonly event: 'priced' }
  /** Asks for a picture of the chart, which a request of that name brings. */
  | { readonly event: 'picture'; readonly wish: PictureWish };

/** What goes over the wire, webview to host. */
export type RequestMessage = {
  [Name in RequestName]: {
    readonly kind: 'request';
    readonly id: number;
    readonly name: Name;
    readonly params: Requests[Name]['params'];
  };
}[RequestName];

/** What the webview makes of a message of the host. */
export type HostMessage =
  | { readonly kind: 'reply'; readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly kind: 'reply'; readonly id: number; readonly ok: false; readonly problem: Problem }
  | ({ readonly kind: 'event' } & HostEvent);
