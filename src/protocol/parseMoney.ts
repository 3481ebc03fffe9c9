import type { PlainValue } from '../core/model/change.ts';
import type {
  MoneyCut,
  MoneyFigure,
  MoneyPage,
  MoneyPart,
  MoneyPoint,
  MoneyTable,
} from '../core/views/moneyPage.ts';
import {
  either,
  isFiniteNumber,
  isNull,
  isPlace,
  isPlainValue,
  isText,
  isWhole,
  listOf,
  mapOf,
  oneOf,
  record,
} from './validate.ts';

const amountOrNull = either(isWhole, isNull);

const isMoney = record<MoneyPage>({
  revision: isPlace,
  headline: isText,
  sentences: listOf(isText),
  notes: listOf(isText),
  currency: isText,
  at: isWhole,
  figures: listOf(
    record<MoneyFigure>({
      key: isText,
      name: isText,
      value: isText,
      tone: oneOf(['good', 'middling', 'bad', 'none']),
      formula: isText,
      reckoned: isText,
    }),
  ),
  curve: listOf(
    record<MoneyPoint>({
      at: isWhole,
      planned: isWhole,
      earned: amountOrNull,
      actual: amountOrNull,
    }),
  ),
  total: isWhole,
  budget: amountOrNull,
  tables: listOf(
    record<MoneyTable>({
      title: isText,
      rows: listOf(
        record<MoneyPart>({
          key: isText,
          name: isText,
          costs: isText,
          earned: isText,
          budget: isText,
          left: isText,
          share: either(isFiniteNumber, isNull),
        }),
      ),
    }),
  ),
  cuts: listOf(
    record<MoneyCut>({
      task: isText,
      text: isText,
      saves: isText,
      price: isText,
      fields: mapOf<PlainValue>(isPlainValue),
    }),
  ),
});

/** Reads what the plan costs; undefined when it is none of it. */
export function parseMoneyPage(value: unknown): MoneyPage | undefined {
  return isMoney(value) ? value : undefined;
}
