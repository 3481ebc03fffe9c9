import {
  createResourceProject,
  type ResourceProject,
} from '../../src/core/levelling/resourceProject.ts';

/**
 * Reads an instance in the .sm format of PSPLIB (Kolisch and Sprecher, 1996): jobs from 1, of which
 * the first and the last are dummies, one mode each, successors, durations, demands, capacities.
 *
 * @throws Error when a section is missing, or a job has several modes
 */
export function readPsplib(text: string): ResourceProject {
  const lines = text.split(/\r?\n/);
  const relations = rowsAfter(lines, /^PRECEDENCE RELATIONS/);
  const requests = rowsAfter(lines, /^REQUESTS\/DURATIONS/);
  const [capacities = []] = rowsAfter(lines, /^RESOURCEAVAILABILITIES/);
  if (relations.length === 0 || relations.length !== requests.length)
    throw new Error('This is no .sm file with one mode a job');
  return createResourceProject({
    durations: requests.map(row => row[2] ?? 0),
    demands: requests.map(row => row.slice(3)),
    capacities,
    links: relations.flatMap(([job = 0, , , ...successors]) =>
      successors.map(successor => [job - 1, successor - 1] as const),
    ),
  });
}

/** The rows of numbers of a section, whose head may have lines of words and dashes. */
function rowsAfter(lines: readonly string[], title: RegExp): readonly (readonly number[])[] {
  const rows: (readonly number[])[] = [];
  const first = lines.findIndex(line => title.test(line)) + 1;
  if (first === 0) return rows;
  for (const line of lines.slice(first)) {
    if (/^\*/.test(line)) break;
    const isRow = /^[\d\s]+$/.test(line) && line.trim() !== '';
    if (isRow) rows.push(line.trim().split(/\s+/).map(Number));
  }
  return rows;
}
