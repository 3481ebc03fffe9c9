import { nearestText } from '../base/nearestText.ts';
import { dayOf, formatDay, type Instant } from '../model/instant.ts';
import { pathOfId } from '../model/ids.ts';
import type { Plan } from '../model/plan.ts';
import { createProblem, type FieldPath, type Problem } from '../model/problem.ts';
import type { ProblemCode } from '../model/problemCodes.ts';
import type { Project } from '../model/project.ts';
import { isLive, type Risk, type RiskKind, type Strategy } from '../model/risk.ts';
import { appetiteFor, isAboveAppetite } from './appetite.ts';
import { placeRating } from './score.ts';

/** What is weak about the risks that can still happen, by id. */
export function checkRegister(plan: Plan, today: Instant): readonly Problem[] {
  const found: Problem[] = [];
  for (const risk of plan.risks.values()) {
    if (!isLive(risk)) continue;
    checkPeople(risk, plan.project, found);
    checkRatings(risk, plan.project, found);
    checkAppetite(risk, plan.project, found);
    checkCategory(risk, plan.project, found);
    checkStrategy(risk, found);
    checkReview(risk, today, found);
  }
  return found;
}

/** True when the strategy can answer a risk of the kind. */
export function fitsKind(strategy: Strategy, kind: RiskKind): boolean {
  switch (strategy) {
    case 'accept':
    case 'escalate':
      return true;
    case 'avoid':
    case 'reduce':
    case 'transfer':
      return kind === 'threat';
    case 'exploit':
    case 'enhance':
    case 'share':
      return kind === 'opportunity';
  }
}

function checkPeople(risk: Risk, project: Project, found: Problem[]): void {
  if (risk.owner === undefined) {
    report(found, risk, {
      code: 'risk-no-owner',
      message: `"${risk.title}" has no owner; name the person who watches it in owner`,
      field: ['owner'],
    });
  }
  const { band } = placeRating(risk.current ?? risk.inherent, project);
  const { strategy, plan, tasks } = risk.response;
  const hasResponse = strategy !== undefined || plan !== undefined || tasks.length > 0;
  if ((band === 'medium' || band === 'high') && !hasResponse && risk.status !== 'accepted') {
    report(found, risk, {
      code: 'risk-no-response',
      message: `"${risk.title}" is rated ${band} and has no response; choose a strategy in response, or accept it`,
      field: ['response'],
    });
  }
}

function checkRatings(risk: Risk, project: Project, found: Problem[]): void {
  const current = placeRating(risk.current, project);
  // What it multiplies work by is no place on a scale of days or money, and counts all the same.
  const isFactor = current.probability >= 0 && risk.current?.impact.factor !== undefined;
  if (current.score === 0 && !isFactor) {
    report(found, risk, {
      code: 'risk-unrated',
      message: `"${risk.title}" has no current rating; give current a probability and an impact`,
      field: ['current'],
    });
  }
  const residual = placeRating(risk.residual, project);
  if (risk.riskKind === 'threat' && current.score > 0 && residual.score > current.score) {
    report(found, risk, {
      code: 'risk-residual-above',
      message: `"${risk.title}" is rated heavier after its response (${residual.score}) than now (${current.score}); correct residual or current`,
      field: ['residual'],
    });
  }
}

/** A response that is under way, and brings the risk low enough, is answer enough. */
function checkAppetite(risk: Risk, project: Project, found: Problem[]): void {
  if (!isAboveAppetite(risk, project)) return;
  const limit = appetiteFor(risk.category, project.riskScale) ?? 0;
  const residual = placeRating(risk.residual, project).score;
  if (risk.status === 'mitigating' && residual > 0 && residual <= limit) return;
  const { score } = placeRating(risk.current, project);
  const isOwn = project.riskScale.appetite.byCategory.has(risk.category ?? '');
  const of = isOwn ? ` of ${risk.category ?? ''}` : '';
  const way =
    residual > 0 && residual <= limit
      ? 'begin its response and set its status to mitigating'
      : 'plan a response that brings it down, or escalate it';
  report(found, risk, {
    code: 'risk-above-appetite',
    message: `"${risk.title}" is rated ${score}, above the ${limit} that the project bears${of}; ${way}`,
    field: ['current'],
  });
}

/** A project that lists no categories takes any. */
function checkCategory(risk: Risk, { riskScale }: Project, found: Problem[]): void {
  const { categories } = riskScale;
  const { category } = risk;
  if (category === undefined || categories.length === 0 || categories.includes(category)) return;
  const meant = nearestText(category, categories);
  const way = meant === undefined ? 'choose one of them' : `did you mean "${meant}"`;
  report(found, risk, {
    code: 'risk-category',
    message: `The category "${category}" of "${risk.title}" is not in riskScale.categories of project.yaml; ${way}, or add it there`,
    field: ['category'],
  });
}

function checkStrategy(risk: Risk, found: Problem[]): void {
  const { strategy } = risk.response;
  if (strategy === undefined || fitsKind(strategy, risk.riskKind)) return;
  const choices =
    risk.riskKind === 'threat'
      ? 'avoid, reduce, transfer, accept or escalate'
      : 'exploit, enhance, share, accept or escalate';
  report(found, risk, {
    code: 'risk-strategy-kind',
    message: `"${strategy}" is no answer to the ${risk.riskKind} "${risk.title}"; choose ${choices}`,
    field: ['response', 'strategy'],
  });
}

function checkReview(risk: Risk, today: Instant, found: Problem[]): void {
  if (!isReviewDue(risk, today) || !risk.reviewBy) return;
  report(found, risk, {
    code: 'risk-review-due',
    message: `The review of "${risk.title}" was due on ${formatDay(risk.reviewBy.at)}; look at it again and set the next date in reviewBy`,
    field: ['reviewBy'],
  });
}

/** True from the day of the review on, while the risk can still happen. */
export function isReviewDue(risk: Risk, today: Instant): boolean {
  return risk.reviewBy !== undefined && isLive(risk) && dayOf(risk.reviewBy.at) <= dayOf(today);
}

function report(
  found: Problem[],
  risk: Risk,
  about: { code: ProblemCode; message: string; field: FieldPath },
): void {
  const { code, message, field } = about;
  found.push(createProblem(code, message, { file: pathOfId(risk.id), field, items: [risk.id] }));
}
