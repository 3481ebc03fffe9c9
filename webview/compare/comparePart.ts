import type { ComparisonView } from '../../src/core/views/comparisonView.ts';
import type { PanelSnapshot } from '../../src/protocol/messages.ts';
import { replaceKeepingFocus } from '../people/keepFocus.ts';
import type { PanelActions, PanelPart } from '../state/panelPart.ts';
import { createElement } from '../ui/element.ts';
import { createMenuButton, createTextButton } from '../ui/textButton.ts';
import { createCompareContent } from './compareContent.ts';

export interface CompareParts {
  readonly actions: Pick<PanelActions, 'comparison' | 'save' | 'pick' | 'open' | 'onCommitted'>;
  /** Shows an item in a view of the panel that has it. */
  readonly show: (view: 'gantt' | 'risks', id: string) => void;
}

/** What the plan says otherwise than an earlier version of it, followed while it changes. */
export function createComparePart({ actions, show }: CompareParts): PanelPart {
  const page = createPage();
  /** Tables that are shown whole, by title. */
  const unfolded = new Set<string>();
  const { waiting, wait } = createWaiting(page);
  const state = { revision: -1, asked: 0 };
  let known: ComparisonView | undefined;
  const unfold = (title: string): void => {
    unfolded.add(title);
    render();
  };
  const render = (): void => {
    if (!known) return;
    replaceKeepingFocus(
      page,
      createCompareContent(known, {
        show: id => showItem({ actions, show }, id),
        unfolded,
        unfold,
      }),
    );
  };
  const load = async (): Promise<void> => {
    const asked = ++state.asked;
    wait(true);
    const answer = await actions.comparison();
    if (asked !== state.asked) return;
    wait(false);
    save.disabled = !answer.ok;
    if (!answer.ok) {
      known = undefined;
      replaceKeepingFocus(page, [createRefusal(answer.error.message)]);
      return;
    }
    const { scrollTop } = element;
    known = answer.value;
    render();
    element.scrollTop = scrollTop;
  };
  const { tools, choose, save } = createTools(actions);
  const element = createElement(
    'div',
    { class: 'forecast compare', attributes: { tabindex: '-1' } },
    [tools, waiting, page],
  );
  const following = actions.onCommitted(() => void load());
  return {
    element,
    show: ({ revision }: PanelSnapshot) => {
      if (revision === state.revision) return;
      state.revision = revision;
      void load();
    },
    // Something else was chosen to compare with.
    reveal: () => void load(),
    renew: () => void load(),
    focus: () => choose.focus(),
    dispose: () => following.dispose(),
  };
}

function createPage(): HTMLElement {
  return createElement('article', { class: 'sheet compare-page', attributes: { tabindex: '-1' } });
}

function createRefusal(text: string): HTMLElement {
  return createElement('p', { class: 'compare-refusal', text });
}

/** Where an item can be seen: the chart, the register, else its file. */
function showItem({ actions, show }: CompareParts, id: string): void {
  if (/^[TM]-/.test(id)) show('gantt', id);
  else if (id.startsWith('R-')) show('risks', id);
  else actions.open({ id, target: 'file', beside: true });
}

/** A sentence that stands above the page until it is worked out. */
function createWaiting(page: HTMLElement): {
  readonly waiting: HTMLElement;
  readonly wait: (isWaiting: boolean) => void;
} {
  const text = 'Working out what changed…';
  const attributes = { role: 'status' };
  const waiting = createElement('p', { class: 'compare-waiting faint', text, attributes });
  const wait = (isWaiting: boolean): void => {
    page.setAttribute('aria-busy', String(isWaiting));
    waiting.hidden = !isWaiting;
  };
  wait(false);
  return { waiting, wait };
}

interface Tools {
  readonly tools: HTMLElement;
  readonly choose: HTMLButtonElement;
  readonly save: HTMLButtonElement;
}

function createTools(actions: Pick<PanelActions, 'save' | 'pick'>): Tools {
  const save = createMenuButton('Save as…', 'Save the changes', () => [
    { label: 'Markdown, for a comment', run: () => actions.save({ view: 'compare', form: 'md' }) },
    { label: 'Picture (SVG)', run: () => actions.save({ view: 'compare', form: 'svg' }) },
  ]);
  const choose = createTextButton('Compare with…', () => actions.pick('compareWith', null));
  const tools = createElement(
    'div',
    { class: 'money-tools', attributes: { role: 'toolbar', 'aria-label': 'Changes' } },
    [choose, save],
  );
  return { tools, choose, save };
}
