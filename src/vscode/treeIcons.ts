import { ThemeColor, ThemeIcon } from 'vscode';
import { assertNever } from '../core/base/assertNever.ts';
import type { AttentionGroup } from '../core/views/attention.ts';
import type { PlanState, PlanTreeNode } from '../core/views/planTree.ts';
import type { RiskRow } from '../core/views/riskRegisterView.ts';

/** The shape tells the state; the colour only repeats what pressing means. */
export function iconOfNode(node: PlanTreeNode): ThemeIcon {
  const color = colorOfNode(node);
  return new ThemeIcon(
    iconOfState(node.state),
    color === undefined ? undefined : new ThemeColor(color),
  );
}

function iconOfState(state: PlanState): string {
  switch (state) {
    case 'todo':
      return 'circle-large-outline';
    case 'doing':
      return 'play-circle';
    case 'blocked':
      return 'stop-circle';
    case 'review':
      return 'eye';
    case 'done':
      return 'pass-filled';
    case 'dropped':
      return 'circle-slash';
    case 'planned':
    case 'late':
      return 'milestone';
    case 'reached':
      return 'verified-filled';
    default:
      return assertNever(state);
  }
}

function colorOfNode(node: PlanTreeNode): string | undefined {
  if (node.isClosed) return 'disabledForeground';
  if (node.hasProblem || node.isOverdue || node.state === 'late') return 'list.errorForeground';
  if (node.state === 'blocked') return 'list.warningForeground';
  if (node.state === 'doing' || node.state === 'review') return 'charts.blue';
  return undefined;
}

export function iconOfRisk(row: RiskRow): ThemeIcon {
  if (row.status === 'closed')
    return new ThemeIcon('pass-filled', new ThemeColor('disabledForeground'));
  if (row.status === 'occurred')
    return new ThemeIcon('zap', new ThemeColor('list.errorForeground'));
  const name = row.riskKind === 'opportunity' ? 'arrow-circle-up' : 'warning';
  switch (row.ratings.current.band) {
    case 'high':
      return new ThemeIcon(
        row.riskKind === 'threat' ? 'flame' : name,
        new ThemeColor('charts.red'),
      );
    case 'medium':
      return new ThemeIcon(name, new ThemeColor('charts.yellow'));
    case 'low':
      return new ThemeIcon(
        row.riskKind === 'threat' ? 'shield' : name,
        new ThemeColor('charts.green'),
      );
    case undefined:
      return new ThemeIcon('question');
  }
}

export function iconOfGroup(group: AttentionGroup): ThemeIcon {
  switch (group) {
    case 'overdue':
      return new ThemeIcon('clock', new ThemeColor('list.errorForeground'));
    case 'blocked':
      return new ThemeIcon('stop-circle', new ThemeColor('list.warningForeground'));
    case 'next':
      return new ThemeIcon('arrow-circle-right');
    case 'reviews':
      return new ThemeIcon('calendar');
    case 'problems':
      return new ThemeIcon('warning');
    default:
      return assertNever(group);
  }
}
