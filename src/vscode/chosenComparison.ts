import type { Memento } from 'vscode';
import { isRecord } from '../protocol/validate.ts';
import { sinceLastCommit, type ComparedWith } from './comparedWith.ts';
import type { OpenPlan } from './openPlan.ts';

/** What a plan is compared with in its panel: what a person chose last, also before a restart. */
export function readChosen(kept: Memento, plan: Pick<OpenPlan, 'root'>): ComparedWith {
  return readWritten(kept.get(keyOf(plan))) ?? sinceLastCommit;
}

export async function keepChosen(
  kept: Memento,
  plan: Pick<OpenPlan, 'root'>,
  chosen: ComparedWith,
): Promise<void> {
  await kept.update(keyOf(plan), chosen);
}

function keyOf({ root }: Pick<OpenPlan, 'root'>): string {
  return `compared ${root.toString()}`;
}

/** Undefined for what an older or a newer version wrote otherwise. */
function readWritten(value: unknown): ComparedWith | undefined {
  if (!isRecord(value)) return undefined;
  const { kind, name, range } = value;
  if (kind === 'baseline') return typeof name === 'string' ? { kind, name } : undefined;
  if (kind !== 'range' || !isRecord(range)) return undefined;
  const { before, after, isFromBase } = range;
  if (typeof before !== 'string' || typeof isFromBase !== 'boolean') return undefined;
  if (after !== undefined && typeof after !== 'string') return undefined;
  return { kind, range: { before, after, isFromBase } };
}
