import type { Result } from '../../src/core/base/result.ts';
import type { Problem } from '../../src/core/model/problem.ts';
import type { Disposable } from '../../src/core/base/disposable.ts';
import type { CommitDays } from '../../src/core/views/commitDays.ts';
import type { CalibrationView } from '../../src/core/views/calibrationView.ts';
import type { ForecastHistoryView } from '../../src/core/views/forecastHistoryView.ts';
import type { ForecastView } from '../../src/core/views/forecastView.ts';
import type { LevellingView } from '../../src/core/views/levellingView.ts';
import type { MoneyPage } from '../../src/core/views/moneyPage.ts';
import type { PeopleView } from '../../src/core/views/peopleView.ts';
import type { PersonView, ReliefRow } from '../../src/core/views/personView.ts';
import type { ProgressPage } from '../../src/core/views/progressPage.ts';
import type { ReportPage } from '../../src/core/views/reportPage.ts';
import type { Audience } from '../../src/core/report/report.ts';
import type { ComparisonView } from '../../src/core/views/comparisonView.ts';
import type { RiskHistoryView } from '../../src/core/views/riskHistoryView.ts';
import type {
  DrivingPath,
  EditDone,
  ForecastWork,
  Intent,
  PackedPlan,
  PanelQuestion,
  PanelSnapshot,
  PictureWish,
  Requests,
  SaveWish,
} from '../../src/protocol/messages.ts';

/** What a part of the panel may ask of the host. Parts never talk to the channel themselves. */
export interface PanelActions {
  /** Runs a command. A refusal has been shown to the person already when the answer arrives. */
  run(intent: Intent): Promise<Result<EditDone, Problem>>;
  /** Runs commands as one edit, which one undo takes back: all of them, or none. */
  runAll(intents: readonly Intent[]): Promise<Result<EditDone, Problem>>;
  undo(): void;
  redo(): void;
  open(params: Requests['open']['params']): void;
  select(id: string | null): void;
  /**
   * Lets the editor ask for what is missing; the keyboard comes back afterwards. `others` are the
   * items that are meant beside the first.
   */
  pick(what: PanelQuestion, id: string | null, others?: readonly string[]): void;
  /** Why an item has its dates, in a few lines; empty where nothing can be said. */
  explain(id: string): Promise<string>;
  /** What drives an item and what it drives; undefined where nothing can be said. */
  drivingPath(id: string): Promise<DrivingPath | undefined>;
  /** What the schedule is computed from; undefined where the host cannot say. */
  plan(since: number | null): Promise<PackedPlan | undefined>;
  /** What the risks weighed from commit to commit; undefined where no git can say. */
  riskHistory(): Promise<RiskHistoryView | undefined>;
  /** What a simulation of the plan says; undefined where it was stopped, or asked for anew. */
  forecast(): Promise<ForecastView | undefined>;
  /** The forecast at past commits and what moved it; undefined where it was stopped. */
  forecastHistory(): Promise<ForecastHistoryView | undefined>;
  /** What finished tasks say of the estimates and of the pace; undefined where it was stopped. */
  calibration(): Promise<CalibrationView | undefined>;
  stopForecast(work: ForecastWork): void;
  /** On which days there are commits for which tasks; undefined where the host cannot say. */
  commitDays(): Promise<CommitDays | undefined>;
  /** Calls back when there are other commits than before. */
  onCommitted(tell: () => void): Disposable;
  /** Who has how much to do; undefined where the host cannot say. */
  people(): Promise<PeopleView | undefined>;
  /** What one person has to do; undefined where nobody is called so any more. */
  person(person: string): Promise<PersonView | undefined>;
  /** Ways out of an overload of a person, by its first day. */
  reliefs(person: string, firstDay: number): Promise<readonly ReliefRow[]>;
  /** What levelling would do; undefined where the host cannot say. */
  levelling(): Promise<LevellingView | undefined>;
  /** What the plan costs; undefined where the host cannot say. */
  money(): Promise<MoneyPage | undefined>;
  /** The report for an audience; undefined where the host cannot say. */
  report(audience: Audience): Promise<ReportPage | undefined>;
  /** Keeps a report in the plan folder; true where it was done. */
  freezeReport(audience: Audience): Promise<boolean>;
  /** What was done when; undefined where the host cannot say. */
  progress(): Promise<ProgressPage | undefined>;
  /** What the plan says otherwise than what it is compared with, or why nothing can be said. */
  comparison(): Promise<Result<ComparisonView, Problem>>;
  /** Has what a view shows saved as a file. */
  save(wish: SaveWish): void;
  /** Calls back with the share of a simulation that is done. */
  onSimulated(work: ForecastWork, tell: (share: number) => void): Disposable;
  /** Speaks to screen readers and shows the text in the line under the view. */
  announce(text: string): void;
  /** The same of the edit just done: the button that undoes it stays beside the text. */
  tellMore(text: string): void;
  /** The same of what cannot be done; the next thing that is done takes it away. */
  refuse(text: string): void;
}

/** A small store for what a part wants back after a restart: zoom, scroll, folds, filter. Never data. */
export interface UiMemory<State> {
  read(): State | undefined;
  write(state: State): void;
}

/** One view of the panel: the Gantt chart, the risk register. */
export interface PanelPart {
  readonly element: HTMLElement;
  /** Shows a snapshot; called while visible, and once when becoming visible. */
  show(snapshot: PanelSnapshot): void;
  /** Selects an item and brings it into view; null clears the selection. */
  reveal(id: string | null): void;
  focus(): void;
  /** Asks anew for what hangs on the cost of hours; left out where nothing does. */
  renew?(): void;
  /** Puts a plain table in the place of the picture; left out where there is no picture. */
  showTable?(): void;
  /** The part as the bytes of a picture; left out where there is none to be had. */
  picture?(wish: PictureWish): Promise<Uint8Array | null>;
  dispose(): void;
}
