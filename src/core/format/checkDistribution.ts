import { estimatePoints, type Duration, type Estimate } from '../model/duration.ts';
import { findMisfit, type DistributionName } from '../model/forecastRules.ts';
import type { ProblemSink } from './problemSink.ts';
import { entryOf, type YamlMap } from './yamlNode.ts';

interface Lengths {
  readonly estimate?: Estimate | undefined;
  readonly distribution?: DistributionName | undefined;
  readonly duration?: Duration | undefined;
  readonly remaining?: Estimate | undefined;
}

/** Reports a shape that does not suit the range of its task, or that nothing is drawn in. */
export function checkDistribution(values: Lengths, map: YamlMap, sink: ProblemSink): void {
  const entry = entryOf(map, 'distribution');
  const says = entry && values.distribution && findFault(values.distribution, values);
  if (!says) return;
  const span = { start: entry.value.start, end: entry.value.end };
  sink.add('distribution-misfit', says, span, ['distribution']);
}

function findFault(
  shape: DistributionName,
  { estimate, duration, remaining }: Lengths,
): string | undefined {
  const left = remaining && estimatePoints(remaining) > 1 ? remaining : undefined;
  if (duration && !left) {
    return 'The length is fixed by `duration`, so its `distribution` counts for nothing; take one of the two out';
  }
  const range = left ?? estimate;
  const points = range && estimatePoints(range);
  const misfit = points === 2 || points === 3 ? findMisfit(shape, points) : undefined;
  return misfit && `\`${shape}\` ${misfit}`;
}
