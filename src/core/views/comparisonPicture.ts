import { inOwnDirection } from '../base/ownDirection.ts';
import { escapeXml } from '../base/xmlText.ts';
import { formatDay, type Instant } from '../model/instant.ts';
import type { ComparedBar, ComparedSpan, ComparisonView } from './comparisonView.ts';

/** A place in the lane, as shares of its width. */
export interface LanePlace {
  readonly x: number;
  readonly width: number;
}

export interface ComparedLane {
  readonly before: LanePlace | undefined;
  readonly after: LanePlace | undefined;
}

/** Where everything stands in the picture of a comparison; shares of the width of a lane. */
export interface ComparisonLayout {
  readonly lanes: readonly ComparedLane[];
  /** The finish of the project, before and now. */
  readonly finishBefore: number | undefined;
  readonly finishAfter: number | undefined;
  readonly dates: readonly { readonly x: number; readonly label: string }[];
}

export function layOutComparison(bars: readonly ComparedBar[]): ComparisonLayout {
  const spans = bars.flatMap(({ before, after }) => [before, after].filter(span => span !== null));
  let [from, to] = [Infinity, -Infinity];
  for (const { start, finish } of spans) {
    from = Math.min(from, start);
    to = Math.max(to, finish);
  }
  const length = Math.max(1, to - from);
  const xOf = (at: Instant): number => (at - from) / length;
  const place = (span: ComparedSpan | null): LanePlace | undefined =>
    span ? { x: xOf(span.start), width: (span.finish - span.start) / length } : undefined;
  const lanes = bars.map(({ before, after }) => ({ before: place(before), after: place(after) }));
  const project = lanes[0];
  const end = (lane: LanePlace | undefined): number | undefined => lane && lane.x + lane.width;
  return {
    lanes,
    finishBefore: end(project?.before),
    finishAfter: end(project?.after),
    dates:
      spans.length === 0
        ? []
        : [0, 0.5, 1].map(share => {
            const at = Math.round(from + length * share);
            return { x: share, label: formatDay(share === 1 ? at - 1 : at) };
          }),
  };
}

/** In user units of the picture that is saved. */
const [rowHeight, labelWidth, laneWidth, wordsWidth, headHeight] = [24, 260, 620, 200, 64];
/** Titles are cut after so many signs. */
const longestTitle = 36;

/** The picture on white, for a page, a slide or a comment. */
export function comparisonSvg({ title, sentences, bars }: ComparisonView): string {
  const layout = layOutComparison(bars);
  const width = labelWidth + laneWidth + wordsWidth;
  const bottom = headHeight + bars.length * rowHeight;
  const x = (share: number): number => Math.round((labelWidth + share * laneWidth) * 10) / 10;
  const rows = bars.map((bar, row) => rowSvg(bar, layout.lanes[row], headHeight + row * rowHeight));
  const line = (share: number | undefined, style: string): string =>
    share === undefined ? '' : `<path ${style} d="M${x(share)} ${headHeight}V${bottom}"/>`;
  const dates = layout.dates.map(
    ({ x: share, label }, place) =>
      `<text x="${x(share)}" y="${bottom + 16}" fill="#59636e" text-anchor="${['start', 'middle', 'end'][place] ?? 'middle'}">${label}</text>`,
  );
  const [finish = ''] = sentences;
  const height = bottom + 46;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="sans-serif" font-size="12"><title>${escapeXml(title)}</title><rect width="100%" height="100%" fill="#ffffff"/><text x="8" y="22" font-size="15" font-weight="600">${escapeXml(finish)}</text><text x="8" y="44" fill="#59636e">${escapeXml(title)}</text>${line(layout.finishBefore, 'stroke="#59636e" stroke-dasharray="4 3"')}${line(layout.finishAfter, 'stroke="#1f2328"')}${rows.join('')}${dates.join('')}<text x="8" y="${height - 10}" fill="#59636e">Dashed outline: before; filled: now, red where it ends later and green where earlier</text></svg>\n`;
}

const fills = { later: '#c0222c', earlier: '#1a7f37', other: '#4a86c5' } as const;

function rowSvg(
  { title, isPoint, words, tone }: ComparedBar,
  lane: ComparedLane | undefined,
  y: number,
): string {
  const at = (place: LanePlace): number => labelWidth + place.x * laneWidth;
  const shape = (place: LanePlace | undefined, style: string): string => {
    if (!place) return '';
    const left = Math.round(at(place) * 10) / 10;
    if (isPoint) return `<path ${style} d="M${left} ${y + 4}l8 8l-8 8l-8 -8z"/>`;
    const width = Math.max(2, Math.round(place.width * laneWidth * 10) / 10);
    return `<rect ${style} x="${left}" y="${y + 5}" width="${width}" height="14" rx="2"/>`;
  };
  const signs = Array.from(title);
  const shown = signs.length > longestTitle ? `${signs.slice(0, longestTitle).join('')}…` : title;
  return `<text x="8" y="${y + 16}">${escapeXml(inOwnDirection(shown))}</text>${shape(lane?.after, `fill="${fills[tone]}" fill-opacity="0.75"`)}${shape(lane?.before, 'fill="none" stroke="#59636e" stroke-width="1.5" stroke-dasharray="4 3"')}<text x="${labelWidth + laneWidth + 14}" y="${y + 16}" fill="#59636e">${escapeXml(words)}</text>`;
}
