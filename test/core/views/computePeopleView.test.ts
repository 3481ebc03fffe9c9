import assert from 'node:assert/strict';
import { test } from 'node:test';
import { emptyPlan } from '../../../src/core/model/plan.ts';
import { loadCsv, loadSvg } from '../../../src/core/views/exportLoad.ts';
import { windowOf } from '../../../src/core/views/peopleView.ts';
import { buildPeople, buildPlan, type TaskWords } from '../../support/buildPlan.ts';
import { crowdedPlan, peopleView } from '../../support/peopleView.ts';

test('everybody is told with work, what is too much of it, and what is odd', () => {
  const view = peopleView();
  assert.equal(view.headline, '1 of 4 people has more to do than time');
  assert.deepEqual(view.sentences, ['1 of 7 open tasks has nobody yet.']);
  assert.deepEqual(
    view.tables.person.rows.map(({ key, work, over, remark }) => [key, work, over, remark]),
    [
      ['ada', '7d', '2d', ''],
      ['bob', '2d', '', ''],
      ['dan', '1d', '', 'has left'],
      ['eve', '1d', '', 'is not in the project file'],
    ],
  );
});

test('a week has its work, the time given, its leave, and a mark where a day is too full', () => {
  const view = peopleView();
  const weeks = (row: number) => {
    const { given, work, away, over } = windowOf(view.tables.person, view.weeks, {
      row,
      from: 0,
      count: 2,
    });
    return [[...given], [...work], [...away], [...over]];
  };
  assert.deepEqual(weeks(0), [
    [2400, 2400],
    [2400, 960],
    [0, 0],
    [1, 0],
  ]);
  assert.deepEqual(weeks(1), [
    [2400, 960],
    [960, 0],
    [0, 3],
    [0, 0],
  ]);
});

test('the headline counts skills that too few have, and names those that nobody has', () => {
  const people = buildPeople({ ada: { name: 'Ada', skills: ['weld'], units: 0.5 } });
  const view = (tasks: Readonly<Record<string, TaskWords>>) =>
    peopleView(buildPlan({ project: { people }, tasks }));
  const short = view({
    'T-0001': { duration: '4d', skills: ['weld'] },
    'T-0002': { duration: '1d', skills: ['dive', 'weld'] },
  });
  assert.equal(short.headline, '2 of 2 skills have more to do than time');
  assert.deepEqual(short.sentences.slice(1), [
    'Nobody has the skill “dive”, which open tasks need.',
  ]);
  const both = view({
    'T-0001': { duration: '4d', skills: ['weld'] },
    'T-0002': { duration: '4d', assignees: ['ada'] },
    'T-0003': { duration: '4d', assignees: ['ada'] },
  });
  assert.equal(both.headline, '1 of 1 person and 1 of 1 skill have more to do than time');
  const enough = view({ 'T-0001': { duration: '1d', skills: ['weld'] } });
  assert.equal(enough.headline, 'Nobody has more to do than time');
});

test('a plan without people says so, and has no rows', () => {
  const view = peopleView(emptyPlan);
  assert.equal(view.headline, 'The project file names nobody yet');
  assert.equal(view.tables.person.rows.length, 0);
  assert.match(loadSvg(view, 'person'), /^<svg /);
});

test('the load is saved week by week, and text of the plan stays text', () => {
  const plan = crowdedPlan();
  const people = buildPeople({ ada: { name: '=cmd()<script>' } });
  const view = peopleView(
    buildPlan({ project: { people }, tasks: { 'T-0001': { duration: '1d', assignees: ['ada'] } } }),
  );
  assert.equal(
    loadCsv(view, 'person').split('\r\n')[1],
    "ada,'=cmd()<script>,2026-03-02,2400,480,0,no",
  );
  assert.doesNotMatch(loadSvg(view, 'person'), /<script/);
  assert.equal(loadCsv(peopleView(plan), 'team').split('\r\n').length, 2 + 2);
});

test('by skill, what nobody has yet is told, drawn and saved, and fills the time of those who can', () => {
  const people = buildPeople({ ada: { name: 'Ada', skills: ['weld'], units: 0.5 } });
  const tasks = { 'T-0001': { duration: '4d', skills: ['weld'] } };
  const view = peopleView(buildPlan({ project: { people }, tasks }));
  const [row] = view.tables.skill.rows;
  assert.equal(row?.detail, '4d given to nobody yet · Ada');
  assert.equal(row.over, '1.5d');
  assert.deepEqual([...view.tables.skill.unassigned], [1920]);
  assert.deepEqual(
    loadCsv(view, 'skill').split('\r\n')[1],
    'weld,weld,2026-03-02,1200,0,0,yes,1920',
  );
  assert.match(loadSvg(view, 'skill'), /given to nobody yet/);
  assert.doesNotMatch(loadSvg(view, 'person'), /given to nobody yet/);
});
