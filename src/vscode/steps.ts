import {
  QuickInputButtons,
  window,
  type Event,
  type QuickInput,
  type QuickInputButton,
  type QuickPickItem,
} from 'vscode';
import { inertText } from '../core/views/inertText.ts';

/** What came of one question. */
export type Answer<T> =
  { readonly kind: 'answer'; readonly value: T } | { readonly kind: 'back' | 'cancelled' };

/** Where a question stands among the others. */
export interface StepPlace {
  readonly title: string;
  /** Counted from one. */
  readonly step: number;
  readonly steps: number;
}

/** Asks one thing and answers with the state that now holds. */
export type Step<State> = (state: State, place: StepPlace) => Promise<Answer<State>>;

/** Asks one question after the other, with a way back. Undefined when the person gave up. */
export async function runSteps<State>(
  title: string,
  start: State,
  steps: readonly Step<State>[],
): Promise<State | undefined> {
  const states: State[] = [start];
  while (states.length <= steps.length) {
    const step = steps[states.length - 1];
    const state = states[states.length - 1];
    if (!step || state === undefined) return undefined;
    const answer = await step(state, { title, step: states.length, steps: steps.length });
    switch (answer.kind) {
      case 'answer':
        states.push(answer.value);
        break;
      case 'back':
        states.pop();
        break;
      case 'cancelled':
        return undefined;
    }
  }
  return states[states.length - 1];
}

export interface TextQuestion {
  readonly prompt: string;
  readonly value?: string;
  readonly placeholder?: string;
  /** Why the text cannot be taken; undefined when it can. */
  readonly refuse?: (text: string) => string | undefined;
}

export function askText(question: TextQuestion, place: StepPlace): Promise<Answer<string>> {
  const box = window.createInputBox();
  box.prompt = inertText(question.prompt);
  box.value = question.value ?? '';
  box.placeholder = question.placeholder;
  const refuse = (): string | undefined => {
    const why = question.refuse?.(box.value.trim());
    return why === undefined ? undefined : inertText(why);
  };
  return settle(box, place, answer => {
    box.onDidChangeValue(() => {
      if (box.validationMessage) box.validationMessage = refuse();
    });
    box.onDidAccept(() => {
      box.validationMessage = refuse();
      if (!box.validationMessage) answer(box.value.trim());
    });
  });
}

export interface Choice<T> extends QuickPickItem {
  readonly value: T;
}

export interface PickQuestion<T> {
  readonly prompt: string;
  readonly choices: readonly Choice<T>[];
  /** The choice to stand on at first. */
  readonly isActive?: (value: T) => boolean;
}

export function askChoice<T>(question: PickQuestion<T>, place: StepPlace): Promise<Answer<T>> {
  const pick = window.createQuickPick<Choice<T>>();
  pick.placeholder = question.prompt;
  pick.matchOnDescription = true;
  pick.items = question.choices.map(inertChoice);
  const { isActive } = question;
  if (isActive) {
    pick.activeItems = pick.items.filter(({ value }) => isActive(value)).slice(0, 1);
  }
  return settle<T>(pick, place, answer => {
    pick.onDidAccept(() => {
      const [chosen] = pick.selectedItems;
      if (chosen) answer(chosen.value);
    });
  });
}

/** Any number of choices, none included. */
export function askChoices<T>(
  question: Omit<PickQuestion<T>, 'isActive'> & { readonly isChosen: (value: T) => boolean },
  place: StepPlace,
): Promise<Answer<readonly T[]>> {
  const pick = window.createQuickPick<Choice<T>>();
  pick.placeholder = question.prompt;
  pick.canSelectMany = true;
  pick.matchOnDescription = true;
  pick.items = question.choices.map(inertChoice);
  pick.selectedItems = pick.items.filter(({ value }) => question.isChosen(value));
  return settle<readonly T[]>(pick, place, answer => {
    pick.onDidAccept(() => answer(pick.selectedItems.map(({ value }) => value)));
  });
}

function inertChoice<T>(choice: Choice<T>): Choice<T> {
  const { label, description } = choice;
  const inert = { ...choice, label: inertText(label) };
  return description === undefined ? inert : { ...inert, description: inertText(description) };
}

interface SteppedInput extends QuickInput {
  buttons: readonly QuickInputButton[];
  readonly onDidTriggerButton: Event<QuickInputButton>;
}

/** Shows the question and waits for an answer, a step back or the end. Listeners end with the input. */
function settle<T>(
  input: SteppedInput,
  { title, step, steps }: StepPlace,
  listen: (answer: (value: T) => void) => void,
): Promise<Answer<T>> {
  input.title = title;
  if (steps > 1) {
    input.step = step;
    input.totalSteps = steps;
  }
  if (step > 1) input.buttons = [QuickInputButtons.Back];
  return new Promise(resolve => {
    const finish = (answer: Answer<T>): void => {
      resolve(answer);
      input.dispose();
    };
    listen(value => finish({ kind: 'answer', value }));
    input.onDidTriggerButton(() => finish({ kind: 'back' }));
    input.onDidHide(() => finish({ kind: 'cancelled' }));
    input.show();
  });
}

/** One question that stands alone. */
export const alone = (title: string): StepPlace => ({ title, step: 1, steps: 1 });

/** The value, or undefined when the person gave up. */
export async function valueOf<T>(answer: Promise<Answer<T>>): Promise<T | undefined> {
  const given = await answer;
  return given.kind === 'answer' ? given.value : undefined;
}

/** Puts the answer into the state of a flow. */
export async function into<T, State>(
  answer: Promise<Answer<T>>,
  merge: (value: T) => State,
): Promise<Answer<State>> {
  const given = await answer;
  return given.kind === 'answer' ? { kind: 'answer', value: merge(given.value) } : given;
}
