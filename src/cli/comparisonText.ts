import type { ComparisonSection, ComparisonText } from '../core/comparison/tellComparison.ts';
import type { CliContext } from './cliCommand.ts';
import { oneLine } from './terminalText.ts';
import { formatTable } from './textTable.ts';

/** How many rows of a table are shown in a terminal. */
const mostListed = 20;

/** A comparison for a terminal. */
export function comparisonText(title: string, text: ComparisonText, ctx: CliContext): string {
  const { paint } = ctx;
  const none = text.sections.length === 0 ? '\nNothing else changed\n' : '';
  return [
    `${paint.bold(oneLine(title))}\n\n`,
    ...text.sentences.map(sentence => `${oneLine(sentence)}\n`),
    ...text.sections.map(section => sectionText(section, ctx)),
    none,
  ].join('');
}

function sectionText({ title, columns, rows }: ComparisonSection, ctx: CliContext): string {
  const shown = rows.slice(0, mostListed);
  const table = formatTable(
    shown,
    columns.map((column, place) => ({
      title: column,
      text: (row: readonly string[]) => row[place] ?? '',
      isFlexible: column === 'title' || column === 'problem',
    })),
    ctx.table,
  );
  const rest = rows.length - shown.length;
  return `\n${ctx.paint.bold(title)}\n${table}${rest > 0 ? `and ${rest} more\n` : ''}`;
}
