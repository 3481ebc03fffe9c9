import { withoutControls } from '../base/controlSigns.ts';
import { formatDay } from '../model/instant.ts';
import { isOpen, statusOf } from '../views/findItems.ts';
import type { Impact, TouchedItem, UnseenSubmodule } from './impact.ts';
import { placesText } from './impactProblems.ts';

/** The impact as a comment for a pull request. Text from files stays text. */
export function impactMarkdown(
  title: string,
  { items, milestones, people, unseen }: Impact,
  floatText: (touched: TouchedItem) => string,
): string {
  const notes = unseen.map(each => plain(unseenText(each)));
  if (items.length === 0) {
    const nothing = 'No task and no risk is linked to what changed.';
    return [`### ${plain(title)}`, nothing, ...notes].join('\n\n') + '\n';
  }
  const rows = items.map(touched => {
    const { item, dates } = touched;
    const finish = dates && isOpen(item) ? formatDay(dates.finish) : '';
    const cells = [
      `\`${item.id}\` ${plain(item.title)}`,
      plain(statusOf(item)),
      plain(floatText(touched)),
      finish,
      plain(whyText(touched)),
    ];
    return `| ${cells.join(' | ')} |`;
  });
  const table = [
    '| item | status | float | finish | touched |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
  ];
  const stakes = milestones.map(({ milestone, dates, items: ids }) => {
    const when = dates ? `, ${formatDay(dates.finish)}` : '';
    const due = milestone.due ? ` (promised for ${formatDay(milestone.due.at)})` : '';
    return `- \`${milestone.id}\` ${plain(milestone.title)}${when}${due}: ${ids.join(', ')}`;
  });
  const know = people.map(({ name, items: ids }) => `- ${plain(name)}: ${ids.join(', ')}`);
  return [
    `### ${plain(title)}`,
    table.join('\n'),
    ...(stakes.length > 0 ? [`**Milestones at stake**\n\n${stakes.join('\n')}`] : []),
    ...(know.length > 0 ? [`**Who should know**\n\n${know.join('\n')}`] : []),
    ...notes,
    '',
  ].join('\n\n');
}

/** That a submodule is not looked into, and what hangs on it. */
export function unseenText({ path, items }: UnseenSubmodule): string {
  return `${path} is a submodule, so what changed in it is not seen here; code of ${items.join(', ')} is in it: look at its own history`;
}

/** The places that are touched, the commits that name it, or that it is there for a touched task. */
export function whyText(touched: TouchedItem): string {
  const commits = touched.commits.map(({ hash }) => hash.slice(0, 9)).join(', ');
  const told = [placesText(touched), commits && `named by ${commits}`].filter(Boolean).join('; ');
  return touched.isByTask ? 'by a task that it affects' : told;
}

const signs = /[\\`*_{}[\]()#+!|<>~$&@]|:(?=\/\/)|(?<=www)\./gi;

function plain(text: string): string {
  return withoutControls(text.replaceAll(/\s+/g, ' ')).replaceAll(
    signs,
    sign => `&#${sign.charCodeAt(0)};`,
  );
}
