import type { CalibrationRow, CalibrationView } from '../../src/core/views/calibrationView.ts';
import type {
  ForecastHistoryPoint,
  ForecastHistoryView,
} from '../../src/core/views/forecastHistoryView.ts';
import type { ForecastDateRow } from '../../src/core/views/forecastView.ts';
import { createElement } from '../ui/element.ts';
import { createBarCell } from './barCell.ts';
import { createTable, letScroll } from '../ui/dataTable.ts';
import { createItemLink, type ShowItem } from './itemLink.ts';
import { createRatioBar } from './ratioBar.ts';
import { createSlipPicture } from './slipPicture.ts';

/** How the forecast moved from commit to commit: in a sentence, as a picture and as a table. */
export function createHistoryPictures(
  view: ForecastHistoryView,
  show: ShowItem,
): readonly HTMLElement[] {
  const sentence = createWords([view.headline]);
  if (view.points.length < 2) return [sentence];
  return [
    sentence,
    createSlipPicture(view),
    createWords([
      'Each commit of the plan was simulated 1,000 times with the same draws, so that a date may differ from that above by as much as the true day may. What moved the date was found by putting changed items back one by one; where several changes act together their parts do not add up.',
    ]),
    createHistoryTable(view, show),
  ];
}

function createWords(sentences: readonly string[]): HTMLElement {
  const text = createElement('p', { text: sentences.join(' ') });
  return createElement('div', { class: 'forecast-words' }, [text]);
}

/** The newest first. */
function createHistoryTable({ points, label }: ForecastHistoryView, show: ShowItem): HTMLElement {
  const name = 'The forecast from commit to commit';
  const table = createTable(
    name,
    [
      'Commit',
      'Schedule',
      'Half the time by',
      `${label} by`,
      'The true day, 95%',
      'Moved',
      'Because of',
    ],
    [...points].reverse().map(point => [
      createCommit(point),
      point.plannedDay,
      point.p50Day,
      point.confidentDay,
      point.between,
      point.moved === ''
        ? '–'
        : createElement('span', {
            class: `forecast-chance is-${point.isLater ? 'bad' : 'good'}`,
            text: point.moved,
          }),
      createCauses(point, show),
    ]),
  );
  return letScroll(table, name);
}

function createCommit({ commit, subject, day }: ForecastHistoryPoint): HTMLElement {
  return createElement('span', {}, [
    commit === '' ? 'Now' : day,
    createElement('span', { class: 'faint', text: ` ${commit} ${subject}` }),
  ]);
}

function createCauses({ causes }: ForecastHistoryPoint, show: ShowItem): HTMLElement {
  return createElement(
    'ul',
    { class: 'forecast-causes' },
    causes.map(({ id, text }) =>
      createElement('li', {}, [
        `${text} `,
        id === 'project' ? undefined : createItemLink(id, id, show),
      ]),
    ),
  );
}

/**
 * What finished tasks say of the estimates, and when all is done by what they say.
 *
 * @param stated the dates as the estimates have them
 */
export function createCalibrationPictures(
  view: CalibrationView,
  stated: readonly ForecastDateRow[],
): readonly HTMLElement[] {
  return [
    createWords(view.sentences),
    ...createDates(view, stated),
    ...(view.buckets.length === 0 ? [] : [createBuckets(view)]),
    ...(view.rows.length === 0 ? [] : [createGroups(view)]),
    ...(view.weeks.length === 0 ? [] : [createWeeks(view)]),
  ];
}

function createPart(title: string, table: HTMLElement): HTMLElement {
  return createElement('div', { class: 'forecast-part' }, [
    createElement('h4', { text: title }),
    letScroll(table, title),
  ]);
}

function createDates(
  { dates }: CalibrationView,
  stated: readonly ForecastDateRow[],
): readonly HTMLElement[] {
  const hasCorrected = dates.some(({ corrected }) => corrected !== '');
  const hasPace = dates.some(({ pace }) => pace !== '');
  if (!hasCorrected && !hasPace) return [];
  const title = 'The finish by what is stated and by the past';
  const table = createTable(
    title,
    [
      'Sure',
      'As estimated',
      ...(hasCorrected ? ['As such tasks took'] : []),
      ...(hasPace ? ['At the pace of late'] : []),
    ],
    dates.map(({ share, corrected, pace }) => [
      share,
      stated.find(row => row.share === share)?.day ?? '–',
      ...(hasCorrected ? [corrected] : []),
      ...(hasPace ? [pace] : []),
    ]),
  );
  return [createPart(title, table)];
}

function createBuckets({ buckets }: CalibrationView): HTMLElement {
  const title = 'What tasks took of their estimate';
  const most = Math.max(...buckets.map(({ count }) => count));
  const table = createTable(
    title,
    ['Share of the estimate', 'Tasks'],
    buckets.map(({ label, count }) => [label, createBarCell(count, most, String(count))]),
  );
  return createPart(title, table);
}

const groupNames: Readonly<Record<CalibrationRow['by'], string>> = {
  all: '',
  person: ' person',
  tag: ' tag',
  size: ' size',
};

function createGroups({ rows }: CalibrationView): HTMLElement {
  const title = 'By person, tag and size';
  const most = Math.min(4, Math.max(1.5, ...rows.map(({ high }) => high)));
  const percent = (ratio: number): string => `${Math.round(ratio * 100)}%`;
  const table = createTable(
    title,
    [
      'Tasks of',
      'How many',
      'From one in ten to nine in ten',
      'Half took up to',
      'Inside the range',
    ],
    rows.map(row => [
      createElement('span', {}, [
        row.name,
        createElement('span', { class: 'faint', text: groupNames[row.by] }),
      ]),
      String(row.count),
      createElement('span', { class: 'forecast-buy' }, [
        createRatioBar(row, most),
        `${percent(row.low)} to ${percent(row.high)}`,
      ]),
      percent(row.middle),
      row.inside === '' ? '–' : row.inside,
    ]),
  );
  return createPart(title, table);
}

function createWeeks({ weeks }: CalibrationView): HTMLElement {
  const title = 'Tasks finished a week';
  const most = Math.max(...weeks);
  const table = createTable(
    title,
    ['Week', 'Finished'],
    weeks
      .map((count, place) => {
        const ago = weeks.length - 1 - place;
        const name =
          ago === 0 ? 'the last 7 days' : `${ago} ${ago === 1 ? 'week' : 'weeks'} before`;
        return [name, createBarCell(count, most, String(count))];
      })
      .reverse(),
  );
  return createPart(title, table);
}
