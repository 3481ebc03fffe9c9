import { l10n, ThemeColor, ThemeIcon, TreeItem } from 'vscode';
import { anchorText } from '../../core/anchors/anchorText.ts';
import type { AnchorState } from '../../core/anchors/resolution.ts';
import { assertNever } from '../../core/base/assertNever.ts';
import { inertText } from '../../core/views/inertText.ts';
import type { OpenPlan } from '../openPlan.ts';
import { plainMarkdown } from '../plainMarkdown.ts';
import { noChildren, type BranchElement } from '../treeBranch.ts';
import type { CodeLinks, LinkedCode } from './codeLinks.ts';

/** A link to code as a line of a tree, as its commands know it. */
export interface LinkElement extends BranchElement {
  readonly link: LinkedCode;
}

export function isLinkElement(value: unknown): value is LinkElement {
  return typeof value === 'object' && value !== null && 'link' in value && 'plan' in value;
}

/** The code of an item as lines below it, each with what became of it. */
export function linkElements(plan: OpenPlan, id: string, links: CodeLinks): BranchElement[] {
  return links.ofItem(plan, id).map(link => {
    const element: LinkElement = {
      kind: 'branch',
      plan,
      link,
      item: () => linkItem(element),
      children: noChildren,
    };
    return element;
  });
}

function linkItem(element: LinkElement): TreeItem {
  const { plan, link } = element;
  const { anchor, now, id, place } = link;
  const at = anchorText(now.place ?? now.guess ?? anchor);
  const text = anchor.symbol === undefined ? at : `${anchor.symbol} ${at}`;
  const state = stateText(now.state);
  const item = new TreeItem(inertText(text));
  item.id = `${plan.key} ${id} code ${place}`;
  item.description = state;
  item.iconPath = iconOf(now.state);
  item.contextValue = now.place ? 'code' : 'code drifted';
  const recorded = l10n.t('Linked at {0}', anchorText(anchor));
  const quote = anchor.quote?.split('\n')[0]?.trim() ?? '';
  item.tooltip = plainMarkdown(at, [state, recorded, quote].filter(Boolean));
  item.accessibilityInformation = { label: `${text}, ${state}`, role: 'treeitem' };
  item.command = {
    command: 'gantry.openLinkedCode',
    title: l10n.t('Open Linked Code'),
    arguments: [element],
  };
  return item;
}

function stateText(state: AnchorState): string {
  switch (state) {
    case 'fresh':
      return l10n.t('unchanged');
    case 'moved':
      return l10n.t('moved');
    case 'drifted':
      return l10n.t('drifted: the code has changed');
    case 'lost':
      return l10n.t('lost: nothing like it is left');
    default:
      return assertNever(state);
  }
}

function iconOf(state: AnchorState): ThemeIcon {
  switch (state) {
    case 'fresh':
      return new ThemeIcon('link');
    case 'moved':
      return new ThemeIcon('arrow-right');
    case 'drifted':
      return new ThemeIcon('warning', new ThemeColor('list.warningForeground'));
    case 'lost':
      return new ThemeIcon('circle-slash', new ThemeColor('list.warningForeground'));
    default:
      return assertNever(state);
  }
}
