import { compareText } from '../base/order.ts';
import { pathOfId } from '../model/ids.ts';
import type { Instant } from '../model/instant.ts';
import { formatMoney, type Money } from '../model/money.ts';
import { type Item, itemOf, type Plan } from '../model/plan.ts';
import type { Project } from '../model/project.ts';
import { isLive, type Risk } from '../model/risk.ts';
import { affectedMilestone } from '../risks/affectedMilestone.ts';
import { appetiteFor, isAboveAppetite } from '../risks/appetite.ts';
import { checkRegister, isReviewDue } from '../risks/checkRegister.ts';
import { exposureOf } from '../risks/exposure.ts';
import { computeBands } from '../risks/matrix.ts';
import type { Snapshot } from '../store/snapshot.ts';
import { computeRatingView } from './ratingView.ts';
import { compareRiskRows } from './riskOrder.ts';
import type {
  RiskReference,
  RiskRegisterView,
  RiskRow,
  RiskScaleView,
} from './riskRegisterView.ts';

/** What the register and the heat map show of a snapshot, on the given day. */
export function computeRiskRegister(
  snapshot: Snapshot,
  ctx: { readonly today: Instant },
): RiskRegisterView {
  const { plan } = snapshot;
  const { project } = plan;
  const troubled = troubledItems(snapshot, ctx.today);
  const bringers = bringersOf(plan);
  const rows = [...plan.risks.values()].map(risk =>
    rowOf(risk, { snapshot, today: ctx.today, troubled, bringers }),
  );
  return {
    rows: rows.sort(compareRiskRows),
    scale: scaleOf(project),
    categories: categoriesOf(plan),
    people: [...project.people.values()].map(({ key, name }) => ({ key, name })),
    minutesPerDay: project.durationScale.minutesPerDay,
    currency: project.currency,
  };
}

interface RowContext {
  readonly snapshot: Snapshot;
  readonly today: Instant;
  /** Ids of the risks with a problem. */
  readonly troubled: ReadonlySet<string>;
  /** By the id of a secondary risk, those whose response brings it. */
  readonly bringers: ReadonlyMap<string, readonly string[]>;
}

/** Written out as one value: putting it together from spread parts costs more than all the rest. */
function rowOf(risk: Risk, { snapshot, today, troubled, bringers }: RowContext): RiskRow {
  const { plan } = snapshot;
  const { response } = risk;
  const exposures = {
    inherent: exposureOf(risk, plan.project, 'inherent'),
    current: exposureOf(risk, plan.project, 'current'),
    residual: exposureOf(risk, plan.project, 'residual'),
  };
  const file = snapshot.files.get(pathOfId(risk.id) ?? '');
  const refer = (id: string): RiskReference => referTo(plan, id);
  const milestone = affectedMilestone(plan, risk);
  return {
    id: risk.id,
    title: risk.title,
    cause: risk.cause ?? '',
    event: risk.event ?? '',
    effect: risk.effect ?? '',
    riskKind: risk.riskKind,
    category: risk.category ?? '',
    status: risk.status,
    owner: risk.owner ?? '',
    strategy: response.strategy,
    responsePlan: response.plan ?? '',
    responseCostText: moneyText(response.cost),
    trigger: risk.trigger ?? '',
    contingency: risk.contingency ?? '',
    fallback: risk.fallback ?? '',
    reserveText: moneyText(risk.reserve),
    drivers: risk.drivers,
    ratings: {
      inherent: computeRatingView(risk.inherent, plan.project),
      current: computeRatingView(risk.current, plan.project),
      residual: computeRatingView(risk.residual, plan.project),
    },
    exposureMinutes: exposures.current.minutes,
    exposureHundredths: exposures.current.hundredths,
    exposures,
    reviewBy: risk.reviewBy?.at,
    responseTasks: response.tasks.map(refer),
    affects: risk.affects.map(refer),
    milestone: milestone === undefined ? undefined : refer(milestone),
    secondary: risk.secondary.map(refer),
    secondaryOf: (bringers.get(risk.id) ?? []).map(refer),
    code: risk.code.map(({ path, line }) => ({ path, line })),
    isReviewDue: isReviewDue(risk, today),
    appetite: appetiteFor(risk.category, plan.project.riskScale),
    isAboveAppetite: isAboveAppetite(risk, plan.project),
    isLive: isLive(risk),
    hasProblem: troubled.has(risk.id),
    isReadOnly: file?.isWritable === false,
  };
}

function bringersOf(plan: Plan): ReadonlyMap<string, readonly string[]> {
  const bringers = new Map<string, readonly string[]>();
  for (const { id, secondary } of plan.risks.values()) {
    for (const brought of new Set(secondary)) {
      bringers.set(brought, [...(bringers.get(brought) ?? []), id]);
    }
  }
  return bringers;
}

function referTo(plan: Plan, id: string): RiskReference {
  const item = itemOf(plan, id);
  return { id, title: item?.title ?? '', state: item ? stateOf(item) : '' };
}

function stateOf(item: Item): string {
  if (item.kind === 'task' || item.kind === 'risk') return item.status;
  if (item.kind !== 'milestone') return '';
  return item.reached ? 'reached' : item.isDropped ? 'dropped' : '';
}

function moneyText(money: Money | undefined): string {
  return money ? formatMoney(money) : '';
}

function scaleOf({ riskScale }: Project): RiskScaleView {
  const named = ({
    key,
    title,
  }: {
    key: string;
    title: string;
  }): { key: string; title: string } => ({
    key,
    title,
  });
  return {
    probability: riskScale.probability.map(named),
    impact: riskScale.impact.map(named),
    mediumFrom: riskScale.mediumFrom,
    highFrom: riskScale.highFrom,
    bands: computeBands(riskScale),
    appetite: {
      all: riskScale.appetite.all,
      byCategory: [...riskScale.appetite.byCategory],
    },
  };
}

/** Those of the project first, in its order, then the others in use. */
function categoriesOf(plan: Plan): readonly string[] {
  const used = [...plan.risks.values()].flatMap(risk => risk.category ?? []);
  return [...new Set([...plan.project.riskScale.categories, ...used.sort(compareText)])];
}

function troubledItems(snapshot: Snapshot, today: Instant): ReadonlySet<string> {
  const troubled = new Set<string>();
  for (const problem of [...snapshot.problems, ...checkRegister(snapshot.plan, today)]) {
    const [first] = problem.items;
    if (first !== undefined && problem.severity !== 'info') troubled.add(first);
    const id = problem.file === undefined ? undefined : snapshot.files.get(problem.file)?.id;
    if (id !== undefined && problem.severity !== 'info') troubled.add(id);
  }
  return troubled;
}
