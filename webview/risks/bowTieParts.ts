import { tellWrittenMoney } from '../../src/core/model/money.ts';
import type {
  RiskReference,
  RiskRegisterView,
  RiskRow,
} from '../../src/core/views/riskRegisterView.ts';
import { ratingText, strategyTitles } from './riskText.ts';
import { partText } from './storySentence.ts';

/** One thing on the bow-tie: words, and the item that they are about where there is one. */
export interface BowTieCard {
  readonly text: string;
  /** Said small below the text: a state, or what kind of thing it is. */
  readonly note: string;
  /** The item to go to; empty where there is none. */
  readonly id: string;
  /** True of a barrier that stands: its task is done. */
  readonly isDone: boolean;
}

export interface BowTieColumn {
  readonly key: 'causes' | 'barriers' | 'event' | 'recovery' | 'effects';
  readonly title: string;
  readonly cards: readonly BowTieCard[];
  /** Said where there is no card. */
  readonly empty: string;
}

/** The parts of a risk from its causes at the left to its effects at the right. */
export function bowTieColumns(row: RiskRow, view: RiskRegisterView): readonly BowTieColumn[] {
  const isGain = row.riskKind === 'opportunity';
  return [
    {
      key: 'causes',
      title: 'Causes and drivers',
      cards: [
        ...words(partText('cause', row.cause), ''),
        ...row.drivers.map(driver => driverCard(driver, row, view)),
      ],
      empty: 'No cause is written down',
    },
    {
      key: 'barriers',
      title: isGain ? 'What brings it about' : 'Barriers before it',
      cards: [...planCards(row), ...row.responseTasks.map(taskCard)],
      empty: isGain ? 'Nothing is done for it yet' : 'Nothing stands before it yet',
    },
    {
      key: 'event',
      title: isGain ? 'Opportunity' : 'Risk',
      cards: [
        {
          text: row.event === '' ? row.title : partText('event', row.event),
          note: `now ${ratingText(row.ratings.current, row.riskKind)}`,
          id: '',
          isDone: false,
        },
      ],
      empty: '',
    },
    {
      key: 'recovery',
      title: 'When it happens',
      cards: [
        ...words(row.trigger, 'sign that it is about to happen'),
        ...words(row.contingency, 'contingency'),
        ...words(row.fallback, 'fallback'),
        ...words(tellWrittenMoney(row.reserveText), 'reserve'),
      ],
      empty: 'No contingency is written down',
    },
    {
      key: 'effects',
      title: 'Effects',
      cards: [
        ...words(partText('effect', row.effect), ''),
        ...row.affects.map(each => referenceCard(each, 'affected')),
        ...row.secondary.map(each => referenceCard(each, 'secondary risk')),
      ],
      empty: 'No effect is written down',
    },
  ];
}

function words(text: string, note: string): readonly BowTieCard[] {
  return text === '' ? [] : [{ text, note, id: '', isDone: false }];
}

/** A driver names the other risks that it drives, which fall or stay with it. */
function driverCard(driver: string, row: RiskRow, view: RiskRegisterView): BowTieCard {
  const others = view.rows.filter(({ id, drivers }) => id !== row.id && drivers.includes(driver));
  const also = others.map(({ id }) => id).join(', ');
  return {
    text: driver,
    note: also === '' ? 'driver' : `driver, also of ${also}`,
    id: '',
    isDone: false,
  };
}

function planCards(row: RiskRow): readonly BowTieCard[] {
  const strategy = row.strategy === undefined ? '' : strategyTitles[row.strategy];
  const note = strategy === '' ? 'response' : `response: ${strategy.toLowerCase()}`;
  return words(row.responsePlan === '' ? strategy : row.responsePlan, note);
}

function taskCard(task: RiskReference): BowTieCard {
  return { ...referenceCard(task, 'task'), isDone: task.state === 'done' };
}

function referenceCard({ id, title, state }: RiskReference, kind: string): BowTieCard {
  const note = [id, kind, state].filter(part => part !== '').join(' · ');
  return { text: title === '' ? id : title, note, id: title === '' ? '' : id, isDone: false };
}
