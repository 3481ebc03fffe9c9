import type { CliCommandEntry } from './cliCommand.ts';
import { chartSorts } from '../core/model/savedView.ts';
import { statusDateOption } from './statusDate.ts';

/** The commands that make a plan, look at it, and bring it in and out. */
export const lookingCommands: readonly CliCommandEntry[] = [
  {
    name: 'init',
    usage: '[--template NAME] [--folder NAME]',
    summary: 'makes the plan folder',
    details:
      'Nothing is written while a file, another tool or .gitignore stands in the way; then the way out is told.',
    examples: ['gantry init', 'gantry init --template software', 'gantry init --folder .gantry'],
    options: [
      { name: 'template', value: 'NAME', summary: 'what to begin with: blank or software' },
      { name: 'name', value: 'TITLE', summary: 'the name of the project, instead of the folder’s' },
    ],
    load: () => import('./commands/init.ts'),
  },
  {
    name: 'setup',
    usage: 'git [--remove]',
    summary: 'lets git merge the files of the plan field by field',
    details:
      'It names the driver in the settings of this clone and the files in .gitattributes of the plan folder, which is to be committed. Clones without the driver merge by lines as before.',
    examples: ['gantry setup git', 'gantry setup git --remove'],
    options: [{ name: 'remove', summary: 'takes both out again' }],
    load: () => import('./commands/setup.ts'),
  },
  {
    name: 'merge-driver',
    usage: 'BASE OURS THEIRS PATH',
    summary: 'merges three versions of a file; git calls it',
    details: 'The result goes into OURS. The exit code is 1 where somebody has to decide.',
    examples: ['gantry merge-driver -- %O %A %B %P'],
    load: () => import('./commands/mergeDriver.ts'),
  },
  {
    name: 'check',
    usage: '[--format text|json|sarif] [--max N] [--quality]',
    summary: 'validates files, references, schedule, risks and links to code',
    details:
      'The exit code is 1 when there are errors or warnings. The schedule is measured by the fourteen points of reviewers, in a plan of any size: what is beyond their limits is a remark, and beyond those that quality in the project file sets a warning. SARIF is for code hosts that show findings beside a change.',
    examples: [
      'gantry check',
      'gantry check --quality',
      'gantry check --format sarif > gantry.sarif',
    ],
    options: [
      { name: 'max', value: 'N', summary: 'list at most N findings (200 as text)' },
      { name: 'quality', summary: 'list the fourteen points also when all are met' },
    ],
    load: () => import('./commands/check.ts'),
  },
  {
    name: 'list',
    usage: '[QUERY] [--view NAME] [--sort COLUMN]',
    summary: 'finds items by words and conditions',
    details: [
      'Words and "phrases" must stand in the id, title or description. Conditions:',
      '  kind: status: assignee: milestone: parent: priority: type: tag: code: category: origin:',
      '  start, finish, due (2026-03-31, today, today+2w), length, float (2d), progress (50%),',
      '  compared by < <= > >= =',
      '  open, critical, overdue, late, undated',
      'Several values are separated by commas; none means that the field is empty. A minus before a',
      'word or a condition finds what it does not hold for; write -- before a query that begins with it.',
      `Sorted by ${chartSorts.slice(0, 8).join(', ')},`,
      `  ${chartSorts.slice(8).join(', ')}, as the chart sorts; --sort=-float puts the highest first.`,
    ].join('\n'),
    examples: [
      'gantry list parser',
      'gantry list kind:task status:todo,doing assignee:ada critical',
      'gantry list kind:risk open',
      "gantry list 'open float<2d finish<=today+2w -tag:later'",
      'gantry list --view "Late work"',
      'gantry list kind:task --sort=-float',
    ],
    options: [
      {
        name: 'view',
        value: 'NAME',
        summary: 'what a view of the project file shows, in its order',
      },
      { name: 'sort', value: 'COLUMN', summary: 'by a column of the chart, as finish, or =-float' },
    ],
    load: async () => (await import('./commands/planCommands.ts')).list,
  },
  {
    name: 'next',
    usage: '[--for PERSON]',
    summary: 'tells which tasks can be worked on now',
    details:
      'All that they wait for is done. The least float comes first, then priority, then dates.',
    examples: ['gantry next', 'gantry next --for ada'],
    options: [{ name: 'for', value: 'PERSON', summary: 'only tasks of this person' }],
    load: async () => (await import('./commands/planCommands.ts')).next,
  },
  {
    name: 'show',
    usage: 'ID',
    summary: 'shows one item with its dates and who names it',
    examples: ['gantry show T-7KQ3', 'gantry show t-7'],
    load: async () => (await import('./commands/planCommands.ts')).show,
  },
  {
    name: 'schedule',
    usage: '[--level [--accept all|ID,…]] [--status-date DATE] [--with CHANGE …]',
    summary: 'computes dates, float and the critical path, also as they would be',
    details:
      'In JSON, floats are working minutes, and dates are times on the wall clock of the project. The exit code is 1 when part of the plan could not be scheduled. With changes, it tells what they would do, and writes nothing; each is an id, a field and a value as for gantry set. With --level nobody has more to do at once than they give: what would move is told with the reason, and written only with --accept.',
    examples: [
      'gantry schedule',
      'gantry schedule --level',
      'gantry schedule --level --accept T-7KQ3,T-9F2A',
      'gantry schedule --status-date 2026-03-01 --format json',
      'gantry schedule --with "T-7KQ3.estimate=5d" --with "T-9F2A.constraint="',
    ],
    options: [
      {
        name: 'with',
        value: 'CHANGE',
        isRepeated: true,
        summary: 'a change to try, such as T-7KQ3.estimate=5d; may be given several times',
      },
      { name: 'level', summary: 'a schedule within what everybody can do' },
      {
        name: 'accept',
        value: 'IDS',
        summary: 'writes what levelling found: all, or only for the tasks named',
      },
      { name: 'seed', value: 'N', summary: 'draws the orders that levelling tries from N, not 1' },
      statusDateOption,
    ],
    load: async () => (await import('./commands/planCommands.ts')).schedule,
  },
  {
    name: 'why',
    usage: 'ID [--status-date DATE]',
    summary: 'tells why an item has its dates, and what would bring them earlier',
    details:
      'The chain of reasons leads back to the start. What would bring the date earlier was tried by scheduling the plan with it; nothing is written.',
    examples: ['gantry why T-7KQ3', 'gantry why M-4XK2 --format json'],
    options: [statusDateOption],
    load: async () => (await import('./commands/planCommands.ts')).why,
  },
  {
    name: 'people',
    usage: '[--by person|team|skill]',
    summary: 'shows who has how much to do by week, who has too much, and the ways out',
    details:
      'Each way out (begin later, pause, give to somebody with the skill, drop) was tried by scheduling the plan with it and makes nothing worse. In JSON, work and time are minutes.',
    examples: ['gantry people', 'gantry people --by skill', 'gantry people --format json'],
    options: [{ name: 'by', value: 'GROUP', summary: 'add up by person, team or skill' }],
    load: async () => (await import('./commands/storyCommands.ts')).people,
  },
  {
    name: 'money',
    usage: '[--status-date DATE] [--baseline NAME] [--cuts]',
    summary: 'shows what the plan costs, has cost and will cost, each figure with its formula',
    details:
      'Hours cost what private.yaml in the plan folder says, which git is to ignore (rates: {ada: 95}), else money.hourRate of the project. Planned value is that of the newest baseline, else of the plan as it is. In JSON, amounts are texts, and indices are numbers.',
    examples: [
      'gantry money',
      'gantry money --cuts',
      'gantry money --status-date 2026-03-31 --format json',
    ],
    options: [
      { name: 'baseline', value: 'NAME', summary: 'what it is held against, not the newest' },
      {
        name: 'cuts',
        summary: 'tell where money could be saved, and what that costs in days and risk',
      },
      statusDateOption,
    ],
    load: async () => (await import('./commands/storyCommands.ts')).money,
  },
  {
    name: 'diff',
    usage: '[REVISION] [REVISION] [--to md]',
    summary: 'tells what changed in the plan since a commit, and what that did to the dates',
    details:
      'Without a revision the files are compared with the last commit. `A..B` compares two, `A...B` the second with where both parted, as a pull request does. --to md writes a comment for one.',
    examples: ['gantry diff', 'gantry diff main', 'gantry diff origin/main...HEAD --to md'],
    options: [{ name: 'to', value: 'FORMAT', summary: 'md for Markdown' }],
    load: () => import('./commands/diff.ts'),
  },
  {
    name: 'simulate',
    usage: '[--iterations N] [--seed S] [--explain] [--calibrate] [--history N]',
    summary: 'forecasts when it will be done, how sure that is, and what would help most',
    details:
      'The plan is scheduled thousands of times with lengths drawn from the estimates and with risks that happen or not. The same plan and seed give the same answer on every machine. Without --iterations it ends once the dates have settled. In JSON, dates are times on the wall clock of the project, lengths are working minutes, and amounts hundredths.',
    examples: [
      'gantry simulate',
      'gantry simulate --explain',
      'gantry simulate --history 20',
      'gantry simulate --iterations 50000 --seed 7 --format json',
    ],
    options: [
      { name: 'iterations', value: 'N', summary: 'how often the plan is scheduled, exactly' },
      { name: 'seed', value: 'S', summary: 'from which the draws are made; 1 when missing' },
      { name: 'explain', summary: 'tell how the numbers are made' },
      {
        name: 'calibrate',
        summary:
          'tell what finished tasks say of the estimates and of the pace, and the dates by them',
      },
      {
        name: 'history',
        value: 'N',
        summary: 'the forecast at the last N commits of the plan, and which fields moved it',
      },
      statusDateOption,
    ],
    load: () => import('./commands/simulate.ts'),
  },
  {
    name: 'progress',
    usage: '[--status-date DATE]',
    summary: 'tells by week what was done and what is left, the pace, and what is in work how long',
    details:
      'It counts from the dates on which tasks were started and finished. In JSON, lengths are working minutes.',
    examples: ['gantry progress', 'gantry progress --status-date 2026-03-31 --format json'],
    options: [statusDateOption],
    load: async () => (await import('./commands/storyCommands.ts')).progress,
  },
  {
    name: 'report',
    usage:
      '[--audience NAME] [--to md|html] [--on DATE] [--since REVISION] [--out FILE | --freeze]',
    summary: 'writes one page about the plan in plain words, for those who do not read it',
    details:
      'Audiences are team, management, customer and steering. A customer is shown nothing internal, no money, no names, and only the risks and decisions that are public (visibility). It tells of the status date; else of the day of the last commit, in the time of Greenwich, so that the same commit gives the same page; else of today, while the plan has changes that are in no commit. The page says which, and is the same in the editor. --freeze keeps what was told in the plan folder (reports/2026-11-23-management.md), without the rates of private.yaml, which git is not to see; a later report tells what changed since.',
    examples: [
      'gantry report',
      'gantry report --audience management --to html --out status.html',
      'gantry report --audience steering --since v1.2',
      'gantry report --audience management --freeze',
    ],
    options: [
      { name: 'audience', value: 'NAME', summary: 'team, management, customer or steering' },
      { name: 'to', value: 'FORMAT', summary: 'md or html' },
      { name: 'on', value: 'DATE', summary: 'the day that it tells of' },
      {
        name: 'since',
        value: 'REVISION',
        summary: 'tells what changed since a commit, not since the last frozen report',
      },
      { name: 'freeze', summary: 'keep the report in the plan folder' },
      { name: 'out', value: 'FILE', summary: 'the file to write, instead of standard output' },
      { name: 'force', summary: 'replace the file when it is there' },
    ],
    load: async () => (await import('./commands/storyCommands.ts')).report,
  },
  {
    name: 'draft',
    usage: 'standup|weekly [--since DATE] [--add]',
    summary: 'drafts a stand-up or a weekly summary from commits, proposals and plan changes',
    details:
      'Behind each sentence stand the files and commits that it rests on. A stand-up tells of the last working day, a weekly summary of seven days. --add makes a note of it in the plan, to be read over.',
    examples: ['gantry draft standup', 'gantry draft weekly --since 2026-03-02 --add'],
    options: [
      { name: 'since', value: 'DATE', summary: 'the first day that it tells of' },
      { name: 'add', summary: 'make a note of it in the plan' },
    ],
    load: async () => (await import('./commands/storyCommands.ts')).draft,
  },
  {
    name: 'risks',
    usage: '',
    summary: 'shows the risk register, the heaviest risk first',
    examples: ['gantry risks', 'gantry risks --format json'],
    load: async () => (await import('./commands/planCommands.ts')).risks,
  },
  {
    name: 'links',
    usage: '[ID …] [--repair [--accept]]',
    summary: 'tells where the linked code is now',
    details:
      'fresh: where it was recorded; moved: somewhere else, for certain; drifted: it has changed, perhaps it is at the place with a question mark; lost: it is gone. The exit code is 1 where something drifted or was lost. --repair writes the links of what moved anew.',
    examples: ['gantry links', 'gantry links T-7KQ3 --format json', 'gantry links --repair'],
    options: [
      { name: 'repair', summary: 'write the links to where the code moved' },
      { name: 'accept', summary: 'with --repair, also take the best guess for what drifted' },
    ],
    load: async () => (await import('./commands/codeCommands.ts')).links,
  },
  {
    name: 'impact',
    usage: '[RANGE] [--staged] [--to md] [--format text|json|sarif]',
    summary: 'tells which tasks and risks a change of code touches, and who should know',
    details:
      'Without a range the files are compared with the last commit, with --staged what is to be committed. A range is A..B, A...B as a pull request counts it, or a branch. The exit code is 1 where the change touches a critical task or an open risk, or leaves linked code without a certain place.',
    examples: [
      'gantry impact',
      'gantry impact origin/main...HEAD --to md',
      'gantry impact origin/main...HEAD --format sarif > impact.sarif',
    ],
    options: [
      { name: 'staged', summary: 'what is to be committed' },
      { name: 'to', value: 'FORMAT', summary: 'md for Markdown' },
    ],
    load: async () => (await import('./commands/codeCommands.ts')).impact,
  },
  {
    name: 'proposals',
    usage: '[--accept ID|all]',
    summary: 'proposes status, actual dates and progress from the commits',
    details:
      'The first commit of a task is its start; a message such as "Closes T-7KQ3", or the merge of a branch of that name, is its end; days of work beside the estimate are progress. Nothing is written unless it is accepted.',
    examples: [
      'gantry proposals',
      'gantry proposals --accept T-7KQ3',
      'gantry proposals --accept all',
    ],
    options: [
      { name: 'accept', value: 'ID', summary: 'write what is proposed for a task, or for all' },
    ],
    load: async () => (await import('./commands/codeCommands.ts')).proposals,
  },
  {
    name: 'evidence',
    usage: '[ID …] [--propose]',
    summary: 'tells what the code behind tasks and milestones says of their risk',
    details:
      'Commits, churn and authors of the last 90 days, size, and files without a test of their name. What more than 95 % of the files of this repository stay below is told. --propose makes a proposed risk of it, with the evidence and its date; a person decides.',
    examples: [
      'gantry evidence',
      'gantry evidence M-4XK2 --format json',
      'gantry evidence --propose',
    ],
    options: [{ name: 'propose', summary: 'propose a risk for what is out of the ordinary' }],
    load: async () => (await import('./commands/codeCommands.ts')).evidence,
  },
  {
    name: 'log',
    usage: 'ID',
    summary: 'tells the work on an item as the commits tell it',
    details:
      'A commit belongs to an item by a trailer (Task: T-7KQ3), by the id in its subject, by the name of its branch, or because the item names it. What is known is kept in the cache folder of the user and brought up to date.',
    examples: ['gantry log T-7KQ3', 'gantry log T-7KQ3 --format json'],
    load: async () => (await import('./commands/codeCommands.ts')).log,
  },
  {
    name: 'import',
    usage: 'FILE --from mspdi [--dry-run] [--force]',
    summary: 'brings a plan in from another program',
    details:
      'mspdi is the XML that Microsoft Project and many others save. Importing the same project again updates its tasks; nothing is ever removed. Where there is no plan yet, one is made.',
    examples: ['gantry import bridge.xml --from mspdi --dry-run'],
    options: [
      { name: 'from', value: 'FORMAT', summary: 'what the file is: mspdi' },
      { name: 'dry-run', summary: 'tell what would be done, and write nothing' },
      {
        name: 'force',
        summary: 'take the file for the same project, whatever its tasks are called',
      },
    ],
    load: () => import('./commands/import.ts'),
  },
  {
    name: 'export',
    usage: '--to mermaid|csv|json|mspdi [--out FILE] [--force]',
    summary: 'writes the plan with its computed dates for other programs',
    details:
      'mspdi is the XML format of Microsoft Project. Tasks that were imported from there keep their numbers, so that a later import updates them.',
    examples: [
      'gantry export --to mermaid',
      'gantry export --to csv --out plan.csv',
      'gantry export --to mspdi --out plan.xml',
    ],
    options: [
      { name: 'to', value: 'FORMAT', summary: 'mermaid, csv, json or mspdi' },
      { name: 'out', value: 'FILE', summary: 'the file to write, instead of standard output' },
      { name: 'force', summary: 'replace the file when it is there' },
    ],
    load: () => import('./commands/export.ts'),
  },
];
