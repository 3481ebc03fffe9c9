import { dependencyTypes } from '../../src/core/model/dependency.ts';
import { openMenu } from '../ui/menu.ts';
import type { ChartContext } from './chartContext.ts';
import { numberAt, textAt } from './columnar.ts';
import { pairOf, type LinkPair } from './linkChoice.ts';
import { linkWords } from './linkGesture.ts';
import type { LoadedPlan } from './loadedPlan.ts';

/** What can be done with the arrow of a link. */
export interface LinkCommands {
  /** Brings an arrow forward, with a ring at either end to lead it elsewhere. */
  choose(link: number): void;
  /** False where no link is chosen. */
  removeChosen(): boolean;
  leaveChosen(): boolean;
  openMenu(link: number, at: { readonly x: number; readonly y: number }): void;
}

/** @param edit opens the fields of a link among those of its successor */
export function createLinkCommands(
  ctx: ChartContext,
  edit: (link: LinkPair) => void,
): LinkCommands {
  const { actions, model, body, links } = ctx;
  const remove = ({ predecessor, successor }: LinkPair): void => {
    links.choose(undefined);
    void actions.run({ command: 'unlinkTasks', input: { predecessor, successor } });
  };
  const choose = (link: number): void => {
    const { plan } = model;
    if (!plan || link < 0) return;
    links.choose(pairOf(plan, link));
    body.grid.focus();
    const hint = plan.canEdit ? '; drag an end to another bar, Delete removes it' : '';
    actions.announce(`${tellLink(plan, link)}${hint}`);
  };
  return {
    choose,
    removeChosen: () => {
      const { pair } = links;
      if (!pair || links.link < 0) return false;
      if (model.plan?.canEdit === true) remove(pair);
      else actions.announce('This plan cannot be written');
      return true;
    },
    leaveChosen: () => {
      const hadOne = links.link >= 0;
      links.choose(undefined);
      return hadOne;
    },
    openMenu: (link, at) => {
      const { plan } = model;
      if (!plan || link < 0) return;
      links.choose(pairOf(plan, link));
      const pair = pairOf(plan, link);
      const { from, to } = plan.view.links;
      const [first, last] = [numberAt(from, link), numberAt(to, link)];
      const isFixed = !plan.canEdit;
      openMenu({
        anchor: new DOMRectReadOnly(at.x, at.y, 0, 0),
        label: tellLink(plan, link),
        items: [
          { label: 'Edit the link…', icon: 'edit', isDisabled: isFixed, run: () => edit(pair) },
          { label: 'Remove the link', icon: 'close', isDisabled: isFixed, run: () => remove(pair) },
          {
            label: `Go to ${textAt(plan.view.rows.title, first)}`,
            startsGroup: true,
            run: () => goTo(ctx, first),
          },
          { label: `Go to ${textAt(plan.view.rows.title, last)}`, run: () => goTo(ctx, last) },
        ],
      });
    },
  };
}

function goTo({ model, actions, body }: ChartContext, row: number): void {
  model.select(row);
  actions.select(model.idOf(row));
  const { start, finish } = model.plan?.view.rows ?? {};
  if (start && finish) model.timeline.bringIntoView(numberAt(start, row), numberAt(finish, row));
  body.bringIntoView(row);
  body.render();
  body.grid.focus();
}

/** `Parser starts after the finish of Lexer +2d` */
function tellLink({ view }: LoadedPlan, link: number): string {
  const titleAt = (column: ArrayLike<number>): string =>
    textAt(view.rows.title, numberAt(column, link));
  const type = dependencyTypes[numberAt(view.links.type, link)] ?? 'FS';
  const lag = textAt(view.links.lag, link);
  const told = `${titleAt(view.links.to)} ${linkWords[type]} ${titleAt(view.links.from)}`;
  return lag === '' ? told : `${told} ${lag}`;
}
