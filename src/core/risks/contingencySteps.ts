/** A line of a Markdown list: the mark, a box to tick, and the words. */
const listLine = /^(\s*)(?:[-*+]|\d{1,9}[.)])\s+(?:\[([ xX])\]\s+)?(.*)$/;

/**
 * The steps of a contingency plan, each in one line. In a text with a list, each entry is a step,
 * with the lines that belong to it; the words around the list only introduce it. Without a list
 * each line is a step. What is ticked off already is none.
 */
export function contingencySteps(contingency: string | undefined): readonly string[] {
  const lines = (contingency ?? '').split(/\r?\n/);
  const hasList = lines.some(line => listLine.test(line));
  const steps: string[] = [];
  let isOpen = false;
  for (const line of lines) {
    const [, , tick = '', words = ''] = listLine.exec(line) ?? [];
    const isEntry = words !== '';
    if (isEntry) {
      isOpen = tick.trim() === '';
      if (isOpen) steps.push(words);
    } else if (hasList) {
      const last = steps.pop();
      const goesOn: boolean = isOpen && /^\s+\S/.test(line);
      if (last !== undefined) steps.push(goesOn ? `${last} ${line.trim()}` : last);
      isOpen = goesOn;
    } else if (!/^\s*(?:#{1,6}\s|$)/.test(line)) steps.push(line);
  }
  return [...new Set(steps.map(titleOf))].filter(step => step !== '');
}

/** As a title is written: without a full stop, the first letter large. */
function titleOf(words: string): string {
  const plain = words
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/[.;,]$/, '')
    .trim();
  const [first = ''] = plain;
  return first.toUpperCase() + plain.slice(first.length);
}
