/** An amount in the project's currency unless it names another: whole hundredths, never floats. */
export interface Money {
  readonly hundredths: number;
  /** ISO 4217; undefined means the project's own. */
  readonly currency: string | undefined;
}

/** Amounts in one currency that do not fall. */
export interface MoneyRange {
  readonly low: Money;
  /** Undefined for a range without a mode. */
  readonly likely: Money | undefined;
  readonly high: Money;
}

const pattern = /^(-?)(\d{1,3}(?:[ _',\u00a0\u202f]\d{3})+|\d+)(?:\.(\d{1,2}))?\s*([A-Z]{3})?$/;

/** Reads `1200`, `1200.50`, `12'000 EUR`; undefined when it is none of these. */
export function parseMoney(text: string): Money | undefined {
  const match = pattern.exec(text.trim());
  if (!match) return undefined;
  const whole = Number((match[2] ?? '').replace(/[ _',\u00a0\u202f]/g, ''));
  const fraction = Number((match[3] ?? '').padEnd(2, '0'));
  const hundredths = (match[1] === '-' ? -1 : 1) * (whole * 100 + fraction);
  return Number.isSafeInteger(hundredths) ? { hundredths, currency: match[4] } : undefined;
}

/** `1200.50 EUR`: as files, data and other programs have it. */
export function formatMoney({ hundredths, currency }: Money): string {
  const size = Math.abs(hundredths);
  const fraction = size % 100 === 0 ? '' : `.${String(size % 100).padStart(2, '0')}`;
  const amount = `${hundredths < 0 ? '-' : ''}${Math.floor(size / 100)}${fraction}`;
  return currency === undefined ? amount : `${amount} ${currency}`;
}

/** Reads `1000`, `1000..5000` or `1000..2000..5000 EUR`; undefined when it is none of these. */
export function parseMoneyRange(text: string): MoneyRange | undefined {
  const amounts = text.split('..').map(parseMoney);
  const currency = amounts.findLast(amount => amount?.currency !== undefined)?.currency;
  const all = amounts.flatMap(amount =>
    amount && (amount.currency ?? currency) === currency ? [{ ...amount, currency }] : [],
  );
  const [low, second = low, third] = all;
  if (!low || !second || amounts.length > 3 || all.length < amounts.length) return undefined;
  if (third) return { low, likely: second, high: third };
  return { low, likely: amounts.length === 1 ? low : undefined, high: second };
}

/** The text that {@link parseMoneyRange} reads back to the same value. */
export function formatMoneyRange({ low, likely, high }: MoneyRange): string {
  if (low.hundredths === high.hundredths) return formatMoney(high);
  return [low, likely, high].flatMap(each => (each ? [formatMoney(each)] : [])).join('..');
}

/** Keeps a number on one line, and is taken for a decimal mark nowhere. */
const groupMark = '\u202f';
const groupEnds = /\B(?=(?:\d{3})+(?!\d))/g;

/** `1 200.50 EUR`: for people, in groups of three digits, the same in every language. */
export function tellMoney(money: Money): string {
  return tellWrittenMoney(formatMoney(money));
}

/** The same of what stands in a file, be it an amount, a range of them or a level. */
export function tellWrittenMoney(written: string): string {
  return written.replace(groupEnds, groupMark);
}

/** Whether two texts say the same, be the amounts in them told in groups or written without. */
export function isSameTold(a: string, b: string): boolean {
  return a.replaceAll(groupMark, '') === b.replaceAll(groupMark, '');
}
