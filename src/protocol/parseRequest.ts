import { dependencyTypes } from '../core/model/dependency.ts';
import { itemKinds } from '../core/model/ids.ts';
import { taskStatuses } from '../core/model/task.ts';
import type { CommandInputs, CommandName } from '../core/commands/inputs.ts';
import { audiences } from '../core/report/report.ts';
import { moneyShapes } from '../core/views/moneyCurve.ts';
import { loadGroups } from '../core/views/peopleView.ts';
import {
  forecastWorks,
  panelQuestions,
  panelViews,
  type Intent,
  type RequestMessage,
  type RequestName,
  type Requests,
  comparisonForms,
  reportForms,
  savedForms,
  type SaveWish,
} from './messages.ts';
import { isPictureBytes } from './picture.ts';
import {
  type Check,
  either,
  isEditableId,
  isFiniteNumber,
  isItemId,
  isName,
  isNull,
  isPlace,
  isPlainValue,
  isRecord,
  isText,
  isTruth,
  isWhole,
  listOf,
  mapOf,
  oneOf,
  record,
  type Shape,
} from './validate.ts';

const nothing = record<Record<string, never>>({});
const idOrNull = either(isItemId, isNull);
const people = listOf(isName);
const fields = mapOf(isPlainValue);

const codeLink: Shape<CommandInputs['linkCode']> = {
  id: isItemId,
  path: isName,
  symbol: [isName],
  line: [isPlace],
  endLine: [isPlace],
  quote: [isText],
  before: [isText],
  after: [isText],
  prints: [isText],
  commit: [isName],
};

const oldLink = record<MendedLink['was']>({ path: isName, symbol: [isName], line: [isPlace] });

type MendedLink = CommandInputs['mendCode']['links'][number];

/** The shape of each command's input; the type refuses a command or a field without a check. */
const inputs: { readonly [Name in CommandName]: Shape<CommandInputs[Name]> } = {
  addItem: { kind: oneOf(itemKinds), title: isText, fields: [fields] },
  setFields: { id: isEditableId, fields },
  moveItem: {
    id: isItemId,
    parent: [idOrNull],
    milestone: [idOrNull],
    before: [isItemId],
    after: [isItemId],
  },
  rescheduleTask: { id: isItemId, start: [isWhole], durationMinutes: [isWhole] },
  splitTask: { id: isItemId, at: isWhole, pauseMinutes: [isWhole] },
  divideTask: { id: isItemId, at: isWhole },
  linkTasks: {
    predecessor: isItemId,
    successor: isItemId,
    type: [oneOf(dependencyTypes)],
    lag: [isName],
  },
  relinkTasks: {
    predecessor: isItemId,
    successor: isItemId,
    toPredecessor: [isItemId],
    toSuccessor: [isItemId],
    type: [oneOf(dependencyTypes)],
  },
  unlinkTasks: { predecessor: isItemId, successor: isItemId },
  linkCode: codeLink,
  mendCode: { links: listOf(record<MendedLink>({ ...codeLink, place: isPlace, was: oldLink })) },
  unlinkCode: { id: isItemId, path: isName, line: [isPlace] },
  assign: { id: isItemId, people },
  completeItem: { id: isItemId, on: [isWhole] },
  reopenItem: { id: isItemId },
  setStatus: { id: isItemId, status: oneOf(taskStatuses) },
  setProgress: { id: isItemId, percent: isWhole },
  dropItem: { id: isItemId },
  markOccurred: { id: isItemId, steps: [listOf(isText)] },
  addActionTasks: { id: isItemId, places: [listOf(isPlace)] },
  supersedeDecision: { id: isItemId, by: [isItemId], title: [isText] },
  removeItem: { id: isItemId },
  restoreItem: { id: isItemId },
  renameItem: { id: isItemId, to: [isItemId] },
  resolveConflict: {
    id: isEditableId,
    field: [isText],
    side: oneOf(['ours', 'theirs']),
    namedBy: [listOf(isItemId)],
  },
  levelTasks: { moves: listOf(record({ id: isItemId, start: isWhole })) },
  takeBaseline: { title: isText, reason: [isText] },
};

const inputChecks = new Map<string, Check<object>>(
  Object.entries(inputs).map(([name, shape]) => [name, record<object>(shape)]),
);

const intent: Check<Intent> = (value): value is Intent => {
  if (!isRecord(value) || Object.keys(value).length !== 2) return false;
  const { command, input } = value;
  return typeof command === 'string' && inputChecks.get(command)?.(input) === true;
};

const openFields: Shape<Requests['open']['params']> = {
  id: isEditableId,
  target: oneOf(['file', 'code']),
  link: [isPlace],
  beside: isTruth,
};

/** The check of each request's parameters. */
const params: { readonly [Name in RequestName]: Check<Requests[Name]['params']> } = {
  ready: nothing,
  run: intent,
  runAll: record<Requests['runAll']['params']>({ intents: listOf(intent) }),
  undo: nothing,
  redo: nothing,
  open: record(openFields),
  select: record<Requests['select']['params']>({ id: idOrNull, view: oneOf(panelViews) }),
  pick: record<Requests['pick']['params']>({
    what: oneOf(panelQuestions),
    id: idOrNull,
    others: [listOf(isItemId)],
  }),
  explain: record<Requests['explain']['params']>({ id: isItemId }),
  drivingPath: record<Requests['drivingPath']['params']>({ id: isItemId }),
  plan: record<Requests['plan']['params']>({ since: either(isPlace, isNull) }),
  riskHistory: nothing,
  forecast: nothing,
  forecastHistory: nothing,
  calibration: nothing,
  stopForecast: record<Requests['stopForecast']['params']>({ work: oneOf(forecastWorks) }),
  commitDays: nothing,
  people: nothing,
  person: record<Requests['person']['params']>({ person: isName }),
  reliefs: record<Requests['reliefs']['params']>({ person: isName, firstDay: isWhole }),
  levelling: nothing,
  money: nothing,
  report: record<Requests['report']['params']>({ audience: oneOf(audiences) }),
  freezeReport: record<Requests['freezeReport']['params']>({ audience: oneOf(audiences) }),
  progress: nothing,
  comparison: nothing,
  save: either(
    record<SaveWish & { view: 'people' }>({
      view: oneOf(['people']),
      form: oneOf(savedForms),
      by: oneOf(loadGroups),
    }),
    either(
      record<SaveWish & { view: 'money' }>({
        view: oneOf(['money']),
        form: oneOf(savedForms),
        shape: oneOf(moneyShapes),
      }),
      either(
        record<SaveWish & { view: 'report' }>({
          view: oneOf(['report']),
          form: oneOf(reportForms),
          audience: oneOf(audiences),
        }),
        either(
          record<SaveWish & { view: 'progress' }>({
            view: oneOf(['progress']),
            form: oneOf(savedForms),
          }),
          record<SaveWish & { view: 'compare' }>({
            view: oneOf(['compare']),
            form: oneOf(comparisonForms),
          }),
        ),
      ),
    ),
  ),
  picture: record<Requests['picture']['params']>({ bytes: either(isPictureBytes, isNull) }),
  painted: record<Requests['painted']['params']>({ revision: isFiniteNumber, ms: isFiniteNumber }),
};

const paramChecks = new Map<string, Check<object>>(Object.entries(params));

const isRequest: Check<RequestMessage> = (value): value is RequestMessage =>
  isRecord(value) &&
  Object.keys(value).length === 4 &&
  value['kind'] === 'request' &&
  isPlace(value['id']) &&
  typeof value['name'] === 'string' &&
  paramChecks.get(value['name'])?.(value['params']) === true;

/** Reads what came from the webview; undefined when it is no request that the contract knows. */
export function parseRequest(message: unknown): RequestMessage | undefined {
  return isRequest(message) ? message : undefined;
}

/** The number to answer under, also of a request that could not be read; undefined when it has none. */
export function requestIdOf(message: unknown): number | undefined {
  return isRecord(message) && isPlace(message['id']) ? message['id'] : undefined;
}
