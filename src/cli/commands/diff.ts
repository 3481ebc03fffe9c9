import { ok } from '../../core/base/result.ts';
import { comparePlans } from '../../core/comparison/comparePlans.ts';
import { comparisonMarkdown } from '../../core/comparison/comparisonMarkdown.ts';
import {
  tellComparison,
  type ComparisonSection,
  type ComparisonText,
} from '../../core/comparison/tellComparison.ts';
import { createScheduler } from '../../core/schedule/scheduler.ts';
import { errorsOf } from '../brokenFiles.ts';
import { misused, type CliCall, type CliContext, type CliResult } from '../cliCommand.ts';
import { readVersions, type NamedVersion } from '../comparedVersions.ts';
import { comparisonData } from '../comparisonData.ts';
import { todayOf } from '../openPlan.ts';
import { oneLine } from '../terminalText.ts';
import { formatTable } from '../textTable.ts';

/** How many rows of a table are shown in a terminal. */
const mostListed = 20;

export async function run({ words, values }: CliCall, ctx: CliContext): Promise<CliResult> {
  const to = values['to'] ?? 'text';
  if (to !== 'text' && to !== 'md') return misused(`${to} is no format here; write --to md`);
  const read = await readVersions(words, ctx);
  if (!read.ok) return read;
  const { before, after, folder } = read.value;
  const options = { today: todayOf(ctx) };
  const schedule = createScheduler();
  const versionOf = ({ snapshot }: NamedVersion) => ({
    snapshot,
    schedule: schedule(snapshot.plan, options),
  });
  const comparison = comparePlans(versionOf(before), versionOf(after));
  const text = tellComparison(comparison);
  const title = `${after.snapshot.plan.project.name || 'The plan'}, ${nameOf(before)} to ${nameOf(after)}`;
  return ok({
    kind: 'diff',
    data: { before: versionData(before), after: versionData(after), ...comparisonData(comparison) },
    text:
      to === 'md' ? comparisonMarkdown(title, text, comparison) : terminalText(title, text, ctx),
    isFile: to === 'md',
    problems: errorsOf(after.snapshot.problems),
    folder,
  });
}

/** `main (3f2a1c9, 2026-11-20)`, `the files as they are` */
function nameOf({ revision, committed }: NamedVersion): string {
  if (!committed || revision === undefined) return 'the files as they are';
  const day = new Date(committed.committedAt * 1000).toISOString().slice(0, 10);
  const short = committed.commit.slice(0, 9);
  const name = committed.commit.startsWith(revision) ? '' : `${revision} `;
  return name === '' ? `${short} of ${day}` : `${name}(${short} of ${day})`;
}

function versionData({ revision, committed }: NamedVersion): object {
  return {
    revision: revision ?? null,
    commit: committed?.commit ?? null,
    committedAt: committed ? new Date(committed.committedAt * 1000).toISOString() : null,
    subject: committed?.subject ?? null,
  };
}

function terminalText(title: string, text: ComparisonText, ctx: CliContext): string {
  const { paint } = ctx;
  const none = text.sections.length === 0 ? '\nNothing else changed\n' : '';
  return [
    `${paint.bold(oneLine(title))}\n\n`,
    ...text.sentences.map(sentence => `${oneLine(sentence)}\n`),
    ...text.sections.map(section => sectionText(section, ctx)),
    none,
  ].join('');
}

function sectionText({ title, columns, rows }: ComparisonSection, ctx: CliContext): string {
  const shown = rows.slice(0, mostListed);
  const table = formatTable(
    shown,
    columns.map((column, place) => ({
      title: column,
      text: (row: readonly string[]) => row[place] ?? '',
      isFlexible: column === 'title' || column === 'problem',
    })),
    ctx.table,
  );
  const rest = rows.length - shown.length;
  return `\n${ctx.paint.bold(title)}\n${table}${rest > 0 ? `and ${rest} more\n` : ''}`;
}
