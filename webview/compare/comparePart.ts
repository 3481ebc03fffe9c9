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
  const page = createElement('article', {
    class: 'sheet compare-page',
    attributes: { tabindex: '-1' },
  });
  /** Tables that are shown whole, by title. */
  const unfolded = new Set<string>();
  const waiting = createElement('p', {
    class: 'compare-waiting faint',
    text: 'Working out what changed…',
    attributes: { role: 'status' },
  });
  waiting.hidden = true;
  const state = { revision: -1, asked: 0 };
  let known: ComparisonView | undefined;
  const showItem = (id: string): void => {
    if (/^[TM]-/.test(id)) show('gantt', id);
    else if (id.startsWith('R-')) show('risks', id);
    else actions.open({ id, target: 'file', beside: true });
  };
  const unfold = (title: string): void => {
    unfolded.add(title);
    render();
  };
  const render = (): void => {
    if (!known) return;
    replaceKeepingFocus(page, createCompareContent(known, { show: showItem, unfolded, unfold }));
  };
  const load = async (): Promise<void> => {
    const asked = ++state.asked;
    page.setAttribute('aria-busy', 'true');
    waiting.hidden = false;
    const answer = await actions.comparison();
    if (asked !== state.asked) return;
    page.setAttribute('aria-busy', 'false');
    waiting.hidden = true;
    save.disabled = !answer.ok;
    if (!answer.ok) {
      known = undefined;
      const refusal = createElement('p', { class: 'compare-refusal', text: answer.error.message });
      replaceKeepingFocus(page, [refusal]);
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
