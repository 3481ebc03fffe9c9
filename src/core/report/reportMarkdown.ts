import { plain } from './plainText.ts';
import type { Light, Report, ReportSection } from './report.ts';
import { tellReportDay } from './reportDay.ts';

const signs: Readonly<Record<Light, string>> = { green: '🟢', yellow: '🟡', red: '🔴' };

/** The report as Markdown that any viewer shows alike: headings, lists and tables. */
export function reportMarkdown(report: Report, changes: readonly string[] = []): string {
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
    ...sections.flatMap(section => [`## ${plain(section.title)}`, tableOf(section)]),
    '## Words',
    glossary.map(([word, meaning]) => `- **${plain(word)}**: ${plain(meaning)}`).join('\n'),
  ];
  return `${lines.join('\n\n')}\n`;
}

function tableOf({ columns, rows, empty, amounts = [] }: ReportSection): string {
  if (rows.length === 0) return plain(empty);
  const line = (cells: readonly string[]): string => `| ${cells.map(plain).join(' | ')} |`;
  const rule = columns.map((_, place) => (amounts.includes(place) ? ' --: |' : ' --- |'));
  return [line(columns), `|${rule.join('')}`, ...rows.map(line)].join('\n');
}
