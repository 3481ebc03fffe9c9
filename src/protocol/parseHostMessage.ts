import { problemCodes } from '../core/model/problemCodes.ts';
import { createProblem, type Problem } from '../core/model/problem.ts';
import {
  forecastWorks,
  type HostMessage,
  type PanelSnapshot,
  panelViews,
  pictureExtents,
  pictureForms,
  type PictureWish,
  type RequestName,
  type Requests,
} from './messages.ts';
import { parseCalibration, parseForecastHistory, parseProgressPage } from './parsePastForecast.ts';
import { parseCommitDays } from './parseCommitDays.ts';
import { parseComparison } from './parseComparison.ts';
import { parseForecast } from './parseForecast.ts';
import { parseLevelling, parsePeople, parsePerson, parseReliefs } from './parsePeople.ts';
import { parseMoneyPage } from './parseMoney.ts';
import { parseReportPage } from './parseReport.ts';
import { parseRiskHistory } from './parseRiskHistory.ts';
import {
  isFiniteNumber,
  isItemId,
  isPlace,
  isRecord,
  isWhole,
  listOf,
  oneOf,
  record,
} from './validate.ts';

const isWork = oneOf(forecastWorks);
const isView = oneOf(panelViews);
const isWish = record<PictureWish>({ form: oneOf(pictureForms), extent: oneOf(pictureExtents) });
const areIds = listOf(isItemId);
const arePairs = listOf(
  (value: unknown): value is readonly [string, string] => areIds(value) && value.length === 2,
);
const isCode = (value: unknown): value is keyof typeof problemCodes =>
  typeof value === 'string' && Object.hasOwn(problemCodes, value);

/** Reads a packed snapshot; undefined when it is none. */
export type Unpack = (value: unknown) => PanelSnapshot | undefined;

/** Reads what came from the host; undefined when it is no message of the contract. */
export function parseHostMessage(message: unknown, unpack: Unpack): HostMessage | undefined {
  if (!isRecord(message)) return undefined;
  if (message['kind'] === 'event') return parseEvent(message, unpack);
  if (message['kind'] !== 'reply' || !isPlace(message['id'])) return undefined;
  const id = message['id'];
  if (message['ok'] === true) return { kind: 'reply', id, ok: true, value: message['value'] };
  return { kind: 'reply', id, ok: false, problem: parseProblem(message['problem']) };
}

function parseEvent(
  message: Readonly<Record<string, unknown>>,
  unpack: Unpack,
): HostMessage | undefined {
  if (message['event'] === 'snapshot') {
    const snapshot = unpack(message['snapshot']);
    return snapshot && { kind: 'event', event: 'snapshot', snapshot };
  }
  if (message['event'] === 'committed') return { kind: 'event', event: 'committed' };
  if (message['event'] === 'priced') return { kind: 'event', event: 'priced' };
  if (message['event'] === 'picture') {
    const { wish } = message;
    return isWish(wish) ? { kind: 'event', event: 'picture', wish } : undefined;
  }
  if (message['event'] === 'simulated') {
    const { work, share } = message;
    if (!isWork(work) || !isFiniteNumber(share)) return undefined;
    return { kind: 'event', event: 'simulated', work, share };
  }
  const { view, id } = message;
  if (message['event'] !== 'reveal' || !isView(view)) return undefined;
  const takesFocus = message['takesFocus'] === true;
  return {
    kind: 'event',
    event: 'reveal',
    view,
    id: typeof id === 'string' ? id : null,
    takesFocus,
    ...(message['asTable'] === true ? { asTable: true } : {}),
  };
}

/** Places are left out: the webview shows the sentence and branches on the code. */
function parseProblem(value: unknown): Problem {
  const { code, message } = isRecord(value) ? value : {};
  return createProblem(
    isCode(code) ? code : 'command-refused',
    typeof message === 'string' ? message : 'The editor refused without a reason; try it again',
  );
}

/** Reads the value of each reply; undefined when it is none. */
export const replyParsers: {
  readonly [Name in RequestName]: (
    value: unknown,
    unpack: Unpack,
  ) => Requests[Name]['reply'] | undefined;
} = {
  ready: (value, unpack) => unpack(value),
  run: parseEditDone,
  runAll: parseEditDone,
  undo: parseEditDone,
  redo: parseEditDone,
  open: value => (isRecord(value) ? { opened: value['opened'] === true } : undefined),
  select: () => ({ done: true }),
  pick: value => {
    if (!isRecord(value)) return undefined;
    const { done, title } = value;
    return { done: done === true, ...(typeof title === 'string' ? { title } : {}) };
  },
  explain: value =>
    isRecord(value) && typeof value['text'] === 'string' ? { text: value['text'] } : undefined,
  drivingPath: value => {
    const { before, after, links } = isRecord(value) ? value : {};
    if (!areIds(before) || !areIds(after) || !arePairs(links)) return undefined;
    return { before, after, links };
  },
  plan: value => {
    const { revision, today, since, bytes } = isRecord(value) ? value : {};
    if (!isPlace(revision) || !isWhole(today) || !(since === null || isPlace(since)))
      return undefined;
    return bytes instanceof Uint8Array ? { revision, today, since, bytes } : undefined;
  },
  riskHistory: value =>
    isRecord(value) ? { history: parseRiskHistory(value['history']) ?? null } : undefined,
  forecast: value =>
    isRecord(value) ? { forecast: parseForecast(value['forecast']) ?? null } : undefined,
  forecastHistory: value =>
    isRecord(value) ? { history: parseForecastHistory(value['history']) ?? null } : undefined,
  calibration: value =>
    isRecord(value) ? { calibration: parseCalibration(value['calibration']) ?? null } : undefined,
  stopForecast: () => ({ done: true }),
  commitDays: value =>
    isRecord(value) ? { commitDays: parseCommitDays(value['commitDays']) ?? null } : undefined,
  people: value => {
    const people = isRecord(value) ? parsePeople(value['people']) : undefined;
    return people && { people };
  },
  person: value => {
    const person = isRecord(value) ? parsePerson(value['person']) : undefined;
    return person && { person };
  },
  reliefs: value => {
    const reliefs = isRecord(value) ? parseReliefs(value['reliefs']) : undefined;
    return reliefs && { reliefs };
  },
  levelling: value => {
    const levelling = isRecord(value) ? parseLevelling(value['levelling']) : undefined;
    return levelling && { levelling };
  },
  money: value => {
    const money = isRecord(value) ? parseMoneyPage(value['money']) : undefined;
    return money && { money };
  },
  report: value => {
    const report = isRecord(value) ? parseReportPage(value['report']) : undefined;
    return report && { report };
  },
  freezeReport: value =>
    isRecord(value) && typeof value['path'] === 'string' ? { path: value['path'] } : undefined,
  progress: value => {
    const progress = isRecord(value) ? parseProgressPage(value['progress']) : undefined;
    return progress && { progress };
  },
  comparison: value => {
    const comparison = isRecord(value) ? parseComparison(value['comparison']) : undefined;
    return comparison && { comparison };
  },
  save: () => ({ done: true }),
  picture: () => ({ done: true }),
  painted: () => ({ done: true }),
};

function parseEditDone(value: unknown): Requests['run']['reply'] | undefined {
  if (!isRecord(value) || typeof value['title'] !== 'string') return undefined;
  const { title, id } = value;
  return { title, id: typeof id === 'string' ? id : undefined };
}
