/** More than the SVG of a plan of some tens of thousands of rows. */
export const mostPictureBytes = 64 * 1024 * 1024;

const pngStart = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const svgStart = codesOf('<svg ');

/** How what is printed begins: nothing in it may run, or be fetched. */
export const printStart = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`;
const printCodes = codesOf(printStart);

/** Bytes that begin like the picture that they are said to be, and are not too many. */
export function isPictureBytes(value: unknown): value is Uint8Array {
  if (!(value instanceof Uint8Array) || value.byteLength > mostPictureBytes) return false;
  return [pngStart, svgStart, printCodes].some(start => beginsWith(value, start));
}

export function isPng(bytes: Uint8Array): boolean {
  return beginsWith(bytes, pngStart);
}

/** A page of a browser, which is what prints a chart. */
export function isPrint(bytes: Uint8Array): boolean {
  return beginsWith(bytes, printCodes);
}

function codesOf(text: string): readonly number[] {
  return Array.from(text, character => character.charCodeAt(0));
}

function beginsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, i) => bytes[i] === byte);
}
