import type { RatingName } from '../../src/core/model/risk.ts';
import type { RiskRow } from '../../src/core/views/riskRegisterView.ts';
import type { PanelSnapshot } from '../../src/protocol/messages.ts';
import type { PanelActions } from '../state/panelPart.ts';
import type { EditorExit } from '../ui/inlineEditor.ts';
import { editField } from './fieldEditing.ts';
import { openRatingForm } from './ratingForm.ts';
import { type FieldKey, riskFields } from './riskFields.ts';
import { openRiskMenu } from './riskMenu.ts';

/** Opens what edits a risk, where the plan and the risk's file may be written. */
export class RiskEditing {
  readonly #actions: PanelActions;
  readonly #snapshot: () => PanelSnapshot | undefined;

  constructor(actions: PanelActions, snapshot: () => PanelSnapshot | undefined) {
    this.#actions = actions;
    this.#snapshot = snapshot;
  }

  openMenu(row: RiskRow, anchor: HTMLElement): void {
    openRiskMenu(this.#actions, { row, anchor, canEdit: this.#canEdit(row) });
  }

  rate(row: RiskRow, rating: RatingName, anchor: HTMLElement): void {
    const view = this.#snapshot()?.risks;
    if (view && this.mayEdit(row)) {
      openRatingForm(this.#actions, { view, row, rating, anchor, present: this.#present(row) });
    }
  }

  edit(
    row: RiskRow,
    key: FieldKey,
    place: {
      readonly anchor: HTMLElement;
      readonly host: HTMLElement;
      readonly onClose: (exit: EditorExit) => void;
    },
  ): void {
    const view = this.#snapshot()?.risks;
    if (view && this.mayEdit(row)) {
      const field = riskFields[key];
      editField(this.#actions, { row, view, field, present: this.#present(row), ...place });
    }
  }

  #present({ id }: RiskRow): () => RiskRow | undefined {
    return () => this.#snapshot()?.risks.rows.find(row => row.id === id);
  }

  #canEdit(row: RiskRow): boolean {
    return this.#snapshot()?.canEdit === true && !row.isReadOnly;
  }

  /** Says why not, where it is not allowed. */
  mayEdit(row: RiskRow): boolean {
    if (this.#canEdit(row)) return true;
    this.#actions.announce(`${row.id} can be read but not changed here; open its file to see why`);
    return false;
  }
}
