import type { FrozenReport } from './frozenReport.ts';
import type { Light, Report } from './report.ts';

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
  return [...told.slice(0, mostTold), ...(rest > 0 ? [`And ${rest} more changes.`] : [])];
}

function tellLights(before: FrozenReport, after: Report): readonly string[] {
  return after.judgements.flatMap(({ subject, light }) => {
    const old = before.judgements.find(each => each.subject === subject)?.light;
    if (old === undefined || old === light) return [];
    return [`${subject} was ${lightWords[old]} on ${before.on}, and is ${lightWords[light]} now.`];
  });
}

/** Rows go by their first cell, which names what they are about. */
function tellRows(
  before: FrozenReport,
): (section: Report['sections'][number]) => readonly string[] {
  return ({ title, columns, rows }) => {
    const old = before.sections.find(each => each.title === title);
    if (!old || passing.has(title)) return [];
    const known = new Map(old.rows.map(row => [row[0] ?? '', row]));
    const now = new Set(rows.map(row => flat(row[0])));
    const told = rows.flatMap(row => {
      const name = flat(row[0]);
      const past = known.get(name);
      if (!past) return [`${title}: “${name}” is new.`];
      const changes = columns.slice(1).flatMap((column, place) => {
        const [was, is] = [past[place + 1] ?? '', flat(row[place + 1])];
        return was === is ? [] : [`${column.toLowerCase()} was ${was}, and is ${is}`];
      });
      return changes.length === 0 ? [] : [`${title}: “${name}”: ${changes.join('; ')}.`];
    });
    const gone = [...known.keys()].filter(name => !now.has(name));
    return [...told, ...gone.map(name => `${title}: “${name}” is not there any more.`)];
  };
}

/** As it stands in Markdown: on one line. */
function flat(text = ''): string {
  return text.replace(/[\r\n]+/g, ' ').trim();
}
