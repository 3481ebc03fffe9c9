import type { Disposable } from '../../src/core/base/disposable.ts';
import { queryFlags } from '../../src/core/views/itemQuery.ts';
import { queryMeasures } from '../../src/core/views/queryMeasures.ts';
import {
  createFilterSection,
  createKeySection,
  openKeySheet,
  type SheetLine,
} from '../ui/keySheet.ts';
import { registerKeys } from './registerKeys.ts';

export const registerKeysLabel = 'Keys of the register';

/** What the keys do in the register, and what its filter understands. */
export function openRegisterKeys(anchor: Element): Disposable {
  return openKeySheet({
    anchor,
    label: registerKeysLabel,
    sections: [createKeySection(registerKeys), createFilterSection(filterWords)],
    note: 'While a cell is edited, Tab writes it and goes on to the next, Enter writes it, and Escape gives it up. Tab leaves the table for the heat map and the details, where every value is a button.',
  });
}

const filterWords: readonly SheetLine[] = [
  ['server "two words"', 'Stands in title, id or the words of the risk'],
  ['status:open,mitigating', 'One of several; also category, assignee, rating, review'],
  ['response:reduce', 'What is done about it; response:none where nothing is'],
  ['review<today+2w', `Compares ${queryMeasures.join(', ')}`],
  [queryFlags.join(' '), 'True of the risk'],
  ['-category:legal', 'A minus: must not be'],
];
