import type { Plan } from '../core/model/plan.ts';
import { formatShare, formatValue } from '../core/quality/checkQuality.ts';
import { isMet, type QualityMeasure } from '../core/quality/quality.ts';
import { qualityNeeds, qualityNotes } from '../core/quality/qualityNotes.ts';
import type { Paint } from './terminalText.ts';
import { formatTable, type TableStyle } from './textTable.ts';

interface Point {
  readonly title: string;
  readonly measured: string;
  readonly expected: string;
  readonly says: string;
  readonly measure: QualityMeasure | undefined;
}

/** The points of the practice with what was measured, what is expected, and whether it is kept. */
export function qualityText(
  plan: Plan,
  measures: readonly QualityMeasure[],
  { paint, table }: { readonly paint: Paint; readonly table: TableStyle },
): string {
  const points = [...qualityNotes.keys()].map(key =>
    pointOf(
      plan,
      key,
      measures.find(measure => measure.key === key),
    ),
  );
  return formatTable(
    points,
    [
      { title: 'Schedule quality', text: ({ title }) => title, isFlexible: true },
      { title: 'Measured', text: ({ measured }) => measured, align: 'right' },
      { title: 'Expected', text: ({ expected }) => expected, align: 'right' },
      {
        title: '',
        text: ({ says }) => says,
        paint: (text, { measure }) => {
          if (!measure) return paint.dim(text);
          return isMet(measure) ? paint.green(text) : paint.yellow(text);
        },
      },
    ],
    table,
  );
}

function pointOf(
  plan: Plan,
  key: QualityMeasure['key'],
  measure: QualityMeasure | undefined,
): Point {
  if (!measure) {
    const title = qualityNotes.get(key)?.title ?? key;
    return { title, measured: '-', expected: '', says: unmeasured(plan, key), measure };
  }
  const { title, isCeiling, limit } = measure;
  return {
    title,
    measured: formatValue(measure),
    expected: `${isCeiling ? 'at most' : 'at least'} ${formatShare(limit, measure)}`,
    says: isMet(measure) ? 'met' : 'not met',
    measure,
  };
}

/** Why a point was not measured. */
export function unmeasured({ project }: Plan, key: QualityMeasure['key']): string {
  return project.quality?.ignored.includes(key) === true
    ? 'left out by quality.ignore'
    : `needs ${qualityNeeds[key]}`;
}
