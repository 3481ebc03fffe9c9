import { kindOfId } from '../model/ids.ts';
import type { ProblemSink } from './problemSink.ts';
import { quoted } from './reading.ts';
import { entryOf, type YamlMap } from './yamlNode.ts';

/** Reports what a merge has left for somebody to decide, each at its own place. */
export function checkConflicts(id: string, map: YamlMap, sink: ProblemSink): void {
  const conflicts = entryOf(map, 'conflicts')?.value;
  if (conflicts?.kind !== 'list') return;
  conflicts.items.forEach((entry, at) => {
    if (entry.kind !== 'map') return;
    sink.add('merge-conflict', messageOf(id, entry), entry, ['conflicts', at]);
  });
}

function messageOf(id: string, entry: YamlMap): string {
  const field = textOf(entry, 'field');
  if (field === undefined) {
    const isItem = kindOfId(id) !== undefined;
    const [kind, own] = isItem ? ['item', 'an id of its own'] : ['file', 'a name of its own'];
    return `Another ${kind} was made as ${id} on the other side of a merge; give it ${own} with \`gantry resolve ${id} ours\``;
  }
  const [ours, theirs] = [textOf(entry, 'ours'), textOf(entry, 'theirs')];
  const here = ours === undefined ? 'was taken out here' : `is ${quoted(ours)} here`;
  const there = theirs === undefined ? 'was taken out there' : `${quoted(theirs)} there`;
  // What stands in a file may be anything; only a plain name belongs into a command.
  const named = /^\w[\w.-]*$/.test(field) ? ` ${field}` : '';
  return `${quoted(field)} ${here} and ${there}; choose with \`gantry resolve ${id}${named} ours\` or \`theirs\``;
}

function textOf(map: YamlMap, key: string): string | undefined {
  const value = entryOf(map, key)?.value;
  return value?.kind === 'scalar' ? value.text : undefined;
}
