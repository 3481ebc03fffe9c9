import type { PanelActions } from '../state/panelPart.ts';
import type { ChartBody } from './chartBody.ts';
import type { ChartModel } from './chartModel.ts';
import type { PlainTable } from './plainTable.ts';

/** The parts of the chart in whose place the table stands. */
interface TwinContext {
  readonly model: ChartModel;
  readonly body: ChartBody;
  readonly actions: PanelActions;
}

/**
 * Puts a plain table in the place of the chart, where somebody asks for it. What builds the table
 * is loaded with the first of them.
 */
export class TableTwin {
  readonly #ctx: TwinContext;
  /** Selects an item in the chart and brings it into view. */
  readonly #reveal: (id: string) => void;
  #table: PlainTable | undefined;
  #isLoading = false;
  /** True while the keyboard waits for the table to be there. */
  #isAwaited = false;

  constructor(ctx: TwinContext, reveal: (id: string) => void) {
    this.#ctx = ctx;
    this.#reveal = reveal;
  }

  get isShown(): boolean {
    return this.#ctx.model.choices.isTableShown;
  }

  toggle(): void {
    if (this.isShown) this.#close();
    else this.open();
  }

  open(): void {
    const { model, actions } = this.#ctx;
    this.#isAwaited = true;
    if (this.isShown) this.focus();
    else {
      model.choose({ isTableShown: true });
      actions.announce('The plan is shown as a table; Escape goes back to the chart');
    }
  }

  focus(): void {
    if (this.#table) this.#table.focus();
    else this.#isAwaited = true;
  }

  /** After every frame of the chart. */
  follow(): void {
    const { body } = this.#ctx;
    body.element.classList.toggle('has-table', this.isShown);
    if (!this.isShown) {
      this.#table?.element.remove();
      return;
    }
    if (!this.#table) {
      void this.#load();
      return;
    }
    if (!this.#table.element.isConnected) body.element.append(this.#table.element);
    this.#table.follow();
    if (this.#isAwaited) this.#table.focus();
    this.#isAwaited = false;
  }

  #close(): void {
    const { model, body, actions } = this.#ctx;
    model.choose({ isTableShown: false });
    body.render();
    body.grid.focus();
    actions.announce('The chart is shown');
  }

  async #load(): Promise<void> {
    if (this.#isLoading) return;
    this.#isLoading = true;
    const { PlainTable } = await import('./plainTable.ts');
    const { model, body, actions } = this.#ctx;
    this.#table = new PlainTable(model, {
      open: id => actions.open({ id, target: 'file', beside: true }),
      goTo: id => {
        this.#close();
        this.#reveal(id);
        actions.select(id);
        body.grid.focus();
      },
      close: () => this.#close(),
      announce: text => actions.announce(text),
    });
    body.requestFrame();
  }
}
