import type { CodeEvidence } from '../core/evidence/codeEvidence.ts';
import { dayOf, parsePlanDate, type Instant } from '../core/model/instant.ts';
import type { Item } from '../core/model/plan.ts';
import type { CliContext } from './cliCommand.ts';
import { oneLine } from './terminalText.ts';
import { formatTable } from './textTable.ts';

export interface ItemEvidence {
  readonly item: Item;
  readonly evidence: CodeEvidence;
}

/** How long ago the file in the middle began. */
function ageText({ medianBegan }: CodeEvidence, today: Instant): string {
  const began = medianBegan === undefined ? undefined : parsePlanDate(medianBegan)?.at;
  return began === undefined ? '' : `${Math.max(0, dayOf(today) - dayOf(began))}d`;
}

/** The evidence for people: numbers, and below what is out of the ordinary. */
export function evidenceText(
  found: readonly ItemEvidence[],
  { days, today }: { readonly days: number; readonly today: Instant },
  { table, paint }: CliContext,
): string {
  if (found.length === 0) return 'No open task or milestone is linked to code\n';
  const count = (value: (evidence: CodeEvidence) => number) => (each: ItemEvidence) =>
    String(value(each.evidence));
  const rows = formatTable(
    found,
    [
      { title: 'id', text: ({ item }) => item.id },
      { title: 'title', text: ({ item }) => item.title, isFlexible: true },
      { title: 'files', text: count(each => each.files), align: 'right' },
      { title: 'lines', text: count(each => each.lines), align: 'right' },
      { title: 'commits', text: count(each => each.commits), align: 'right' },
      { title: 'churn', text: count(each => each.churn), align: 'right' },
      { title: 'authors', text: count(each => each.authors), align: 'right' },
      { title: 'since', text: ({ evidence }) => evidence.began ?? '' },
      { title: 'median age', text: ({ evidence }) => ageText(evidence, today), align: 'right' },
      { title: 'untested', text: count(each => each.untested.length), align: 'right' },
    ],
    table,
  );
  const findings = found.flatMap(({ item, evidence }) =>
    evidence.findings.map(finding => `${paint.bold(item.id)}  ${oneLine(finding)}\n`),
  );
  const told = findings.length === 0 ? 'Nothing is out of the ordinary\n' : findings.join('');
  return `${rows}\nOver the last ${days} days:\n${told}`;
}
