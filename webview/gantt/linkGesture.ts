import type { DependencyType } from '../../src/core/model/dependency.ts';
import type { PanelActions } from '../state/panelPart.ts';
import type { Bar } from './barLayout.ts';
import { handlesOf } from './barHandles.ts';
import type { ChartModel } from './chartModel.ts';
import { textAt } from './columnar.ts';
import type { DragGesture } from './drag.ts';
import type { LinkGhost } from './paintGhost.ts';

type End = 'start' | 'finish';

/** A bar can be met a little beside it, as short ones are hard to hit. */
const meetPx = 18;

interface Origin {
  readonly id: string;
  readonly title: string;
  readonly end: End;
}

interface Target {
  readonly id: string;
  readonly title: string;
  readonly end: End;
}

/** A link being drawn from the end of one bar to an end of another; which ends decides its type. */
export class LinkGesture implements DragGesture {
  readonly #actions: PanelActions;
  readonly #model: ChartModel;
  /** The bar at a point of the canvas, if any. */
  readonly #barAt: (x: number, y: number) => Bar | undefined;
  readonly #barOf: (row: number) => Bar | undefined;
  #origin: Origin | undefined;
  #target: Target | undefined;
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
    this.#origin = { id: this.#model.idOf(row), title: textAt(plan.view.rows.title, row), end };
    this.#target = undefined;
    return true;
  }

  dragTo(to: { readonly x: number; readonly y: number }): void {
    const { plan } = this.#model;
    const bar = this.#barAt(to.x, to.y);
    this.#point = to;
    this.#target = undefined;
    if (plan && bar && to.x >= bar.leftX - meetPx && to.x <= bar.rightX + meetPx) {
      const id = this.#model.idOf(bar.row);
      const end = to.x > (bar.leftX + bar.rightX) / 2 ? 'finish' : 'start';
      const title = textAt(plan.view.rows.title, bar.row);
      if (id !== this.#origin?.id) this.#target = { id, title, end };
    }
    this.#model.touch();
  }

  /** What is drawn meanwhile. */
  get ghost(): LinkGhost | undefined {
    const origin = this.#origin;
    const from = origin && this.#barOf(this.#model.plan?.rowOf(origin.id) ?? -1);
    if (!origin || !from || !this.#point) return undefined;
    const target = this.#target && this.#barOf(this.#model.plan?.rowOf(this.#target.id) ?? -1);
    const isStart = this.#target?.end === 'start';
    return {
      from: { x: handlesOf(from)[origin.end], y: from.middleY },
      to: target && { x: isStart ? target.leftX : target.rightX, y: target.middleY },
      pointer: this.#point,
      text: this.#text(origin),
    };
  }

  commit(): void {
    const origin = this.#origin;
    const target = this.#target;
    this.#drop();
    if (!origin || !target) {
      if (origin) this.#actions.announce('Let go over another bar to link to it');
      return;
    }
    void this.#actions.run({
      command: 'linkTasks',
      input: { predecessor: origin.id, successor: target.id, type: typeOf(origin, target) },
    });
  }

  cancel(): void {
    if (!this.isOpen) return;
    this.#drop();
    this.#actions.announce('No link was made');
  }

  #drop(): void {
    this.#origin = undefined;
    this.#target = undefined;
    this.#point = undefined;
    this.#model.touch();
  }

  #text(origin: Origin): string {
    const target = this.#target;
    if (!target) return `${origin.title} → …`;
    return `${target.title} waits: ${words[typeOf(origin, target)]} ${origin.title}`;
  }
}

const words: Readonly<Record<DependencyType, string>> = {
  FS: 'starts after the finish of',
  SS: 'starts after the start of',
  FF: 'finishes after the finish of',
  SF: 'finishes after the start of',
};

function typeOf(origin: Origin, target: Target): DependencyType {
  if (origin.end === 'finish') return target.end === 'start' ? 'FS' : 'FF';
  return target.end === 'start' ? 'SS' : 'SF';
}
