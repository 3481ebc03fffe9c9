/** How much a line tells it from others: its letters and digits, of long lines the first. */
export function weightOf(line: string): number {
  let weight = 0;
  for (let i = 0; i < line.length && weight < mostWeight; i++) {
    if (isLetter(line.charCodeAt(i))) weight += 1;
  }
  return weight;
}

function isLetter(code: number): boolean {
  const lower = code | 32;
  return (code >= 48 && code <= 57) || (lower >= 97 && lower <= 122) || code >= 128;
}

const mostWeight = 24;
