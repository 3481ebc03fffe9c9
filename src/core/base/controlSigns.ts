/**
 * What a reader would obey rather than show: control characters could move a cursor or ring a bell,
 * marks of direction turn the order of what stands around them.
 */
const controlSigns = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** The text with a sign of replacement for each of them; line ends and tabs are among them. */
export function withoutControls(text: string): string {
  return text.replace(controlSigns, '\ufffd');
}
