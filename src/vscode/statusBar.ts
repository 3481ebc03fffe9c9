import { l10n, StatusBarAlignment, window, type StatusBarItem } from 'vscode';
import { DisposableStore, type Disposable } from '../core/base/disposable.ts';
import { formatShortDay } from '../core/views/dayText.ts';
import { inertText } from '../core/views/inertText.ts';
import type { Status } from '../core/views/status.ts';
import { readClock } from './clock.ts';
import type { OpenPlan } from './openPlan.ts';
import { plainMarkdown } from './plainMarkdown.ts';
import type { PlanSet } from './planSet.ts';

/** One short item on the left: what is overdue, or else what comes next. It opens the panel. */
export function registerStatusBar(plans: PlanSet): Disposable {
  const owned = new DisposableStore();
  const item = owned.add(window.createStatusBarItem('gantry.status', StatusBarAlignment.Left, 10));
  item.name = 'Gantry';
  item.command = 'gantry.openPanel';
  owned.add(plans.onDidChange(() => update(item, plans.existing)));
  return owned;
}

function update(item: StatusBarItem, plans: readonly OpenPlan[]): void {
  const statuses = plans.flatMap(plan => plan.loaded?.views().status() ?? []);
  if (statuses.length === 0) return item.hide();
  item.text = `$(project) ${inertText(shortText(statuses))}`;
  item.tooltip = plainMarkdown('Gantry', statuses.flatMap(detailLines));
  item.accessibilityInformation = { label: l10n.t('Gantry: {0}', shortText(statuses)) };
  item.show();
}

function shortText(statuses: readonly Status[]): string {
  const overdue = statuses.reduce((sum, status) => sum + status.overdue, 0);
  if (overdue > 0) return l10n.t('{0} overdue', overdue);
  const next = statuses.flatMap(status => status.next ?? []).sort((a, b) => a.date - b.date)[0];
  if (next) return `${cut(next.title)}, ${formatShortDay(next.date - 1, readClock())}`;
  const finish = Math.max(...statuses.map(status => status.finish ?? -Infinity));
  return Number.isFinite(finish)
    ? l10n.t('Plan ends {0}', formatShortDay(finish - 1, readClock()))
    : l10n.t('Plan');
}

/** A status bar is shared: long titles end early. */
function cut(title: string): string {
  return title.length > 28 ? `${title.slice(0, 27).trimEnd()}…` : title;
}

function detailLines(status: Status): readonly string[] {
  const { name, tasks, overdue, errors, finish, next } = status;
  const today = readClock();
  const lines = [name, l10n.t('{0} of {1} tasks are done', tasks.done, tasks.all)];
  if (overdue > 0) lines.push(l10n.t('{0} overdue', overdue));
  if (next) {
    const date = formatShortDay(next.date - 1, today);
    lines.push(
      next.isLate
        ? l10n.t('Next: {0}, {1}, later than promised', next.title, date)
        : l10n.t('Next: {0}, {1}', next.title, date),
    );
  }
  if (finish !== undefined) lines.push(l10n.t('Ends {0}', formatShortDay(finish - 1, today)));
  if (errors > 0) lines.push(l10n.t('{0} errors in the plan', errors));
  return lines;
}
