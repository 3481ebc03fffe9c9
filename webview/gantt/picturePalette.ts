import { createInk, readPalette, type Palette } from './palette.ts';

/** The colours of the chart on white paper, whatever the theme. */
export function readPaperPalette(root: HTMLElement): Palette {
  const paper = document.createElement('div');
  paper.className = 'gantt-paper';
  root.append(paper);
  const palette = readPalette(paper);
  paper.remove();
  return { ...palette, isHighContrast: false };
}

/**
 * The same colours as six or eight digits: themes mix theirs in forms that programs other than
 * browsers do not read.
 */
export function toPlainPalette(palette: Palette): Palette {
  const canvas = document.createElement('canvas');
  canvas.width = 1;
  canvas.height = 1;
  const ctx = canvas.getContext('2d', { willReadFrequently: true });
  if (!ctx) return palette;
  const names = new Map<string, string>();
  for (const color of Object.values(palette.ink)) {
    ctx.clearRect(0, 0, 1, 1);
    ctx.fillStyle = color;
    ctx.fillRect(0, 0, 1, 1);
    const digits = Array.from(ctx.getImageData(0, 0, 1, 1).data, channel =>
      channel.toString(16).padStart(2, '0'),
    ).join('');
    names.set(color, `#${digits.endsWith('ff') ? digits.slice(0, 6) : digits}`);
  }
  const { ink } = palette;
  const byName = new Map(Object.entries(ink));
  return { ...palette, ink: createInk(name => names.get(byName.get(toKey(name)) ?? '') ?? '') };
}

/** `taskDone` for `task-done`. */
function toKey(name: string): string {
  return name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}
