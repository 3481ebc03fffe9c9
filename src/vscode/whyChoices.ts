import { l10n, QuickPickItemKind } from 'vscode';
import { fieldPathOf } from '../core/format/parseFieldText.ts';
import type { FieldPath } from '../core/model/problem.ts';
import { titleOf } from '../core/scenario/compareSchedules.ts';
import type { ItemExplanation } from '../core/scenario/explainItem.ts';
import { tellConflict } from '../core/scenario/tellConflict.ts';
import { tellChange, tellGain, tellSearch, tellUndated } from '../core/scenario/tellExplanation.ts';
import { tellNotes, tellReason } from '../core/scenario/tellReason.ts';
import { formatSpan } from '../core/views/dayText.ts';
import { inertText } from '../core/views/inertText.ts';
import type { Choice } from './steps.ts';

/** Where an entry of the list leads: a file of the plan, and the field in it that is to blame. */
export interface Lead {
  readonly id: string;
  readonly field: FieldPath | undefined;
}

export type Entry = Choice<Lead | undefined>;

/** How many changes are offered. */
const mostGains = 12;

/** The explanation of an item line by line: the chain, what is at odds, what would help. */
export function entriesOf(explained: ItemExplanation, today: number): readonly Entry[] {
  const { ctx, id, explanation, conflicts, search, together } = explained;
  if (explanation.kind === 'undated') {
    const [first] = explanation.reason.kind === 'loop' ? explanation.reason.problem.items : [];
    return [entry(tellUndated(ctx, id, explanation.reason), { id: first ?? id })];
  }
  const chain = explanation.steps.map(step => {
    const title = titleOf(ctx.plan, step.id);
    const told = [tellReason(ctx, step), ...tellNotes(ctx, step)].join('; ');
    const dates = formatSpan(step.dates.start, step.dates.finish, today);
    return { ...entry(title, { id: step.id }, told), description: `${step.id} · ${dates}` };
  });
  const told = conflicts.map(conflict => {
    const { message, items, ways } = tellConflict(ctx, conflict);
    return entry(message, { id: items[0] ?? id }, ways.join('; '));
  });
  const { gains } = search;
  const helping = [...(together ? [together] : []), ...gains].slice(0, mostGains).map(gain => {
    const [first] = gain.changes;
    const text = gain.changes.map(change => tellChange(ctx, change)).join(', and ');
    return entry(tellGain(ctx, gain), { id: first?.id ?? id, field: first?.field }, text);
  });
  return [
    heading(l10n.t('Where the date comes from')),
    ...chain,
    ...(told.length > 0 ? [heading(l10n.t('What is at odds')), ...told] : []),
    heading(l10n.t('What would bring it earlier')),
    ...helping,
    entry(tellSearch(search, together), { id }),
  ];
}

function heading(label: string): Entry {
  return { label, kind: QuickPickItemKind.Separator, value: undefined };
}

function entry(
  label: string,
  { id, field }: { readonly id: string; readonly field?: string | undefined },
  detail?: string,
): Entry {
  return {
    label,
    ...(detail === undefined ? {} : { detail: inertText(detail) }),
    value: { id, field: field === undefined ? undefined : fieldPathOf(field) },
  };
}
