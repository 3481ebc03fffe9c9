import { formatDependency, type DependencyType, type Lag } from '../../model/dependency.ts';
import type { DurationScale } from '../../model/duration.ts';
import type { ImportedDependency } from '../importedPlan.ts';
import type { Losses } from './losses.ts';
import { isTooLong, lengthFormat, lengthInUnit } from './mspdiDuration.ts';
import { flagOf, numberOf, textOf, type XmlElement } from './xmlTree.ts';

const types: readonly DependencyType[] = ['FF', 'FS', 'SF', 'SS'];

/** What the reading of links needs to know of the rest of the file. */
export interface LinkContext {
  /** Of the tasks that are imported. */
  readonly uids: ReadonlySet<string>;
  /** Of the tasks that stand for one of another project, imported or not. */
  readonly elsewhere: ReadonlySet<string>;
  readonly scale: DurationScale;
  readonly losses: Losses;
}

/** The predecessors of a task, by origin. */
export function readLinks(task: XmlElement, ctx: LinkContext): readonly ImportedDependency[] {
  const links: ImportedDependency[] = [];
  for (const link of task.children) {
    if (link.name !== 'PredecessorLink') continue;
    const uid = textOf(link, 'PredecessorUID');
    const isKnown = uid !== undefined && ctx.uids.has(uid);
    const isOutside = flagOf(link, 'CrossProject') || ctx.elsewhere.has(uid ?? '');
    if (isOutside && !(isKnown && ctx.elsewhere.has(uid))) ctx.losses.tell('crossProject', task);
    else if (!isKnown) ctx.losses.tell('linkUnknown', task);
    else links.push({ predecessor: `mspdi:${uid}`, ...readLink(link, task, ctx) });
  }
  return links;
}

function readLink(
  link: XmlElement,
  task: XmlElement,
  ctx: LinkContext,
): { readonly type: DependencyType; readonly lagText: string } {
  const isTyped = textOf(link, 'Type') !== undefined;
  const known = types[isTyped ? (numberOf(link, 'Type') ?? -1) : 1];
  if (known === undefined) ctx.losses.tell('linkType', task);
  const type = known ?? 'FS';
  const lag = readLag(link, task, ctx);
  // The id is only a stand-in: what is kept is the text after it.
  const text = formatDependency({ predecessor: '', type, lag });
  return { type, lagText: text === '' ? '' : text.slice(1 + type.length) };
}

/** `LinkLag` counts tenths of a minute, or is the percentage itself. */
function readLag(
  link: XmlElement,
  task: XmlElement,
  { scale, losses }: LinkContext,
): Lag | undefined {
  const given = numberOf(link, 'LinkLag');
  const amount = given && Math.max(-mostTenths, Math.min(mostTenths, given));
  if (amount === undefined && textOf(link, 'LinkLag') !== undefined) losses.tell('lagUnread', task);
  if (amount === undefined || amount === 0) return undefined;
  const format = lengthFormat(numberOf(link, 'LagFormat')) ?? defaultFormat;
  const lag: Lag =
    format.kind === 'percent'
      ? { kind: 'percent', percent: Number(amount.toFixed(2)), isElapsed: format.isElapsed }
      : { kind: 'duration', duration: lengthInUnit(amount / 10, format, scale) };
  if (lag.kind === 'percent' ? Math.abs(lag.percent) > mostPercent : isTooLong(lag.duration)) {
    losses.tell('lagTooLong', task);
  }
  if (lag.kind === 'percent') return lag.percent === 0 ? undefined : lag;
  if (amount % 10 !== 0) losses.add('rounded');
  return lag;
}

const defaultFormat = { kind: 'duration', unit: 'd', isElapsed: false } as const;

/** More than any plan can speak of, and written without an exponent. */
const mostTenths = 1e13;

/** Of the predecessor's duration, which is a century for one of a day. */
const mostPercent = 100 * 260 * 100;
