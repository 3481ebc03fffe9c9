import { anchorText } from '../core/anchors/anchorText.ts';
import type { AnchorState } from '../core/anchors/resolution.ts';
import type { CliContext } from './cliCommand.ts';
import { plural } from './printProblems.ts';
import type { CodeLink } from './resolveLinks.ts';
import { formatTable } from './textTable.ts';

/** The links one under the other, and below what drifted its old text beside the best guess. */
export function linksText(links: readonly CodeLink[], { paint, table }: CliContext): string {
  if (links.length === 0)
    return 'No item is linked to code; gantry link T-7KQ3 src/a.ts:12 does it\n';
  const paints: Readonly<Record<AnchorState, (text: string) => string>> = {
    fresh: text => text,
    moved: paint.dim,
    drifted: paint.yellow,
    lost: paint.red,
  };
  const rows = formatTable(
    links,
    [
      { title: 'item', text: ({ item }) => item.id },
      {
        title: 'state',
        text: ({ now }) => now.state,
        paint: (text, { now }) => paints[now.state](text),
      },
      { title: 'code', text: placeText },
      { title: 'recorded', text: recordedText },
      {
        title: 'text',
        text: ({ anchor }) => anchor.quote?.split('\n')[0]?.trim() ?? '',
        isFlexible: true,
      },
    ],
    table,
  );
  const counts = new Map<AnchorState, number>();
  for (const { now } of links) counts.set(now.state, (counts.get(now.state) ?? 0) + 1);
  const told = [...counts].map(([state, count]) => `${count} ${state}`).join(', ');
  return `${rows}\n${plural(links.length, 'link')}: ${told}\n`;
}

function placeText({ now }: CodeLink): string {
  if (now.place) return anchorText(now.place);
  return now.guess ? `${anchorText(now.guess)}?` : '';
}

/** Empty where it is as it was. */
function recordedText({ anchor, now }: CodeLink): string {
  return now.state === 'fresh' ? '' : anchorText(anchor);
}
