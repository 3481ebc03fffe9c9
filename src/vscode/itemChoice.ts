import { commands, l10n, ThemeIcon, type Uri } from 'vscode';
import type { ItemKind } from '../core/model/ids.ts';
import { isId, kindOfId } from '../core/model/ids.ts';
import { itemOf, itemsOf, type Item } from '../core/model/plan.ts';
import { formatSpan } from '../core/views/dayText.ts';
import { readClock } from './clock.ts';
import { isItemElement, type ItemElement } from './itemElement.ts';
import type { OpenPlan } from './openPlan.ts';
import type { PlanSet } from './planSet.ts';
import { askChoice, alone, valueOf, type Choice } from './steps.ts';
import { iconOfNode } from './treeIcons.ts';
import type { Workbench } from './workbench.ts';
import { pathIn } from './workspaceFiles.ts';

const iconOfKind: Readonly<Record<ItemKind, string>> = {
  task: 'circle-large-outline',
  milestone: 'milestone',
  risk: 'shield',
  decision: 'law',
  note: 'note',
};

/** The item whose file this is; undefined for every other file. */
export function itemOfFile(plans: PlanSet, uri: Uri): ItemElement | undefined {
  const plan = plans.planOf(uri);
  const path = plan && pathIn(plan.root, uri);
  const id = path?.replace(/^[a-z]+\//, '').replace(/\.yaml$/, '');
  return plan && id !== undefined && isId(id) ? { kind: 'item', plan, id } : undefined;
}

/** A line for each item, the plan's name in front where there are several plans. */
export function itemChoices(
  plans: readonly OpenPlan[],
  isWanted: (item: Item) => boolean = () => true,
): readonly Choice<ItemElement>[] {
  return plans.flatMap(plan => {
    const { snapshot } = plan.loaded?.views() ?? {};
    if (!snapshot) return [];
    const prefix = plans.length > 1 ? `${plan.folder.name}: ` : '';
    return [...itemsOf(snapshot.plan)].filter(isWanted).map(item => ({
      label: `${prefix}${item.title}`,
      description: [item.id, stateText(item), datesText(plan, item.id)].filter(Boolean).join(' · '),
      iconPath: iconOf(plan, item),
      value: { kind: 'item' as const, plan, id: item.id },
    }));
  });
}

function iconOf(plan: OpenPlan, { id, kind }: Item): ThemeIcon {
  const node = plan.loaded?.views().tree().nodeOf(id);
  return node ? iconOfNode(node) : new ThemeIcon(iconOfKind[kind]);
}

function stateText(item: Item): string {
  if (item.kind === 'milestone') return item.reached ? 'reached' : item.isDropped ? 'dropped' : '';
  return 'status' in item ? item.status : item.type;
}

function datesText(plan: OpenPlan, id: string): string {
  const dates = plan.loaded?.views().schedule().datesOf(id);
  return dates ? formatSpan(dates.start, dates.finish, readClock()) : '';
}

export interface TargetQuestion {
  readonly title: string;
  readonly prompt: string;
  readonly kinds?: readonly ItemKind[];
  readonly isWanted?: (item: Item) => boolean;
}

/**
 * The item that a command is for: the one that a menu names, else the one that the keyboard stands
 * on when a key was pressed in a tree, else the one that a person picks.
 */
export async function findTarget(
  bench: Workbench,
  given: unknown,
  question: TargetQuestion,
): Promise<ItemElement | undefined> {
  const named = await namedItem(bench, given);
  if (named && fits(named, question)) return named;
  await bench.plans.loadAll();
  if (bench.plans.existing.length === 0) return offerPlan(question.title);
  const choices = itemChoices(bench.plans.existing, item => {
    const isKind = question.kinds?.includes(item.kind) ?? true;
    return isKind && (question.isWanted?.(item) ?? true);
  });
  const current = bench.selection.current;
  return valueOf(
    askChoice(
      {
        prompt: question.prompt,
        choices,
        isActive: ({ plan, id }) => plan === current?.plan && id === current.id,
      },
      alone(question.title),
    ),
  );
}

async function namedItem(bench: Workbench, given: unknown): Promise<ItemElement | undefined> {
  if (isItemElement(given)) {
    await given.plan.load();
    return given;
  }
  if (typeof given === 'string' && isId(given)) {
    await bench.plans.loadAll();
    const plan = bench.plans.existing.find(({ loaded }) => {
      return loaded && itemOf(loaded.views().snapshot.plan, given);
    });
    return plan && { kind: 'item', plan, id: given };
  }
  // A key pressed in a tree says in which, because the editor hands over nothing.
  const viewId = typeof given === 'string' ? /^focused in (.+)$/.exec(given)?.[1] : undefined;
  return viewId === undefined ? undefined : bench.findFocused(viewId);
}

function fits({ plan, id }: ItemElement, { kinds, isWanted }: TargetQuestion): boolean {
  const { snapshot } = plan.loaded?.views() ?? {};
  const item = snapshot && itemOf(snapshot.plan, id);
  const kind = kindOfId(id);
  if (kinds && (!kind || !kinds.includes(kind))) return false;
  return !item || !isWanted || isWanted(item);
}

/**
 * The plan that a command without an item is for; asked for where there are several. Where there is
 * none yet, a way to one is offered.
 */
export async function findPlan(bench: Workbench, title: string): Promise<OpenPlan | undefined> {
  await bench.plans.loadAll();
  const [only, ...others] = bench.plans.existing;
  if (!only) return offerPlan(title);
  if (others.length === 0) return only;
  const choices = [only, ...others].map(plan => ({
    label: plan.loaded?.views().snapshot.plan.project.name ?? plan.folder.name,
    description: plan.folder.name,
    value: plan,
  }));
  const isActive = (plan: OpenPlan): boolean => plan === bench.selection.current?.plan;
  return valueOf(askChoice({ prompt: l10n.t('Which plan?'), choices, isActive }, alone(title)));
}

/** Ways to a plan, where a command needs one and there is none. */
export async function offerPlan(title: string): Promise<undefined> {
  const choices = [
    { label: l10n.t('Create a plan in this folder'), value: 'gantry.init' },
    { label: l10n.t('Open the example'), value: 'gantry.openExample' },
  ];
  const prompt = l10n.t('There is no plan here yet');
  const command = await valueOf(askChoice({ prompt, choices }, alone(title)));
  if (command !== undefined) await commands.executeCommand(command);
}

/** The item itself; undefined when the plan no longer has it. */
export function itemAt({ plan, id }: ItemElement): Item | undefined {
  const { snapshot } = plan.loaded?.views() ?? {};
  return snapshot && itemOf(snapshot.plan, id);
}
