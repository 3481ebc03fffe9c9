import { commentOf, plain } from './plainText.ts';
import type { Light, Report, ReportSection } from './report.ts';
import { tellReportDay } from './reportDay.ts';

const signs: Readonly<Record<Light, string>> = { green: '🟢', yellow: '🟡', red: '🔴' };

/**
 * The report as Markdown that any viewer shows alike: headings, lists and tables. One that is kept has
 * the ids of its rows as comments, which no viewer shows.
 */
export function reportMarkdown(
  report: Report,
  changes: readonly string[] = [],
  { keepsIds = false }: { readonly keepsIds?: boolean } = {},
): string {
  const { title, on, summary, celebrations, judgements, sections, glossary, light } = report;
  const lines = [
    `# ${plain(title)}: status on ${on}`,
    `${tellReportDay(report)}.`,
    `${signs[light]} **${plain(summary)}**`,
    ...celebrations.map(each => `★ ${plain(each)}`),
    judgements
      .map(each => `- ${signs[each.light]} **${each.subject}:** ${plain(each.sentence)}`)
      .join('\n'),
    ...(changes.length === 0
      ? []
      : [
          '## What changed since the last report',
          changes.map(each => `- ${plain(each)}`).join('\n'),
        ]),
    ...sections.flatMap(section => [`## ${plain(section.title)}`, tableOf(section, keepsIds)]),
    '## Words',
    glossary.map(([word, meaning]) => `- **${plain(word)}**: ${plain(meaning)}`).join('\n'),
  ];
  return `${lines.join('\n\n')}\n`;
}

function tableOf(section: ReportSection, keepsIds: boolean): string {
  const { columns, rows, empty, amounts = [], ids = [] } = section;
  if (rows.length === 0) return plain(empty);
  const line = (cells: readonly string[]): string => `| ${cells.map(plain).join(' | ')} |`;
  const rule = columns.map((_, place) => (amounts.includes(place) ? ' --: |' : ' --- |'));
  const lines = rows.map((row, place) => {
    const id = keepsIds ? ids[place] : undefined;
    return id === undefined ? line(row) : line(row).replace(/^\| /, `| ${commentOf(id)} `);
  });
  return [line(columns), `|${rule.join('')}`, ...lines].join('\n');
}
