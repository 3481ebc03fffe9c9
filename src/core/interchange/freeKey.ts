/**
 * A key in lower-case letters, digits and dashes that is not in `taken`: `Ada Lovelace` becomes
 * `ada-lovelace`, and a second one `ada-lovelace-2`. `fallback` serves names without any of these.
 */
export function freeKey(name: string, fallback: string, taken: ReadonlySet<string>): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40);
  const stem = plain === '' ? fallback : plain;
  let key = stem;
  for (let i = 2; taken.has(key); i++) key = `${stem}-${i}`;
  return key;
}
