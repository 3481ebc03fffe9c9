import { dependencyTypes, type DependencyType } from '../../src/core/model/dependency.ts';
import type { Intent } from '../../src/protocol/messages.ts';
import type { PanelActions } from '../state/panelPart.ts';
import type { Bar } from './barLayout.ts';
import { handlesOf } from './barHandles.ts';
import type { ChartModel } from './chartModel.ts';
import { numberAt, textAt } from './columnar.ts';
import type { DragGesture } from './drag.ts';
import { pairOf, type LinkPair } from './linkChoice.ts';
import { rowHeightPx } from './layout.ts';
import { createLinkJudge, type LinkJudge, type LinkRefusal } from './linkRefusal.ts';
import type { LinkGhost } from './paintGhost.ts';
import { toPx } from './timeScale.ts';

type End = 'start' | 'finish';

/** A bar can be met a little beside it, as short ones are hard to hit. */
const meetPx = 18;

interface Origin {
  readonly id: string;
  readonly title: string;
  readonly end: End;
}

type Target = Origin;

/** The link that is led elsewhere, and by which of its ends. */
interface MovedLink extends LinkPair {
  readonly side: 'predecessor' | 'successor';
  readonly type: DependencyType;
  readonly lag: string;
}

/**
 * A link being drawn from the end of one bar to an end of another, or one that is led elsewhere: its
 * other end is what it is drawn from. Which ends it joins decides its type.
 */
export class LinkGesture implements DragGesture {
  readonly isAcrossRows = true;
  readonly #actions: PanelActions;
  readonly #model: ChartModel;
  /** The bar at a point of the canvas, if any. */
  readonly #barAt: (x: number, y: number) => Bar | undefined;
  readonly #barOf: (row: number) => Bar | undefined;
  #origin: Origin | undefined;
  #moved: MovedLink | undefined;
  #judge: LinkJudge | undefined;
  #target: Target | undefined;
  #refusal: LinkRefusal | undefined;
  #point: { readonly x: number; readonly y: number } | undefined;

  constructor(
    actions: PanelActions,
    model: ChartModel,
    bars: {
      readonly barAt: (x: number, y: number) => Bar | undefined;
      readonly barOf: (row: number) => Bar | undefined;
    },
  ) {
    this.#actions = actions;
    this.#model = model;
    this.#barAt = bars.barAt;
    this.#barOf = bars.barOf;
  }

  get isOpen(): boolean {
    return this.#origin !== undefined;
  }

  /** False, with the reason announced, where nothing can be written. */
  begin(row: number, end: End): boolean {
    const { plan } = this.#model;
    if (!plan) return false;
    if (!plan.canEdit) {
      this.#actions.announce('This plan cannot be written');
      return false;
    }
    this.#hold({ id: this.#model.idOf(row), title: textAt(plan.view.rows.title, row), end });
    return true;
  }

  /** Takes a link by one of its ends; false, with the reason announced, where nothing can be written. */
  beginMove(link: number, side: MovedLink['side']): boolean {
    const { plan } = this.#model;
    if (!plan || link < 0) return false;
    const { links } = plan.view;
    const type = dependencyTypes[numberAt(links.type, link)] ?? 'FS';
    const isFrom = side === 'successor';
    const letter = type.charAt(isFrom ? 0 : 1);
    const row = numberAt(isFrom ? links.from : links.to, link);
    if (!this.begin(row, letter === 'F' ? 'finish' : 'start')) return false;
    const pair = pairOf(plan, link);
    this.#moved = { ...pair, side, type, lag: textAt(links.lag, link) };
    this.#judge = undefined;
    return true;
  }

  dragTo(to: { readonly x: number; readonly y: number }): void {
    const { plan } = this.#model;
    const bar = this.#barAt(to.x, to.y);
    const before = this.#target?.id;
    this.#point = to;
    this.#target = undefined;
    if (plan && bar && to.x >= bar.leftX - meetPx && to.x <= bar.rightX + meetPx) {
      const id = this.#model.idOf(bar.row);
      const end = to.x > (bar.leftX + bar.rightX) / 2 ? 'finish' : 'start';
      const title = textAt(plan.view.rows.title, bar.row);
      if (id !== this.#origin?.id) this.#target = { id, title, end };
    }
    if (this.#target?.id !== before) this.#refusal = this.#findRefusal();
    this.#model.touch();
  }

  /** What is drawn meanwhile. */
  get ghost(): LinkGhost | undefined {
    const origin = this.#origin;
    if (!origin || !this.#point) return undefined;
    const target = this.#target && this.#seenBar(this.#target.id);
    const isStart = this.#target?.end === 'start';
    return {
      from: this.#placeOf(origin),
      to: target && { x: isStart ? target.leftX : target.rightX, y: target.middleY },
      pointer: this.#point,
      lines: this.#refusal?.lines ?? [this.#text(origin)],
      isRefused: this.#refusal !== undefined,
      circle: (this.#refusal?.circle ?? []).flatMap(id => this.#seenBar(id) ?? []),
    };
  }

  commit(): void {
    const origin = this.#origin;
    const target = this.#target;
    const refusal = this.#refusal;
    const moved = this.#moved;
    this.#drop();
    if (!origin) return;
    if (!target) {
      const what = moved ? 'to lead the link there' : 'to link to it';
      this.#actions.announce(`Let go over another bar ${what}`);
      return;
    }
    if (refusal) {
      this.#actions.announce(refusal.lines.join(': '));
      return;
    }
    const intent = moved ? moveIntent(moved, origin, target) : drawIntent(origin, target);
    if (intent) void this.#actions.run(intent);
  }

  cancel(): void {
    if (!this.isOpen) return;
    const wasMoved = this.#moved !== undefined;
    this.#drop();
    this.#actions.announce(wasMoved ? 'The link stays as it was' : 'No link was made');
  }

  #hold(origin: Origin | undefined): void {
    this.#origin = origin;
    this.#moved = undefined;
    this.#judge = undefined;
    this.#target = undefined;
    this.#refusal = undefined;
  }

  #drop(): void {
    this.#hold(undefined);
    this.#point = undefined;
    this.#model.touch();
  }

  /** Beside its bar, or where that lies out of sight. */
  #placeOf({ id, end }: Origin): { readonly x: number; readonly y: number } {
    const { plan, timeline } = this.#model;
    const row = plan?.rowOf(id) ?? -1;
    const bar = this.#barOf(row);
    if (bar) return { x: handlesOf(bar)[end], y: bar.middleY };
    const { leftPx, topPx } = timeline.viewport;
    const at = numberAt(plan?.view.rows[end] ?? [], row);
    const y = (this.#model.positionOf(row) + 0.5) * rowHeightPx - topPx;
    return { x: toPx(timeline.scale, at) - leftPx, y };
  }

  #seenBar(id: string): Bar | undefined {
    return this.#barOf(this.#model.plan?.rowOf(id) ?? -1);
  }

  /** Found once for each bar that the link is led over. */
  #findRefusal(): LinkRefusal | undefined {
    const view = this.#model.wholeView;
    const [origin, target, moved] = [this.#origin, this.#target, this.#moved];
    if (!view || !origin || !target) return undefined;
    const [first, last] = moved?.side === 'predecessor' ? [target, origin] : [origin, target];
    const isAsBefore = first.id === moved?.predecessor && last.id === moved.successor;
    if (isAsBefore) return undefined;
    this.#judge ??= createLinkJudge(view, moved);
    return this.#judge({ predecessor: first.id, successor: last.id });
  }

  #text(origin: Origin): string {
    const target = this.#target;
    const moved = this.#moved;
    const isTurned = moved?.side === 'predecessor';
    if (!target) return isTurned ? `… → ${origin.title}` : `${origin.title} → …`;
    const [first, last] = isTurned ? [target, origin] : [origin, target];
    const lag = moved && moved.lag !== '' ? ` ${moved.lag}` : '';
    return `${last.title} waits: ${linkWords[typeOf(first, last)]} ${first.title}${lag}`;
  }
}

/** How one task waits for the other. */
export const linkWords: Readonly<Record<DependencyType, string>> = {
  FS: 'starts after the finish of',
  SS: 'starts after the start of',
  FF: 'finishes after the finish of',
  SF: 'finishes after the start of',
};

/** From which end of the first to which end of the last. */
function typeOf(first: Origin, last: Target): DependencyType {
  if (first.end === 'finish') return last.end === 'start' ? 'FS' : 'FF';
  return last.end === 'start' ? 'SS' : 'SF';
}

function drawIntent(origin: Origin, target: Target): Intent {
  return {
    command: 'linkTasks',
    input: { predecessor: origin.id, successor: target.id, type: typeOf(origin, target) },
  };
}

/** Undefined where the link would stay as it is. */
function moveIntent(
  { predecessor, successor, side, type }: MovedLink,
  origin: Origin,
  target: Target,
): Intent | undefined {
  const isFrom = side === 'predecessor';
  const newType = isFrom ? typeOf(target, origin) : typeOf(origin, target);
  const isMoved = target.id !== (isFrom ? predecessor : successor);
  if (!isMoved && newType === type) return undefined;
  const to = !isMoved ? {} : isFrom ? { toPredecessor: target.id } : { toSuccessor: target.id };
  return { command: 'relinkTasks', input: { predecessor, successor, ...to, type: newType } };
}
