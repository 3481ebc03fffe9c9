import {
  defaultDurationScale,
  durationMinutes,
  longestMinutes,
  parseDuration,
  parseEstimate,
  type Duration,
} from '../model/duration.ts';
import { bad, good, quoted, type Reading } from './reading.ts';

const form = 'write a number and a unit, such as `4h`, `3d`, `2w` or `3ed`';

export function readDuration(text: string): Reading {
  const duration = parseDuration(text);
  if (duration === undefined)
    return bad('duration-invalid', `${quoted(text)} is no duration; ${form}`);
  return wrongSize(duration, text, duration) ?? good(duration);
}

/** A single length or a range that does not fall. */
export function readEstimate(text: string): Reading {
  const estimate = parseEstimate(text);
  if (estimate === undefined) {
    return bad(
      'duration-invalid',
      `${quoted(text)} is no estimate; ${form}, or a range \`2d..4d..9d\``,
    );
  }
  const { optimistic, likely, pessimistic } = estimate;
  const lengths = [optimistic, likely, pessimistic].filter(length => length !== undefined);
  for (const length of lengths) {
    const wrong = wrongSize(length, text, estimate);
    if (wrong) return wrong;
  }
  const minutes = lengths.map(length => durationMinutes(length, defaultDurationScale));
  const falls = minutes.some((length, i) => i > 0 && length < (minutes[i - 1] ?? 0));
  if (falls) return bad('estimate-order', `${quoted(text)} falls; write the shortest length first`);
  return good(estimate);
}

/** [HOR-3] What is too long is kept, so that it and what follows it get no dates that look right. */
function wrongSize(duration: Duration, text: string, kept: unknown): Reading | undefined {
  if (duration.value < 0) {
    return bad('duration-negative', `${quoted(text)} is below zero; a length is zero or more`);
  }
  if (durationMinutes(duration, defaultDurationScale) <= longestMinutes) return undefined;
  return bad(
    'duration-implausible',
    `${quoted(text)} is more than a century of work; mend the unit`,
    kept,
  );
}
