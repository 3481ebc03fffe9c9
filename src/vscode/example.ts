import { FileType, Uri, workspace } from 'vscode';
import { dayOf, formatDay, minutesPerDay, parsePlanDate, weekday } from '../core/model/instant.ts';
import { readClock } from './clock.ts';

/** The Monday on which the example begins as it is shipped, and how long ago that should be. */
const shippedStart = '2026-01-05';
const begunDaysAgo = 14;

/** Copies the example plan to a new folder, with its dates around today, and answers with the folder. */
export async function copyExample(extensionUri: Uri, storageUri: Uri): Promise<Uri> {
  const target = Uri.joinPath(storageUri, `weather-station-${crypto.randomUUID().slice(0, 8)}`);
  const days = daysToShift();
  await copyFolder(Uri.joinPath(extensionUri, 'media', 'example'), target, text =>
    shiftDates(text, days),
  );
  return target;
}

async function copyFolder(from: Uri, to: Uri, change: (text: string) => string): Promise<void> {
  await workspace.fs.createDirectory(to);
  for (const [name, type] of await workspace.fs.readDirectory(from)) {
    // Packaging leaves out folders with a leading dot, so the plan is shipped under another name.
    const target = Uri.joinPath(to, name === 'plan' ? '.project' : name);
    const source = Uri.joinPath(from, name);
    if (type === FileType.Directory) await copyFolder(source, target, change);
    else {
      const text = new TextDecoder().decode(await workspace.fs.readFile(source));
      await workspace.fs.writeFile(target, new TextEncoder().encode(change(text)));
    }
  }
}

/** Whole weeks, so that the days of the week stay. */
function daysToShift(): number {
  const today = dayOf(readClock());
  const monday = today - weekday(today) - begunDaysAgo;
  return monday - dayOf(parsePlanDate(shippedStart)?.at ?? 0);
}

/** Moves every date in a text by so many days. */
export function shiftDates(text: string, days: number): string {
  return text.replaceAll(/\b\d{4}-\d{2}-\d{2}\b/g, written => {
    const date = parsePlanDate(written);
    return date ? formatDay(date.at + days * minutesPerDay) : written;
  });
}
