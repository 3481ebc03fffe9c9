import { markWords } from '../../src/core/base/markWords.ts';
import type { Light, Report, ReportSection } from '../../src/core/report/report.ts';
import { tellReportDay } from '../../src/core/report/reportDay.ts';
import type { ReportPage } from '../../src/core/views/reportPage.ts';
import { createTable } from '../ui/dataTable.ts';
import { createElement } from '../ui/element.ts';
import { createReportPicture } from './reportPicture.ts';

const lightWords: Readonly<Record<Light, string>> = {
  green: 'as agreed',
  yellow: 'to be watched',
  red: 'needs a decision',
};

/** A report as one reads it: what matters first, then time as a picture, then the tables. */
export function createReportContent({
  report,
  changes,
  since,
}: ReportPage): readonly HTMLElement[] {
  const { glossary } = report;
  return [
    createElement('h2', { text: report.title }),
    createElement('p', { class: 'faint', text: tellReportDay(report) }),
    createElement('p', { class: `report-summary is-${report.light}`, text: report.summary }),
    ...report.celebrations.map(text =>
      createElement('p', { class: 'report-reached', text: `★ ${text}` }),
    ),
    createElement(
      'ul',
      { class: 'report-judgements' },
      report.judgements.map(({ subject, light, sentence }) =>
        createElement('li', { class: `is-${light}` }, [
          createElement('strong', { text: subject }),
          createElement('span', { class: 'faint', text: lightWords[light] }),
          createElement('span', {}, withMeanings(sentence, glossary)),
        ]),
      ),
    ),
    ...(report.bars.length === 0 ? [] : [createReportPicture(report)]),
    ...(changes.length === 0 ? [] : [createChanges(changes, since)]),
    ...report.sections.map(section => createSection(section, glossary)),
    createElement('h3', { text: 'Words' }),
    createElement(
      'dl',
      { class: 'report-words' },
      glossary.flatMap(([word, meaning]) => [
        createElement('dt', { text: word }),
        createElement('dd', { text: meaning }),
      ]),
    ),
  ];
}

/** Words of the glossary tell their meaning to a pointer that rests on them; below they stand for all. */
function withMeanings(text: string, glossary: Report['glossary']): readonly (Node | string)[] {
  return markWords(text, glossary).map(piece =>
    piece.meaning === undefined
      ? piece.text
      : createElement('abbr', { text: piece.text, title: piece.meaning }),
  );
}

function createChanges(changes: readonly string[], since: string): HTMLElement {
  return createElement('section', {}, [
    createElement('h3', { text: `What changed since the report of ${since}` }),
    createElement(
      'ul',
      { class: 'report-changes' },
      changes.map(text => createElement('li', { text })),
    ),
  ]);
}

function createSection(
  { title, empty, columns, rows, amounts }: ReportSection,
  glossary: Report['glossary'],
): HTMLElement {
  const head = createElement('h3', {}, withMeanings(title, glossary));
  if (rows.length === 0)
    return createElement('section', {}, [head, createElement('p', { text: empty })]);
  return createElement('section', {}, [head, createTable(title, columns, rows, amounts)]);
}
