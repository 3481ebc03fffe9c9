import type { CommandContext, CommandResult } from './command.ts';
import { rawEntries, rawFieldsOf, writtenField } from '../store/rawFields.ts';
import { anchorsOf } from './anchorsOf.ts';
import { nameOf, planChanges, refuse, setField } from './commandPlan.ts';
import type { CommandInputs } from './inputs.ts';
import { resolveItem } from './resolveId.ts';

/** Takes links to a path out: all of them, or the one at a line. */
export function unlinkCode(ctx: CommandContext, input: CommandInputs['unlinkCode']): CommandResult {
  const found = resolveItem(ctx.snapshot, input.id);
  if (!found.ok) return found;
  const item = found.value;
  const anchors = anchorsOf(item) ?? [];
  const path = input.path
    .trim()
    .replace(/\\/g, '/')
    .replace(/^(\.\/)+/, '');
  const places = [...anchors.keys()].filter(place => {
    const anchor = anchors[place];
    return anchor?.path === path && (input.line === undefined || anchor.line === input.line);
  });
  const where = input.line === undefined ? path : `${path}:${input.line}`;
  if (places.length === 0) return refuse(`${nameOf(item)} has no link to ${where}`, [item.id]);
  const title = `Unlink "${item.title}" from ${where}`;
  const written = rawEntries(rawFieldsOf(ctx.snapshot, item.id), ['code']);
  if (places.length === written.length) {
    return planChanges(title, item.id, [setField(item.id, ['code'], undefined)]);
  }
  // From the end, so that the places of the others stay right.
  const changes = places
    .reverse()
    .map(place => writtenField(ctx.snapshot, item.id, ['code', place]))
    .map(field => setField(item.id, field, undefined));
  return planChanges(title, item.id, changes);
}
