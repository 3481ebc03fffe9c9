import type {
  OverloadRow,
  OwnTask,
  PersonView,
  ReliefRow,
  WaitingTask,
} from '../../src/core/views/personView.ts';
import { createItemLink, type ShowItem } from '../forecast/itemLink.ts';
import { createElement } from '../ui/element.ts';

/** What can be done about the work of a person. */
export interface PersonEvents {
  readonly show: ShowItem;
  /** Ticks a task off, or takes that back. */
  tick(id: string, isDone: boolean): void;
  reliefs(firstDay: number): Promise<readonly ReliefRow[]>;
  take(relief: ReliefRow): void;
  readonly canEdit: boolean;
}

/** What one person has to do: now, the week, what is too much of it, next, and who waits. */
export function createPersonPage(view: PersonView, events: PersonEvents): readonly HTMLElement[] {
  return [
    createSection('Now', [createTasks(view.now, 'Nothing is in hand.', events)]),
    createSection(`This week, ${view.week}`, [createTodo(view, events)]),
    ...(view.overloads.length === 0 ? [] : [createOverloads(view.overloads, events)]),
    createSection('Next', [createTasks(view.next, 'Nothing is planned after that.', events)]),
    createSection(`Waiting for ${view.name}`, [createWaitingList(view.waiting, events)]),
  ];
}

function createSection(title: string, parts: readonly HTMLElement[]): HTMLElement {
  return createElement('section', { class: 'person-section' }, [
    createElement('h3', { text: title }),
    ...parts,
  ]);
}

/** The week as a list that is ticked off. */
function createTodo({ todo }: PersonView, events: PersonEvents): HTMLElement {
  if (todo.length === 0) return createElement('p', { class: 'faint', text: 'Nothing this week.' });
  return createElement(
    'ul',
    { class: 'person-todo' },
    todo.map(task => {
      const box = createElement('input', {
        attributes: {
          type: 'checkbox',
          'aria-label': `Done: ${task.title}`,
          'data-focus': `tick ${task.id}`,
        },
      });
      box.checked = task.isDone;
      box.disabled = !events.canEdit;
      box.addEventListener('change', () => events.tick(task.id, box.checked));
      return createElement('li', { class: task.isDone ? 'is-done' : '' }, [
        createElement('span', { class: 'person-tick' }, [box]),
        createTaskText(task, events),
      ]);
    }),
  );
}

function createTasks(tasks: readonly OwnTask[], empty: string, events: PersonEvents): HTMLElement {
  if (tasks.length === 0) return createElement('p', { class: 'faint', text: empty });
  return createElement(
    'ul',
    { class: 'person-tasks' },
    tasks.map(task => createElement('li', {}, [createTaskText(task, events)])),
  );
}

function createTaskText(task: OwnTask, { show }: PersonEvents): HTMLElement {
  return createElement('span', {}, [
    createItemLink(task.id, task.title, show),
    createElement('span', { class: 'faint', text: task.days === '' ? '' : ` ${task.days}` }),
    createElement('span', {
      class: `person-note${task.isLate ? ' is-late' : ''}`,
      text: task.note,
    }),
  ]);
}

function createWaitingList(waiting: readonly WaitingTask[], { show }: PersonEvents): HTMLElement {
  if (waiting.length === 0)
    return createElement('p', { class: 'faint', text: 'Nobody waits for it.' });
  return createElement(
    'ul',
    { class: 'person-tasks' },
    waiting.map(({ id, title, who, forId, forTitle }) =>
      createElement('li', {}, [
        createItemLink(id, title, show),
        createElement('span', { class: 'faint', text: who === '' ? '' : ` of ${who}` }),
        createElement('span', { class: 'person-note', text: `waits for ${forId} “${forTitle}”` }),
      ]),
    ),
  );
}

function createOverloads(overloads: readonly OverloadRow[], events: PersonEvents): HTMLElement {
  return createSection(
    'Too much to do',
    overloads.map((overload, place) => {
      const ways = createElement('div', { class: 'person-ways' });
      const summary = createElement('summary', {
        text: overload.text,
        attributes: { 'data-focus': `over ${overload.firstDay}` },
      });
      const details = createElement('details', { class: 'person-overload' }, [
        summary,
        createElement(
          'ul',
          { class: 'person-tasks' },
          overload.tasks.map(({ id, title }) =>
            createElement('li', {}, [createItemLink(id, title, events.show)]),
          ),
        ),
        ways,
      ]);
      const load = (): void => {
        if (details.open && ways.childElementCount === 0) void fillWays(ways, overload, events);
      };
      details.addEventListener('toggle', load);
      details.open = place === 0;
      return details;
    }),
  );
}

/** Each way out was tried by scheduling with it; taking one is one step, which one undo takes back. */
async function fillWays(
  ways: HTMLElement,
  { firstDay }: OverloadRow,
  events: PersonEvents,
): Promise<void> {
  const waiting = createElement('p', { class: 'faint', text: 'Trying the ways out…' });
  ways.replaceChildren(waiting);
  const reliefs = await events.reliefs(firstDay);
  if (!ways.isConnected) return;
  if (reliefs.length === 0) {
    waiting.textContent =
      'No single change was found that helps; levelling finds a schedule without any overload.';
    return;
  }
  const list = reliefs.map(relief => {
    const take = createElement('button', {
      class: 'gantt-button person-take',
      text: 'Take',
      attributes: {
        type: 'button',
        'aria-label': `Take: ${relief.text}`,
        'data-focus': `take ${relief.kind} ${relief.task} ${relief.text}`,
      },
    });
    take.disabled = !events.canEdit;
    take.addEventListener('click', () => events.take(relief));
    return createElement('li', {}, [
      createElement('span', {}, [
        relief.text,
        createElement('span', { class: 'person-note', text: relief.result }),
      ]),
      take,
    ]);
  });
  ways.replaceChildren(
    createElement('p', { class: 'faint', text: 'Ways out, each tried:' }),
    createElement('ul', { class: 'person-reliefs' }, list),
  );
}
