// Who may import whom. A room may always import itself; what is not listed is forbidden.

export interface Room {
  /** A folder, with a slash at its end, or a file. The longest match is a file's room. */
  readonly place: string;
  /** Rooms by place; a place covers the rooms below it. */
  readonly rooms: readonly string[];
  /** Packages; `node:` stands for all of Node's own modules. */
  readonly packages: readonly string[];
}

const base = 'src/core/base/';
const model = 'src/core/model/';
const calendar = 'src/core/calendar/';
const schedule = 'src/core/schedule/';
const risks = 'src/core/risks/';
const forecast = 'src/core/forecast/';
const format = 'src/core/format/';
const store = 'src/core/store/';
const merge = 'src/core/merge/';
const commits = 'src/core/commits/';
const impact = 'src/core/impact/';
const evidence = 'src/core/evidence/';
const source = 'src/core/source/';
const anchors = 'src/core/anchors/';
const commands = 'src/core/commands/';
const quality = 'src/core/quality/';
const views = 'src/core/views/';
const money = 'src/core/money/';
const people = 'src/core/people/';
const scenario = 'src/core/scenario/';
const interchange = 'src/core/interchange/';
const comparison = 'src/core/comparison/';
const levelling = 'src/core/levelling/';
const report = 'src/core/report/';
const protocol = 'src/protocol/';
const node = 'src/node/';
const git = 'src/git/';

export const rooms: readonly Room[] = [
  { place: base, rooms: [], packages: [] },
  { place: model, rooms: [base], packages: [] },
  { place: calendar, rooms: [model, base], packages: [] },
  { place: schedule, rooms: [calendar, model, base], packages: [] },
  { place: risks, rooms: [model, base], packages: [] },
  { place: forecast, rooms: [risks, money, schedule, calendar, model, base], packages: [] },
  { place: levelling, rooms: [schedule, calendar, model, base], packages: [] },
  { place: 'src/core/progress/', rooms: [schedule, calendar, model, base], packages: [] },
  { place: money, rooms: [people, risks, schedule, calendar, model, base], packages: [] },
  { place: quality, rooms: [schedule, calendar, model, base], packages: [] },
  { place: format, rooms: [model, base], packages: ['yaml'] },
  { place: store, rooms: [format, model, base], packages: [] },
  { place: anchors, rooms: [model, base], packages: [] },
  { place: commits, rooms: [model, base], packages: [] },
  { place: source, rooms: [model, base], packages: [] },
  { place: evidence, rooms: [base], packages: [] },
  { place: impact, rooms: [anchors, commits, views, schedule, model, base], packages: [] },
  { place: merge, rooms: [format, model, base], packages: ['node-diff3'] },
  {
    place: 'src/core/language/',
    rooms: [merge, views, anchors, format, schedule, calendar, model, base],
    packages: [],
  },
  { place: commands, rooms: [store, merge, schedule, calendar, risks, model, base], packages: [] },
  {
    place: scenario,
    rooms: [commands, store, format, schedule, calendar, model, base],
    packages: [],
  },
  {
    place: people,
    rooms: [scenario, commands, store, schedule, calendar, model, base],
    packages: [],
  },
  {
    place: comparison,
    rooms: [
      scenario,
      interchange,
      money,
      people,
      store,
      format,
      schedule,
      calendar,
      risks,
      model,
      base,
    ],
    packages: [],
  },
  {
    place: report,
    rooms: [commits, money, people, risks, schedule, calendar, model, base],
    packages: [],
  },
  {
    place: views,
    rooms: [
      'src/core/progress/',
      comparison,
      commits,
      report,
      people,
      levelling,
      money,
      store,
      forecast,
      schedule,
      calendar,
      risks,
      model,
      base,
    ],
    packages: [],
  },
  {
    place: interchange,
    rooms: [format, schedule, calendar, model, base],
    packages: ['saxes'],
  },
  { place: protocol, rooms: [report, views, commands, model, base], packages: [] },
  { place: node, rooms: [commits, store, forecast, model, base], packages: ['node:'] },
  {
    place: git,
    rooms: [impact, anchors, commits, evidence, source, store, model, base],
    packages: ['node:', 'simple-git'],
  },
  { place: 'src/vscode/', rooms: ['src/core/', protocol], packages: ['vscode'] },
  { place: 'src/cli/', rooms: ['src/core/', node, git], packages: ['node:', 'package.json'] },
  {
    place: 'src/extension.ts',
    rooms: ['src/vscode/', 'src/core/', node, git],
    packages: ['vscode'],
  },
  {
    place: 'webview/',
    rooms: [protocol, views, report, schedule, calendar, model, base, 'webview/ui/toolkit.ts'],
    packages: [],
  },
  {
    place: 'webview/ui/toolkit.ts',
    rooms: ['webview/'],
    packages: ['@vscode/webview-ui-toolkit'],
  },
];

/** The room of a file of the product, undefined when it lies in none. */
export function roomOf(file: string): Room | undefined {
  return rooms
    .filter(({ place }) => file === place || (place.endsWith('/') && file.startsWith(place)))
    .reduce<Room | undefined>(
      (best, room) => (best === undefined || room.place.length > best.place.length ? room : best),
      undefined,
    );
}

/** Whether a file of the room may import a file of ours or a package. */
export function mayImport(room: Room, imported: string, isPackage: boolean): boolean {
  if (isPackage) {
    return room.packages.some(name =>
      name === 'node:' ? imported.startsWith(name) : imported === name,
    );
  }
  const target = roomOf(imported)?.place ?? imported;
  return target === room.place || room.rooms.some(place => target.startsWith(place));
}
