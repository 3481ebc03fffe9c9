import { DisposableStore } from '../../src/core/base/disposable.ts';
import type { PanelSnapshot } from '../../src/protocol/messages.ts';
import type { PanelActions, PanelPart, UiMemory } from '../state/panelPart.ts';
import { createElement } from '../ui/element.ts';
import { ChartBody } from './chartBody.ts';
import { ChartCommands } from './chartCommands.ts';
import { ChartModel } from './chartModel.ts';
import { listenToDrags } from './drag.ts';
import { createEmptyState } from './emptyState.ts';
import { hitTest } from './hitTest.ts';
import { chordOf, findBinding } from './keyboard.ts';
import { MoveGesture } from './moveGesture.ts';
import { Toolbar } from './toolbar.ts';
import { restoreGanttUi, type GanttUi } from './uiState.ts';

/** The Gantt chart: a tree grid of the plan beside its timeline. */
export function createGanttChart(actions: PanelActions, memory: UiMemory<GanttUi>): PanelPart {
  return new GanttChart(actions, memory);
}

/** Puts the parts together; each of them does its own work. */
class GanttChart implements PanelPart {
  readonly element = createElement('div', { class: 'gantt' });
  readonly #model: ChartModel;
  readonly #gesture: MoveGesture;
  readonly #body: ChartBody;
  readonly #commands: ChartCommands;
  readonly #toolbar: Toolbar;
  readonly #empty: ReturnType<typeof createEmptyState>;
  readonly #owned = new DisposableStore();

  constructor(actions: PanelActions, memory: UiMemory<GanttUi>) {
    this.#model = new ChartModel(restoreGanttUi(memory.read()), () => this.#body.requestFrame());
    this.#gesture = new MoveGesture(actions, this.#model);
    this.#body = this.#owned.add(
      new ChartBody(this.element, {
        model: this.#model,
        grid: {
          onSelect: row => this.#commands.select(row),
          onPress: (part, row) => this.#commands.press(part, row),
          onOpen: row => this.#commands.runAction('file', row),
          onMenu: (row, at) => this.#commands.openMenu(row, at),
          onHover: yPx => this.#commands.hoverRow(yPx),
        },
        ghost: () => this.#gesture.ghost,
        onFrame: () => {
          this.#toolbar.show(this.#model);
          this.#empty.show(this.#model);
          memory.write(this.#model.ui);
        },
      }),
    );
    this.#commands = this.#owned.add(
      new ChartCommands({
        actions,
        model: this.#model,
        body: this.#body,
        gesture: this.#gesture,
        toolbar: () => this.#toolbar,
      }),
    );
    this.#toolbar = new Toolbar(this.#commands);
    this.#empty = createEmptyState({
      add: () => actions.pick('add', null),
      clearFilter: () => this.#commands.filter(''),
    });
    this.#body.element.append(this.#empty.element);
    this.element.append(this.#toolbar.element, this.#body.element);
    this.#listen();
  }

  show(snapshot: PanelSnapshot): void {
    this.#model.show(snapshot);
    this.#gesture.followPlan();
    this.#body.resize();
    this.#body.render();
    this.#commands.followPlan();
  }

  reveal(id: string | null): void {
    this.#commands.reveal(id);
  }

  focus(): void {
    this.#body.grid.focus();
  }

  dispose(): void {
    this.#owned.dispose();
  }

  #listen(): void {
    const { canvas, grid, timeline } = this.#body;
    this.#owned.add(
      listenToDrags({
        canvas,
        model: this.#model,
        gesture: this.#gesture,
        hitTest: (x, y) => timeline.shown && hitTest(timeline.shown, x, y),
        onPress: row => this.#commands.select(row),
        onHover: (hit, event) => this.#commands.hoverBar(hit, event),
      }),
    );
    canvas.addEventListener('dblclick', event => {
      const hit = timeline.shown && hitTest(timeline.shown, event.offsetX, event.offsetY);
      if (hit) this.#commands.runAction('file', hit.row);
    });
    canvas.addEventListener('contextmenu', event => {
      const hit = timeline.shown && hitTest(timeline.shown, event.offsetX, event.offsetY);
      if (!hit) return;
      event.preventDefault();
      this.#commands.select(hit.row);
      this.#commands.openMenu(hit.row, { x: event.clientX, y: event.clientY });
    });
    grid.element.addEventListener('keydown', event => this.#runKey(event));
    grid.element.addEventListener('keyup', event => {
      if (event.key === 'Alt') this.#gesture.commit();
    });
    grid.element.addEventListener('focusout', event => {
      if (event.relatedTarget === null || !grid.element.contains(toNode(event.relatedTarget))) {
        this.#gesture.commit();
      }
    });
  }

  /** Keys that the chart serves do not reach the editor, which may bind them to something else. */
  #runKey(event: KeyboardEvent): void {
    const binding = findBinding(chordOf(event));
    if (!binding) return;
    event.preventDefault();
    event.stopPropagation();
    binding.run(this.#commands);
  }
}

function toNode(target: EventTarget): Node | null {
  return target instanceof Node ? target : null;
}
