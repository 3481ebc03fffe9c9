import { escapeXml } from '../../src/core/base/xmlText.ts';

/** A canvas font (`italic 600 12px Some, 'Other'`) as attributes. */
export function fontAttributes(font: string): string {
  const found = /^(italic )?(?:(\d+) )?([\d.]+)px (.+)$/.exec(font);
  if (!found) return '';
  const [, italic, weight, size = '12', family = ''] = found;
  return [
    ` font-family="${escapeXml(family)}" font-size="${size}"`,
    weight === undefined ? '' : ` font-weight="${weight}"`,
    italic === undefined ? '' : ' font-style="italic"',
  ].join('');
}

/** In pixels; what has no size has that of the chart's labels. */
export function fontSize(font: string): number {
  return Number(/([\d.]+)px/.exec(font)?.[1] ?? 12);
}

/** A colour as an attribute and its opacity as another: many readers know no colours with both. */
export function colorAttributes(name: 'fill' | 'stroke', color: string, alpha: number): string {
  const hex = /^(#[\da-f]{6})([\da-f]{2})$/i.exec(color);
  const [, solid = color, own] = hex ?? [];
  const opacity = alpha * (own === undefined ? 1 : Number.parseInt(own, 16) / 255);
  const attribute = ` ${name}="${escapeXml(solid)}"`;
  if (opacity >= 1) return attribute;
  return `${attribute} ${name}-opacity="${Math.round(opacity * 1000) / 1000}"`;
}
