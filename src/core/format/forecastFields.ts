import {
  distributionNames,
  defaultForecastRules,
  type ForecastRules,
} from '../model/forecastRules.ts';
import type { ValueOf, ValueSpec } from './valueSpec.ts';

const shape = { kind: 'choice', values: distributionNames } as const;
const share = { kind: 'percent', max: 1 } as const;

/** What a project may say of its forecast. */
export const forecastValue = {
  kind: 'map',
  fields: [
    {
      key: 'threePoints',
      description:
        'The shape of an estimate `2d..4d..9d`: `pert` (the default), `triangular`, `lognormal` or `uniform`.',
      value: shape,
      example: 'pert',
    },
    {
      key: 'twoPoints',
      description: 'The shape of a range `2d..9d`; `uniform` when missing.',
      value: shape,
      example: 'uniform',
    },
    {
      key: 'spread',
      description:
        'How far an estimate without a range may be off, as shares of it. Without this, it is taken to be exact.',
      value: {
        kind: 'map',
        fields: [
          {
            key: 'low',
            description: 'The optimistic length, as a share of the estimate; 80% when missing.',
            value: share,
            example: '80%',
          },
          {
            key: 'high',
            description: 'The pessimistic length, as a share of the estimate; 150% when missing.',
            value: { kind: 'percent', max: 10 },
            example: '150%',
          },
        ],
      },
    },
    {
      key: 'confidence',
      description: 'How sure one wants to be of a date or an amount; 80% when missing.',
      value: share,
      example: '80%',
    },
    {
      key: 'correlation',
      description:
        'How strongly the lengths of all tasks move together, as a share of their spread; 0% when missing.',
      value: share,
      example: '20%',
    },
    {
      key: 'drivers',
      description:
        'How much of a risk, or of a task with a tag of that name, comes from a driver: `vendor: 60%`. A driver that is not listed counts with 50%.',
      value: { kind: 'map', fields: [], rest: share },
    },
    {
      key: 'correlations',
      description: 'Tasks and risks that move together, or against one another.',
      value: {
        kind: 'list',
        of: {
          kind: 'map',
          fields: [
            {
              key: 'between',
              description: 'Two or more tasks or risks; each pair of them is meant.',
              value: { kind: 'list', of: { kind: 'id', kinds: ['task', 'risk'] } },
              isRequired: true,
              example: 'T-7KQ3',
            },
            {
              key: 'strength',
              description: 'From -1, always against one another, to 1, always together.',
              value: { kind: 'number', min: -1, max: 1 },
              isRequired: true,
              example: '0.5',
            },
          ],
        },
      },
    },
  ],
} as const satisfies ValueSpec;

/** The rules that a project file states, the missing ones as they are by default. */
export function forecastRules(values: ValueOf<typeof forecastValue>): ForecastRules {
  const { spread } = values;
  return {
    threePoints: values.threePoints ?? defaultForecastRules.threePoints,
    twoPoints: values.twoPoints ?? defaultForecastRules.twoPoints,
    spread: spread && { low: spread.low ?? 0.8, high: Math.max(spread.high ?? 1.5, 1) },
    confidence: values.confidence ?? defaultForecastRules.confidence,
    correlation: values.correlation ?? defaultForecastRules.correlation,
    drivers: values.drivers?.rest ?? defaultForecastRules.drivers,
    correlations: (values.correlations ?? []).map(({ between = [], strength = 0 }) => ({
      between,
      strength,
    })),
  };
}
