import { assertNever } from '../base/assertNever.ts';
import { parseAssignment } from '../model/assignment.ts';
import { parseConstraint } from '../model/constraint.ts';
import { parseDependency } from '../model/dependency.ts';
import { parseFactorRange } from '../model/factorRange.ts';
import { kindOfId, type ItemKind } from '../model/ids.ts';
import { parsePlanDate } from '../model/instant.ts';
import { parseMoney, parseMoneyRange } from '../model/money.ts';
import { readDayRange, readRepetition, readShifts, readSpan } from './readCalendarText.ts';
import { bad, badDate, good, implausible, quoted, type Reading } from './reading.ts';
import { readDuration, readEstimate } from './readLength.ts';
import type { ScalarSpec } from './valueSpec.ts';

/** What a scalar in the file is: its text, and what YAML takes it for. */
export interface ScalarText {
  readonly text: string;
  readonly value: string | number | boolean;
}

/** Reads one scalar as its spec demands. Messages quote the text and say what may stand there. */
export function readScalar(spec: ScalarSpec, scalar: ScalarText): Reading {
  const { text } = scalar;
  switch (spec.kind) {
    case 'text':
    case 'markdown':
      return good(text);
    case 'person':
    case 'calendar':
    case 'level':
      return text.trim() === '' ? bad('field-value', 'A name must stand here') : good(text.trim());
    case 'choice':
      return readChoice(spec.values, text);
    case 'boolean':
      return readBoolean(text);
    case 'number':
      return readNumber(spec, text);
    case 'percent':
      return readShare(text, spec.max);
    case 'date':
      return readDate(text);
    case 'duration':
      return readDuration(text);
    case 'estimate':
      return readEstimate(text);
    case 'id':
      return readId(text, spec.kinds);
    case 'dependency':
      return readDependency(text, spec.kinds);
    case 'assignment':
      return orBad(parseAssignment(text), 'assignee', text, '`ada` or `ada 50%`');
    case 'constraint':
      return readConstraint(text);
    case 'money':
      return orBad(parseMoney(text), 'amount', text, '`1200`, `1200.50` or `1200 EUR`');
    case 'moneyRange':
      return readMoneyRange(text);
    case 'factorRange':
      return readFactorRange(text);
    case 'probability':
      return readProbability(text);
    case 'measureOrLevel':
      return readMeasureOrLevel(spec.measure, text);
    case 'dayRange':
      return readDayRange(text);
    case 'span':
      return readSpan(text);
    case 'repetition':
      return readRepetition(text);
    case 'shifts':
      return scalar.value === false ? good([]) : readShifts(text);
    default:
      return assertNever(spec);
  }
}

function orBad(value: unknown, what: string, text: string, form: string): Reading {
  return value === undefined
    ? bad('field-value', `${quoted(text)} is no ${what}; write ${form}`)
    : good(value);
}

function readChoice(values: readonly string[], text: string): Reading {
  const word = text.trim();
  const found = values.find(value => value === word);
  if (found !== undefined) return good(found);
  const near = values.find(value => value === word.toLowerCase());
  const hint = near === undefined ? `write one of ${values.join(', ')}` : `write \`${near}\``;
  return bad('field-value', `${quoted(text)} is not allowed here; ${hint}`);
}

function readBoolean(text: string): Reading {
  if (/^(?:true|yes)$/i.test(text.trim())) return good(true);
  if (/^(?:false|no)$/i.test(text.trim())) return good(false);
  return bad('field-type', `${quoted(text)} is neither true nor false`);
}

function readNumber(
  {
    min = -Infinity,
    max = Infinity,
    isWhole = false,
  }: { min?: number; max?: number; isWhole?: boolean },
  text: string,
): Reading {
  const value = toNumber(text);
  if (value === undefined) return bad('field-type', `${quoted(text)} is no number`);
  if (isWhole && !Number.isInteger(value)) {
    return bad('field-value', `${quoted(text)} is no whole number`);
  }
  if (value < min) return bad('field-value', `${quoted(text)} is too small; the least is ${min}`);
  if (value > max) return bad('field-value', `${quoted(text)} is too large; the most is ${max}`);
  return good(value);
}

/** Decimal writing only: what every reader of YAML takes for the same number. */
export function toNumber(text: string): number | undefined {
  const trimmed = text.trim();
  return /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i.test(trimmed) &&
    Number.isFinite(Number(trimmed))
    ? Number(trimmed)
    : undefined;
}

function readShare(text: string, max: number): Reading {
  const trimmed = text.trim();
  const isPercent = trimmed.endsWith('%');
  const number = toNumber(isPercent ? trimmed.slice(0, -1) : trimmed);
  if (number === undefined) {
    return bad('field-value', `${quoted(text)} is no share; write \`40%\` or \`0.4\``);
  }
  const share = isPercent ? Number((number / 100).toFixed(6)) : number;
  if (share < 0) return bad('field-value', `${quoted(text)} is below zero, and counts as none`, 0);
  if (share <= max) return good(share);
  const mayBePercent = !isPercent && max <= 1 && share <= max * 100;
  const hint = mayBePercent ? `; did you mean \`${trimmed}%\`` : '';
  return bad('field-value', `${quoted(text)} is more than ${max * 100}%${hint}`);
}

function readDate(text: string): Reading {
  const date = parsePlanDate(text.trim());
  return date === undefined ? badDate(text) : (implausible(date, text) ?? good(date));
}

function readConstraint(text: string): Reading {
  const constraint = parseConstraint(text);
  if (constraint === undefined) {
    const dated = /^\s*(?:SNET|SNLT|FNET|FNLT|MSO|MFO)\s+(\S+)\s*$/i.exec(text);
    if (dated?.[1] !== undefined && parsePlanDate(dated[1]) === undefined) return badDate(dated[1]);
    const form = 'ASAP, ALAP, or SNET, SNLT, FNET, FNLT, MSO, MFO with a date';
    return bad('field-value', `${quoted(text)} is no constraint; write ${form}`);
  }
  const wrong = 'date' in constraint ? implausible(constraint.date, text) : undefined;
  return wrong ?? good(constraint);
}

function readId(text: string, kinds: readonly ItemKind[]): Reading {
  const id = text.trim().toUpperCase();
  const kind = kindOfId(id);
  if (kind === undefined) {
    return bad('field-value', `${quoted(text)} is no id; ids look like \`T-7KQ3\``);
  }
  return kinds.includes(kind) ? good(id) : wrongKind(id, kind, kinds);
}

function wrongKind(id: string, kind: ItemKind, kinds: readonly ItemKind[]): Reading {
  const wanted = kinds.join(' or ');
  return bad('reference-kind', `\`${id}\` names a ${kind}, and a ${wanted} must stand here`);
}

function readDependency(text: string, kinds: readonly ItemKind[]): Reading {
  const dependency = parseDependency(text);
  if (dependency === undefined) return readWithoutLag(text, kinds);
  const kind = kindOfId(dependency.predecessor);
  if (kind !== undefined && !kinds.includes(kind)) {
    return wrongKind(dependency.predecessor, kind, kinds);
  }
  const { lag } = dependency;
  if (lag?.kind !== 'duration') return good(dependency);
  const size = readDuration(
    `${Math.abs(lag.duration.value)}${lag.duration.isElapsed ? 'e' : ''}${lag.duration.unit}`,
  );
  return size.ok ? good(dependency) : { ...size, kept: dependency };
}

/** A lag that cannot be read costs the lag alone: the one task comes after the other in any case. */
function readWithoutLag(text: string, kinds: readonly ItemKind[]): Reading {
  const form = '`T-7KQ3`, `T-7KQ3 SS+2d` or `T-7KQ3 FF-1ed`';
  const message = `${quoted(text)} is no dependency; write ${form}`;
  const ends = /^([a-z]-[0-9a-z]+(?:\s+(?:FS|SS|FF|SF))?)\s*[+-].*$/i.exec(text.trim())?.[1];
  const kept = ends === undefined ? undefined : parseDependency(ends);
  const kind = kept && kindOfId(kept.predecessor);
  return bad('field-value', message, kind && kinds.includes(kind) ? kept : undefined);
}

function readMoneyRange(text: string): Reading {
  const range = parseMoneyRange(text);
  if (range === undefined) {
    const currencies = text.split('..').flatMap(part => parseMoney(part)?.currency ?? []);
    return new Set(currencies).size > 1
      ? bad('field-value', `${quoted(text)} mixes two currencies; use one`)
      : bad(
          'field-value',
          `${quoted(text)} is no amount; write \`1000\`, \`1000..5000\` or \`1000..2000..5000\``,
        );
  }
  const { low, likely = low, high } = range;
  const [least, middle, most] = [low.hundredths, likely.hundredths, high.hundredths];
  if (least <= middle && middle <= most) return good(range);
  return bad('estimate-order', `${quoted(text)} falls; write the smaller amount first`);
}

function readFactorRange(text: string): Reading {
  const range = parseFactorRange(text);
  if (range === undefined) {
    const form = '`150%` or `110%..120%..200%`';
    return bad('field-value', `${quoted(text)} is no factor; write ${form}`);
  }
  const { low, likely = low, high } = range;
  if (high > mostTimes)
    return bad('field-value', `${quoted(text)} is more than ${mostTimes} times`);
  if (low <= likely && likely <= high) return good(range);
  return bad('estimate-order', `${quoted(text)} falls; write the smaller factor first`);
}

/** A factor beyond this is a slip of the pen. */
const mostTimes = 100;

function readProbability(text: string): Reading {
  const isMeasured = /^[\s\d.+-]/.test(text);
  if (!isMeasured) {
    return text.trim() === ''
      ? bad('field-value', 'A percentage or a level must stand here')
      : good({ kind: 'level', level: text.trim() });
  }
  const share = readShare(text, 1);
  return share.ok ? good({ kind: 'share', share: share.value }) : share;
}

function readMeasureOrLevel(measure: 'estimate' | 'moneyRange', text: string): Reading {
  if (/^\s*[a-z][^\d]*$/i.test(text)) return good({ level: text.trim() });
  return measure === 'estimate' ? readEstimate(text) : readMoneyRange(text);
}
