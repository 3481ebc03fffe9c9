import { tellOverwritten, type OverwrittenValue } from '../core/interchange/overwrittenValues.ts';
import { projectId } from '../core/model/change.ts';
import type { ImportOutcome } from '../core/interchange/planImport.ts';
import type { CliContext } from './cliCommand.ts';
import { plural } from './printProblems.ts';
import { oneLine } from './terminalText.ts';

/** How many items of a kind are named one by one. */
const mostNamed = 20;

/** What an import did, or would do, for people. */
export function importText(
  outcome: ImportOutcome,
  { isDryRun, name }: { readonly isDryRun: boolean; readonly name: string },
  { paint }: CliContext,
): string {
  const { added, changed, unchanged, missing, baselines, projectFields, overwritten } = outcome;
  const tell = (id: string, fields: readonly string[]): readonly string[] =>
    fields.map(field => oneLine(tellField(field, id, overwritten)));
  const verb = isDryRun ? 'Would import' : 'Imported';
  const parts = [
    `${plural(added.length, 'task')} added`,
    `${changed.length} changed`,
    `${unchanged.length} unchanged`,
    ...(missing.length > 0 ? [`${missing.length} no longer in the file (kept)`] : []),
  ];
  const lines = [`${verb} ${name}: ${parts.join(', ')}`];
  if (projectFields.length > 0) {
    lines.push(`project.yaml: ${cutList(tell(projectId, projectFields), ', ')}`);
  }
  if (baselines.length > 0) lines.push(`baselines: ${cutList(baselines, ', ')}`);
  const sections = [
    ...(isDryRun ? added.map(item => line(paint.green('+'), item, '')) : []),
    ...changed.map(item =>
      line(paint.yellow('~'), item, `: ${tell(item.id, item.fields).join(', ')}`),
    ),
    ...missing.map(item => line(paint.dim('?'), item, ' is no longer in the file')),
  ];
  if (sections.length > 0) lines.push(cutList(sections, '\n'));
  return `${lines.join('\n')}\n`;
}

/** With what it has in the plan, where that is overwritten. */
function tellField(field: string, id: string, overwritten: readonly OverwrittenValue[]): string {
  const lost = overwritten.find(value => value.id === id && value.field === field);
  return lost ? tellOverwritten(lost) : field;
}

function line(
  mark: string,
  { id, title }: { readonly id: string; readonly title: string },
  more: string,
): string {
  return `${mark} ${id}  ${oneLine(title)}${more}`;
}

function cutList(parts: readonly string[], separator: string): string {
  const rest = parts.length - mostNamed;
  const shown = parts.slice(0, mostNamed).join(separator);
  return rest > 0 ? `${shown}${separator}and ${rest} more` : shown;
}
