import { readPlain, takeComment } from './plainText.ts';
import { audiences, lights, type Audience, type Light, type Report } from './report.ts';

/** What a report said, as far as a later one is held against it. */
export interface FrozenReport {
  readonly on: string;
  readonly audience: Audience;
  readonly light: Light;
  readonly judgements: readonly { readonly subject: string; readonly light: Light }[];
  readonly sections: readonly {
    readonly title: string;
    readonly columns: readonly string[];
    readonly rows: readonly (readonly string[])[];
    /** By place of its row; missing where a row, or a whole older page, has none. */
    readonly ids?: readonly (string | undefined)[];
  }[];
}

/** The folder of frozen reports in the plan folder. */
export const reportsFolder = 'reports';

/** `reports/2026-11-23-management.md` */
export function frozenPath({ on, audience }: Pick<Report, 'on' | 'audience'>): string {
  return `${reportsFolder}/${on}-${audience}.md`;
}

/** The day and the audience of a frozen report, from its path; undefined for another file. */
export function readFrozenPath(
  path: string,
): { readonly on: string; readonly audience: Audience } | undefined {
  const [, on = '', name] = /^reports\/(\d{4}-\d{2}-\d{2})-([a-z]+)\.md$/.exec(path) ?? [];
  const audience = audiences.find(known => known === name);
  return audience && { on, audience };
}

/** The path of the newest report that was frozen for an audience before a day; undefined for none. */
export function newestFrozen(
  paths: Iterable<string>,
  { on, audience }: Pick<Report, 'on' | 'audience'>,
): string | undefined {
  return [...paths]
    .filter(path => {
      const read = readFrozenPath(path);
      return read?.audience === audience && read.on < on;
    })
    .sort()
    .at(-1);
}

const signs: ReadonlyMap<string, Light> = new Map(
  ['🟢', '🟡', '🔴'].map((sign, place) => [sign, lights[place] ?? 'green']),
);

interface ReadSection {
  readonly title: string;
  columns: readonly string[];
  readonly rows: (readonly string[])[];
  ids?: (string | undefined)[];
}

/** Reads the Markdown of a report that was frozen; what a person has changed in it is read as it is. */
export function parseFrozen(
  text: string,
  { on, audience }: Pick<Report, 'on' | 'audience'>,
): FrozenReport {
  const judgements: FrozenReport['judgements'][number][] = [];
  const sections: ReadSection[] = [];
  let light: Light = 'green';
  for (const line of text.split(/\r?\n/)) {
    const [, sign = '', subject] = /^(?:- )?(🟢|🟡|🔴) \*\*(?:(\w+):\*\*)?/u.exec(line) ?? [];
    const found = signs.get(sign);
    const section = sections.at(-1);
    if (line.startsWith('## ')) {
      sections.push({ title: readPlain(line.slice(3)).trim(), columns: [], rows: [] });
    } else if (found !== undefined && section === undefined) {
      if (subject === undefined) light = found;
      else judgements.push({ subject, light: found });
    } else if (section && line.startsWith('| ') && !/^\|( --[-:] \|)+$/.test(line)) {
      const { line: text, id } = takeComment(line);
      const cells = splitCells(text);
      if (section.columns.length === 0) section.columns = cells;
      else if (section.rows.push(cells) && id !== undefined)
        (section.ids ??= [])[section.rows.length - 1] = id;
    }
  }
  return { on, audience, light, judgements, sections };
}

/** Bars that are escaped part no cells. */
function splitCells(line: string): readonly string[] {
  return line
    .replace(/^\| ?| ?\|\s*$/g, '')
    .split(/(?<!\\) ?\| ?/)
    .map(cell => readPlain(cell).trim());
}
