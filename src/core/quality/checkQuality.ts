import type { Project } from '../model/project.ts';
import { createProblem, type Problem } from '../model/problem.ts';
import { isMet, type QualityMeasure } from './quality.ts';

/** So many items are named in a message. */
export const longestNaming = 5;

/**
 * One finding for each measure beyond its limit: a warning where the project has set that limit, a
 * hint where it is that of the practice. It stands where the limit does, or would.
 */
export function checkQuality(
  measures: readonly QualityMeasure[],
  { quality }: Project,
): readonly Problem[] {
  return findBeyond(measures).map(measure => {
    const isStated = quality?.limits.has(measure.key) === true;
    return createProblem(isStated ? 'quality-limit' : 'quality-hint', messageOf(measure), {
      file: 'project.yaml',
      field: ['quality', measure.key],
      items: measure.items,
    });
  });
}

/** The measures beyond their limits. */
export function findBeyond(measures: readonly QualityMeasure[]): readonly QualityMeasure[] {
  return measures.filter(measure => !isMet(measure));
}

function messageOf(measure: QualityMeasure): string {
  const { title, isCeiling, limit, advice } = measure;
  const bound = `${isCeiling ? 'at most' : 'at least'} ${formatShare(limit, measure)}`;
  const named = measure.items.slice(0, longestNaming).join(', ');
  const more = measure.items.length - longestNaming;
  const items = named === '' ? '' : ` (${more > 0 ? `${named} and ${more} more` : named})`;
  return `${title}: ${formatValue(measure)}, ${bound} expected${items}; ${advice}`;
}

/** `12 of 60 (20%)`, or the index alone. */
export function formatValue(measure: QualityMeasure): string {
  const { found, of, isIndex, isCeiling, key } = measure;
  if (isIndex || key === 'criticalPathTest') return formatShare(measure.value, measure);
  const counted = isCeiling ? found : of - found;
  return `${counted} of ${of} (${formatShare(measure.value, measure)})`;
}

export function formatShare(value: number, { isIndex }: Pick<QualityMeasure, 'isIndex'>): string {
  if (isIndex) return value.toFixed(2);
  return `${Number((value * 100).toPrecision(3))}%`;
}
