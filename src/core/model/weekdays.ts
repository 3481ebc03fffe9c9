/** From Monday (0) to Sunday (6), as files have them. */
export const dayNames = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** The weekdays that `mon`, `mon-fri` or `sat,sun` names; undefined for other texts. */
export function parseDays(text: string): readonly number[] | undefined {
  const days: number[] = [];
  for (const part of text.toLowerCase().split(/[\s,]+/)) {
    const ends = part.split('-').map(name => dayNames.findIndex(day => day === name.slice(0, 3)));
    const [first = -1, last = first] = ends;
    if (ends.length > 2 || first < 0 || last < 0) return undefined;
    for (let day = first; ; day = (day + 1) % 7) {
      days.push(day);
      if (day === last) break;
    }
  }
  return days;
}

/** `mon-wed fri` for 0, 1, 2 and 4: the shortest text that reads back to the same days. */
export function formatDays(days: readonly number[]): string {
  const parts: string[] = [];
  for (let from = 0; from < 7; from++) {
    if (!days.includes(from)) continue;
    let to = from;
    while (days.includes(to + 1)) to++;
    const first = dayNames[from] ?? '';
    parts.push(to === from ? first : `${first}-${dayNames[to] ?? ''}`);
    from = to;
  }
  return parts.join(' ');
}
