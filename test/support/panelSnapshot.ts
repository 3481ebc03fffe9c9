import { defaultDurationScale } from '../../src/core/model/duration.ts';
import { parsePlanDate } from '../../src/core/model/instant.ts';
import type { RatingName, RiskStatus, Strategy } from '../../src/core/model/risk.ts';
import type { GanttView } from '../../src/core/views/ganttView.ts';
import { compareRiskRows } from '../../src/core/views/riskOrder.ts';
import type {
  ExposureView,
  RatingView,
  RiskRegisterView,
  RiskRow,
} from '../../src/core/views/riskRegisterView.ts';
import type { PanelSnapshot } from '../../src/protocol/messages.ts';

/** What a panel of an empty plan shows. */
export function emptySnapshot(revision: number): PanelSnapshot {
  return { ...panelSnapshot({ tasks: 0, risks: 0 }), revision };
}

/** A panel with made-up tasks and risks; the same numbers give the same values. */
export function panelSnapshot(size: { tasks: number; risks: number }): PanelSnapshot {
  return {
    revision: 1,
    gantt: ganttView(size.tasks),
    risks: registerView(Array.from({ length: size.risks }, (_, place) => riskRow(place))),
    problems: { error: 1, warning: 3, info: 0 },
    canEdit: true,
  };
}

const today = parsePlanDate('2026-03-02')?.at ?? 0;

function ganttView(count: number): GanttView {
  const places = Array.from({ length: count }, (_, place) => place);
  const times = (days: number): Float64Array =>
    Float64Array.from(places, place => today + (place * 2 + days) * 1440);
  const bytes = (): Uint8Array => new Uint8Array(count);
  return {
    name: 'Example',
    start: today,
    finish: today + count * 2880,
    statusDate: undefined,
    today,
    durationScale: defaultDurationScale,
    views: [],
    lostFilters: [],
    rows: {
      count,
      id: places.map(place => `T-${idTail(place)}`),
      title: places.map(place => `Task ${place}`),
      kind: bytes(),
      level: bytes(),
      parent: new Int32Array(count).fill(-1),
      start: times(0),
      finish: times(2),
      lateFinish: times(3),
      deadline: new Float64Array(count).fill(NaN),
      durationMinutes: new Float64Array(count).fill(960),
      totalFloat: new Float64Array(count).fill(480),
      progress: new Float32Array(count),
      status: bytes(),
      flags: bytes(),
      assignees: places.map(() => 'ada'),
      estimate: places.map(() => '2d'),
      milestone: [],
      tags: [],
      dependsOn: [],
      duration: [],
      code: [],
      type: [],
      priority: [],
      origin: [],
    },
    links: {
      count: 0,
      from: new Int32Array(0),
      to: new Int32Array(0),
      type: new Uint8Array(0),
      isCritical: new Uint8Array(0),
      lag: [],
    },
    nonWorking: new Float64Array(0),
    people: [],
  };
}

const levels = ['Very low', 'Low', 'Medium', 'High', 'Very high'];
const named = levels.map(title => ({ key: title.toLowerCase().replace(' ', '-'), title }));

export function registerView(rows: readonly RiskRow[]): RiskRegisterView {
  return {
    rows: [...rows].sort(compareRiskRows),
    scale: {
      probability: named,
      impact: named,
      mediumFrom: 5,
      highFrom: 12,
      bands: named.map((_, p) => named.map((__, i) => bandOf((p + 1) * (i + 1)))),
      appetite: { all: undefined, byCategory: [] },
    },
    categories: ['Technical', 'People', 'Supplier', 'Legal'],
    people: [
      { key: 'ada', name: 'Ada Lovelace' },
      { key: 'bob', name: 'Bob Kahn' },
      { key: 'grace', name: 'Grace Hopper' },
    ],
    minutesPerDay: 480,
    currency: 'EUR',
  };
}

function bandOf(score: number): 'low' | 'medium' | 'high' {
  return score >= 12 ? 'high' : score >= 5 ? 'medium' : 'low';
}

const unrated: RatingView = {
  probability: -1,
  impact: -1,
  score: 0,
  band: undefined,
  probabilityText: '',
  scheduleText: '',
  costText: '',
  levels: {},
};

/** A rating at the given places, from 0. */
export function ratingAt(probability: number, impact: number): RatingView {
  const score = (probability + 1) * (impact + 1);
  return {
    ...unrated,
    probability,
    impact,
    score,
    band: bandOf(score),
    probabilityText: `${[5, 20, 40, 60, 85][probability] ?? 50}%`,
    scheduleText: `${(impact + 1) * 3}d..${(impact + 1) * 6}d`,
    costText: `${(impact + 1) * 1000}..${(impact + 1) * 4000} EUR`,
  };
}

const texts = [
  [
    'Signing service may move',
    'the supplier closes its old data centre',
    'the signing service is moved',
    'releases stop for days',
  ],
  [
    'Parser author leaves',
    'only one person knows the parser',
    'that person leaves',
    'changes to the format take twice as long',
  ],
  [
    'Licence of the chart library',
    'the licence changes with version 9',
    'we cannot upgrade',
    'security mends have to be made by ourselves',
  ],
  [
    'Tests hide a slow start',
    'tests run on warm caches',
    'the cold start is slow for users',
    'the release is late',
  ],
  [
    'Early access to the new API',
    'the partner opens a beta',
    'we get access early',
    'we can drop our own implementation',
  ],
] as const;
const statuses: readonly RiskStatus[] = [
  'open',
  'mitigating',
  'proposed',
  'accepted',
  'closed',
  'open',
  'occurred',
];
const responses: readonly (Strategy | undefined)[] = [
  'reduce',
  'avoid',
  undefined,
  'transfer',
  'accept',
];

/** The risk at a place of the made-up register. */
export function riskRow(place: number, changes: Partial<RiskRow> = {}): RiskRow {
  const [title, cause, event, effect] = texts[place % texts.length] ?? texts[0];
  const current =
    place % 11 === 10 ? unrated : ratingAt((place * place + 3) % 5, (place * 3 + 4) % 5);
  const ratings: Record<RatingName, RatingView> = {
    inherent: ratingAt(Math.min(4, ((place * place + 3) % 5) + 1), (place * 3 + 4) % 5),
    current,
    residual: place % 4 === 3 ? unrated : ratingAt(0, Math.max(0, ((place * 3 + 4) % 5) - 1)),
  };
  return {
    id: `R-${idTail(place)}`,
    title: place < texts.length ? title : `${title} (${place})`,
    cause,
    event,
    effect,
    riskKind: place % 5 === 4 ? 'opportunity' : 'threat',
    category: ['Supplier', 'People', 'Legal', 'Technical', ''][place % 5] ?? '',
    status: statuses[place % statuses.length] ?? 'open',
    owner: ['ada', 'bob', '', 'grace'][place % 4] ?? '',
    ratings,
    exposureMinutes:
      current.score > 0 ? current.score * 200 * (place % 5 === 4 ? -1 : 1) : undefined,
    exposureHundredths:
      current.score > 0 ? current.score * 41_350 * (place % 5 === 4 ? -1 : 1) : undefined,
    exposures: {
      inherent: exposureAt(ratings.inherent, place),
      current: exposureAt(current, place),
      residual: exposureAt(ratings.residual, place),
    },
    strategy: responses[place % responses.length],
    responsePlan:
      'Mirror the keys on a machine of our own and rehearse the change-over once a month.',
    responseTasks: [{ id: 'T-0001', title: 'Mirror the signing keys', state: 'doing' }],
    responseCostText: '1200 EUR',
    affects: [
      { id: 'T-0002', title: 'Release pipeline', state: 'todo' },
      { id: 'M-0001', title: 'Public beta', state: '' },
    ].slice(0, place % 3),
    trigger: 'A notice of the supplier, or two failed signings in a week',
    contingency: 'Sign by hand from the safe',
    fallback: '',
    reserveText: '3000 EUR',
    secondary: [],
    secondaryOf: [],
    milestone: place % 3 === 2 ? { id: 'M-0001', title: 'Public beta', state: '' } : undefined,
    drivers: ['supplier'],
    reviewBy: today + ((place % 9) - 2) * 7 * 1440,
    isReviewDue: place % 9 <= 2,
    appetite: undefined,
    isAboveAppetite: false,
    isLive: !['closed', 'occurred'].includes(statuses[place % statuses.length] ?? 'open'),
    code: place % 2 === 0 ? [{ path: 'src/release/sign.ts', line: 41 }] : [],
    hasProblem: place % 6 === 2,
    isReadOnly: false,
    ...changes,
  };
}

function exposureAt({ score }: RatingView, place: number): ExposureView {
  const sign = place % 5 === 4 ? -1 : 1;
  return score === 0
    ? { minutes: undefined, hundredths: undefined }
    : { minutes: score * 200 * sign, hundredths: score * 41_350 * sign };
}

const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

function idTail(place: number): string {
  let tail = '';
  for (let rest = place, i = 0; i < 4; i++, rest = Math.floor(rest / 32)) {
    tail = digits.charAt(rest % 32) + tail;
  }
  return tail;
}
