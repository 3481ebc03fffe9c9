import { shortenText } from '../base/shortenText.ts';
import type { Report } from './report.ts';

/** Nobody reads more of a name or a cell on a page, and a file may hold a million signs of it. */
const longestCell = 500;
const longestSentence = 2000;

/** A sentence of a report, or its beginning. */
export function shortenSentence(text: string): string {
  return shortenText(text, longestSentence);
}

function shortenCell(text: string): string {
  return shortenText(text, longestCell);
}

/** The report with the beginnings of texts that would burst the page. */
export function shortenReport(report: Report): Report {
  const { title, summary, celebrations, judgements, bars, sections } = report;
  return {
    ...report,
    title: shortenCell(title),
    summary: shortenSentence(summary),
    celebrations: celebrations.map(shortenSentence),
    judgements: judgements.map(each => ({ ...each, sentence: shortenSentence(each.sentence) })),
    bars: bars.map(bar => ({ ...bar, title: shortenCell(bar.title) })),
    sections: sections.map(section => ({
      ...section,
      rows: section.rows.map(row => row.map(shortenCell)),
    })),
  };
}
