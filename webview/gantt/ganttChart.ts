import { DisposableStore } from '../../src/core/base/disposable.ts';
import type { PanelSnapshot, PictureWish } from '../../src/protocol/messages.ts';
import type { PanelActions, PanelPart, UiMemory } from '../state/panelPart.ts';
import { createElement } from '../ui/element.ts';
import { ChartBody } from './chartBody.ts';
import { createFollowers } from './chartFollowers.ts';
import { createChartCommands, type ChartCommands } from './chartCommands.ts';
import type { ChartContext } from './chartContext.ts';
import { createGridEvents, listenToInput } from './chartInput.ts';
import { ChartModel, type ChartChoices } from './chartModel.ts';
import { SelectionPath } from './drivingPath.ts';
import { createGestures } from './gestures.ts';
import { Overview } from './overview.ts';
import { TableTwin } from './tableTwin.ts';
import { Toolbar } from './toolbar.ts';
import type { GanttUi } from './uiState.ts';

/** Puts the parts together; each of them does its own work. */
export class GanttChart implements PanelPart {
  readonly element = createElement('div', { class: 'gantt' });
  readonly #ctx: ChartContext;
  readonly #commands: ChartCommands;
  readonly #overview: Overview;
  readonly #path: SelectionPath;
  readonly #table: TableTwin;
  readonly #owned = new DisposableStore();

  /** `ui` is what the memory holds, made whole. */
  constructor(actions: PanelActions, memory: UiMemory<GanttUi>, ui: GanttUi) {
    const model = new ChartModel(ui, () => body.requestFrame());
    const gestures = createGestures(actions, model, () => body);
    const { gesture, linking, links, drawing, rowMove } = gestures;
    this.#path = new SelectionPath(actions, model, () => body.requestFrame());
    const followers = this.#owned.add(createFollowers(actions, model));
    const body = new ChartBody(this.element, {
      model,
      grid: createGridEvents({
        ctx: () => this.#ctx,
        commands: () => this.#commands,
      }),
      empty: {
        add: () => actions.pick('add', null),
        clearFilter: () => this.#showRows({ filter: '' }),
        showClosed: () => this.#showRows({ isClosedHidden: false }),
      },
      ghosts: () => [...gesture.ghosts, ...drawing.ghosts],
      linkGhost: () => linking.ghost,
      carried: () => rowMove.carried,
      chosenLink: () => links.link,
      path: () => this.#path.emphasis,
      onFrame: () => {
        this.#path.follow();
        followers.follow();
        toolbar.show(model);
        this.#overview.follow();
        this.#table.follow();
        this.#commands.overlays.followView();
        memory.write(model.ui);
      },
    });
    this.#ctx = {
      actions,
      model,
      body,
      gesture,
      linking,
      links,
      drawing,
      rowMove,
      toolbar: () => toolbar,
      table: () => this.#table,
    };
    this.#commands = createChartCommands(this.#ctx);
    this.#table = new TableTwin(this.#ctx, id => this.#commands.reveal(id));
    this.#overview = new Overview({
      root: this.element,
      model,
      palette: () => body.timeline.palette,
      requestFrame: () => body.requestFrame(),
    });
    const toolbar = new Toolbar(this.#commands);
    this.element.append(toolbar.element, body.element, this.#overview.element);
    this.#owned.add(body);
    this.#owned.add(gestures);
    this.#owned.add(this.#overview);
    this.#owned.add(this.#commands.overlays);
    this.#owned.add(listenToInput(this.#ctx, this.#commands));
  }

  show(snapshot: PanelSnapshot): void {
    this.#ctx.model.show(snapshot);
    this.#ctx.gesture.followPlan();
    this.#ctx.rowMove.followPlan();
    this.#overview.fit();
    this.#ctx.body.resize();
    this.#ctx.body.render();
    this.#commands.overlays.followPlan();
  }

  reveal(id: string | null): void {
    this.#commands.reveal(id);
  }

  /** The button that asked for it is gone with them: the keyboard goes on among the rows. */
  #showRows(choices: Partial<ChartChoices>): void {
    const { model, body } = this.#ctx;
    model.choose(choices);
    body.render();
    this.focus();
  }

  focus(): void {
    if (this.#table.isShown) this.#table.focus();
    else this.#ctx.body.grid.focus();
  }

  showTable(): void {
    this.#table.open();
  }

  /** What makes pictures is loaded with the first of them. */
  async picture(wish: PictureWish): Promise<Uint8Array | null> {
    const { model, body } = this.#ctx;
    const { exportChart } = await import('./chartExport.ts');
    return exportChart({ model, body, root: this.element, path: () => this.#path.emphasis }, wish);
  }

  dispose(): void {
    this.#owned.dispose();
  }
}
