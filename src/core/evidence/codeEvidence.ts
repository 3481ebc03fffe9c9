import { compareBy, compareNumber, compareText } from '../base/order.ts';

/** What git tells of a file over a stretch of time. */
export interface FileActivity {
  readonly path: string;
  /** Commits that changed it. */
  readonly commits: number;
  /** Lines that came and went. */
  readonly churn: number;
  readonly authors: number;
}

/** The code behind an item, in numbers. */
export interface CodeEvidence {
  readonly files: number;
  readonly commits: number;
  readonly churn: number;
  /** The most authors that one of the files has. */
  readonly authors: number;
  /** Lines of all files. */
  readonly lines: number;
  /** The day of the first commit of the oldest file, and of the one in the middle; undefined where git does not know. */
  readonly began: string | undefined;
  readonly medianBegan: string | undefined;
  /** Files of code without a test of that name. */
  readonly untested: readonly string[];
  /** What is out of the ordinary for this repository, in sentences. */
  readonly findings: readonly string[];
}

/** Of all files that changed, so large a share changed less than one that is told of. */
const ordinaryShare = 0.95;

/** In a smaller repository nothing is out of the ordinary. */
const leastFiles = 20;

/** A file that fewer commits changed is at rest, whatever the others do. */
const leastCommits = 5;

const code = /\.(?:[cm]?[jt]sx?|py|go|rs|java|kt|cs|c|cc|cpp|h|hpp|rb|php|swift|scala)$/;
const testing =
  /(?:^|\/)(?:tests?|specs?|__tests__)\/|[._-](?:test|spec)s?\.[^/]*$|(?:^|\/)test_[^/]*$/;

/** What git knows of the files of a repository. */
export interface KnownFiles {
  readonly activity: readonly FileActivity[];
  /** The day of the first commit of each file by its path; empty where the history begins later. */
  readonly began: ReadonlyMap<string, string>;
}

/** What all files of a repository say, to hold one against. */
export interface Ordinary {
  readonly churn: number;
  readonly commits: number;
  readonly authors: number;
  /** Few files began after this day. */
  readonly began: string;
  /** Names of what is tested, without their ends. */
  readonly tested: ReadonlySet<string>;
}

/** Undefined where there is too little to compare with. */
export function computeOrdinary(
  { activity, began }: KnownFiles,
  paths: Iterable<string>,
): Ordinary | undefined {
  const ours = activity.filter(({ path }) => code.test(path) && !testing.test(path));
  const tested = new Set([...paths].filter(path => testing.test(path)).map(stemOf));
  if (ours.length < leastFiles) return undefined;
  const limitOf = (value: (file: FileActivity) => number): number => {
    return shareOf(ours.map(value).sort((a, b) => a - b)) ?? Infinity;
  };
  return {
    churn: limitOf(({ churn }) => churn),
    commits: limitOf(({ commits }) => commits),
    authors: limitOf(({ authors }) => authors),
    began: shareOf(ours.flatMap(({ path }) => began.get(path) ?? []).sort(compareText)) ?? '',
    tested,
  };
}

/** What all but few of some values do not exceed; they are in order. */
function shareOf<T>(values: readonly T[]): T | undefined {
  return values[Math.floor((values.length - 1) * ordinaryShare)];
}

/** `parser` for `src/parser.ts`, `test/parser.test.ts` and `test_parser.py`. */
function stemOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
  return name.replace(/^test_/, '').replace(/(?:[._-](?:test|spec)s?)?\.[^.]*$/, '');
}

/**
 * The evidence of the files behind an item.
 *
 * @param lines of each file that is there, by path
 */
export function computeEvidence(
  known: KnownFiles,
  lines: ReadonlyMap<string, number>,
  ordinary: Ordinary | undefined,
): CodeEvidence {
  const files = known.activity.filter(({ path }) => lines.has(path));
  const untested = [...lines.keys()].filter(
    path => code.test(path) && !testing.test(path) && !(ordinary?.tested.has(stemOf(path)) ?? true),
  );
  const findings = ordinary
    ? files.flatMap(file => findingsOf(file, known.began.get(file.path), ordinary))
    : [];
  // A file that was there before all that is known is older than the others; a new one has no age yet.
  const days = [...lines.keys()].flatMap(path => known.began.get(path) ?? []).sort(compareText);
  return {
    files: lines.size,
    commits: files.reduce((sum, file) => sum + file.commits, 0),
    churn: files.reduce((sum, file) => sum + file.churn, 0),
    authors: files.reduce((most, file) => Math.max(most, file.authors), 0),
    lines: [...lines.values()].reduce((sum, count) => sum + count, 0),
    began: days[0] || undefined,
    medianBegan: days[Math.floor(days.length / 2)] || undefined,
    untested: untested.sort(compareText),
    findings: findings
      .sort(
        compareBy(
          (a, b) => compareNumber(b.weight, a.weight),
          (a, b) => compareText(a.text, b.text),
        ),
      )
      .map(({ text }) => text),
  };
}

function findingsOf(
  { path, commits, churn, authors }: FileActivity,
  began: string | undefined,
  ordinary: Ordinary,
): readonly { readonly text: string; readonly weight: number }[] {
  if (commits < leastCommits) return [];
  const found: { readonly text: string; readonly weight: number }[] = [];
  if (churn > ordinary.churn && commits > ordinary.commits) {
    const text = `${path} changed in ${commits} commits by ${churn} lines, more than 95 % of the files`;
    found.push({ text, weight: churn / Math.max(1, ordinary.churn) });
  }
  if (authors > ordinary.authors) {
    const text = `${path} has ${authors} authors, more than 95 % of the files`;
    found.push({ text, weight: authors / Math.max(1, ordinary.authors) });
  }
  if (found.length > 0 && began !== undefined && began > ordinary.began) {
    const text = `${path} began on ${began}, later than 95 % of the files`;
    found.push({ text, weight: 1 });
  }
  if (found.length > 0 && !ordinary.tested.has(stemOf(path))) {
    found.push({ text: `${path} has no test of its name`, weight: 1 });
  }
  return found;
}
