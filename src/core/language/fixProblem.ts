import { nearestText } from '../base/nearestText.ts';
import { fieldTables, valueSpecAt } from '../format/fields.ts';
import type { ValueSpec } from '../format/valueSpec.ts';
import { formatDay } from '../model/instant.ts';
import { itemsOf, type Plan } from '../model/plan.ts';
import type { FieldPath, Problem } from '../model/problem.ts';
import { textAt, type Fix, type FixContext } from './fix.ts';
import { fixMarks, fixOpenConflict } from './fixConflict.ts';
import { fixMeasure, fixQuality, moveFinish } from './fixQuality.ts';
import { mendDate, mendLength, mendShare } from './mendValue.ts';

/** The ways out that a machine can go, the likeliest first; none for most problems. */
export function fixProblem(problem: Problem, ctx: FixContext): readonly Fix[] {
  switch (problem.code) {
    case 'field-unknown':
      return fixUnknownField(ctx);
    case 'field-value':
    case 'level-unknown':
      return fixChoice(ctx);
    case 'date-invalid':
      return fixWritten(ctx, mendDate);
    case 'duration-invalid':
      return fixWritten(ctx, mendLength);
    case 'reference-renamed':
      return fixRenamed(problem, ctx);
    case 'reference-unknown':
      return [...fixReference(ctx), ...removeField(ctx, 'Take the reference out')];
    case 'reference-kind':
    case 'reference-self':
    case 'dependency-own-summary':
      return removeField(ctx, 'Take the reference out');
    case 'dependency-cycle':
      return removeField(ctx, 'Take this dependency out');
    case 'parent-cycle':
      return removeField(ctx, 'Take the parent out');
    case 'distribution-misfit':
      return removeField(ctx, 'Take the distribution out');
    case 'code-missing':
    case 'code-outside':
      return removeField(ctx, 'Take the link out');
    case 'person-unknown':
      return fixPerson(ctx);
    case 'estimate-missing':
      return [edit('Estimate one day', ['estimate'], '1d')];
    case 'deadline-missed':
      if (ctx.kind === 'project') return moveFinish(ctx);
      return moveDate(problem, ctx, { field: 'deadline', title: 'Move the deadline to' });
    case 'milestone-late':
      return moveDate(problem, ctx, { field: 'due', title: 'Move the promise to' });
    case 'risk-review-due':
      return [edit('Review again in four weeks', ['reviewBy'], formatDay(ctx.today + 28 * 1440))];
    case 'merge-conflict':
      return fixOpenConflict(ctx);
    case 'file-conflict':
      return fixMarks(ctx);
    case 'yaml-syntax':
      return fixTabs(ctx);
    case 'quality-limit':
    case 'quality-hint':
      return fixMeasure(problem, ctx);
    case 'quality-lead':
    case 'quality-fixed-date':
    case 'quality-wrong-side':
    case 'quality-people':
      return fixQuality(problem, ctx);
    default:
      return [];
  }
}

function edit(title: string, field: FieldPath, value: string): Fix {
  return { kind: 'edit', title, edits: [{ kind: 'set', field, value }] };
}

function fixUnknownField({ kind, text, range }: FixContext): readonly Fix[] {
  const written = textAt(text, range);
  const known = fieldTables[kind].map(({ key }) => key);
  const meant = nearestText(written, known);
  return meant === undefined
    ? []
    : [{ kind: 'replace', title: `Change to "${meant}"`, range, text: meant }];
}

function fixChoice({ kind, field, text, range, plan }: FixContext): readonly Fix[] {
  const spec = field && valueSpecAt(kind, field);
  if (!spec) return [];
  if (spec.kind === 'percent') return fixWritten({ field, text, range }, mendShare);
  const choices = choicesOf(spec, plan);
  const meant = nearestText(textAt(text, range), choices);
  const ordered = meant === undefined ? choices : [meant, ...choices.filter(c => c !== meant)];
  return ordered.slice(0, 6).map(choice => edit(`Change to "${choice}"`, field, choice));
}

/** Offers what was probably meant by a value that is written in another way. */
function fixWritten(
  { field, text, range }: Pick<FixContext, 'field' | 'text' | 'range'>,
  mendText: (text: string) => string | undefined,
): readonly Fix[] {
  const meant = mendText(textAt(text, range));
  return meant === undefined || !field ? [] : [edit(`Change to ${meant}`, field, meant)];
}

function choicesOf(spec: ValueSpec, plan: Plan): readonly string[] {
  switch (spec.kind) {
    case 'choice':
      return spec.values;
    case 'level':
    case 'measureOrLevel':
      return plan.project.riskScale[spec.scale].map(({ key }) => key);
    case 'probability':
      return plan.project.riskScale.probability.map(({ key }) => key);
    default:
      return [];
  }
}

function fixRenamed({ items }: Problem, { field, text, range }: FixContext): readonly Fix[] {
  const present = items[1];
  if (!field || present === undefined) return [];
  const [, ...rest] = textAt(text, range).split(/(?=\s)/);
  return [edit(`Change to ${present}`, field, present + rest.join(''))];
}

function fixReference({ field, text, range, plan }: FixContext): readonly Fix[] {
  if (!field) return [];
  const written = textAt(text, range);
  const [id = '', ...rest] = written.split(/(?=\s)/);
  const ids = [...itemsOf(plan)].map(item => item.id);
  const meant = nearestText(
    id,
    ids.filter(known => known[0] === id[0]?.toUpperCase()),
  );
  return meant === undefined ? [] : [edit(`Change to ${meant}`, field, meant + rest.join(''))];
}

function fixPerson({ text, range, field, plan }: FixContext): readonly Fix[] {
  const [key = '', ...rest] = textAt(text, range).split(/(?=\s)/);
  if (!/^[A-Za-z][\w-]{0,40}$/.test(key)) return [];
  const meant = nearestText(key, plan.project.people.keys());
  const rename =
    field && meant !== undefined
      ? [edit(`Change to "${meant}"`, field, meant + rest.join(''))]
      : [];
  const name = key.charAt(0).toUpperCase() + key.slice(1);
  return [
    ...rename,
    {
      kind: 'project',
      title: `Add "${key}" to the people of the project`,
      edits: [{ kind: 'set', field: ['people', key], value: { name } }],
    },
  ];
}

function removeField({ field }: FixContext, title: string): readonly Fix[] {
  if (!field || field.length === 0) return [];
  return [{ kind: 'edit', title, edits: [{ kind: 'set', field, value: undefined }] }];
}

function moveDate(
  problem: Problem,
  { schedule }: FixContext,
  { field, title }: { readonly field: string; readonly title: string },
): readonly Fix[] {
  const dates = schedule.datesOf(problem.items[0] ?? '');
  if (!dates) return [];
  const day = formatDay(Math.max(dates.start, dates.finish - 1));
  return [edit(`${title} ${day}`, [field], day)];
}

/** YAML allows no tab at the beginning of a line. */
function fixTabs({ text }: FixContext): readonly Fix[] {
  const lines = text.split('\n');
  const first = lines.findIndex(line => /^ *\t/.test(line));
  if (first < 0) return [];
  const last = lines.findLastIndex(line => /^ *\t/.test(line));
  const mended = lines
    .slice(first, last + 1)
    .map(line => line.replace(/^[ \t]+/, lead => lead.replaceAll('\t', '  ')));
  return [
    {
      kind: 'replace',
      title: 'Indent with spaces instead of tabs',
      range: {
        start: { line: first, character: 0 },
        end: { line: last, character: lines[last]?.length ?? 0 },
      },
      text: mended.join('\n'),
    },
  ];
}
