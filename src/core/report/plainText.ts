/** Text of a plan is text: nothing in it becomes a link, a heading or an element. */
export function plain(text: string): string {
  return text
    .replace(/[\r\n]+/g, ' ')
    .replace(/[\\`*_[\]<>|#~]/g, sign => `\\${sign}`)
    .trim();
}
