import type { RiskRegisterView, RiskRow } from '../../src/core/views/riskRegisterView.ts';
import type { Intent } from '../../src/protocol/messages.ts';
import type { PanelActions } from '../state/panelPart.ts';
import { type EditorExit, openInlineEditor } from '../ui/inlineEditor.ts';
import { openMenu } from '../ui/menu.ts';
import { showRefusal } from './refusal.ts';
import { type RiskField, riskFields } from './riskFields.ts';

/** The place of an edit: what is edited, of which risk, and where on the page. */
export interface EditPlace {
  readonly row: RiskRow;
  readonly view: RiskRegisterView;
  readonly field: RiskField;
  /** The risk as it is in the newest plan; undefined where it is there no more. */
  readonly present: () => RiskRow | undefined;
  /** The element that shows the value. */
  readonly anchor: HTMLElement;
  /** A positioned element round the anchor, which the editor is laid into. */
  readonly host: HTMLElement;
  readonly onClose: (exit: EditorExit) => void;
}

/** Edits a field in place, in the way of its kind. One edit is one intent. */
export function editField(actions: PanelActions, place: EditPlace): void {
  const { field, row } = place;
  if (field.kind === 'choice') {
    editChoice(actions, place);
    return;
  }
  const value = field.value(row);
  openInlineEditor({
    host: place.host,
    at: placeIn(place.host, place.anchor, field.kind === 'text' ? 320 : 160),
    kind: field.kind,
    label: `${field.label} of ${row.id}`,
    value,
    suggestions:
      field.kind === 'suggest' ? (field.choices?.(place.view, row) ?? []).slice(0, 8) : [],
    present: () => {
      const now = place.present();
      return now && field.value(now);
    },
    commit: text => commit(actions, field.intent(row.id, text)),
    onClose: place.onClose,
  });
}

/** Runs an intent; answers why it was refused, or undefined. */
export async function commit(actions: PanelActions, intent: Intent): Promise<string | undefined> {
  const outcome = await actions.run(intent);
  return outcome.ok ? undefined : outcome.error.message;
}

/** Runs an intent of a menu; a refusal is told at the cell that the menu belongs to. */
export async function commitAt(
  actions: PanelActions,
  intent: Intent,
  anchor: Element,
): Promise<void> {
  const why = await commit(actions, intent);
  if (why !== undefined) showRefusal(anchor, why);
}

function editChoice(actions: PanelActions, { field, row, view, anchor, present }: EditPlace): void {
  const current = field.value(row);
  openMenu({
    anchor,
    label: `${field.label} of ${row.id}`,
    items: (field.choices?.(view, row) ?? []).map(({ value, label }) => ({
      label,
      isChecked: value === current,
      startsGroup: value === '',
      run: () => {
        // The menu may have stood open for long.
        if (value === field.value(present() ?? row)) return;
        // What is done about it now is asked in the editor's own way.
        if (field === riskFields.status && value === 'occurred') actions.pick('occurred', row.id);
        else void commitAt(actions, field.intent(row.id, value), anchor);
      },
    })),
  });
}

/** Where an editor lies over its anchor: wide enough to write in, and inside what can be seen. */
function placeIn(
  host: HTMLElement,
  anchor: HTMLElement,
  leastPx: number,
): { readonly left: number; readonly top: number; readonly width: number } {
  const outer = host.getBoundingClientRect();
  const seen = (host.closest('.register-scroll') ?? host).getBoundingClientRect();
  const inner = anchor.getBoundingClientRect();
  const width = Math.min(Math.max(inner.width, leastPx), seen.width);
  const left = Math.max(seen.left, Math.min(inner.left, seen.right - width)) - outer.left;
  return { left, top: inner.top - outer.top + host.scrollTop, width };
}
