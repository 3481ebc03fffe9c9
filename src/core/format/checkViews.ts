import {
  parseSort,
  registerGroups,
  registerSorts,
  chartSorts,
  viewGroups,
} from '../model/savedView.ts';
import type { ProblemSink } from './problemSink.ts';
import { entryOf, type YamlEntry, type YamlMap } from './yamlNode.ts';

/** Reports views that ask their surface for what only another one has. */
export function checkViews(map: YamlMap, sink: ProblemSink): void {
  const views = entryOf(map, 'views')?.value;
  const items = views?.kind === 'list' ? views.items : [];
  items.forEach((item, place) => {
    if (item.kind !== 'map') return;
    const surface = textIn(item, 'surface') === 'register' ? 'register' : 'chart';
    for (const { key, message } of findMisfits(item, surface)) {
      const entry = entryOf(item, key);
      if (entry) sink.add('field-value', message, spanOf(entry), ['views', place, key]);
    }
  });
}

interface Misfit {
  readonly key: string;
  readonly message: string;
}

function findMisfits(view: YamlMap, surface: 'chart' | 'register'): readonly Misfit[] {
  const [sorts, groups]: readonly (readonly string[])[] =
    surface === 'register' ? [registerSorts, registerGroups] : [chartSorts, viewGroups];
  const sort = textIn(view, 'sort');
  const group = textIn(view, 'group');
  const found: Misfit[] = [];
  const isElsewhere = (known: readonly string[] = [], text: string): boolean =>
    !known.includes(text);
  if (sort !== undefined && isSort(sort) && !parseSort(sort, sorts ?? [])) {
    found.push({ key: 'sort', message: misfitText(surface, `sorted by ${sort}`, sorts) });
  }
  if (group !== undefined && isGroup(group) && isElsewhere(groups, group)) {
    found.push({ key: 'group', message: misfitText(surface, `grouped by ${group}`, groups) });
  }
  if (surface === 'register' && entryOf(view, 'columns')) {
    const message = 'A view of the register has no columns of its own; take columns out';
    found.push({ key: 'columns', message });
  }
  return found;
}

/** What no surface has is told where the value is read. */
function isSort(text: string): boolean {
  return parseSort<string>(text, [...chartSorts, ...registerSorts]) !== undefined;
}

function isGroup(text: string): boolean {
  return [...viewGroups, ...registerGroups].some(group => group === text);
}

function misfitText(surface: string, what: string, known: readonly string[] = []): string {
  return `The ${surface} cannot be ${what}; write one of ${known.join(', ')}`;
}

function textIn(map: YamlMap, key: string): string | undefined {
  const value = entryOf(map, key)?.value;
  return value?.kind === 'scalar' ? value.text : undefined;
}

function spanOf({ keyStart, keyEnd }: YamlEntry): { readonly start: number; readonly end: number } {
  return { start: keyStart, end: keyEnd };
}
