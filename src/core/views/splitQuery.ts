/** A piece of a query: `-tag:later`, `float<2d`, `"two words"` or a word. */
export interface QueryPiece {
  /** True with a minus before it. */
  readonly isNot: boolean;
  /** What stands before the operator; empty without one. */
  readonly name: string;
  /** `:`, `<`, `<=`, `>`, `>=`, `=`, or empty. */
  readonly operator: string;
  readonly value: string;
  /** True for a phrase in quotes without an operator, which is never anything but text. */
  readonly isQuoted: boolean;
}

/** A name and an operator, a quoted or a plain value. Two slashes make a web address, not a field. */
const piece = /(-?)(?:([a-z]+)(:(?!\/\/)|[<>]=?|=))?(?:"([^"]*)"?|(\S*))/gi;

/** Cuts a query into its pieces at white space; quotes keep it together, also without a closing one. */
export function splitQuery(text: string): readonly QueryPiece[] {
  const pieces: QueryPiece[] = [];
  for (const match of text.matchAll(piece)) {
    if (match[0] === '') continue;
    const [, minus = '', name = '', operator = '', quoted, plain = ''] = match;
    const isLoneMinus = name === '' && quoted === undefined && plain === '';
    pieces.push({
      isNot: minus === '-' && !isLoneMinus,
      name,
      operator,
      value: isLoneMinus ? minus : (quoted ?? plain),
      isQuoted: quoted !== undefined && operator === '',
    });
  }
  return pieces.filter(({ value, isQuoted }) => !isQuoted || value.trim() !== '');
}
