import { ok } from '../../core/base/result.ts';
import { formatDay } from '../../core/model/instant.ts';
import { checkRegister } from '../../core/risks/checkRegister.ts';
import { computeRiskRegister } from '../../core/views/computeRiskRegister.ts';
import type {
  ExposureView,
  RatingView,
  RiskRegisterView,
  RiskRow,
} from '../../core/views/riskRegisterView.ts';
import { errorsOf } from '../brokenFiles.ts';
import { misused, type CliCall, type CliContext, type CliResult } from '../cliCommand.ts';
import { exposureLines } from '../exposureLines.ts';
import { locateProblems } from '../locateProblems.ts';
import { readPlan, todayOf } from '../openPlan.ts';
import { plural } from '../printProblems.ts';
import { formatTable } from '../textTable.ts';

export async function run({ words }: CliCall, ctx: CliContext): Promise<CliResult> {
  if (words.length > 0)
    return misused('gantry risks takes no words; gantry list kind:risk finds some');
  const read = await readPlan(ctx);
  if (!read.ok) return read;
  const { snapshot, folder } = read.value;
  const today = todayOf(ctx);
  const register = computeRiskRegister(snapshot, { today });
  return ok({
    kind: 'risks',
    data: { risks: register.rows.map(row => riskData(row)), scale: register.scale },
    text: ctx.format === 'text' ? registerText(register, ctx) : '',
    problems: locateProblems(
      [...errorsOf(snapshot.problems), ...checkRegister(snapshot.plan, today)],
      snapshot,
    ),
    folder,
  });
}

function riskData(row: RiskRow): object {
  const { inherent, current, residual } = row.ratings;
  return {
    id: row.id,
    title: row.title,
    kind: row.riskKind,
    category: row.category,
    status: row.status,
    owner: row.owner,
    cause: row.cause,
    event: row.event,
    effect: row.effect,
    ratings: {
      inherent: ratingData(inherent),
      current: ratingData(current),
      residual: ratingData(residual),
    },
    exposureMinutes: row.exposureMinutes ?? null,
    exposureHundredths: row.exposureHundredths ?? null,
    exposures: {
      inherent: exposureData(row.exposures.inherent),
      current: exposureData(row.exposures.current),
      residual: exposureData(row.exposures.residual),
    },
    strategy: row.strategy ?? null,
    response: row.responsePlan,
    tasks: row.responseTasks.map(task => task.id),
    affects: row.affects.map(item => item.id),
    secondary: row.secondary.map(risk => risk.id),
    secondaryOf: row.secondaryOf.map(risk => risk.id),
    reviewBy: row.reviewBy === undefined ? null : formatDay(row.reviewBy),
    reviewDue: row.isReviewDue,
    code: row.code,
  };
}

function exposureData({ minutes, hundredths }: ExposureView): object {
  return { minutes: minutes ?? null, hundredths: hundredths ?? null };
}

/** Null for a rating that is not given. */
function ratingData(rating: RatingView): object | null {
  if (rating.score === 0 && rating.probabilityText === '' && rating.scheduleText === '')
    return null;
  return {
    probability: rating.probabilityText,
    schedule: rating.scheduleText,
    cost: rating.costText,
    score: rating.score,
    band: rating.band ?? null,
  };
}

function registerText(register: RiskRegisterView, { paint, table }: CliContext): string {
  const { rows } = register;
  if (rows.length === 0) return 'The plan has no risks\n';
  const text = formatTable(
    rows,
    [
      { title: 'id', text: row => row.id },
      { title: 'title', text: row => row.title, isFlexible: true },
      { title: 'kind', text: row => (row.riskKind === 'opportunity' ? 'opportunity' : '') },
      { title: 'status', text: row => row.status },
      { title: 'inherent', text: row => scoreText(row.ratings.inherent), align: 'right' },
      {
        title: 'current',
        text: row => scoreText(row.ratings.current),
        align: 'right',
        paint: (text, row) => paintBand(text, row, paint),
      },
      { title: 'residual', text: row => scoreText(row.ratings.residual), align: 'right' },
      { title: 'owner', text: row => row.owner },
      { title: 'response', text: row => row.strategy ?? '' },
      {
        title: 'review by',
        text: row => (row.reviewBy === undefined ? '' : formatDay(row.reviewBy)),
        paint: (text, row) => (row.isReviewDue ? paint.red(text) : text),
      },
    ],
    table,
  );
  return `${text}\n${plural(rows.length, 'risk')}\n${exposureLines(register)}`;
}

function scoreText({ score, band }: RatingView): string {
  return score === 0 ? '' : `${score} ${band ?? ''}`;
}

function paintBand(text: string, row: RiskRow, paint: CliContext['paint']): string {
  if (row.ratings.current.band === 'high') return paint.red(text);
  return row.ratings.current.band === 'medium' ? paint.yellow(text) : text;
}
