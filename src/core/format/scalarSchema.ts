import { kindPlaces, type ItemKind } from '../model/ids.ts';
import { monthNames, monthPlaces } from '../model/repetition.ts';
import type { ScalarSpec } from './valueSpec.ts';

/** What the schemas say of single values; each pattern stands for the whole text. */
type ScalarSchema = Readonly<
  Record<string, string | number | boolean | readonly (string | boolean | ScalarSchema)[]>
>;

const anyScalar = ['string', 'number', 'boolean'] as const;
const number = '[0-9]+(?:\\.[0-9]+)?';
const duration = `\\s*\\+?${number}\\s*e?(?:min|mo|m|h|d|w)\\s*`;
const date = '[0-9]{4}-[0-9]{2}-[0-9]{2}(?:[T ][0-9]{2}:[0-9]{2}(?::[0-9]{2})?)?';
const dates = `\\s*${date}\\s*(?:\\.\\.\\s*${date}\\s*)?`;
const amount =
  "\\s*-?(?:[0-9]{1,3}(?:[ _',\u00a0\u202f][0-9]{3})+|[0-9]+)(?:\\.[0-9]{1,2})?\\s*(?:[A-Z]{3})?\\s*";
const factor = '\\s*(?:[0-9]+(?:\\.[0-9]+)?|\\.[0-9]+)\\s*%?\\s*';
const hours = '[0-9]{1,2}:[0-9]{2}-[0-9]{1,2}:[0-9]{2}';
const level = '\\s*[A-Za-z][^0-9]*';
const lag = '\\s*[+-]\\s*[0-9]+(?:\\.[0-9]+)?\\s*e?(?:%|min|mo|m|h|d|w)';

export function matching(pattern: string): ScalarSchema & { readonly type: 'string' } {
  return { type: 'string', pattern: `^(?:${pattern})$` };
}

export function scalarSchema(spec: ScalarSpec): ScalarSchema {
  switch (spec.kind) {
    case 'text':
    case 'markdown':
      return { type: anyScalar };
    case 'person':
    case 'calendar':
    case 'level':
      return { type: anyScalar, pattern: '\\S' };
    case 'choice':
      return { enum: spec.values };
    case 'boolean':
      return { enum: [true, false, 'yes', 'no', 'Yes', 'No', 'YES', 'NO'] };
    case 'number':
      return numberSchema(spec);
    case 'percent':
      return percentSchema(spec.max);
    case 'probability':
      return either(percentSchema(1), matching('\\s*[^\\s0-9.+-].*'));
    case 'measureOrLevel':
      return either(scalarSchema({ kind: spec.measure }), matching(level));
    case 'date':
      return matching(`\\s*${date}\\s*`);
    case 'dayRange':
    case 'span':
      return matching(dates);
    case 'duration':
      return matching(duration);
    case 'estimate':
      return matching(`${duration}(?:\\.\\.${duration}){0,2}`);
    case 'id':
      return matching(`\\s*${idPattern(spec.kinds)}\\s*`);
    case 'dependency':
      return matching(
        `\\s*${idPattern(spec.kinds)}(?:\\s+${anyCase(['FS', 'SS', 'FF', 'SF'])})?(?:${lag})?\\s*`,
      );
    case 'assignment':
      return matching(`\\s*\\S+(?:\\s+${number}%)?\\s*`);
    case 'constraint':
      return matching(constraintPattern());
    case 'money':
      return { type: ['number', 'string'], pattern: `^(?:${amount})$` };
    case 'moneyRange':
      return { type: ['number', 'string'], pattern: `^(?:${amount}(?:\\.\\.${amount}){0,2})$` };
    case 'factorRange':
      return { type: ['number', 'string'], pattern: `^(?:${factor}(?:\\.\\.${factor}){0,2})$` };
    case 'repetition':
      return matching(repetitionPattern());
    case 'shifts':
      return either(
        { enum: [false] },
        matching(`\\s*(?:${anyCase(['off', 'none'])}|${hours}(?:[\\s,]+${hours})*)\\s*`),
      );
  }
}

function either(...parts: readonly ScalarSchema[]): ScalarSchema {
  return { anyOf: parts.flatMap(alternativesOf) };
}

/** Alternatives within alternatives are alternatives. */
function alternativesOf(part: ScalarSchema): readonly (string | boolean | ScalarSchema)[] {
  const inner = part['anyOf'];
  return typeof inner === 'object' ? inner : [part];
}

function numberSchema(spec: Extract<ScalarSpec, { kind: 'number' }>): ScalarSchema {
  return {
    type: spec.isWhole === true ? 'integer' : 'number',
    ...(spec.min === undefined ? {} : { minimum: spec.min }),
    ...(spec.max === undefined ? {} : { maximum: spec.max }),
  };
}

function percentSchema(max: number): ScalarSchema {
  const share = max <= 1 ? '(?:100(?:\\.0*)?|[0-9]{1,2}(?:\\.[0-9]*)?)' : number;
  return either({ type: 'number', minimum: 0, maximum: max }, matching(`\\s*${share}\\s*%\\s*`));
}

function idPattern(kinds: readonly ItemKind[]): string {
  const letters = kinds.map(kind => kindPlaces[kind].prefix);
  const prefixes = [...letters, ...letters.map(letter => letter.toLowerCase())].join('');
  return `[${prefixes}]-[0-9A-HJKMNP-TV-Za-hjkmnp-tv-z]{4,12}`;
}

function constraintPattern(): string {
  const free = anyCase(['ASAP', 'ALAP']);
  const dated = anyCase(['SNET', 'SNLT', 'FNET', 'FNLT', 'MSO', 'MFO']);
  return `\\s*(?:${free}|${dated}\\s+${date})\\s*`;
}

function repetitionPattern(): string {
  const day = anyCase(['day']);
  const weekday = `${anyCase(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'])}[A-Za-z]*`;
  const month = `${anyCase(monthNames)}[A-Za-z]*`;
  const group = `${anyCase(['weekend'])}\\s+${day}|${anyCase(['weekday'])}|${day}`;
  const placed = `${anyCase(monthPlaces)}\\s+(?:${group}|${weekday})`;
  const number = '(?:0?[1-9]|[12][0-9]|3[01])';
  const [on, of, s] = [`\\s+${anyCase(['on'])}\\s+`, anyCase(['of']), '[Ss]?'];
  const step = '(?:(?!0+\\s)[0-9]{1,3}\\s+)?';
  const yearDay = `(?:${month}\\s+${number}|(?:${number}|${placed})\\s+(?:${of}\\s+)?${month})`;
  const forms = [
    `${step}${day}${s}`,
    `${step}${anyCase(['week'])}${s}${on}${weekday}(?:[-,\\s]+${weekday})*`,
    `${step}${anyCase(['month'])}${s}${on}(?:${number}|${placed})`,
    `(?:0*1\\s+)?${anyCase(['year'])}${s}${on}${yearDay}`,
  ];
  return `\\s*(?:${forms.join('|')})\\s*`;
}

/** The words in upper, lower and mixed case; patterns of a schema have no switch for that. */
function anyCase(words: readonly string[]): string {
  const folded = words.map(word =>
    word.replace(/[a-z]/gi, letter => `[${letter.toUpperCase()}${letter.toLowerCase()}]`),
  );
  return `(?:${folded.join('|')})`;
}
