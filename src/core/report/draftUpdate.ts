import { compareText } from '../base/order.ts';
import type { LinkedCommit } from '../commits/commit.ts';
import type { Proposal } from '../commits/proposals.ts';
import { formatDay, minutesPerDay, parsePlanDate, type Instant } from '../model/instant.ts';
import { pathOfId } from '../model/ids.ts';
import type { Assignment } from '../model/assignment.ts';
import { itemOf, type Plan } from '../model/plan.ts';
import type { PlanStep } from '../model/planPast.ts';
import { plannedWork } from '../model/plannedWork.ts';
import { personName } from '../model/personName.ts';
import { isClosed } from '../model/task.ts';
import type { Schedule } from '../schedule/schedule.ts';
import { plain } from './plainText.ts';

/** A sentence with what it rests on: files of the plan folder and full names of commits. */
export interface ToldSentence {
  readonly text: string;
  readonly files: readonly string[];
  readonly commits: readonly string[];
}

export interface DraftSection {
  readonly title: string;
  readonly sentences: readonly ToldSentence[];
}

/** What a stand-up or a weekly summary could say. A person reads it over before anybody else does. */
export interface UpdateDraft {
  readonly title: string;
  /** Days such as `2026-03-01`, both in. */
  readonly from: string;
  readonly to: string;
  readonly sections: readonly DraftSection[];
}

export interface DraftInput {
  readonly plan: Plan;
  readonly schedule: Schedule;
  readonly commits: readonly LinkedCommit[];
  readonly proposals: readonly Proposal[];
  /** What changed in the plan, with the commits that changed it; undefined where nothing was there before. */
  readonly planChanges:
    | {
        readonly sentences: readonly string[];
        readonly steps: readonly Pick<PlanStep, 'commit' | 'changed'>[];
      }
    | undefined;
  /** Midnights of the first and the last day. */
  readonly from: Instant;
  readonly to: Instant;
  readonly title: string;
}

/** So many sentences of one kind are told. */
const mostTold = 30;

/** What was done, worked on, changed and proposed between two days, each sentence with its evidence. */
export function draftUpdate(input: DraftInput): UpdateDraft {
  const sections = [
    { title: 'Done', sentences: tellDone(input) },
    { title: 'Worked on', sentences: tellWork(input) },
    { title: 'Next', sentences: tellNext(input) },
    { title: 'Blocked', sentences: tellBlocked(input) },
    { title: 'Changed in the plan', sentences: tellPlanChanges(input) },
    { title: 'The commits say, and the plan does not yet', sentences: tellProposals(input) },
  ];
  return {
    title: input.title,
    from: formatDay(input.from),
    to: formatDay(input.to),
    sections: sections
      .filter(({ sentences }) => sentences.length > 0)
      .map(({ title, sentences }) => ({ title, sentences: cut(sentences) })),
  };
}

function cut(sentences: readonly ToldSentence[]): readonly ToldSentence[] {
  if (sentences.length <= mostTold) return sentences;
  const rest = sentences.length - mostTold + 1;
  return [...sentences.slice(0, mostTold - 1), told(`And ${rest} more.`, [])];
}

function isWithin(at: Instant | undefined, { from, to }: DraftInput): boolean {
  return at !== undefined && at >= from && at < to + minutesPerDay;
}

function tellDone(input: DraftInput): readonly ToldSentence[] {
  const { plan } = input;
  const milestones = [...plan.milestones.values()]
    .filter(({ reached }) => isWithin(reached?.at, input))
    .map(({ id, title }) => told(`${id} “${title}” was reached.`, [id]));
  const tasks = [...plan.tasks.values()]
    .filter(({ status, finished }) => status === 'done' && isWithin(finished?.at, input))
    .map(task => {
      const who = namesOf(plan, task.assignees);
      return told(`${who}finished ${task.id} “${task.title}”.`, [task.id]);
    });
  return [...milestones, ...tasks];
}

/** Who worked on what, by the authors of the commits. */
function tellWork(input: DraftInput): readonly ToldSentence[] {
  const groups = new Map<string, { author: string; id: string; commits: LinkedCommit[] }>();
  for (const commit of input.commits) {
    if (!isWithin(parsePlanDate(commit.day)?.at, input)) continue;
    for (const id of commit.ids) {
      if (!itemOf(input.plan, id)) continue;
      const key = `${commit.author}\0${id}`;
      const group = groups.get(key) ?? { author: commit.author, id, commits: [] };
      group.commits.push(commit);
      groups.set(key, group);
    }
  }
  return [...groups.values()]
    .sort((a, b) => compareText(a.author, b.author) || compareText(a.id, b.id))
    .map(({ author, id, commits }) => {
      const title = itemOf(input.plan, id)?.title ?? '';
      const count = `${commits.length} commit${commits.length === 1 ? '' : 's'}`;
      return {
        text: `${author} worked on ${id} “${title}” (${count}).`,
        files: [],
        commits: commits.map(({ hash }) => hash),
      };
    });
}

/** Of one person and of several. */
const verbs = { goOn: ['goes on with', 'go on with'], begin: ['begins', 'begin'] } as const;

function tellNext(input: DraftInput): readonly ToldSentence[] {
  const { plan, schedule, from, to } = input;
  const length = to - from + minutesPerDay;
  return plannedWork(plan)
    .filter(task => !isClosed(task) && task.status !== 'blocked')
    .map(task => ({ task, start: schedule.datesOf(task.id)?.start ?? Infinity }))
    .filter(({ start }) => start < to + minutesPerDay + length)
    .sort((a, b) => a.start - b.start || compareText(a.task.id, b.task.id))
    .map(({ task }) => {
      const isGone = ({ person }: Assignment): boolean =>
        plan.project.people.get(person)?.isActive === false;
      const there = task.assignees.filter(each => !isGone(each));
      const who = namesOf(plan, there, 'Nobody yet ');
      const isBegun = task.started !== undefined || task.status === 'doing';
      const verb = (isBegun ? verbs.goOn : verbs.begin)[there.length > 1 ? 1 : 0];
      const gone = namesOf(plan, task.assignees.filter(isGone), '');
      const note = gone === '' ? '' : `, which ${gone}left behind`;
      return told(`${who}${verb} ${task.id} “${task.title}”${note}.`, [task.id]);
    });
}

function tellBlocked({ plan }: DraftInput): readonly ToldSentence[] {
  return plannedWork(plan)
    .filter(({ status }) => status === 'blocked')
    .map(task => told(`${task.id} “${task.title}” is blocked.`, [task.id]));
}

/** So many files and commits are named behind one sentence. */
const mostNamed = 5;

function tellPlanChanges({ planChanges }: DraftInput): readonly ToldSentence[] {
  if (!planChanges) return [];
  const { sentences, steps } = planChanges;
  // A sentence tells of the plan as a whole, so it rests on all that was changed, the latest first.
  const latest = steps.toReversed();
  const commits = latest.map(({ commit }) => commit);
  const paths = new Set(latest.flatMap(({ changed }) => [...changed.keys()]));
  const files = [...paths].filter(path => path.endsWith('.yaml')).slice(0, mostNamed);
  return sentences.map(text => ({ text: `${text}.`, files, commits }));
}

function tellProposals({ proposals }: DraftInput): readonly ToldSentence[] {
  return proposals.map(({ id, title, status, progress, commits }) => {
    const what =
      status === 'done' ? 'is done' : status === 'doing' ? 'has begun' : `is at ${progress ?? 0}%`;
    return {
      text: `${id} “${title}” ${what}.`,
      files: fileOf(id),
      commits: commits.map(({ hash }) => hash),
    };
  });
}

function told(text: string, ids: readonly string[]): ToldSentence {
  return { text, files: ids.flatMap(fileOf), commits: [] };
}

function fileOf(id: string): readonly string[] {
  const path = pathOfId(id);
  return path === undefined ? [] : [path];
}

/** `Ada, Bob `, to go before a verb. */
function namesOf(
  { project }: Plan,
  assignees: readonly Assignment[],
  nobody = 'Somebody ',
): string {
  const names = assignees.map(({ person }) => personName(project, person));
  return names.length === 0 ? nobody : `${names.join(', ')} `;
}

/**
 * A draft as Markdown: behind each sentence the files and commits that it rests on.
 *
 * @param folder the plan folder, as a link from the workspace folder has it
 */
export function draftMarkdown({ title, from, to, sections }: UpdateDraft, folder: string): string {
  const days = from === to ? from : `${from} to ${to}`;
  const head = `# ${plain(title)}: ${days}\n`;
  if (sections.length === 0)
    return `${head}\nNothing happened that the plan or the commits tell.\n`;
  const told = sections.map(section => {
    const lines = section.sentences.map(sentence => `- ${lineOf(sentence, folder)}`);
    return `\n## ${section.title}\n\n${lines.join('\n')}\n`;
  });
  return head + told.join('');
}

function lineOf({ text, files, commits }: ToldSentence, folder: string): string {
  const named = commits.slice(0, mostNamed).map(hash => `\`${hash.slice(0, 9)}\``);
  const more = commits.length > mostNamed ? ['…'] : [];
  const links = files.map(file => `[${file}](${encodeURI(`${folder}/${file}`)})`);
  const evidence = [...links, ...named, ...more].join(', ');
  return evidence === '' ? plain(text) : `${plain(text)} (${evidence})`;
}
