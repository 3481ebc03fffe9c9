import { formatCsv, type Cell } from '../base/csvText.ts';
import { inOwnDirection } from '../base/ownDirection.ts';
import { escapeXml } from '../base/xmlText.ts';
import { formatDay, minutesPerDay } from '../model/instant.ts';
import { loadPaths } from './loadPaths.ts';
import { windowOf, type LoadGroup, type PeopleView } from './peopleView.ts';

/**
 * A row for each person, team or skill and week: minutes that are given, that are to be worked, days
 * away; of a skill also what nobody has yet.
 */
export function loadCsv(view: PeopleView, by: LoadGroup): string {
  const table = view.tables[by];
  const isOfSkill = by === 'skill';
  const head = [by, 'name', 'week', 'givenMinutes', 'workMinutes', 'daysAway', 'tooMuch'];
  const rows: (readonly Cell[])[] = [isOfSkill ? [...head, 'unassignedMinutes'] : head];
  table.rows.forEach(({ key, name }, row) => {
    const { given, work, unassigned, away, over } = weeksOf(view, by, row);
    given.forEach((minutes, week) => {
      const day = formatDay((view.firstDay + week * 7) * minutesPerDay);
      const isOver = over[week] === 1 ? 'yes' : 'no';
      const cells = [key, name, day, minutes, work[week], away[week], isOver];
      rows.push(isOfSkill ? [...cells, unassigned[week]] : cells);
    });
  });
  return formatCsv(rows);
}

/** In user units of the picture. */
const [laneHeight, labelWidth, laneWidth, headHeight] = [40, 180, 900, 28];
/** Names are cut after so many signs. */
const longestName = 26;

/** All rows as lanes, dark on light, for a page or a slide. */
export function loadSvg(view: PeopleView, by: LoadGroup): string {
  const { rows } = view.tables[by];
  const height = headHeight + rows.length * laneHeight + 24;
  const width = labelWidth + laneWidth + 16;
  const lanes = rows.map(({ name, over }, row) => {
    const paths = loadPaths(weeksOf(view, by, row), { width: laneWidth, height: laneHeight - 8 });
    const label = Array.from(name);
    const shown = label.length <= longestName ? name : `${label.slice(0, longestName).join('')}…`;
    const note = over === '' ? '' : ` (${over} too much)`;
    return `<g transform="translate(0 ${headHeight + row * laneHeight})"><text x="8" y="20">${escapeXml(inOwnDirection(shown))}${escapeXml(note)}</text><g transform="translate(${labelWidth} 0)"><path fill="#d8dde3" d="${paths.away}"/><path fill="#4a86c5" d="${paths.work}"/><path fill="#f2d7a0" stroke="#8a5a00" d="${paths.unassigned}"/><path fill="#c0222c" d="${paths.over}${paths.marks}"/><path fill="none" stroke="#1f2328" d="${paths.capacity}"/></g></g>`;
  });
  const first = formatDay(view.firstDay * minutesPerDay);
  const last = formatDay((view.firstDay + view.weeks * 7 - 1) * minutesPerDay);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="sans-serif" font-size="12"><title>${escapeXml(view.headline)}</title><rect width="100%" height="100%" fill="#ffffff"/><text x="${labelWidth}" y="18">${first}</text><text x="${labelWidth + laneWidth}" y="18" text-anchor="end">${last}</text>${lanes.join('')}<text x="8" y="${height - 8}" fill="#59636e">Blue: work; ${by === 'skill' ? 'yellow: work given to nobody yet; ' : ''}red: more than there is time for; line: time that is given; grey: leave</text></svg>\n`;
}

function weeksOf(view: PeopleView, by: LoadGroup, row: number): ReturnType<typeof windowOf> {
  return windowOf(view.tables[by], view.weeks, { row, from: 0, count: view.weeks });
}
