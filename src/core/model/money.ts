/** An amount in the project's currency unless it names another: whole hundredths, never floats. */
export interface Money {
  readonly hundredths: number;
  /** ISO 4217; undefined means the project's own. */
  readonly currency: string | undefined;
}

const pattern = /^(-?)(\d{1,3}(?:[ _',]\d{3})+|\d+)(?:\.(\d{1,2}))?\s*([A-Z]{3})?$/;

/** Reads `1200`, `1200.50`, `12'000 EUR`; undefined when it is none of these. */
export function parseMoney(text: string): Money | undefined {
  const match = pattern.exec(text.trim());
  if (!match) return undefined;
  const whole = Number((match[2] ?? '').replace(/[ _',]/g, ''));
  const fraction = Number((match[3] ?? '').padEnd(2, '0'));
  const hundredths = (match[1] === '-' ? -1 : 1) * (whole * 100 + fraction);
  return Number.isSafeInteger(hundredths) ? { hundredths, currency: match[4] } : undefined;
}

export function formatMoney({ hundredths, currency }: Money): string {
  const size = Math.abs(hundredths);
  const fraction = size % 100 === 0 ? '' : `.${String(size % 100).padStart(2, '0')}`;
  const amount = `${hundredths < 0 ? '-' : ''}${Math.floor(size / 100)}${fraction}`;
  return currency === undefined ? amount : `${amount} ${currency}`;
}
