import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeMspdi } from '../../../../src/core/interchange/mspdi/decodeMspdi.ts';

const name = 'plan.xml';

function head(encoding: string): string {
  return `<?xml version="1.0" encoding="${encoding}"?>`;
}

function decoded(bytes: Uint8Array): string {
  const result = decodeMspdi(bytes, name);
  assert.ok(result.ok);
  return result.value;
}

test('Windows-1252 is read with the letters that Latin-1 does not have', () => {
  // € – “ ” ‘ ’ … ™ Š ž, and a letter that both have.
  const letters = [0x80, 0x96, 0x93, 0x94, 0x91, 0x92, 0x85, 0x99, 0x8a, 0x9e, 0xe4];
  for (const label of ['windows-1252', 'Windows-1252', 'cp1252', 'ISO-8859-1', 'latin1']) {
    const bytes = Buffer.concat([Buffer.from(head(label)), Buffer.from(letters)]);
    assert.equal(decoded(bytes), `${head(label)}€–“”‘’…™Šžä`, label);
  }
});

test('long text in Windows-1252 is read whole', () => {
  const text = `${head('windows-1252')}${'a'.repeat(100_000)}`;
  assert.equal(decoded(Buffer.from(text, 'latin1')), text);
});

test('an encoding is known by its mark, by the declaration, or is UTF-8', () => {
  assert.equal(decoded(Buffer.from('<a>ä€</a>')), '<a>ä€</a>');
  assert.equal(decoded(Buffer.from('\ufeff<a/>')), '<a/>');
  const wide = Buffer.from(`\ufeff${head('utf-16')}€`, 'utf16le');
  assert.equal(decoded(wide), `${head('utf-16')}€`);
  assert.equal(decoded(Buffer.from(wide).swap16()), `${head('utf-16')}€`);
  const cyrillic = Buffer.concat([Buffer.from(head('windows-1251')), Buffer.from([0xcf, 0xeb])]);
  assert.equal(decoded(cyrillic), `${head('windows-1251')}Пл`);
  // A declaration that can be read byte by byte is not in UTF-16, whatever it says.
  assert.equal(decoded(Buffer.from(`${head('utf-16')}€`)), `${head('utf-16')}€`);
});

test('bytes that are no text in their encoding, and unknown encodings, are refused', () => {
  for (const [bytes, says] of [
    [Buffer.from([0x3c, 0xff, 0xe4]), 'plan.xml is not text in the encoding utf-8'],
    [Buffer.from(head('klingon')), 'plan.xml is not text in the encoding klingon'],
  ] as const) {
    const result = decodeMspdi(bytes, name);
    assert.ok(!result.ok);
    assert.equal(result.error.code, 'import-invalid');
    assert.ok(result.error.message.startsWith(says), result.error.message);
  }
});
