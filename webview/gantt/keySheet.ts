import type { Disposable } from '../../src/core/base/disposable.ts';
import { queryFields, queryFlags } from '../../src/core/views/itemQuery.ts';
import { queryMeasures } from '../../src/core/views/queryMeasures.ts';
import {
  createFilterSection,
  createKeySection,
  createSheetSection,
  openKeySheet,
  type SheetLine,
} from '../ui/keySheet.ts';
import { keyBindings } from './keyboard.ts';
import { createLegend } from './legend.ts';
import type { Palette } from './palette.ts';

/** What the keys do and what the signs of the chart mean. */
export function openChartKeys(anchor: Element, palette: Palette): Disposable {
  return openKeySheet({
    anchor,
    label: 'Keys and signs',
    sections: [
      createSheetSection('Signs', createLegend(palette)),
      createKeySection(keyBindings),
      createFilterSection(filterWords),
    ],
    note: 'Ctrl and the wheel zoom around the pointer. Drag a bar to move it, its end to resize it, the ring beside it to another bar to link them. Press an arrow and drag one of its ends to lead it elsewhere; Delete takes it out, a double click edits it, as E does for all links of a row. Ctrl and Shift select several rows, which then move together. Drag a row of the table up or down to another place, and to the side to indent it or out; a finger rests on it first. Drag below the last row, or anywhere with Alt, to draw a new task; by keys, Insert adds one and Alt+Shift+→ makes it longer. Escape gives a drag up.',
  });
}

/** What can be written into the filter, and to `gantry list`. */
const filterWords: readonly SheetLine[] = [
  ['parser "two words"', 'Stands in title, id, people or tags'],
  ['status:doing,review', `One of several; also ${queryFields.slice(2, 9).join(', ')}`],
  ['assignee:none', 'Has nothing there'],
  ['float<2d finish<=today+2w', `Compares ${queryMeasures.join(', ')}`],
  [queryFlags.join(' '), 'True of the item'],
  ['-tag:later', 'A minus: must not be'],
];
