import type {
  ComparedBar,
  ComparedRow,
  ComparedSpan,
  ComparedTable,
  ComparisonView,
} from '../core/views/comparisonView.ts';
import {
  either,
  isFiniteNumber,
  isNull,
  isPlace,
  isText,
  isTruth,
  listOf,
  oneOf,
  record,
} from './validate.ts';

const isSpan = either(
  record<ComparedSpan>({ start: isFiniteNumber, finish: isFiniteNumber }),
  isNull,
);

const isView = record<ComparisonView>({
  revision: isPlace,
  title: isText,
  sentences: listOf(isText),
  bars: listOf(
    record<ComparedBar>({
      id: isText,
      title: isText,
      isPoint: isTruth,
      before: isSpan,
      after: isSpan,
      words: isText,
      tone: oneOf(['later', 'earlier', 'other']),
    }),
  ),
  moreBars: isPlace,
  tables: listOf(
    record<ComparedTable>({
      title: isText,
      columns: listOf(isText),
      rows: listOf(record<ComparedRow>({ id: isText, cells: listOf(isText) })),
      more: isPlace,
    }),
  ),
});

/** Reads a comparison; undefined when it is none. */
export function parseComparison(value: unknown): ComparisonView | undefined {
  return isView(value) ? value : undefined;
}
