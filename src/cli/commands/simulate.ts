import { ok } from '../../core/base/result.ts';
import { forecastData } from '../../core/forecast/forecastData.ts';
import { makePastForecast } from '../../core/forecast/pastForecast.ts';
import { pastForecastData, pastForecastText } from '../calibrationText.ts';
import { errorsOf } from '../brokenFiles.ts';
import { misused, type CliCall, type CliContext, type CliResult } from '../cliCommand.ts';
import { answerHistory } from '../forecastOverTime.ts';
import { locateProblems } from '../locateProblems.ts';
import { readPlan, todayOf } from '../openPlan.ts';
import { simulatePlan } from '../simulatePlan.ts';
import { simulateText } from '../simulateText.ts';
import { readSimulationOptions } from '../simulationOptions.ts';

export async function run(call: CliCall, ctx: CliContext): Promise<CliResult> {
  const { words, switches } = call;
  if (words.length > 0) {
    return misused(`"${words.join(' ')}" is too much; gantry simulate takes only options`);
  }
  const asked = readSimulationOptions(call);
  if (!asked.ok) return asked;
  const read = await readPlan(ctx);
  if (!read.ok) return read;
  const { snapshot, folder } = read.value;
  const { plan } = snapshot;
  const { seed, extent, history, statusDate } = asked.value;
  const options = { statusDate, today: todayOf(ctx) };
  if (history !== undefined) {
    return answerHistory({ snapshot, folder, options, seed, most: history }, ctx);
  }
  const request = { plan, options, seed, extent };
  const forecast = await simulatePlan(request, ctx);
  const past = switches.has('calibrate')
    ? await makePastForecast(request, each => simulatePlan(each, ctx))
    : undefined;
  const isExplained = switches.has('explain');
  const text = ctx.format === 'text' ? simulateText(forecast, plan, { ctx, isExplained }) : '';
  return ok({
    kind: 'simulate',
    data: past ? { ...forecastData(forecast), ...pastForecastData(past) } : forecastData(forecast),
    text: past && text !== '' ? `${text}\n${pastForecastText(past, forecast, ctx)}` : text,
    problems: locateProblems(errorsOf(snapshot.problems), snapshot),
    folder,
  });
}
