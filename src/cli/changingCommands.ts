import type { CliCommandEntry, RunCommand } from './cliCommand.ts';

/** The commands that change items. */
export const changingCommands: readonly CliCommandEntry[] = [
  {
    name: 'add',
    usage: 'task|milestone|risk|decision|note TITLE [field=value …]',
    summary: 'makes an item and answers with its id',
    details: 'Fields are those of the item’s file; ids may be shortened.',
    examples: [
      'gantry add task "Read the tables" estimate=2d..4d milestone=M-4X assignees=ada,bob',
      'gantry add risk "Vendor late" current.probability=30% current.impact.schedule=5d..15d',
    ],
    load: async () => (await import('./commands/itemCommands.ts')).add,
  },
  {
    name: 'set',
    usage: 'ID field=value …',
    summary: 'changes fields of an item, or of the project',
    details:
      'An empty value takes the field out; += adds to a list and -= takes out of it. The project file goes by the id "project".',
    examples: [
      'gantry set T-7KQ3 status=doing started=2026-03-02',
      'gantry set T-7KQ3 dependsOn+="T-9F2A SS+2d" tags-=parser deadline=',
      'gantry set project statusDate=2026-03-01',
    ],
    load: async () => (await import('./commands/itemCommands.ts')).set,
  },
  {
    name: 'done',
    alias: 'complete',
    usage: 'ID [--on DATE]',
    summary: 'completes an item: done, reached, closed or accepted',
    examples: ['gantry done T-7KQ3', 'gantry done M-4XK2 --on 2026-03-27'],
    options: [{ name: 'on', value: 'DATE', summary: 'the day, instead of today' }],
    load: async () => (await import('./commands/itemCommands.ts')).done,
  },
  {
    name: 'reopen',
    usage: 'ID',
    summary: 'takes done or drop back',
    examples: ['gantry reopen T-7KQ3'],
    load: () => changeOne('reopen'),
  },
  {
    name: 'drop',
    usage: 'ID',
    summary: 'marks an item as one that will not be done',
    examples: ['gantry drop T-7KQ3'],
    load: () => changeOne('drop'),
  },
  {
    name: 'occurred',
    usage: 'ID [--with-contingency]',
    summary: 'says that a risk has happened, and can make tasks of its contingency plan',
    details:
      'Each entry of the list in contingency, or each of its lines, becomes a task: named in response.tasks, under the milestone that the risk affects.',
    examples: ['gantry occurred R-9F2A', 'gantry occurred R-9F2A --with-contingency'],
    options: [
      { name: 'with-contingency', summary: 'makes a task of each step of the contingency plan' },
    ],
    load: async () => (await import('./commands/itemCommands.ts')).occurred,
  },
  {
    name: 'actions',
    usage: 'NOTE [NUMBER …]',
    summary: 'makes tasks of the action items of a meeting or another note',
    details:
      'Each open action item that is no task yet becomes one, with who does it and by when, and the note names it. With numbers, counted from 1, only those do.',
    examples: ['gantry actions N-8WQE', 'gantry actions N-8WQE 2 3'],
    load: async () => (await import('./commands/itemCommands.ts')).actions,
  },
  {
    name: 'supersede',
    usage: 'OLD (NEW | --title TITLE)',
    summary: 'puts a decision in the place of another',
    details:
      'The old decision is superseded and names the new one; the new one is accepted. With --title it is made, about what the old one was about.',
    examples: ['gantry supersede D-83PX D-FMGT', 'gantry supersede D-83PX --title "Use steel"'],
    options: [
      { name: 'title', value: 'TITLE', summary: 'makes the decision that takes the place' },
    ],
    load: async () => (await import('./commands/itemCommands.ts')).supersede,
  },
  {
    name: 'remove',
    usage: 'ID',
    summary: 'takes an item out of the plan, recoverably',
    details:
      'The file goes to .trash in the plan folder with a note (removedFrom) of the fields that named the item and now forget it.',
    examples: ['gantry remove T-7KQ3'],
    load: () => changeOne('remove'),
  },
  {
    name: 'restore',
    usage: 'ID',
    summary: 'brings a removed item back',
    details:
      'It comes back into the fields that named it as well; those that have another value by now stay, and are named.',
    examples: ['gantry restore T-7KQ3'],
    load: () => changeOne('restore'),
  },
  {
    name: 'move',
    usage: 'ID [--parent ID] [--milestone ID] [--before ID] [--after ID]',
    summary: 'puts an item elsewhere in the outline',
    examples: ['gantry move T-7KQ3 --milestone M-4XK2', 'gantry move T-7KQ3 --parent none'],
    options: [
      { name: 'parent', value: 'ID', summary: 'the summary task to hang it under, or none' },
      { name: 'milestone', value: 'ID', summary: 'the milestone that it belongs to, or none' },
      { name: 'before', value: 'ID', summary: 'the sibling that comes after it' },
      { name: 'after', value: 'ID', summary: 'the sibling that comes before it' },
    ],
    load: async () => (await import('./commands/itemCommands.ts')).move,
  },
  {
    name: 'assign',
    usage: 'ID PERSON …, or assign ID --whoever-can',
    summary: 'replaces the people of a task, or the owner of a milestone or risk',
    details:
      'Whoever can is somebody who is here, has the skills that the task names (or shares one with the people that it has) and has the time; of several the one with whom the plan ends first.',
    examples: [
      'gantry assign T-7KQ3 ada "bob 50%"',
      'gantry assign T-7KQ3 none',
      'gantry assign T-7KQ3 --whoever-can',
    ],
    options: [{ name: 'whoever-can', summary: 'chooses by skill and time' }],
    load: async () => (await import('./commands/itemCommands.ts')).assign,
  },
  {
    name: 'link',
    usage: 'PREDECESSOR SUCCESSOR [FS+2d], or link ID PATH[:LINE[-LINE]]',
    summary: 'lets a task wait for another, or ties an item to code',
    details:
      'A link to code keeps a short quote and the commit, so that it finds its place again. A link to code that is not there is made and told, with an exit code of 1.',
    examples: [
      'gantry link T-7KQ3 T-9F2A SS+2d',
      'gantry link T-7KQ3 src/parser.ts:12-30',
      'gantry link T-7KQ3 src/parser.ts#Parser.parseTask',
    ],
    load: async () => (await import('./commands/itemCommands.ts')).link,
  },
  {
    name: 'unlink',
    usage: 'PREDECESSOR SUCCESSOR, or unlink ID PATH[:LINE]',
    summary: 'takes a link out',
    examples: ['gantry unlink T-7KQ3 T-9F2A', 'gantry unlink T-7KQ3 src/parser.ts'],
    load: async () => (await import('./commands/itemCommands.ts')).unlink,
  },
  {
    name: 'rename',
    usage: 'ID [NEWID]',
    summary: 'gives an item another id and rewrites every reference',
    examples: ['gantry rename T-7KQ3', 'gantry rename T-7KQ3 T-9F2A'],
    load: async () => (await import('./commands/itemCommands.ts')).rename,
  },
  {
    name: 'repair',
    usage: '',
    summary: 'merges files that hold git’s marks of a conflict, field by field',
    details:
      'What only one side says is taken, what both say otherwise stands under conflicts for gantry resolve. A file whose sides are no YAML by themselves stays as it is. An item that one side took out and the other kept is named again where it was, as far as nobody else changed that.',
    examples: ['gantry repair'],
    load: () => import('./commands/repair.ts'),
  },
  {
    name: 'resolve',
    usage: 'ID [FIELD] ours|theirs',
    summary: 'decides what a merge has left open',
    details:
      'Without a field all that is open in the item is decided alike. An item that was made under the same id on the other side gets an id of its own, whichever side is named.',
    examples: ['gantry resolve T-7KQ3 status theirs', 'gantry resolve T-7KQ3 ours'],
    load: () => import('./commands/resolve.ts'),
  },
  {
    name: 'baseline',
    usage: '[NAME [--reason TEXT]]',
    summary: 'writes down where everything stands today; without a name, tells what moved since',
    details:
      'It makes baselines/<date>-<name>.yaml from the computed dates, and never writes over one. gantry check holds the plan against the baseline taken last: tasks that missed it, its finish, and the pace. Without a name the plan is held against each baseline: items, people and planned value.',
    examples: [
      'gantry baseline Kickoff',
      'gantry baseline',
      'gantry baseline "Scope cut" --reason "Agreed with Ada"',
    ],
    options: [
      {
        name: 'reason',
        value: 'TEXT',
        summary: 'why it is taken; needed where there is one already',
      },
    ],
    load: () => import('./commands/baseline.ts'),
  },
];

type OneIdVerb = 'reopen' | 'drop' | 'remove' | 'restore';

async function changeOne(verb: OneIdVerb): Promise<{ readonly run: RunCommand }> {
  const commands = await import('./commands/changeOne.ts');
  return { run: commands[verb] };
}
