import { shortenText } from '../base/shortenText.ts';

/** Nobody reads more of a text in a view, and a file may hold a million signs of it. */
const longestText = 2000;

/** The text, or its beginning: what is longer would not be taken by the page, which then shows nothing. */
export function beginning(text: string): string {
  return shortenText(text, longestText);
}
