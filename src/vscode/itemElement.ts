import type { OpenPlan } from './openPlan.ts';

/** An item as a tree, a menu and a command know it: an id alone is not unique among plans. */
export interface ItemElement {
  readonly kind: 'item';
  readonly plan: OpenPlan;
  readonly id: string;
}

/** A plan's line above its items, where the workspace has several plans. */
export interface PlanElement {
  readonly kind: 'plan';
  readonly plan: OpenPlan;
}

/** What menus hand over to a command is anything; this tells whether it is an item. */
export function isItemElement(value: unknown): value is ItemElement {
  return (
    typeof value === 'object' &&
    value !== null &&
    'kind' in value &&
    value.kind === 'item' &&
    'plan' in value &&
    'id' in value &&
    typeof value.id === 'string'
  );
}

/** Words that choose the entries of an item's menu. */
export function menuContext(words: Readonly<Record<string, boolean>>): string {
  return Object.keys(words)
    .filter(word => words[word])
    .join(' ');
}
