import { onOneLine, withoutControls } from '../base/controlSigns.ts';
import { formatDay } from '../model/instant.ts';
import type { ScheduleComparison } from '../scenario/compareSchedules.ts';
import type { ComparisonSection, ComparisonText } from './tellComparison.ts';

/** So many rows of a table are shown; a comment that nobody reads to its end tells nothing. */
const mostRows = 30;

/** More milestones than these make no picture. */
const mostDrawn = 12;

/** What the picture is made of. */
export interface DrawnComparison {
  readonly schedule: Pick<ScheduleComparison, 'finish' | 'milestones'>;
}

/**
 * A comparison as Markdown for a comment: sentences, a picture of the milestones in Mermaid, and
 * tables, of which the long ones are folded.
 */
export function comparisonMarkdown(
  title: string,
  text: ComparisonText,
  comparison: DrawnComparison,
): string {
  return [
    `## ${plain(title)}`,
    text.sentences.map(sentence => `- ${plain(sentence)}`).join('\n'),
    ...(text.sections.length === 0 ? ['Nothing else changed.'] : []),
    ...pictureOf(comparison),
    ...text.sections.map(sectionMarkdown),
    '',
  ].join('\n\n');
}

function sectionMarkdown({ title, columns, rows }: ComparisonSection): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(plain).join(' | ')} |`;
  const rest = rows.length - mostRows;
  const table = [
    line(columns),
    `|${columns.map(() => ' --- |').join('')}`,
    ...rows.slice(0, mostRows).map(line),
    ...(rest > 0 ? ['', `and ${rest} more`] : []),
  ].join('\n');
  if (rows.length <= 8) return `### ${plain(title)}\n\n${table}`;
  const summary = `<summary><b>${plain(title)}</b> (${rows.length})</summary>`;
  return `<details>${summary}\n\n${table}\n\n</details>`;
}

/** Milestones that moved and the finish, each where it was and where it is. */
function pictureOf({ schedule }: DrawnComparison): readonly string[] {
  const moved = schedule.milestones.slice(0, mostDrawn);
  if (moved.length === 0 && schedule.finish.minutes === 0) return [];
  const section = (name: string, before: number, after: number): readonly string[] => [
    `  section ${name}`,
    `  before : done, milestone, ${formatDay(before - 1)}, 0d`,
    `  now : ${after > before ? 'crit, ' : ''}milestone, ${formatDay(after - 1)}, 0d`,
  ];
  const lines = [
    '```mermaid',
    'gantt',
    '  dateFormat YYYY-MM-DD',
    '  axisFormat %d %b %y',
    ...moved.flatMap(({ title, finish }) => section(drawn(title), finish.before, finish.after)),
    ...section('Project', schedule.finish.before, schedule.finish.after),
    '```',
  ];
  return [lines.join('\n')];
}

/** In a picture, words alone: its language knows no way to write signs as text. */
function drawn(title: string): string {
  const words = title
    .replaceAll(/[^\p{L}\p{N}\p{M} _-]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  return words === '' ? 'Milestone' : words;
}

/** Text from files is text: its signs make no link, picture, tag, mention or cell. */
function plain(text: string): string {
  return withoutControls(onOneLine(text).trim()).replaceAll(
    /[\\`*_{}[\]#|<>~$&@]|:(?=\/\/)|(?<=www)\./gi,
    sign => `&#${sign.charCodeAt(0)};`,
  );
}
