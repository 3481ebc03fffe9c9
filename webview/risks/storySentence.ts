import type { RiskRow } from '../../src/core/views/riskRegisterView.ts';
import { createElement } from '../ui/element.ts';

/** A part of the story, in its place in the sentence. */
export type StoryPart = 'cause' | 'event' | 'effect';

const gaps: Readonly<Record<StoryPart, string>> = {
  cause: 'what is so today',
  event: 'what',
  effect: 'what follows',
};

/**
 * Cause, event and effect as one sentence. The words between them stand still; each part is what
 * `createPart` makes of it, and a part that nobody has written yet is a gap that says what belongs there.
 */
export function createSentence(
  row: RiskRow,
  createPart: (part: StoryPart, shown: string, isGap: boolean) => HTMLElement,
): HTMLElement {
  const part = (key: StoryPart): HTMLElement => {
    const text = partText(key, row[key]);
    return createPart(key, text === '' ? gaps[key] : text, text === '');
  };
  const isGain = row.riskKind === 'opportunity';
  return createElement('p', { class: 'detail-sentence' }, [
    'Because ',
    part('cause'),
    ', it may happen that ',
    part('event'),
    isGain ? ', which would bring: ' : ', which would mean: ',
    part('effect'),
    '.',
  ]);
}

/** As it reads inside the sentence: without a stop at its end and a first "because" of its own. */
export function partText(part: StoryPart, text: string): string {
  const plain = text.trim().replace(/[.,;]+$/, '');
  return part === 'cause' ? plain.replace(/^because\s+(?:of\s+)?/i, '') : plain;
}
