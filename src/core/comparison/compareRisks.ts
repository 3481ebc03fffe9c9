import type { Plan } from '../model/plan.ts';
import { exposureOf, type Exposure } from '../risks/exposure.ts';

/** What a risk weighs on average, before and now; of one that is over or not there, nothing. */
export interface ExposureChange {
  readonly id: string;
  readonly title: string;
  readonly before: Exposure;
  readonly after: Exposure;
}

const nothing: Exposure = { minutes: undefined, hundredths: undefined };

/** Risks that weigh otherwise than before, those that came and went among them. */
export function compareExposures(before: Plan, after: Plan): readonly ExposureChange[] {
  const exposure = (plan: Plan, id: string): Exposure => {
    const risk = plan.risks.get(id);
    return risk ? exposureOf(risk, plan.project) : nothing;
  };
  const ids = [...new Set([...before.risks.keys(), ...after.risks.keys()])];
  return ids.flatMap(id => {
    const [old, now] = [exposure(before, id), exposure(after, id)];
    if (old.minutes === now.minutes && old.hundredths === now.hundredths) return [];
    const title = (after.risks.get(id) ?? before.risks.get(id))?.title ?? '';
    return [{ id, title, before: old, after: now }];
  });
}
