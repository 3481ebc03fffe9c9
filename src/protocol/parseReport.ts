import {
  audiences,
  dayBases,
  lights,
  type Judgement,
  type Report,
  type ReportBar,
  type ReportSection,
} from '../core/report/report.ts';
import type { ReportPage } from '../core/views/reportPage.ts';
import { isFiniteNumber, isPlace, isText, isTruth, listOf, oneOf, record } from './validate.ts';

const isPair = (value: unknown): value is readonly [string, string] =>
  Array.isArray(value) && value.length === 2 && value.every(isText);

const isReport = record<Report>({
  title: isText,
  audience: oneOf(audiences),
  on: isText,
  basis: oneOf(dayBases),
  light: oneOf(lights),
  summary: isText,
  celebrations: listOf(isText),
  judgements: listOf(
    record<Judgement>({
      subject: oneOf(['Time', 'Money', 'Risk', 'People']),
      light: oneOf(lights),
      sentence: isText,
    }),
  ),
  bars: listOf(
    record<ReportBar>({
      title: isText,
      start: isFiniteNumber,
      finish: isFiniteNumber,
      progress: isFiniteNumber,
      isPoint: isTruth,
      isLate: isTruth,
    }),
  ),
  span: record<Report['span']>({ from: isFiniteNumber, to: isFiniteNumber, at: isFiniteNumber }),
  sections: listOf(
    record<ReportSection>({
      title: isText,
      empty: isText,
      columns: listOf(isText),
      rows: listOf(listOf(isText)),
      amounts: [listOf(isPlace)],
      ids: [listOf(isText)],
    }),
  ),
  glossary: listOf(isPair),
});

const isPage = record<ReportPage>({
  revision: isPlace,
  report: isReport,
  changes: listOf(isText),
  since: isText,
  isFrozen: isTruth,
});

/** Reads a report; undefined when it is none. */
export function parseReportPage(value: unknown): ReportPage | undefined {
  return isPage(value) ? value : undefined;
}
