import type { EditPreview } from '../../src/core/schedule/previewEdits.ts';
import type { Intent } from '../../src/protocol/messages.ts';
import type { PanelActions } from '../state/panelPart.ts';
import type { ChartModel } from './chartModel.ts';
import type { DragGesture } from './drag.ts';
import { rowHeightPx, visiblePositions } from './layout.ts';
import type { LoadedPlan } from './loadedPlan.ts';
import type { Ghost } from './paintGhost.ts';
import { PlanEngine } from './planEngine.ts';
import { tellPreview, type PreviewText } from './previewText.ts';
import {
  endedAt,
  followsOneOf,
  hasChanged,
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
import { expandSummaries, isSummary, movedAlike, whyUnmovable } from './summaryMove.ts';
import { showsHours } from './timeScale.ts';

/**
 * One move or resize in hand, by pointer or by keys. It holds its own copy of what it started from,
 * so a snapshot that arrives meanwhile changes nothing but where the row is drawn.
 */
export class MoveGesture implements DragGesture {
  readonly isAcrossRows = false;
  readonly #actions: PanelActions;
  readonly #model: ChartModel;
  readonly #engine: PlanEngine;
  #held: Held | undefined;
  /** What moves along. */
  #others: readonly Held[] = [];
  /** Where what is held would go; the same change is made to the others. */
  #shift: Shift | undefined;
  /** True where the one that is held goes by itself when the others do. */
  #isLed = false;
  /** True for a summary, which goes where its tasks do. */
  #isWhole = false;
  /** What it would do to the plan; undefined while the engine is on its way. */
  #preview: EditPreview | undefined;
  /** Steps by key since the gesture began. */
  #steps = 0;
  #kind: 'move' | 'resize' = 'move';
  #isSent = false;
  /** True from an edit of ours until the plan with it is seen. */
  #isOwnAwaited = false;

  constructor(actions: PanelActions, model: ChartModel) {
    this.#actions = actions;
    this.#model = model;
    this.#engine = new PlanEngine(actions, () => {
      if (!this.isOpen) return;
      this.#place(this.#shift);
      if (this.#steps !== 0) this.#say();
    });
  }

  /** True while something can still be given up. */
  get isOpen(): boolean {
    return this.#held !== undefined && !this.#isSent;
  }

  /** What would move for its sake, those that move along, and last the one in hand. */
  get ghosts(): readonly Ghost[] {
    const own = this.#all.flatMap((held, at) => {
      const to = this.#landingOf(held);
      const lines = to && at === 0 ? this.#lines(held, to) : [];
      return to ? this.#ghost(held, { ...to, lines, isFollower: false }) : [];
    });
    const ids = this.#heldIds;
    const followers = (this.#preview?.moved ?? []).flatMap(({ id, after }) => {
      if (ids.has(id) || after.kind === 'summary') return [];
      const { start, finish, durationMinutes } = after;
      const isPoint = durationMinutes === 0;
      return this.#ghost({ id, isPoint }, { start, finish, lines: [], isFollower: true });
    });
    return [...followers, ...own.reverse()];
  }

  get grain(): Grain {
    return showsHours(this.#model.timeline.scale) ? 'hour' : 'day';
  }

  /** Gets the engine ready: somebody is over a bar, and may take it. */
  expect(): void {
    const { plan } = this.#model;
    if (plan) this.#engine.prepare(plan.revision);
  }

  /** False, with the reason announced, for a row that cannot be moved. */
  begin(row: number, kind: 'move' | 'resize'): boolean {
    const { plan } = this.#model;
    if (!plan || row < 0) return false;
    const reason = kind === 'move' ? whyUnmovable(plan, row) : whyFixed(plan, row);
    if (reason !== undefined) {
      this.#actions.refuse(reason);
      return false;
    }
    const held = holdRow(plan, row);
    if (kind === 'resize' && held.isPoint) {
      this.#actions.refuse('A milestone has no length');
      return false;
    }
    this.#held = held;
    const rows = expandSummaries(plan, this.#model.rowsMeantBy(row));
    this.#others = othersOf(plan, rows, { row, kind });
    this.#isWhole = kind === 'move' && isSummary(plan, row);
    this.#isLed = this.#isWhole || (kind === 'move' && followsOneOf(plan, row, new Set(rows)));
    this.#kind = kind;
    this.#shift = undefined;
    this.#preview = undefined;
    this.#steps = 0;
    this.#isSent = false;
    this.#engine.prepare(plan.revision);
    return true;
  }

  /** The pointer has gone so many minutes of the chart to the right since it took the bar. */
  dragTo({ minutes }: { readonly minutes: number }): void {
    const { grain } = this;
    this.#place(
      this.#kind === 'move'
        ? this.#shiftBy(minutes)
        : held => endedAt(held, held.from.finish + minutes, grain),
    );
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
    const { grain } = this;
    const count = this.#steps;
    const minutes = count * (grain === 'hour' ? 60 : 1440);
    this.#place(kind === 'move' ? this.#shiftBy(minutes) : held => resizedBy(held, count, grain));
    this.#say();
  }

  #shiftBy(minutes: number): Shift {
    const { grain } = this;
    const lead = this.#held;
    return lead && this.#isWhole
      ? movedAlike(lead, movedBy(lead, minutes, grain))
      : held => movedBy(held, minutes, grain);
  }

  /** Sends one edit; the ghosts stay until the plan has followed, or the host has refused. */
  commit(): void {
    const held = this.#held;
    const to = held && this.#landingOf(held);
    if (!held || this.#isSent) return;
    const intents = this.#intents();
    if (!to || intents.length === 0) {
      this.drop();
      return;
    }
    this.#isSent = true;
    this.#isOwnAwaited = true;
    const spoken = this.#spoken(held, to);
    void this.#actions.runAll(intents).then(result => {
      if (!result.ok) this.#isOwnAwaited = false;
      if (this.#held !== held) return;
      if (result.ok) this.#actions.tellMore(`Moved: ${spoken}`);
      else this.drop();
    });
  }

  cancel(): void {
    if (!this.isOpen) return;
    this.drop();
    this.#actions.announce('Left where it was');
  }

  /**
   * A new plan is shown: what was sent has arrived, what is gone cannot be moved, and what somebody
   * else has changed meanwhile is not written over.
   */
  followPlan(): void {
    const isOwn = this.#isOwnAwaited;
    this.#isOwnAwaited = false;
    const { plan } = this.#model;
    if (!this.#held || !plan) return;
    const { title } = this.#held;
    const isGone = plan.rowOf(this.#held.id) === undefined;
    if (isGone && this.isOpen) this.#actions.announce('The item is no longer in the plan');
    if (isGone || this.#isSent) {
      this.drop();
      return;
    }
    if (!this.#all.some(held => hasChanged(held, plan))) return;
    if (isOwn) this.#holdAnew(plan);
    else {
      this.drop();
      this.#actions.announce(
        `"${title}" or what moves with it was changed meanwhile, and nothing was moved; move it from where it is now`,
      );
    }
  }

  /** Steps by key go on from where the last ones have led. */
  #holdAnew(plan: LoadedPlan): void {
    const [held, ...others] = this.#all.flatMap(({ id }) => {
      const row = plan.rowOf(id);
      return row === undefined ? [] : holdRow(plan, row);
    });
    this.#held = held;
    this.#others = others;
    this.#place(this.#shift);
  }

  drop(): void {
    this.#held = undefined;
    this.#others = [];
    this.#place(undefined);
  }

  /** Where what is held would go, and what follows from it. */
  #place(shift: Shift | undefined): void {
    this.#shift = shift;
    const { plan } = this.#model;
    const edits = this.#intents().flatMap(intent =>
      intent.command === 'rescheduleTask' ? intent.input : [],
    );
    this.#preview =
      plan && edits.length > 0 ? this.#engine.preview(plan.revision, edits) : undefined;
    this.#model.touch();
  }

  /** What is written for the gesture as it is. */
  #intents(): readonly Intent[] {
    const written = this.#isLed && this.#others.length > 0 ? this.#others : this.#all;
    return written.flatMap(each => {
      const place = this.#shift?.(each);
      return (place && rescheduleIntent(each, place)) ?? [];
    });
  }

  get #all(): readonly Held[] {
    return this.#held ? [this.#held, ...this.#others] : [];
  }

  #isSeen(row: number): boolean {
    const { outline, timeline } = this.#model;
    if (!outline) return false;
    const seen = visiblePositions({ outline, viewport: timeline.viewport, rowHeightPx });
    const position = this.#model.positionOf(row);
    return position >= seen.first && position < seen.end;
  }

  /** Where it comes to lie: as the engine has it, where that is known, which other calendars hold. */
  #landingOf(held: Held): Placement | undefined {
    const to = this.#shift?.(held);
    if (!to || !this.#preview || held.isPromise) return to;
    return this.#preview.moved.find(({ id }) => id === held.id)?.after ?? held.from;
  }

  #ghost(
    { id, isPoint }: Pick<Held, 'id' | 'isPoint'>,
    ghost: Omit<Ghost, 'row' | 'isPoint'>,
  ): readonly Ghost[] {
    const row = this.#model.plan?.rowOf(id);
    return row === undefined || !this.#isSeen(row) ? [] : [{ ...ghost, row, isPoint }];
  }

  get #heldIds(): ReadonlySet<string> {
    return new Set(this.#all.map(({ id }) => id));
  }

  #lines(held: Held, to: Placement): readonly string[] {
    const { length } = this.#others;
    const own = placementText(held, to, this.grain) + (length > 0 ? ` · and ${length} more` : '');
    return [own, ...(this.#told?.lines ?? [])];
  }

  #spoken(held: Held, to: Placement): string {
    const { length } = this.#others;
    const own = spokenPlacement(held, to) + (length > 0 ? `, and ${length} more` : '');
    return own + (this.#told?.spoken ?? '');
  }

  /** What keys have done is told, and brought into sight: the eye is not on the bar as in a drag. */
  #say(): void {
    const to = this.#held && this.#landingOf(this.#held);
    if (!this.#held || !to) return;
    this.#actions.announce(this.#spoken(this.#held, to));
    this.#model.timeline.bringIntoView(to.start, to.finish);
  }

  get #told(): PreviewText | undefined {
    const { plan } = this.#model;
    return plan && this.#preview && tellPreview(this.#preview, plan, this.#heldIds);
  }
}

/** From where a row is to where it would be. */
type Shift = (held: Held) => Placement;

/**
 * What is selected beside the row and can go along. What follows another of them by a link without
 * slack follows by itself, and a date of its own would only tie it down.
 */
function othersOf(
  plan: LoadedPlan,
  rows: readonly number[],
  { row, kind }: { readonly row: number; readonly kind: 'move' | 'resize' },
): readonly Held[] {
  const taken = new Set(rows);
  return rows
    .filter(each => each !== row && whyFixed(plan, each) === undefined)
    .filter(each => kind === 'resize' || !followsOneOf(plan, each, taken))
    .map(each => holdRow(plan, each))
    .filter(held => kind === 'move' || !held.isPoint);
}
