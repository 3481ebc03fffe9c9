import { assertNever } from '../../src/core/base/assertNever.ts';
import { tellMoney } from '../../src/core/model/money.ts';
import type { RatingName, RiskKind, RiskStatus, Strategy } from '../../src/core/model/risk.ts';
import type {
  ExposureView,
  RatingView,
  RiskBand,
  RiskRegisterView,
  RiskRow,
} from '../../src/core/views/riskRegisterView.ts';

export const bandTitles: Readonly<Record<RiskBand, string>> = {
  low: 'Low',
  medium: 'Medium',
  high: 'High',
};

export const ratingTitles: Readonly<Record<RatingName, string>> = {
  inherent: 'Inherent',
  current: 'Current',
  residual: 'Residual',
};

export const statusTitles: Readonly<Record<RiskStatus, string>> = {
  proposed: 'Proposed',
  open: 'Open',
  mitigating: 'Mitigating',
  accepted: 'Accepted',
  occurred: 'Occurred',
  closed: 'Closed',
};

export const strategyTitles: Readonly<Record<Strategy, string>> = {
  avoid: 'Avoid',
  reduce: 'Reduce',
  transfer: 'Transfer',
  accept: 'Accept',
  escalate: 'Escalate',
  exploit: 'Exploit',
  enhance: 'Enhance',
  share: 'Share',
};

/** `High 15`, of an opportunity `High gain 15`, or `Not rated`. */
export function ratingText({ band, score }: RatingView, kind: RiskKind): string {
  return band === undefined ? 'Not rated' : `${bandText(band, kind)} ${score}`;
}

/** A heavy threat is bad and a heavy opportunity good: the words tell which is meant. */
export function bandText(band: RiskBand, kind: RiskKind): string {
  return kind === 'opportunity' ? `${bandTitles[band]} gain` : bandTitles[band];
}

/** Working days, such as `4.5 d`; a gain has a plus, as it is time won. */
export function delayText(minutes: number | undefined, minutesPerDay: number): string {
  if (minutes === undefined) return '';
  const days = Math.round((Math.abs(minutes) / minutesPerDay) * 10) / 10;
  return `${minutes < 0 ? '+' : ''}${days} d`;
}

/** Whole units of the currency in groups of three; a gain has a plus. */
export function amountText(hundredths: number | undefined, currency: string | undefined): string {
  if (hundredths === undefined) return '';
  const whole = Math.round(Math.abs(hundredths) / 100) * 100;
  return `${hundredths < 0 ? '+' : ''}${tellMoney({ hundredths: whole, currency })}`;
}

/** Days and money as one text, such as `4.5 d · 1 200 EUR`; empty where neither is known. */
export function exposureText(
  { minutes, hundredths }: ExposureView,
  view: Pick<RiskRegisterView, 'minutesPerDay' | 'currency'>,
): string {
  return [delayText(minutes, view.minutesPerDay), amountText(hundredths, view.currency)]
    .filter(part => part !== '')
    .join(' · ');
}

/** The words of a level of the scale; anything else, such as `30%`, as it stands. */
export function levelText(text: string, levels: RiskRegisterView['scale']['impact']): string {
  return levels.find(({ key }) => key === text)?.title ?? text;
}

export function nameOf(view: RiskRegisterView, key: string): string {
  return view.people.find(person => person.key === key)?.name ?? key;
}

/** Cause, event and effect as one sentence, as far as they are written down; else empty. */
export function sentenceOf({ cause, event, effect, riskKind }: RiskRow): string {
  const parts: string[] = [];
  if (cause !== '') parts.push(`Because ${stripped(cause)}`);
  if (event !== '') {
    parts.push(
      parts.length === 0
        ? `It may happen that ${stripped(event)}`
        : `it may happen that ${stripped(event)}`,
    );
  }
  if (effect !== '') {
    const lead = riskKind === 'opportunity' ? 'which would bring' : 'which would mean';
    parts.push(
      parts.length === 0 ? `The effect: ${stripped(effect)}` : `${lead}: ${stripped(effect)}`,
    );
  }
  return parts.length === 0 ? '' : `${parts.join(', ')}.`;
}

/** Without a full stop at its end, and without a first "because" of its own. */
function stripped(text: string): string {
  const trimmed = text.trim();
  let end = trimmed.length;
  while (end > 0 && '.,;'.includes(trimmed.charAt(end - 1))) end--;
  return trimmed.slice(0, end).replace(/^because\s+/i, '');
}

/** How many there are, in words: `1 risk`, `3 risks`. */
export function countText(count: number): string {
  return `${count} risk${count === 1 ? '' : 's'}`;
}

/** What the strategy does, for the tooltip of the choice. */
export function strategyMeaning(strategy: Strategy): string {
  switch (strategy) {
    case 'avoid':
      return 'change the plan so that it cannot happen';
    case 'reduce':
      return 'make it less likely or less heavy';
    case 'transfer':
      return 'let somebody else bear it';
    case 'accept':
      return 'live with it, with a reserve';
    case 'escalate':
      return 'hand it to those who can decide';
    case 'exploit':
      return 'make sure that it happens';
    case 'enhance':
      return 'make it more likely or larger';
    case 'share':
      return 'win it together with somebody';
    default:
      return assertNever(strategy);
  }
}

/** Of a risk that weighs more than the project bears. */
export function appetiteText({ appetite }: Pick<RiskRow, 'appetite'>): string {
  return `above the ${appetite ?? 0} that the project bears`;
}
