import assert from 'node:assert/strict';
import type { TreeItem } from 'vscode';
import { DataTransfer, CancellationTokenSource, TreeItemCheckboxState } from 'vscode';
import type { CommandInputs } from '../../src/core/commands/inputs.ts';
import { Late } from '../../src/vscode/late.ts';
import { createLinksBelow } from '../../src/vscode/linksBelow.ts';
import { isItemElement } from '../../src/vscode/itemElement.ts';
import { PlanFilter } from '../../src/vscode/planFilter.ts';
import { PlanTreeProvider, type PlanTreeElement } from '../../src/vscode/planTreeProvider.ts';
import { AttentionTreeProvider } from '../../src/vscode/attentionTreeProvider.ts';
import { RiskTreeProvider } from '../../src/vscode/riskTreeProvider.ts';
import { createTreeDrop } from '../../src/vscode/treeDrop.ts';
import { test } from './support/editorTest.ts';
import { withPlan } from './support/ownPlans.ts';

const noLinks = createLinksBelow(new Late());

interface Provider<T> {
  getChildren(element?: T): Promise<T[]>;
  getTreeItem(element: T): TreeItem;
}

function labelOf({ label = '' }: TreeItem): string {
  return typeof label === 'string' ? label : label.label;
}

/** The labels of a whole tree, indented. */
async function drawn<T>(provider: Provider<T>, element?: T, indent = ''): Promise<string[]> {
  const lines: string[] = [];
  for (const child of await provider.getChildren(element)) {
    lines.push(`${indent}${labelOf(provider.getTreeItem(child))}`);
    lines.push(...(await drawn(provider, child, `${indent}  `)));
  }
  return lines;
}

test('the plan tree shows milestones, their tasks and sub-tasks', () =>
  withPlan(async ({ plans }) => {
    const provider = new PlanTreeProvider(plans, new PlanFilter(), noLinks);
    assert.deepEqual(await drawn(provider), [
      'First release',
      '  Sign in',
      '  Rent the server',
      "  Page of one's own",
      '  Release to friends',
      'Second release',
      '  Search',
      '    Index the pages',
      '    Search box',
    ]);
    provider.dispose();
  }));

test('a filter leaves what it means and all that this is part of', () =>
  withPlan(async ({ plans }) => {
    const filter = new PlanFilter();
    const provider = new PlanTreeProvider(plans, filter, noLinks);
    let changes = 0;
    provider.onDidChangeTreeData(() => changes++);
    filter.set('nothing', () => []);
    assert.equal(changes, 1);
    assert.deepEqual(await drawn(provider), []);
    filter.set('box', () => ['T-C6DE']);
    assert.deepEqual(await drawn(provider), ['Second release', '  Search', '    Search box']);
    filter.set('', undefined);
    assert.equal((await drawn(provider)).length, 9);
    provider.dispose();
    filter.dispose();
  }));

test('a line tells its state, its menu and, when looked at, its details as plain text', () =>
  withPlan(({ plans, plan }) => {
    const provider = new PlanTreeProvider(plans, new PlanFilter(), noLinks);
    const element = provider.elementOf(plan, 'T-7KQ3');
    const item = provider.resolveTreeItem(provider.getTreeItem(element), element);
    assert.equal(item.description, '2–6 Mar · overdue');
    assert.equal(item.contextValue, 'item task open linked writable');
    assert.match(item.accessibilityInformation?.label ?? '', /^Sign in, task, in progress, /);
    assert.ok(typeof item.tooltip === 'object');
    assert.ok(!item.tooltip.isTrusted);
    assert.ok(!item.tooltip.supportHtml);
    assert.match(item.tooltip.value, /Estimate&#58; 5d/);
    const done = provider.getTreeItem(provider.elementOf(plan, 'T-D0NE'));
    assert.ok(typeof done.checkboxState === 'object');
    assert.equal(done.checkboxState.state, TreeItemCheckboxState.Checked);
    provider.dispose();
  }));

test('every element leads back to its parent, so that it can be revealed', () =>
  withPlan(({ plans, plan }) => {
    const provider = new PlanTreeProvider(plans, new PlanFilter(), noLinks);
    const path: string[] = [];
    let element: PlanTreeElement | undefined = provider.elementOf(plan, 'T-C6DE');
    while (element) {
      if (isItemElement(element)) path.push(element.id);
      element = provider.getParent(element);
    }
    assert.deepEqual(path, ['T-C6DE', 'T-C4DE', 'M-8Q2W']);
    provider.dispose();
  }));

test('risks stand by exposure, and attention counts what needs a person', () =>
  withPlan(async ({ plans }) => {
    const risks = new RiskTreeProvider(plans, noLinks);
    assert.deepEqual(await drawn(risks), [
      'Sign-in provider changes its terms',
      'Friends bring friends',
    ]);
    risks.dispose();
    const attention = new AttentionTreeProvider(plans);
    const groups = await attention.getChildren();
    const labels = groups.map(group => {
      const item = attention.getTreeItem(group);
      return `${labelOf(item)} ${String(item.description)}`;
    });
    assert.deepEqual(labels.slice(0, 3), ['Overdue 7', 'Blocked 1', 'Reviews due 1']);
    attention.dispose();
  }));

test('dragging says the same as the command: into a milestone, a summary, after a task', () =>
  withPlan(async ({ plans, plan }) => {
    const provider = new PlanTreeProvider(plans, new PlanFilter(), noLinks);
    const moves: CommandInputs['moveItem'][] = [];
    const drop = createTreeDrop((_element, input) => {
      moves.push(input);
      return Promise.resolve(true);
    });
    const { token } = new CancellationTokenSource();
    for (const target of ['M-8Q2W', 'T-C4DE', 'T-D0NE', 'T-7KQ3', undefined]) {
      const data = new DataTransfer();
      await drop.handleDrag?.([provider.elementOf(plan, 'T-7KQ3')], data, token);
      assert.equal(await data.get('text/plain')?.asString(), 'T-7KQ3');
      await drop.handleDrop?.(
        target === undefined ? undefined : provider.elementOf(plan, target),
        data,
        token,
      );
    }
    assert.deepEqual(moves, [
      { id: 'T-7KQ3', milestone: 'M-8Q2W', parent: null },
      { id: 'T-7KQ3', parent: 'T-C4DE' },
      { id: 'T-7KQ3', after: 'T-D0NE' },
      { id: 'T-7KQ3', parent: null, milestone: null },
    ]);
    provider.dispose();
  }));
