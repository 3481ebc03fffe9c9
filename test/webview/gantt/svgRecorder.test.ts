import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SaxesParser } from 'saxes';
import type { PaintContext } from '../../../webview/gantt/paintContext.ts';
import { SvgRecorder } from '../../../webview/gantt/svgRecorder.ts';

const baseFont = '12px sans-serif';

/** The elements of what was painted, without the root and its title. */
function check(paint: (ctx: PaintContext) => void, expected: readonly string[]): void {
  assert.deepEqual(elementsOf(paint), expected);
}

function elementsOf(paint: (ctx: PaintContext) => void, title = 'Plan'): readonly string[] {
  const recorder = new SvgRecorder(baseFont, text => text.length * 6);
  paint(recorder);
  const svg = recorder.toSvg({ widthPx: 100, heightPx: 50, title });
  readXml(svg);
  return svg.split('\n').slice(2, -2);
}

/** The names of the elements and the texts; fails for what is no XML. */
function readXml(svg: string): { readonly names: readonly string[]; readonly text: string } {
  const names: string[] = [];
  let text = '';
  const parser = new SaxesParser();
  parser.on('error', failure => assert.fail(failure));
  parser.on('opentag', ({ name }) => names.push(name));
  parser.on('text', part => (text += part));
  parser.write(svg).close();
  return { names, text };
}

test('rectangles and paths keep colour, opacity, width and dashes', () => {
  check(
    ctx => {
      ctx.fillStyle = '#ff0000';
      ctx.globalAlpha = 0.5;
      ctx.fillRect(1, 2, 3.456, 4);
      ctx.globalAlpha = 1;
      ctx.fillStyle = '#00ff0080';
      ctx.fillRect(0, 0, 1, 1);
      ctx.strokeStyle = '#0000ff';
      ctx.lineWidth = 1.5;
      ctx.setLineDash([4, 3]);
      ctx.beginPath();
      ctx.moveTo(0, 0);
      ctx.lineTo(10, 5);
      ctx.closePath();
      ctx.stroke();
    },
    [
      '<rect x="1" y="2" width="3.46" height="4" fill="#ff0000" fill-opacity="0.5"/>',
      '<rect x="0" y="0" width="1" height="1" fill="#00ff00" fill-opacity="0.502"/>',
      '<path d="M0 0L10 5Z" fill="none" stroke="#0000ff" stroke-width="1.5" stroke-dasharray="4 3"/>',
    ],
  );
});

test('what is saved comes back, and what is clipped is closed again', () => {
  check(
    ctx => {
      ctx.fillStyle = '#111111';
      ctx.save();
      ctx.beginPath();
      ctx.rect(0, 0, 10, 10);
      ctx.clip();
      ctx.translate(5, 5);
      ctx.fillStyle = '#222222';
      ctx.fillRect(0, 0, 1, 1);
      ctx.restore();
      ctx.fillRect(0, 0, 1, 1);
    },
    [
      '<clipPath id="clip1"><path d="M0 0H10V10H0Z"/></clipPath>',
      '<g clip-path="url(#clip1)">',
      '<rect x="5" y="5" width="1" height="1" fill="#222222"/>',
      '</g>',
      '<rect x="0" y="0" width="1" height="1" fill="#111111"/>',
    ],
  );
});

test('round corners turn as a canvas turns them', () => {
  check(
    ctx => {
      ctx.beginPath();
      ctx.moveTo(0, 0);
      ctx.arcTo(10, 0, 10, 10, 4);
      ctx.lineTo(10, 10);
      ctx.stroke();
      ctx.beginPath();
      ctx.moveTo(10, 0);
      ctx.arcTo(0, 0, 0, 10, 4);
      ctx.fill();
      ctx.beginPath();
      ctx.roundRect(0, 0, 20, 10, [3, 0, 0, 3]);
      ctx.fill();
      ctx.beginPath();
      ctx.arc(5, 5, 2, 0, 2 * Math.PI);
      ctx.fill();
    },
    [
      '<path d="M0 0L6 0A4 4 0 0 1 10 4L10 10" fill="none" stroke="#000000"/>',
      '<path d="M10 0L4 0A4 4 0 0 0 0 4" fill="#000000"/>',
      '<path d="M3 0H20V10H3A3 3 0 0 1 0 7V3A3 3 0 0 1 3 0Z" fill="#000000"/>',
      '<path d="M7 5A2 2 0 0 1 3 5A2 2 0 0 1 7 5" fill="#000000"/>',
    ],
  );
});

test('a text is one element with its rim, where it can be found and copied', () => {
  check(
    ctx => {
      ctx.font = 'italic 600 12px "Segoe UI", sans-serif';
      ctx.textBaseline = 'middle';
      ctx.lineWidth = 6;
      ctx.lineJoin = 'round';
      ctx.strokeStyle = '#ffffff';
      ctx.strokeText('Lexer', 10, 20);
      ctx.fillText('Lexer', 10, 20);
      ctx.fillText('  ', 0, 0);
    },
    [
      '<text x="10" y="24.2" font-family="&quot;Segoe UI&quot;, sans-serif" font-size="12" font-weight="600" font-style="italic" fill="#000000" stroke="#ffffff" stroke-width="6" stroke-linejoin="round" paint-order="stroke">Lexer</text>',
    ],
  );
});

test('no title can become markup, an entity or a script, and none breaks the file', () => {
  const hostile = [
    '</text><script>alert(1)</script>',
    '"/><image href="x" onerror="alert(1)"/>',
    "' onload='alert(1)",
    ']]><!ENTITY x SYSTEM "file:///etc/passwd">&x;&#x3c;script>',
    '<!-- -- --><?xml-stylesheet href="javascript:alert(1)"?>',
    'null \u0000 bell \u0007 half \ud800 end',
    '\u202Eright to left \u05D0\u05D1 e\u0301 \u{1F469}\u200D\u{1F4BB}',
  ];
  for (const text of [...hostile, 'x'.repeat(10_000)]) {
    const recorder = new SvgRecorder(baseFont, () => 0);
    recorder.font = `12px ${text.slice(0, 60)}`;
    recorder.fillText(text, 0, 0);
    const svg = recorder.toSvg({ widthPx: 10, heightPx: 10, title: text });
    const { names, text: read } = readXml(svg);
    assert.deepEqual(names, ['svg', 'title', 'text']);
    const shown = text.replace(/[\u0000\u0007\ud800]/g, '\uFFFD');
    assert.equal(read.split(shown).length, 3, text);
  }
});
