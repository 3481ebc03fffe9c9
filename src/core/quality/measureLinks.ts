import type { Dependency } from '../model/dependency.ts';
import type { QualityKey } from '../model/project.ts';
import type { Figures } from './figures.ts';
import { isBinding } from './isBinding.ts';
import type { Reviewed } from './reviewedPlan.ts';

/**
 * Leads, lags and the types of the links into open tasks, after points 2 to 4 of DCMA-EA PAM 200.1;
 * links that bind nothing are left out, as they neither harm nor help.
 */
export function measureLinks({ plan, open }: Reviewed): readonly Figures[] {
  const links = open.flatMap(({ task: { id, dependsOn } }) =>
    dependsOn.filter(link => isBinding(plan, link)).map(link => ({ id, link })),
  );
  if (links.length === 0) return [];
  const among = (key: QualityKey, isMeant: (link: Dependency) => boolean): Figures => {
    const found = links.filter(({ link }) => isMeant(link));
    const items = [...new Set(found.map(({ id }) => id))];
    return { key, found: found.length, of: links.length, items };
  };
  const others = among('finishToStart', ({ type }) => type !== 'FS');
  return [
    among('leads', link => lagSign(link) < 0),
    among('lags', link => lagSign(link) > 0),
    { ...others, value: 1 - others.found / others.of },
  ];
}

/** -1 for a lead, 1 for a lag, 0 for none. */
export function lagSign({ lag }: Dependency): number {
  if (!lag) return 0;
  return Math.sign(lag.kind === 'percent' ? lag.percent : lag.duration.value);
}
