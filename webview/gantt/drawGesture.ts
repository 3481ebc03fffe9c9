import { minutesPerDay, type Instant } from '../../src/core/model/instant.ts';
import type { PanelActions } from '../state/panelPart.ts';
import type { ChartModel } from './chartModel.ts';
import { lastDayOf, shortDay, yearOf } from './dateText.ts';
import type { DragGesture } from './drag.ts';
import { addIntent, placeBeside, placeDrawn, type TaskPlace } from './drawnTask.ts';
import type { Ghost } from './paintGhost.ts';
import { tellFinish } from './previewText.ts';
import {
  placementText,
  spokenPlacement,
  type Described,
  type Grain,
  type Placement,
} from './reschedule.ts';
import { showsHours } from './timeScale.ts';

/** Where the press was that a task is drawn from. */
export interface DrawStart {
  /** The row that is drawn on; -1 below the last. */
  readonly row: number;
  /** The line of the chart that it is drawn in, counted from the first row that is shown. */
  readonly position: number;
  readonly at: Instant;
}

/** A task that is drawn on empty time, and then given its title where it was drawn. */
export class DrawGesture implements DragGesture {
  readonly isAcrossRows = false;
  readonly #actions: PanelActions;
  readonly #model: ChartModel;
  readonly #askTitle: (drawn: DrawnTask) => void;
  #start: DrawStart | undefined;
  #place: TaskPlace = {};
  #to: Placement | undefined;
  /** True from the release on, while a title is typed. */
  #isNamed = false;

  /** @param askTitle opens the field for the title, over the bar that was drawn */
  constructor(actions: PanelActions, model: ChartModel, askTitle: (drawn: DrawnTask) => void) {
    this.#actions = actions;
    this.#model = model;
    this.#askTitle = askTitle;
  }

  get isOpen(): boolean {
    return this.#start !== undefined && !this.#isNamed;
  }

  get ghosts(): readonly Ghost[] {
    const { plan } = this.#model;
    const [start, to] = [this.#start, this.#to];
    if (!plan || !start || !to) return [];
    const { position } = start;
    const ghost = { row: -1, position, start: to.start, finish: to.finish };
    const lines = this.#lines(to);
    return [{ ...ghost, isPoint: false, isFollower: false, lines }];
  }

  /** False, with the reason announced, where nothing can be written. */
  begin(start: DrawStart): boolean {
    const { plan } = this.#model;
    if (!plan) return false;
    if (!plan.canEdit) {
      this.#actions.announce('This plan cannot be written');
      return false;
    }
    this.#start = start;
    this.#place = placeBeside(plan.view, start.row);
    this.#to = undefined;
    this.#isNamed = false;
    return true;
  }

  dragTo({ minutes }: { readonly minutes: number }): void {
    const { plan } = this.#model;
    if (!plan || !this.#start) return;
    const anchor = this.#start.at;
    this.#to = placeDrawn(plan, { anchor, to: anchor + minutes, grain: this.#grain });
    this.#model.touch();
  }

  commit(): void {
    const { plan } = this.#model;
    const [start, to] = [this.#start, this.#to];
    if (!plan || !start || !to) {
      this.#drop();
      return;
    }
    this.#isNamed = true;
    this.#model.touch();
    const { workingTime, view } = plan;
    const told = spokenPlacement(this.#described('New task'), to);
    this.#actions.announce(`${told}: type its title`);
    const where = { workingTime, scale: view.durationScale, place: this.#place };
    this.#askTitle({
      position: start.position,
      to,
      name: async title => {
        if (title === '') return 'A title has at least one word';
        const outcome = await this.#actions.run(addIntent(title, to, where));
        return outcome.ok ? undefined : outcome.error.message;
      },
      close: () => this.#drop(),
    });
  }

  cancel(): void {
    if (!this.isOpen) return;
    this.#drop();
    this.#actions.announce('No task was made');
  }

  #drop(): void {
    this.#start = undefined;
    this.#to = undefined;
    this.#isNamed = false;
    this.#model.touch();
  }

  get #grain(): Grain {
    return showsHours(this.#model.timeline.scale) ? 'hour' : 'day';
  }

  #described(title: string): Described {
    const { view } = this.#model.plan ?? {};
    return {
      title,
      isPoint: false,
      isPromise: false,
      minutesPerWorkday: view?.durationScale.minutesPerDay ?? minutesPerDay,
      presentYear: yearOf(view?.today ?? 0),
    };
  }

  #lines(to: Placement): readonly string[] {
    const { plan } = this.#model;
    if (!plan) return [];
    const { view } = plan;
    const lines = [placementText(this.#described(''), to, this.#grain)];
    const where = this.#place.parent ?? this.#place.milestone;
    const row = where === undefined ? undefined : plan.rowOf(where);
    if (row !== undefined) lines.push(`In ${view.rows.title[row] ?? ''}`);
    const after = Math.max(view.finish, to.finish);
    const { short } = tellFinish({ finish: { before: view.finish, after } }, plan);
    if (short !== '') lines.push(short.charAt(0).toUpperCase() + short.slice(1));
    const earliest = Math.max(view.start, view.statusDate ?? view.start);
    const wanted = Math.min(this.#start?.at ?? earliest, to.finish);
    if (lastDayOf(wanted + 1) < lastDayOf(earliest + 1)) {
      const day = shortDay(lastDayOf(earliest + 1), yearOf(view.today));
      lines.push(`Nothing new starts before ${day}`);
    }
    return lines;
  }
}

/** A task that has been drawn and waits for its title. */
export interface DrawnTask {
  readonly position: number;
  readonly to: Placement;
  /** Answers why the title is refused, or undefined when the task was made. */
  readonly name: (title: string) => Promise<string | undefined>;
  readonly close: () => void;
}
