/** More than the SVG of a plan of some tens of thousands of rows. */
export const mostPictureBytes = 64 * 1024 * 1024;

const pngStart = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const svgStart = Array.from('<svg ', character => character.charCodeAt(0));

/** Bytes that begin like the picture that they are said to be, and are not too many. */
export function isPictureBytes(value: unknown): value is Uint8Array {
  if (!(value instanceof Uint8Array) || value.byteLength > mostPictureBytes) return false;
  return beginsWith(value, pngStart) || beginsWith(value, svgStart);
}

export function isPng(bytes: Uint8Array): boolean {
  return beginsWith(bytes, pngStart);
}

function beginsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, i) => bytes[i] === byte);
}
