// Takes a picture of the product in a real VS Code, as a person would see it:
//   node test/editor/launch/shot.mjs --folder PATH --out FILE.png [--theme dark|light|hc|hc-light]
//     [--command TITLE ...] [--open FILE ...] [--click TEXT ...] [--point X,Y ...] [--size 1440x900]
//     [--drag X,Y,X,Y ...] [--drop] [--key CHORD ...] [--wait SECONDS]
// --command is a command's title as the palette shows it ("Gantry: Open Gantt"); --open a file of
// the folder; --click something in the panel, found by its text or role name; --point where in the
// window the pointer goes; --drag from where to where it drags, and holds on until --drop; --key a
// key as Playwright writes it (Alt+ArrowRight). They are done in the order in which they are given. dist/ must be built.
import path from 'node:path';
import { parseArgs } from 'node:util';
import { projectRoot } from './installOnce.mjs';
import { findWebview, openFile, openWorkbench, runCommand, themes } from './openWorkbench.mjs';

const { values, tokens } = parseArgs({
  tokens: true,
  options: {
    folder: { type: 'string', default: projectRoot },
    out: { type: 'string' },
    theme: { type: 'string', default: 'dark' },
    command: { type: 'string', multiple: true },
    open: { type: 'string', multiple: true },
    click: { type: 'string', multiple: true },
    point: { type: 'string', multiple: true },
    drag: { type: 'string', multiple: true },
    drop: { type: 'boolean', multiple: true },
    key: { type: 'string', multiple: true },
    size: { type: 'string', default: '1440x900' },
    wait: { type: 'string', default: '1.5' },
    extension: { type: 'string', default: projectRoot },
    verbose: { type: 'boolean', default: false },
  },
});
if (values.out === undefined || !(values.theme in themes)) {
  console.error(`Give --out FILE and a --theme of ${Object.keys(themes).join(', ')}`);
  process.exit(2);
}
const [width, height] = values.size.split('x').map(Number);

const steps = {
  command: (page, title) => runCommand(page, title),
  open: (page, file) => openFile(page, file),
  click: async (page, text) => {
    const frame = await findWebview(page);
    const named = frame
      .getByRole('tab', { name: text })
      .or(frame.getByRole('button', { name: text }))
      .or(frame.getByText(text));
    await named.first().click();
  },
  point: async (page, place) => {
    const [x, y] = place.split(',').map(Number);
    await page.waitForTimeout(2000);
    await page.mouse.move(x - 5, y, { steps: 3 });
    await page.mouse.move(x, y);
  },
  drag: async (page, places) => {
    const [fromX, fromY, toX, toY] = places.split(',').map(Number);
    await page.waitForTimeout(2000);
    await page.mouse.move(fromX, fromY, { steps: 3 });
    await page.waitForTimeout(500);
    await page.mouse.down();
    await page.mouse.move(toX, toY, { steps: 12 });
  },
  drop: page => page.mouse.up(),
  key: (page, chord) => page.keyboard.press(chord),
};

const { page, close } = await openWorkbench({
  folder: path.resolve(values.folder),
  extension: path.resolve(values.extension),
  theme: values.theme,
  size: { width, height },
  log: console.error,
  prepare: shown => {
    if (!values.verbose) return;
    shown.on('console', message => console.error(message.type(), message.text().slice(0, 500)));
    shown.on('pageerror', error => console.error(error.stack));
  },
});
let failure;
try {
  for (const token of tokens) {
    const step = token.kind === 'option' ? steps[token.name] : undefined;
    if (step !== undefined) await step(page, token.value);
  }
} catch (error) {
  failure = error;
}
await page.waitForTimeout(Number(values.wait) * 1000);
await page.screenshot({ path: values.out });
await close();
if (failure !== undefined) {
  console.error(`The picture shows how far it came: ${failure.message}`);
  process.exit(1);
}
console.log(values.out);
