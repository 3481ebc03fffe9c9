import { createProblem, type Problem } from '../model/problem.ts';
import type { Rates } from '../model/moneyRules.ts';
import { decodeText } from './decodeText.ts';
import { privateFields } from './moneyFields.ts';
import { ProblemSink } from './problemSink.ts';
import { readFields } from './readValue.ts';
import { readYamlTree } from './yamlTree.ts';

/**
 * Reads `private.yaml`: what hours cost. Never throws; what is wrong is told, and the rest is read.
 *
 * @param path as problems are to name it
 */
export function parseRates(
  path: string,
  bytes: Uint8Array,
): { readonly rates: Rates | undefined; readonly problems: readonly Problem[] } {
  const refuse = (message: string): ReturnType<typeof parseRates> => ({
    rates: undefined,
    problems: [createProblem('private-unread', message, { file: path })],
  });
  const decoded = decodeText(bytes);
  if (decoded.kind === 'refused') return refuse(decoded.message);
  const { root, problems } = readYamlTree(decoded.text);
  const [first] = problems;
  if (first) return refuse(first.message);
  if (root?.kind !== 'map')
    return refuse('The file holds no fields; write rates with a line for each person');
  const sink = new ProblemSink(path, decoded.text);
  const values = readFields(privateFields, root, sink);
  const rates = { hourRate: values.hourRate, byPerson: values.rates ?? new Map() };
  return { rates, problems: sink.problems() };
}
