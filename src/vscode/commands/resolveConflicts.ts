import { l10n, ThemeIcon } from 'vscode';
import type { Side } from '../../core/merge/mergeValues.ts';
import { nameAgain, planNamesAgain, type NamedAgain } from '../../core/commands/nameAgain.ts';
import { ok } from '../../core/base/result.ts';
import { openConflicts, type OpenConflict } from '../../core/merge/openConflicts.ts';
import { projectId } from '../../core/model/change.ts';
import type { Problem } from '../../core/model/problem.ts';
import { itemOf } from '../../core/model/plan.ts';
import { rawFieldsOf } from '../../core/store/rawFields.ts';
import { unmergedProblem, type UnmergedFile } from '../../core/store/unmergedFile.ts';
import type { PartedPlan } from '../../core/store/partedPlan.ts';
import type { Snapshot } from '../../core/store/snapshot.ts';
import { inertText } from '../../core/views/inertText.ts';
import type { Intent } from '../../protocol/messages.ts';
import { runIntent, say, showProblem, tell } from '../notices.ts';
import { openPlanFile } from '../openItem.ts';
import type { OpenPlan } from '../openPlan.ts';
import { alone, askChoice, valueOf, type Choice } from '../steps.ts';

/**
 * What a merge has left in a plan: a field or an item to decide, a file with the marks of git or one
 * that git could not merge without a mark in it, or an item that one side took out with all that named it, and the other kept.
 */
type Left =
  | { readonly kind: 'conflict'; readonly id: string; readonly conflict: OpenConflict }
  | { readonly kind: 'marks'; readonly path: string }
  | { readonly kind: 'silent'; readonly path: string; readonly problem: Problem }
  | { readonly kind: 'unnamed'; readonly id: string; readonly places: readonly NamedAgain[] };

/** Asks for one after the other of what merges have left to decide, field by field. */
export async function resolveConflicts(plans: readonly OpenPlan[]): Promise<void> {
  let decided = 0;
  for (const plan of plans) {
    const loaded = await plan.load();
    const parted = (await (await loaded.versions())?.parted()) ?? [];
    const unmerged = (await (await loaded.merges())?.unmerged()) ?? [];
    for (;;) {
      const { snapshot } = loaded.views();
      const left = [
        ...findLeft(snapshot),
        ...findUnnamed(snapshot, parted),
        ...findSilent(snapshot, unmerged),
      ];
      if (left.length === 0) break;
      const chosen = await valueOf(askLeft(snapshot, left));
      if (!chosen) return;
      if (chosen.kind === 'marks') {
        await openPlanFile(plan, chosen.path);
        return say(l10n.t('A quick fix at the marks merges the file field by field'));
      }
      if (chosen.kind === 'silent') {
        if (snapshot.files.has(chosen.path)) await openPlanFile(plan, chosen.path);
        return showProblem(chosen.problem);
      }
      const decision = await decide(plan, { snapshot, parted }, chosen);
      if (decision === 'refused') return;
      if (decision === 'done') decided += 1;
    }
  }
  say(
    decided === 0
      ? l10n.t('No merge has left anything to decide')
      : l10n.t('Everything that merges had left is decided'),
  );
}

interface Merged {
  readonly snapshot: Snapshot;
  readonly parted: readonly PartedPlan[];
}

async function decide(
  plan: OpenPlan,
  { snapshot, parted }: Merged,
  chosen: Exclude<Left, { kind: 'marks' | 'silent' }>,
): Promise<'done' | 'refused' | 'open'> {
  if (chosen.kind === 'conflict') {
    const intent = await askSide(plan, snapshot, chosen);
    if (!intent) return 'open';
    return (await runIntent(plan, intent)) ? 'done' : 'refused';
  }
  if (!(await askNaming(snapshot, chosen))) return 'open';
  const loaded = await plan.load();
  const done = await loaded.edit(now => ok(planNamesAgain(now, parted, chosen.id)));
  return tell(done) ? 'done' : 'refused';
}

function findUnnamed(snapshot: Snapshot, parted: readonly PartedPlan[]): readonly Left[] {
  const byItem = new Map<string, NamedAgain[]>();
  for (const place of nameAgain(snapshot, parted).places) {
    byItem.set(place.named, [...(byItem.get(place.named) ?? []), place]);
  }
  return [...byItem].map(([id, places]) => ({ kind: 'unnamed', id, places }));
}

function findSilent(snapshot: Snapshot, unmerged: readonly UnmergedFile[]): readonly Left[] {
  return unmerged.flatMap((file): readonly Left[] => {
    const problem = unmergedProblem(file, snapshot.files.get(file.path)?.text);
    return problem ? [{ kind: 'silent', path: file.path, problem }] : [];
  });
}

async function askNaming(
  snapshot: Snapshot,
  { id, places }: Extract<Left, { kind: 'unnamed' }>,
): Promise<true | undefined> {
  const label = l10n.t('Name it again');
  const choice: Choice<true> = {
    label,
    iconPath: new ThemeIcon('link'),
    detail: inertText(places.map(placeText).join(' · ')),
    value: true,
  };
  const prompt = l10n.t(
    'One side took {0} out with what named it, and the other side kept it',
    inertText(titleOf(snapshot, id)),
  );
  return valueOf(askChoice({ prompt, choices: [choice] }, alone(inertText(id))));
}

function placeText({ reference: { id, path, list } }: NamedAgain): string {
  return l10n.t('{0} of {1}', (list ?? path).join('.'), id);
}

function findLeft(snapshot: Snapshot): readonly Left[] {
  const files = new Map(
    snapshot.problems
      .filter(({ code }) => code === 'merge-conflict' || code === 'file-conflict')
      .map(({ code, file }) => [file ?? '', code]),
  );
  return [...files].flatMap(([path, code]): readonly Left[] => {
    const id = snapshot.files.get(path)?.id;
    if (code === 'file-conflict') return [{ kind: 'marks', path }];
    if (id === undefined) return [];
    const found = openConflicts(rawFieldsOf(snapshot, id));
    return found.map(conflict => ({ kind: 'conflict', id, conflict }));
  });
}

function askLeft(snapshot: Snapshot, left: readonly Left[]): ReturnType<typeof askChoice<Left>> {
  const choices = left.map(each => leftChoice(snapshot, each));
  const prompt =
    left.length === 1
      ? l10n.t('A merge has left this to decide')
      : l10n.t('A merge has left these {0} to decide; which first?', left.length);
  return askChoice({ prompt, choices }, alone(l10n.t('Merge Conflicts')));
}

function leftChoice(snapshot: Snapshot, left: Left): Choice<Left> {
  if (left.kind === 'marks') {
    const description = l10n.t('holds the marks of git');
    return { label: left.path, iconPath: new ThemeIcon('file'), description, value: left };
  }
  if (left.kind === 'silent') {
    const iconPath = new ThemeIcon('warning');
    const detail = inertText(left.problem.message);
    return { label: left.path, iconPath, detail, value: left };
  }
  const { id } = left;
  const title = titleOf(snapshot, id);
  if (left.kind === 'unnamed') {
    const by = [...new Set(left.places.map(({ reference }) => reference.id))].join(', ');
    return {
      label: title,
      iconPath: new ThemeIcon('link'),
      description: l10n.t('{0} · kept, and named no more', id),
      detail: inertText(l10n.t('named before by {0}', by)),
      value: left,
    };
  }
  const { conflict } = left;
  if (conflict.field === undefined) {
    const description = l10n.t('{0} · two items under one id', id);
    return { label: title, iconPath: new ThemeIcon('copy'), description, value: left };
  }
  const detail = l10n.t('here: {0} · there: {1}', shown(conflict.ours), shown(conflict.theirs));
  return {
    label: `${title}: ${conflict.field}`,
    iconPath: new ThemeIcon('git-merge'),
    description: id,
    detail: inertText(detail),
    value: left,
  };
}

function titleOf(snapshot: Snapshot, id: string): string {
  if (id === projectId) return snapshot.plan.project.name;
  return itemOf(snapshot.plan, id)?.title ?? id;
}

/** On one line, and short enough for a list. */
function shown(value: string | undefined): string {
  if (value === undefined) return l10n.t('taken out');
  const line = value.replace(/\s+/g, ' ').trim();
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}

/** Undefined when nothing is decided. */
async function askSide(
  plan: OpenPlan,
  snapshot: Snapshot,
  { id, conflict }: Extract<Left, { kind: 'conflict' }>,
): Promise<Intent | undefined> {
  const title = `${titleOf(snapshot, id)}: ${conflict.field ?? id}`;
  if (conflict.field === undefined) {
    const prompt = l10n.t('Two items were made under {0}', id);
    const label = l10n.t('Keep both, the other one under an id of its own');
    const iconPath = new ThemeIcon('copy');
    const choices: readonly Choice<Side>[] = [{ label, iconPath, value: 'ours' }];
    const side = await valueOf(askChoice({ prompt, choices }, alone(title)));
    if (side === undefined) return undefined;
    const namedBy = await (await plan.load()).namingOtherSide(id);
    return { command: 'resolveConflict', input: { id, side, namedBy } };
  }
  const side = await valueOf(
    askChoice({ prompt: l10n.t('Which holds?'), choices: sides(conflict) }, alone(title)),
  );
  if (side === undefined) return undefined;
  return { command: 'resolveConflict', input: { id, field: conflict.field, side } };
}

function sides({ ours, theirs }: OpenConflict): readonly Choice<Side>[] {
  return [
    {
      label: ours === undefined ? l10n.t('Leave it out') : l10n.t('Keep {0}', shown(ours)),
      iconPath: new ThemeIcon('check'),
      description: l10n.t('as it is here'),
      value: 'ours',
    },
    {
      label: theirs === undefined ? l10n.t('Take it out') : l10n.t('Take {0}', shown(theirs)),
      iconPath: new ThemeIcon('arrow-down'),
      description: l10n.t('as it is there'),
      value: 'theirs',
    },
  ];
}
