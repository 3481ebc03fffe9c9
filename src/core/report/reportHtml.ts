import { onOneLine, withoutControls } from '../base/controlSigns.ts';
import { markWords } from '../base/markWords.ts';
import { inOwnDirection } from '../base/ownDirection.ts';
import { formatDay } from '../model/instant.ts';
import type { Light, Report, ReportBar, ReportSection } from './report.ts';
import { tellReportDay } from './reportDay.ts';

const lightWords: Readonly<Record<Light, string>> = {
  green: 'as agreed',
  yellow: 'to be watched',
  red: 'needs a decision',
};

/** In user units of the picture. */
const [pictureWidth, labelWidth, rowHeight] = [960, 280, 26];

/**
 * The report as one page by itself: no script, nothing that is fetched, readable on a dark and a light
 * ground, and laid out for paper.
 */
export function reportHtml(report: Report, changes: readonly string[] = []): string {
  const { title, on, light, summary, celebrations, judgements, sections, glossary } = report;
  const head = `${title}: status on ${on}`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escape(head)}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${escape(title)}</h1>
<p class="day">${tellReportDay(report)}</p>
<p class="summary ${light}">${escape(summary)}</p>
${celebrations.map(each => `<p class="reached">★ ${escape(each)}</p>`).join('\n')}
<ul class="judgements">
${judgements.map(each => `<li class="${each.light}"><strong>${each.subject}</strong><span class="light">${lightWords[each.light]}</span><span>${withMeanings(each.sentence, glossary)}</span></li>`).join('\n')}
</ul>
${report.bars.length === 0 ? '' : pictureOf(report)}
${changes.length === 0 ? '' : `<h2>What changed since the last report</h2>\n<ul>${changes.map(each => `<li>${escape(each)}</li>`).join('')}</ul>`}
${sections.map(section => sectionOf(section, glossary)).join('\n')}
<h2>Words</h2>
<dl>${glossary.map(([word, meaning]) => `<dt>${escape(word)}</dt><dd>${escape(meaning)}</dd>`).join('')}</dl>
</main>
</body>
</html>
`;
}

/** Words of the glossary tell their meaning to a pointer that rests on them. */
function withMeanings(text: string, glossary: Report['glossary']): string {
  return markWords(text, glossary)
    .map(piece =>
      piece.meaning === undefined
        ? escape(piece.text)
        : `<abbr title="${escape(piece.meaning)}">${escape(piece.text)}</abbr>`,
    )
    .join('');
}

function sectionOf(
  { title, columns, rows, empty, amounts = [] }: ReportSection,
  glossary: Report['glossary'],
): string {
  const head = `<h2>${withMeanings(title, glossary)}</h2>`;
  if (rows.length === 0) return `${head}\n<p>${escape(empty)}</p>`;
  const kindOf = (place: number): string => (amounts.includes(place) ? ' class="amount"' : '');
  const cells = (row: readonly string[]): string =>
    row.map((cell, place) => `<td${kindOf(place)}>${escape(cell)}</td>`).join('');
  const titles = columns
    .map((column, place) => {
      return `<th scope="col"${kindOf(place)}>${withMeanings(column, glossary)}</th>`;
    })
    .join('');
  const body = rows.map(row => `<tr>${cells(row)}</tr>`).join('\n');
  return `${head}\n<table>\n<thead><tr>${titles}</tr></thead>\n<tbody>\n${body}\n</tbody>\n</table>`;
}

/** Time as bars and diamonds, with the day of the report as a line. */
function pictureOf({ bars, span }: Report): string {
  const from = Math.min(span.from, span.at);
  const length = Math.max(1, Math.max(span.to, span.at) - from);
  const room = pictureWidth - labelWidth - 16;
  const xOf = (at: number): number =>
    Math.round(labelWidth + (room * Math.min(Math.max(at - from, 0), length)) / length);
  const height = bars.length * rowHeight + 30;
  const today = xOf(span.at);
  const rows = bars.map((bar, place) => barOf(bar, place * rowHeight + 6, xOf)).join('\n');
  const described = bars
    .map(
      ({ title, finish, isLate }) => `${title}: ${formatDay(finish - 1)}${isLate ? ', late' : ''}`,
    )
    .join('; ');
  return `<svg viewBox="0 0 ${pictureWidth} ${height}" role="img" aria-label="${escape(described)}">
${rows}
<line class="today" x1="${today}" x2="${today}" y1="0" y2="${height - 22}"/>
<text class="axis" x="${labelWidth}" y="${height - 6}">${formatDay(from)}</text>
<text class="axis" x="${pictureWidth - 16}" y="${height - 6}" text-anchor="end">${formatDay(from + length - 1)}</text>
</svg>`;
}

function barOf(bar: ReportBar, top: number, xOf: (at: number) => number): string {
  const [x, end] = [xOf(bar.start), xOf(bar.finish)];
  const name = `<text x="0" y="${top + 13}">${escape(inOwnDirection(shorten(bar.title)))}</text>`;
  const late = bar.isLate ? ' late' : '';
  if (bar.isPoint) {
    const middle = top + 9;
    return `${name}<path class="point${late}${bar.progress === 1 ? ' reached' : ''}" d="M${end} ${middle - 8}l8 8l-8 8l-8 -8z"/>`;
  }
  const width = Math.max(3, end - x);
  const done = Math.round(width * bar.progress);
  return `${name}<rect class="bar${late}" x="${x}" y="${top + 2}" width="${width}" height="14" rx="3"/><rect class="done" x="${x}" y="${top + 2}" width="${done}" height="14" rx="3"/>`;
}

function shorten(text: string): string {
  const signs = Array.from(text);
  return signs.length <= 36 ? text : `${signs.slice(0, 35).join('')}…`;
}

function escape(text: string): string {
  return withoutControls(onOneLine(text)).replace(/[&<>"']/g, sign => `&#${sign.charCodeAt(0)};`);
}

const style = `
:root{color-scheme:light dark;--ink:#1f2328;--quiet:#59636e;--line:#d1d9e0;--page:#fff;--bar:#b6d0ee;--done:#2f6fbf;--green:#1a7f37;--yellow:#9a6700;--red:#c0222c}
@media (prefers-color-scheme:dark){:root{--ink:#e6e9ed;--quiet:#a3acb6;--line:#3d444d;--page:#14181d;--bar:#2c4a6b;--done:#6ea8ee;--green:#4cc26a;--yellow:#d9a520;--red:#ff7b76}}
body{margin:0;background:var(--page);color:var(--ink);font:15px/1.5 system-ui,sans-serif}
main{max-width:960px;margin:0 auto;padding:24px 16px 48px}
h1{margin:0;font-size:28px}h2{margin:28px 0 8px;font-size:18px}
.day{margin:0 0 16px;color:var(--quiet)}
.summary{padding:10px 14px;border-left:6px solid;font-size:17px}
.green{border-color:var(--green)}.yellow{border-color:var(--yellow)}.red{border-color:var(--red)}
.judgements{list-style:none;margin:0 0 16px;padding:0}
.judgements li{display:grid;grid-template-columns:72px 130px 1fr;gap:8px;padding:6px 12px;margin:4px 0;border-left:6px solid}
.judgements li.green{border-color:var(--green)}.judgements li.yellow{border-color:var(--yellow)}.judgements li.red{border-color:var(--red)}
.light{color:var(--quiet)}
.reached{margin:0 0 12px;padding:8px 14px;border-left:6px solid var(--green);font-weight:600}
abbr{text-decoration:underline dotted;cursor:help}
table{width:100%;border-collapse:collapse}th,td{padding:5px 8px;border-bottom:1px solid var(--line);text-align:left;vertical-align:top;overflow-wrap:anywhere}
.amount{text-align:right;font-variant-numeric:tabular-nums;overflow-wrap:normal}
th{color:var(--quiet);font-weight:600}
svg{width:100%;height:auto;margin:8px 0}svg text{fill:var(--ink);font-size:13px}svg .axis{fill:var(--quiet);font-size:12px}
.bar{fill:var(--bar)}.done{fill:var(--done)}.point{fill:var(--done)}.point.reached{fill:var(--green)}.point.late{fill:var(--red)}.bar.late{stroke:var(--red);stroke-width:2}
.today{stroke:var(--quiet);stroke-dasharray:4 3}
dt{font-weight:600}dd{margin:0 0 6px}
@media (max-width:560px){.judgements li{grid-template-columns:1fr}}
@media print{:root{color-scheme:light;--ink:#000;--page:#fff;--quiet:#444;--line:#bbb;--bar:#cddff2;--done:#2f6fbf;--green:#1a7f37;--yellow:#9a6700;--red:#c0222c}main{padding:0;max-width:none}h2{break-after:avoid}tr,svg{break-inside:avoid}*{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
`;
