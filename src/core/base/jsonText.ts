/** Beyond what JSON escapes anyway: controls, and marks that let a terminal show another order. */
const obeyed = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/**
 * JSON in lines of two spaces. What a terminal would obey is written as an escape, which means the
 * same to every reader of JSON.
 */
export function jsonText(value: unknown): string {
  const text = JSON.stringify(value, undefined, 2);
  return `${text.replace(obeyed, sign => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)}\n`;
}
