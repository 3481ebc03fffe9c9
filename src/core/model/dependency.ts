import { formatDuration, parseDuration, type Duration } from './duration.ts';
import { isId } from './ids.ts';

/** Finish–start, start–start, finish–finish, start–finish: predecessor's end first. */
export const dependencyTypes = ['FS', 'SS', 'FF', 'SF'] as const;
export type DependencyType = (typeof dependencyTypes)[number];

/** The wait between the two ends; negative for a lead. */
export type Lag =
  | { readonly kind: 'duration'; readonly duration: Duration }
  /** A share of the predecessor's duration: 50 is half of it. */
  | { readonly kind: 'percent'; readonly percent: number; readonly isElapsed: boolean };

export interface Dependency {
  readonly predecessor: string;
  readonly type: DependencyType;
  readonly lag: Lag | undefined;
}

const pattern = /^([a-z]+-[0-9a-z]+)(?:\s+(FS|SS|FF|SF))?\s*(?:([+-])\s*(\S+))?$/i;
const percentPattern = /^(\d+(?:\.\d+)?)(e?)%$/;

/** Reads `T-7KQ3`, `T-7KQ3 SS+2d`, `T-7KQ3 FF-1ed`, `T-7KQ3 FS+50%`; undefined when it is none. */
export function parseDependency(text: string): Dependency | undefined {
  const match = pattern.exec(text.trim());
  const predecessor = match?.[1]?.toUpperCase();
  if (!match || predecessor === undefined || !isId(predecessor)) return undefined;
  const type = dependencyTypes.find(known => known === match[2]?.toUpperCase()) ?? 'FS';
  if (match[4] === undefined) return { predecessor, type, lag: undefined };
  const lag = parseLag(match[3] === '-' ? -1 : 1, match[4]);
  return lag && { predecessor, type, lag };
}

function parseLag(sign: 1 | -1, text: string): Lag | undefined {
  const percent = percentPattern.exec(text);
  if (percent) {
    return { kind: 'percent', percent: sign * Number(percent[1]), isElapsed: percent[2] === 'e' };
  }
  const duration = /^\d/.test(text) ? parseDuration(text) : undefined;
  return duration && { kind: 'duration', duration: { ...duration, value: sign * duration.value } };
}

/** True where two tasks wait for the same, in the same order. */
export function isSameWait(a: readonly Dependency[], b: readonly Dependency[]): boolean {
  if (a === b) return true;
  return a.length === b.length && a.every((one, place) => isSameDependency(one, b[place]));
}

function isSameDependency(a: Dependency, b: Dependency | undefined): boolean {
  return a.predecessor === b?.predecessor && a.type === b.type && isSameLag(a.lag, b.lag);
}

function isSameLag(a: Lag | undefined, b: Lag | undefined): boolean {
  if (a?.kind === 'duration' && b?.kind === 'duration') {
    const [one, other] = [a.duration, b.duration];
    return (
      one.value === other.value && one.unit === other.unit && one.isElapsed === other.isElapsed
    );
  }
  if (a?.kind === 'percent' && b?.kind === 'percent') {
    return a.percent === b.percent && a.isElapsed === b.isElapsed;
  }
  return a === b;
}

/** The shortest text that reads back to the same dependency: plain FS is the id alone. */
export function formatDependency({ predecessor, type, lag }: Dependency): string {
  const lagText = lag ? formatLag(lag) : '';
  return type === 'FS' && lagText === '' ? predecessor : `${predecessor} ${type}${lagText}`;
}

function formatLag(lag: Lag): string {
  if (lag.kind === 'percent') {
    const sign = lag.percent < 0 ? '-' : '+';
    return `${sign}${Math.abs(lag.percent)}${lag.isElapsed ? 'e' : ''}%`;
  }
  if (lag.duration.value === 0) return '';
  const text = formatDuration(lag.duration);
  return text.startsWith('-') ? text : `+${text}`;
}
