import { isSameTold } from '../model/money.ts';
import type { FrozenReport } from './frozenReport.ts';
import { shortenSentence } from './shortenReport.ts';
import { readRest, type Light, type Report } from './report.ts';

const lightWords: Readonly<Record<Light, string>> = {
  green: 'green',
  yellow: 'yellow',
  red: 'red',
};

/** What comes and goes in these by itself is no news. */
const passing: ReadonlySet<string> = new Set([
  'Achieved in the last two weeks',
  'What comes next',
  'What changed since the last report',
]);

/** So many sentences are told. */
const mostTold = 20;

/** What a report says otherwise than one that was frozen before, in sentences: lights, then rows. */
export function compareReports(before: FrozenReport, after: Report): readonly string[] {
  const told = [...tellLights(before, after), ...after.sections.flatMap(tellRows(before))];
  if (told.length === 0) return [`Nothing that is told here has changed since ${before.on}.`];
  const rest = told.length - mostTold;
  return [
    ...told.slice(0, mostTold).map(shortenSentence),
    ...(rest > 0 ? [`And ${rest} more changes.`] : []),
  ];
}

function tellLights(before: FrozenReport, after: Report): readonly string[] {
  return after.judgements.flatMap(({ subject, light }) => {
    const old = before.judgements.find(each => each.subject === subject)?.light;
    if (old === undefined || old === light) return [];
    return [`${subject} was ${lightWords[old]} on ${before.on}, and is ${lightWords[light]} now.`];
  });
}

/** Rows go by the item that they are about, else by their first cell, which names it. */
function tellRows(
  before: FrozenReport,
): (section: Report['sections'][number]) => readonly string[] {
  return section => {
    const { title, columns } = section;
    if (passing.has(title)) return [];
    // A page has no heading of what it has nothing to tell of.
    const old = before.sections.find(each => each.title === title) ?? { rows: [] };
    const shared = sharedIds(old, section);
    const [known, now] = [nameRows(old, shared), nameRows(section, shared)];
    const told = [...now.rows].flatMap(([key, row]) => {
      const name = flat(row[0]);
      const past = known.rows.get(key);
      // Of a table that was cut nobody can tell what stood below.
      if (!past) return known.left > 0 ? [] : [`${title}: “${name}” is new.`];
      const changes = columns.slice(1).flatMap((column, place) => {
        const [old, is] = [past[place + 1] ?? '', flat(row[place + 1])];
        return isSameTold(old, is) ? [] : [`${column.toLowerCase()} was ${old}, and is ${is}`];
      });
      const called = flat(past[0]);
      const renamed = called === name ? [] : [`it was called “${called}”`];
      const all = [...renamed, ...changes];
      return all.length === 0 ? [] : [`${title}: “${name}”: ${all.join('; ')}.`];
    });
    const gone = now.left > 0 ? [] : [...known.rows].filter(([key]) => !now.rows.has(key));
    const [was, is] = [known, now].map(({ rows: all, left }) => all.size + left);
    const isCut = known.left + now.left > 0;
    return [
      ...told,
      ...gone.map(([, row]) => `${title}: “${flat(row[0])}” is not there any more.`),
      ...(isCut && was !== is ? [`${title}: ${is} rows, and ${was} on ${before.on}.`] : []),
    ];
  };
}

type NamedRows = Pick<FrozenReport['sections'][number], 'rows' | 'ids'>;

/** The ids by which rows of both are known. */
function sharedIds(before: NamedRows, after: NamedRows): ReadonlySet<string | undefined> {
  const known = new Set(before.ids);
  return new Set(after.ids?.filter(id => id !== undefined && known.has(id)));
}

/**
 * Rows by their ids where both reports know them, else by their first cell and their place among
 * those that have the same; and how many were left out below.
 */
function nameRows(
  { rows, ids = [] }: NamedRows,
  shared: ReadonlySet<string | undefined>,
): {
  readonly rows: ReadonlyMap<string, readonly string[]>;
  readonly left: number;
} {
  const named = new Map<string, readonly string[]>();
  let left = 0;
  for (const [at, row] of rows.entries()) {
    const rest = readRest(row);
    left += rest;
    if (rest > 0) continue;
    const id = ids[at];
    if (id !== undefined && shared.has(id)) {
      named.set(id, row);
      continue;
    }
    const name = flat(row[0]);
    let place = 0;
    while (named.has(`${name}\0${place}`)) place++;
    named.set(`${name}\0${place}`, row);
  }
  return { rows: named, left };
}

/** As it stands in Markdown: on one line. */
function flat(text = ''): string {
  return text.replace(/[\r\n]+/g, ' ').trim();
}
