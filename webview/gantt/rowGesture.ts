import { rowFlag } from '../../src/core/views/ganttView.ts';
import type { PanelActions } from '../state/panelPart.ts';
import type { ChartModel } from './chartModel.ts';
import { numberAt, textAt } from './columnar.ts';
import type { LoadedPlan } from './loadedPlan.ts';
import { createMoveJudge, type MoveJudge } from './moveRefusal.ts';
import {
  findLanding,
  landingIntents,
  takeRows,
  type RowLanding,
  type RowPoint,
  type TakenRows,
} from './rowLanding.ts';
import { hasFlag } from './rowText.ts';
import { whyNoPlace } from './outlineMoves.ts';

/** What is shown of rows in hand. */
export interface DropMark {
  /** Undefined where they cannot be put. */
  readonly landing: RowLanding | undefined;
  readonly text: string;
  /** Of the pointer, in the window. */
  readonly x: number;
  readonly y: number;
}

/**
 * Rows of the table in hand, on their way to another place in the outline. They are held by their
 * ids, so that what is done with them is worked out anew on every plan that arrives meanwhile.
 */
export class RowGesture {
  readonly #actions: PanelActions;
  readonly #model: ChartModel;
  #ids: readonly string[] = [];
  #hand: (TakenRows & { readonly plan: LoadedPlan; readonly judge: MoveJudge }) | undefined;
  #at: (RowPoint & Pick<DropMark, 'x' | 'y'>) | undefined;
  #landing: RowLanding | string | undefined;
  #said = '';

  constructor(actions: PanelActions, model: ChartModel) {
    this.#actions = actions;
    this.#model = model;
  }

  get isOpen(): boolean {
    return this.#ids.length > 0;
  }

  /** The rows that stand back because they are in hand. */
  get carried(): ReadonlySet<number> {
    return this.#hand?.taken ?? nothing;
  }

  get mark(): DropMark | undefined {
    const [hand, at, landing] = [this.#hand, this.#at, this.#landing];
    if (!hand || !at || landing === undefined) return undefined;
    const { x, y } = at;
    if (typeof landing === 'string') return { landing: undefined, text: landing, x, y };
    return { landing, text: tellMark(hand, landing), x, y };
  }

  /** Takes a row, or all that are selected where it is one of them. */
  begin(row: number): boolean {
    const { plan } = this.#model;
    if (!plan || row < 0) return false;
    this.#ids = this.#model.rowsMeantBy(row).map(each => this.#model.idOf(each));
    this.#said = '';
    return this.#takeUp();
  }

  dragTo(at: RowPoint & Pick<DropMark, 'x' | 'y'>): void {
    this.#at = at;
    this.#land();
    this.#model.touch();
  }

  commit(): void {
    const [hand, landing] = [this.#hand, this.#landing];
    this.#drop();
    if (!hand || landing === undefined) return;
    if (typeof landing === 'string') {
      this.#actions.announce(landing);
      return;
    }
    const intents = landingIntents(hand, landing);
    // What was done is told with the way to undo it, which other words would take away.
    if (intents.length > 0) void this.#actions.runAll(intents);
    else this.#actions.announce('Left where it was');
  }

  cancel(): void {
    if (!this.isOpen) return;
    this.#drop();
    this.#actions.announce('Left where it was');
  }

  /** A new plan is shown: what is gone cannot be moved, and all else finds its place in it. */
  followPlan(): void {
    if (!this.isOpen || this.#hand?.plan === this.#model.plan) return;
    if (this.#takeUp()) this.#land();
  }

  /** False, and nothing is in hand any more, where one of the items is gone. */
  #takeUp(): boolean {
    const { plan, outline } = this.#model;
    const rows = this.#ids.flatMap(id => plan?.rowOf(id) ?? []).sort((a, b) => a - b);
    if (!plan || !outline || rows.length < this.#ids.length) {
      this.#drop();
      this.#actions.announce('The item is no longer in the plan');
      return false;
    }
    const hand = takeRows(plan.view.rows, outline.visible, rows);
    this.#hand = { ...hand, plan, judge: createMoveJudge(plan.view, hand) };
    return true;
  }

  #land(): void {
    const [hand, at] = [this.#hand, this.#at];
    if (!hand || !at) return;
    const { visible } = this.#model.outline ?? hand;
    const found =
      whyFixed(this.#model, hand.plan, hand.moved) ?? findLanding({ ...hand, visible }, at);
    this.#landing = typeof found === 'string' ? found : (hand.judge(found.parent) ?? found);
    const refusal = typeof this.#landing === 'string' ? this.#landing : '';
    if (refusal === this.#said) return;
    this.#said = refusal;
    // A reason that holds no more is not left standing.
    this.#actions.announce(refusal === '' ? (this.mark?.text ?? '') : refusal);
  }

  #drop(): void {
    this.#ids = [];
    this.#hand = undefined;
    this.#at = undefined;
    this.#landing = undefined;
    this.#model.touch();
  }
}

const nothing: ReadonlySet<number> = new Set();

/** Why rows have no place to go to, however they are shown now; undefined when they have. */
function whyFixed(
  model: ChartModel,
  { view, canEdit }: LoadedPlan,
  moved: readonly number[],
): string | undefined {
  if (!canEdit) return 'This plan cannot be written';
  const fixed = moved.find(row => hasFlag(view, row, rowFlag.readOnly));
  const reason = whyNoPlace(model);
  if (reason !== undefined || fixed === undefined) return reason;
  return `${textAt(view.rows.title, fixed)} cannot be changed here`;
}

/** `2 rows: after Lexer, in Compiler front end`, as it is shown and said. */
function tellMark(hand: TakenRows, landing: RowLanding): string {
  const { rows, moved } = hand;
  const count = moved.length > 1 ? `${moved.length} rows: ` : '';
  if (landingIntents(hand, landing).length === 0) return `${count}stays where it is`;
  const titleOf = (row: number): string => textAt(rows.title, row);
  const { parent, after, before } = landing;
  const isTask = moved.every(row => textAt(rows.id, row).startsWith('T-'));
  const whole = parent >= 0 ? `in ${titleOf(parent)}` : isTask ? 'in no milestone' : '';
  const beside =
    after >= 0 ? `after ${titleOf(after)}` : before >= 0 ? `before ${titleOf(before)}` : '';
  const wasIn = moved.every(row => numberAt(rows.parent, row) === parent);
  const parts = [beside, beside !== '' && wasIn ? '' : whole].filter(part => part !== '');
  return count + parts.join(', ');
}
