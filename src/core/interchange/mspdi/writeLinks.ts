import type { DependencyType, Lag } from '../../model/dependency.ts';
import type { DurationScale } from '../../model/duration.ts';
import type { Task } from '../../model/task.ts';
import type { ExportContext } from './exportContext.ts';
import { durationFormat, tenths } from './mspdiText.ts';
import type { XmlText } from './xmlText.ts';

const typeCodes: Readonly<Record<DependencyType, number>> = { FF: 0, FS: 1, SF: 2, SS: 3 };
const days = 7;

/** The predecessors of a task; those that the plan does not have are left out. */
export function writeLinks({ xml, plan, numbers }: ExportContext, task: Task): void {
  for (const { predecessor, type, lag } of task.dependsOn) {
    const uid = numbers.task.get(predecessor);
    if (uid === undefined) continue;
    const amount = lag === undefined ? 0 : amountOf(lag, plan.project.durationScale);
    writeLink(xml, { uid, type, amount, format: lag ? formatOf(lag) : days });
  }
}

/** A link; its amount is in tenths of a minute, or the percentage itself. */
export function writeLink(
  xml: XmlText,
  link: {
    readonly uid: number;
    readonly type: DependencyType;
    readonly amount: number;
    readonly format: number;
  },
): void {
  xml.open('PredecessorLink');
  xml.leaf('PredecessorUID', link.uid);
  xml.leaf('Type', typeCodes[link.type]);
  xml.leaf('CrossProject', false);
  xml.leaf('LinkLag', link.amount);
  xml.leaf('LagFormat', link.format);
  xml.close('PredecessorLink');
}

function amountOf(lag: Lag, scale: DurationScale): number {
  return lag.kind === 'percent' ? lag.percent : tenths(lag.duration, scale);
}

function formatOf(lag: Lag): number {
  if (lag.kind === 'percent') return lag.isElapsed ? 20 : 19;
  return durationFormat(lag.duration);
}
