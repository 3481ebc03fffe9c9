import type { WorkHistory } from '../core/commits/workHistory.ts';
import type { Item } from '../core/model/plan.ts';
import type { CliContext } from './cliCommand.ts';
import { plural } from './printProblems.ts';
import { oneLine } from './terminalText.ts';
import { formatTable } from './textTable.ts';

/** So many files are listed for people. */
const mostFiles = 15;

/** The work on an item for people: commits, then files, then who and when. */
export function logText(item: Item, work: WorkHistory, { paint, table }: CliContext): string {
  const { commits, files, people, days } = work;
  const title = `${paint.bold(item.id)}  ${oneLine(item.title)}\n`;
  if (commits.length === 0) {
    return `${title}No commit names it yet; a line such as Task: ${item.id} in the message does\n`;
  }
  const list = formatTable(
    commits,
    [
      { title: 'day', text: ({ day }) => day },
      { title: 'commit', text: ({ hash }) => hash.slice(0, 9) },
      { title: 'author', text: ({ author }) => author },
      { title: 'subject', text: ({ subject }) => subject, isFlexible: true },
    ],
    table,
  );
  const touched = formatTable(
    files.slice(0, mostFiles),
    [
      { title: 'file', text: ({ path }) => path, isFlexible: true },
      { title: 'commits', text: each => String(each.commits), align: 'right' },
      { title: 'lines', text: ({ added, removed }) => `+${added} -${removed}`, align: 'right' },
    ],
    table,
  );
  const more =
    files.length > mostFiles ? `and ${plural(files.length - mostFiles, 'more file')}\n` : '';
  const who = people.map(each => `${oneLine(each.name)} (${plural(each.days, 'day')})`).join(', ');
  const span =
    days.length === 1 ? (days[0]?.day ?? '') : `${days[0]?.day ?? ''} to ${days.at(-1)?.day ?? ''}`;
  const sum = `${plural(commits.length, 'commit')} on ${plural(days.length, 'day')}, ${span}: ${who}`;
  return `${title}${list}\n${touched}${more}\n${sum}\n`;
}
