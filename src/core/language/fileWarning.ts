import { compareText } from '../base/order.ts';
import { itemOf, type Item, type Plan } from '../model/plan.ts';
import type { Schedule } from '../schedule/schedule.ts';
import { isOpen } from '../views/findItems.ts';

/** Why a file of code deserves care: open risks and critical tasks that are about it. */
export interface FileWarning {
  /** One or two letters: C for critical, R for risk. */
  readonly badge: string;
  /** In a sentence for each item. */
  readonly text: string;
}

/** So many items are named. */
const mostNamed = 5;

/** Undefined for a file that neither critical work nor an open risk is about. */
export function computeFileWarning(
  ids: Iterable<string>,
  { plan, schedule }: { readonly plan: Plan; readonly schedule: Schedule },
): FileWarning | undefined {
  const items = [...new Set(ids)].sort(compareText).flatMap((id): readonly Item[] => {
    const item = itemOf(plan, id);
    return item && isOpen(item) ? [item] : [];
  });
  const critical = items.filter(
    ({ id, kind }) => kind === 'task' && schedule.datesOf(id)?.isCritical === true,
  );
  const risks = items.filter(item => item.kind === 'risk');
  const badge = [...(critical.length > 0 ? ['C'] : []), ...(risks.length > 0 ? ['R'] : [])];
  if (badge.length === 0) return undefined;
  const told = [
    ...critical.map(({ id, title }) => `Critical: ${id} ${title}`),
    ...risks.map(({ id, title }) => `Risk: ${id} ${title}`),
  ];
  const more = told.length - mostNamed;
  const lines = more > 0 ? [...told.slice(0, mostNamed), `and ${more} more`] : told;
  return { badge: badge.join(''), text: lines.join('\n') };
}
