import type { PanelActions } from '../state/panelPart.ts';
import type { ChartModel } from './chartModel.ts';
import type { Ghost } from './paintGhost.ts';
import {
  endedAt,
  holdRow,
  movedBy,
  placementText,
  rescheduleIntent,
  resizedBy,
  spokenPlacement,
  whyFixed,
  type Grain,
  type Held,
  type Placement,
} from './reschedule.ts';
import { showsHours } from './timeScale.ts';

/**
 * One move or resize in hand, by pointer or by keys. It holds its own copy of what it started from,
 * so a snapshot that arrives meanwhile changes nothing but where the row is drawn.
 */
export class MoveGesture {
  readonly #actions: PanelActions;
  readonly #model: ChartModel;
  #held: Held | undefined;
  #to: Placement | undefined;
  /** Steps by key since the gesture began. */
  #steps = 0;
  #kind: 'move' | 'resize' = 'move';
  #isSent = false;

  constructor(actions: PanelActions, model: ChartModel) {
    this.#actions = actions;
    this.#model = model;
  }

  /** True while something can still be given up. */
  get isOpen(): boolean {
    return this.#held !== undefined && !this.#isSent;
  }

  get ghost(): Ghost | undefined {
    const { plan } = this.#model;
    const row = this.#held && plan?.rowOf(this.#held.id);
    if (!this.#held || !this.#to || row === undefined) return undefined;
    return {
      row,
      start: this.#to.start,
      finish: this.#to.finish,
      isPoint: this.#held.isPoint,
      text: placementText(this.#held, this.#to, this.grain),
    };
  }

  get grain(): Grain {
    return showsHours(this.#model.timeline.scale) ? 'hour' : 'day';
  }

  /** False, with the reason announced, for a row that cannot be moved. */
  begin(row: number, kind: 'move' | 'resize'): boolean {
    const { plan } = this.#model;
    if (!plan || row < 0) return false;
    const reason = whyFixed(plan, row);
    if (reason !== undefined) {
      this.#actions.announce(reason);
      return false;
    }
    const held = holdRow(plan, row);
    if (kind === 'resize' && held.isPoint) {
      this.#actions.announce('A milestone has no length');
      return false;
    }
    this.#held = held;
    this.#kind = kind;
    this.#to = held.from;
    this.#steps = 0;
    this.#isSent = false;
    return true;
  }

  /** The pointer has gone so many minutes of the chart to the right since it took the bar. */
  dragTo(minutes: number): void {
    if (!this.#held) return;
    this.#to =
      this.#kind === 'move'
        ? movedBy(this.#held, minutes, this.grain)
        : endedAt(this.#held, this.#held.from.finish + minutes, this.grain);
    this.#model.touch();
  }

  /** One press of a key; presses add up until the gesture is committed. */
  step(row: number, kind: 'move' | 'resize', steps: number): void {
    const isSame = this.isOpen && this.#kind === kind && this.#held?.id === this.#model.idOf(row);
    if (!isSame) {
      if (this.isOpen) this.commit();
      if (!this.begin(row, kind)) return;
    }
    if (!this.#held) return;
    this.#steps += steps;
    const minutes = this.#steps * (this.grain === 'hour' ? 60 : 1440);
    this.#to =
      kind === 'move'
        ? movedBy(this.#held, minutes, this.grain)
        : resizedBy(this.#held, this.#steps, this.grain);
    this.#actions.announce(spokenPlacement(this.#held, this.#to));
    this.#model.touch();
  }

  /** Sends one intent; the ghost stays until the plan has followed, or the host has refused. */
  commit(): void {
    const held = this.#held;
    const to = this.#to;
    if (!held || !to || this.#isSent) return;
    const intent = rescheduleIntent(held, to);
    if (!intent) {
      this.drop();
      return;
    }
    this.#isSent = true;
    void this.#actions.run(intent).then(result => {
      if (this.#held !== held) return;
      if (result.ok) this.#actions.announce(`Moved: ${spokenPlacement(held, to)}`);
      else this.drop();
    });
  }

  cancel(): void {
    if (!this.isOpen) return;
    this.drop();
    this.#actions.announce('Left where it was');
  }

  /** A new plan is shown: what was sent has arrived, and what is gone cannot be moved. */
  followPlan(): void {
    if (!this.#held) return;
    const isGone = this.#model.plan?.rowOf(this.#held.id) === undefined;
    if (isGone && this.isOpen) this.#actions.announce('The item is no longer in the plan');
    if (isGone || this.#isSent) this.drop();
  }

  drop(): void {
    this.#held = undefined;
    this.#to = undefined;
    this.#model.touch();
  }
}
