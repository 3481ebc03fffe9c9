import { fieldAt } from '../format/fieldAt.ts';
import { valueSpecAt, type FileKind } from '../format/fields.ts';
import type { FieldSpec, ValueSpec } from '../format/valueSpec.ts';
import { datedConstraints } from '../model/constraint.ts';
import { kindPlaces, type ItemKind } from '../model/ids.ts';
import { formatDay, type Instant } from '../model/instant.ts';
import { itemsOf, type Plan } from '../model/plan.ts';
import { isClosed } from '../model/task.ts';
import type { FieldPath, TextPosition, TextRange } from '../model/problem.ts';
import { hasEnded } from '../model/milestone.ts';
import type { Suggestion } from './suggestion.ts';

/** What a completion may look at. */
export interface CompletionContext {
  readonly plan: Plan;
  /** Today's midnight. */
  readonly today: Instant;
  readonly kind: FileKind;
  /** The item whose file it is: it is not offered to itself. */
  readonly ownId: string | undefined;
}

/** What can stand at a place of a plan file, which may be half typed and invalid. */
export function completeText(
  ctx: CompletionContext,
  text: string,
  position: TextPosition,
): readonly Suggestion[] {
  const place = fieldAt(text, position);
  if (!place) return [];
  if (place.isKey) return completeKey(ctx, { text, path: place.path, range: place.range });
  const value = valueSpecAt(ctx.kind, place.path);
  if (!value) return [];
  const spec = value.kind === 'list' ? value.of : value;
  return suggestValues(ctx, spec).map(found => ({ ...found, range: place.range }));
}

interface KeyPlace {
  readonly text: string;
  readonly path: FieldPath;
  readonly range: TextRange;
}

function completeKey(ctx: CompletionContext, { text, path, range }: KeyPlace): Suggestion[] {
  const parent = path.slice(0, -1);
  const holder = valueSpecAt(ctx.kind, parent);
  const element = holder?.kind === 'list' ? holder.of : holder;
  const fields = fieldsOf(element);
  if (holder?.kind === 'list' && element && fields.length === 0) {
    return suggestValues(ctx, element).map(value => ({
      ...value,
      insertText: `- ${value.insertText}`,
      range,
    }));
  }
  const taken = parent.length === 0 ? rootKeys(text) : new Set<string>();
  const own = path.at(-1);
  const hasColon = (text.split('\n')[range.end.line] ?? '')
    .slice(range.end.character)
    .startsWith(':');
  return fields
    .filter(({ key }) => key === own || !taken.has(key))
    .map(field => ({
      label: field.key,
      insertText: hasColon ? field.key : `${field.key}:${opensBlock(field.value) ? '' : ' '}`,
      kind: 'field',
      detail: field.example ?? '',
      documentation: field.description,
      range,
    }));
}

function fieldsOf(value: ValueSpec | undefined): readonly FieldSpec[] {
  return value?.kind === 'map' || value?.kind === 'anchor' ? value.fields : [];
}

function opensBlock(value: ValueSpec): boolean {
  return value.kind === 'list' || value.kind === 'map' || value.kind === 'mapOf';
}

/** The keys at the left margin. */
function rootKeys(text: string): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const match of text.matchAll(/^\uFEFF?([A-Za-z]\w*)\s*:/gm)) keys.add(match[1] ?? '');
  return keys;
}

type Value = Omit<Suggestion, 'range'>;

function suggestValues(ctx: CompletionContext, value: ValueSpec): readonly Value[] {
  switch (value.kind) {
    case 'choice':
      return value.values.map(choice => plainValue(choice, 'choice'));
    case 'boolean':
      return ['true', 'false'].map(choice => plainValue(choice, 'choice'));
    case 'id':
    case 'dependency':
      return suggestItems(ctx, value.kinds);
    case 'person':
    case 'assignment':
      return [...ctx.plan.project.people.values()].map(({ key, name, team }) => ({
        ...plainValue(key, 'person'),
        detail: [name, team].filter(Boolean).join(', '),
      }));
    case 'calendar':
      return [...ctx.plan.project.calendars.values()].map(({ key, title }) => ({
        ...plainValue(key, 'other'),
        detail: title ?? '',
      }));
    case 'date':
      return suggestDates(ctx.today);
    case 'duration':
    case 'estimate':
      return lengths.map(length => plainValue(length, 'other'));
    case 'percent':
      return ['0%', '25%', '50%', '75%', '100%'].map(share => plainValue(share, 'other'));
    case 'repetition':
      return repetitions.map(repetition => plainValue(repetition, 'other'));
    case 'constraint':
      return suggestConstraints(ctx.today);
    case 'probability':
      return suggestLevels(ctx, 'probability');
    case 'level':
    case 'measureOrLevel':
      return suggestLevels(ctx, value.scale);
    case 'map':
      return value.shorthand === undefined ? [] : suggestShorthand(ctx, value);
    default:
      return [];
  }
}

function suggestShorthand(
  ctx: CompletionContext,
  value: Extract<ValueSpec, { kind: 'map' }>,
): readonly Value[] {
  const field = value.fields.find(({ key }) => key === value.shorthand);
  return field ? suggestValues(ctx, field.value) : [];
}

function suggestLevels(ctx: CompletionContext, scale: 'probability' | 'impact'): readonly Value[] {
  return ctx.plan.project.riskScale[scale].map(({ key, title }) => ({
    ...plainValue(key, 'choice'),
    detail: title,
  }));
}

/** Usual ones, to begin with. */
const lengths = ['4h', '1d', '2d', '3d', '1w', '2w'] as const;

/** One of each kind. */
const repetitions = [
  'week on fri',
  '2 weeks on mon wed',
  '10 days',
  'month on 15',
  'month on last fri',
  'year on dec 25',
  'year on first mon of sep',
] as const;

/** What is still open comes first. */
function suggestItems(ctx: CompletionContext, kinds: readonly ItemKind[]): readonly Value[] {
  const found: Value[] = [];
  const closed: Value[] = [];
  for (const item of itemsOf(ctx.plan)) {
    if (!kinds.includes(item.kind) || item.id === ctx.ownId) continue;
    const isOver =
      item.kind === 'task' ? isClosed(item) : item.kind === 'milestone' && hasEnded(item);
    (isOver ? closed : found).push({
      label: `${item.id} ${item.title}`,
      insertText: item.id,
      kind: 'item',
      detail: 'status' in item ? item.status : kindPlaces[item.kind].folder,
      documentation: item.title,
    });
  }
  return [...found, ...closed];
}

function suggestDates(today: Instant): readonly Value[] {
  const days: readonly (readonly [string, number])[] = [
    ['today', 0],
    ['tomorrow', 1],
    ['in a week', 7],
    ['in two weeks', 14],
    ['in four weeks', 28],
  ];
  return days.map(([detail, ahead]) => ({
    ...plainValue(formatDay(today + ahead * 1440), 'date'),
    detail,
  }));
}

const constraintMeanings: Readonly<Record<string, string>> = {
  ASAP: 'as soon as possible',
  ALAP: 'as late as possible',
  SNET: 'start no earlier than',
  SNLT: 'start no later than',
  FNET: 'finish no earlier than',
  FNLT: 'finish no later than',
  MSO: 'must start on',
  MFO: 'must finish on',
};

function suggestConstraints(today: Instant): readonly Value[] {
  const dated = datedConstraints.map(kind => ({
    ...plainValue(kind, 'choice'),
    insertText: `${kind} ${formatDay(today)}`,
    detail: constraintMeanings[kind] ?? '',
  }));
  const plain = ['ASAP', 'ALAP'].map(kind => ({
    ...plainValue(kind, 'choice'),
    detail: constraintMeanings[kind] ?? '',
  }));
  return [...plain, ...dated];
}

function plainValue(text: string, kind: Suggestion['kind']): Value {
  return { label: text, insertText: text, kind, detail: '', documentation: '' };
}
