import { ok } from '../../core/base/result.ts';
import { forecastData } from '../../core/forecast/forecastData.ts';
import { answerPast } from '../calibrationText.ts';
import { errorsOf } from '../brokenFiles.ts';
import { misused, type CliCall, type CliContext, type CliResult } from '../cliCommand.ts';
import { answerHistory } from '../forecastOverTime.ts';
import { locateProblems } from '../locateProblems.ts';
import { readPlan, todayOf } from '../openPlan.ts';
import { readRates } from '../readRates.ts';
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
  const { rates, problems } = await readRates(read.value, ctx);
  const request = { plan, options, seed, extent, rates };
  const forecast = await simulatePlan(request, ctx);
  const past = switches.has('calibrate') ? await answerPast(request, forecast, ctx) : undefined;
  const isExplained = switches.has('explain');
  const text = ctx.format === 'text' ? simulateText(forecast, plan, { ctx, isExplained }) : '';
  return ok({
    kind: 'simulate',
    data: { ...forecastData(forecast), ...past?.data },
    text: `${text}${past?.text ?? ''}`,
    problems: locateProblems([...errorsOf(snapshot.problems), ...problems], snapshot),
    folder,
  });
}
