import type { RatingName } from '../../src/core/model/risk.ts';
import type { RiskRegisterView, RiskRow } from '../../src/core/views/riskRegisterView.ts';
import type { PanelActions } from '../state/panelPart.ts';
import { createElement } from '../ui/element.ts';
import { createSuggestions, tellChange } from '../ui/inlineEditor.ts';
import { openPopover } from '../ui/popover.ts';
import { commit } from './fieldEditing.ts';
import { type RatingField, ratingFields } from './riskFields.ts';
import { ratingTitles } from './riskText.ts';

/** Edits the parts of a rating beside its chip. Each part is an intent of its own when it is left. */
export function openRatingForm(
  actions: PanelActions,
  options: {
    readonly view: RiskRegisterView;
    readonly row: RiskRow;
    readonly rating: RatingName;
    readonly anchor: HTMLElement;
    /** The risk as it is in the newest plan; undefined where it is there no more. */
    readonly present: () => RiskRow | undefined;
  },
): void {
  const { view, row, rating, anchor, present } = options;
  const title = `${ratingTitles[rating]} rating of ${row.id}`;
  const valueOf = (key: string): string | undefined => {
    const now = present();
    return now && ratingFields(view, now, rating).find(field => field.key === key)?.value;
  };
  const fields = ratingFields(view, row, rating).map(field =>
    createField(actions, row.id, { ...field, present: () => valueOf(field.key) }),
  );
  const content = createElement('div', { class: 'rating-form' }, [
    createElement('h2', { class: 'rating-title', text: title }),
    ...fields.map(field => field.element),
  ]);
  openPopover({ anchor, content, label: title });
  fields[0]?.input.focus();
  fields[0]?.input.select();
}

function createField(
  actions: PanelActions,
  id: string,
  field: RatingField & { readonly present: () => string | undefined },
): { readonly element: HTMLElement; readonly input: HTMLInputElement } {
  const inputId = `rating-${field.key}`;
  const refusal = createElement('p', { class: 'rating-refusal', attributes: { role: 'alert' } });
  const input = createElement('input', {
    class: 'inline-input',
    attributes: { id: inputId, placeholder: field.hint, autocomplete: 'off' },
  });
  input.value = field.value;
  let known = field.value;
  /** What somebody else wrote meanwhile and was told of: with Enter it is written over knowingly. */
  let told: string | undefined;
  const write = async (value: string): Promise<string | undefined> => {
    const before = known;
    known = value;
    const why = await commit(actions, field.intent(id, value));
    if (why !== undefined) known = before;
    return why;
  };
  const save = async (isAsked: boolean): Promise<void> => {
    const { value } = input;
    if (value === known) return;
    const present = field.present() ?? known;
    const isKnown = present === known || present === value || (isAsked && told === present);
    told = present;
    const why = isKnown ? await write(value) : tellChange(present);
    refusal.textContent = why ?? '';
    input.toggleAttribute('aria-invalid', why !== undefined);
  };
  input.addEventListener('change', () => void save(false));
  input.addEventListener('keydown', event => {
    if (event.key === 'Enter') void save(true);
  });
  const suggestions = createSuggestions(field.suggestions, value => {
    input.value = value;
    void save(true);
  });
  const element = createElement('div', { class: 'rating-field' }, [
    createElement('label', {
      class: 'field-label',
      text: field.label,
      attributes: { for: inputId },
    }),
    input,
    suggestions,
    refusal,
  ]);
  return { element, input };
}
