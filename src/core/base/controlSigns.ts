/**
 * What a reader would obey rather than show: control characters could move a cursor or ring a bell,
 * marks of direction turn the order of what stands around them.
 */
const controlSigns = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** White space but the narrow one that holds the digits of a number together. */
const whiteSpace = /[^\S\u202f]+/gu;

/** The text on one line, with one space for any white space but that within numbers. */
export function onOneLine(text: string): string {
  return text.replace(whiteSpace, ' ');
}

/** The text with a sign of replacement for each of them; line ends and tabs are among them. */
export function withoutControls(text: string): string {
  return text.replace(controlSigns, '\ufffd');
}
