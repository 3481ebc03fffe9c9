import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RatingView } from '../../../src/core/views/riskRegisterView.ts';
import { layOutMatrix } from '../../../webview/risks/matrixLayout.ts';
import { movementText, pathOf } from '../../../webview/risks/matrixMovement.ts';
import { ratingAt, registerView, riskRow } from '../../support/panelSnapshot.ts';

const unrated: RatingView = {
  ...ratingAt(0, 0),
  probability: -1,
  impact: -1,
  score: 0,
  band: undefined,
};

test('risks stand in the cells of their rating, the most probable row on top', () => {
  const rows = [
    riskRow(0, { id: 'R-AAAA', ratings: { ...riskRow(0).ratings, current: ratingAt(4, 0) } }),
    riskRow(1, { id: 'R-BBBB', ratings: { ...riskRow(0).ratings, current: ratingAt(4, 0) } }),
    riskRow(2, { id: 'R-CCCC', ratings: { ...riskRow(0).ratings, current: ratingAt(0, 4) } }),
    riskRow(3, { id: 'R-DDDD', ratings: { ...riskRow(0).ratings, current: unrated } }),
  ];
  const { scale } = registerView(rows);
  const layout = layOutMatrix(rows, scale, 'current');
  assert.equal(layout.unrated, 1);
  assert.equal(layout.rows[0]?.title, 'Very high');
  assert.deepEqual(layout.rows[0].cells[0], {
    probability: 4,
    impact: 0,
    band: 'medium',
    score: 5,
    isAboveAppetite: false,
    appetiteLine: [],
    ids: ['R-AAAA', 'R-BBBB'],
  });
  assert.deepEqual(layout.rows[4]?.cells[4]?.ids, ['R-CCCC']);
});

test('a scale of any size is laid out whole', () => {
  const { scale } = registerView([]);
  const small = {
    ...scale,
    probability: scale.probability.slice(0, 2),
    impact: scale.impact.slice(0, 3),
    bands: [
      ['low', 'low', 'medium'],
      ['low', 'medium', 'high'],
    ],
  } as const;
  const layout = layOutMatrix([], small, 'inherent');
  assert.deepEqual(
    layout.rows.map(row => row.cells.map(cell => cell.band).join()),
    ['low,medium,high', 'low,low,medium'],
  );
  assert.equal(layout.impacts.length, 3);
});

test('the way of a risk leaves out ratings without a place and stops where it does not move', () => {
  const { scale } = registerView([]);
  const way = (inherent = unrated, current = unrated, residual = unrated): string =>
    pathOf({ ratings: { inherent, current, residual } }, scale)
      .map(({ x, y }) => `${x},${y}`)
      .join(' ');
  assert.equal(way(ratingAt(4, 4), ratingAt(2, 4), ratingAt(0, 0)), '4.5,0.5 4.5,2.5 0.5,4.5');
  assert.equal(way(ratingAt(4, 4), unrated, ratingAt(0, 0)), '4.5,0.5 0.5,4.5');
  assert.equal(way(ratingAt(4, 4), ratingAt(4, 4)), '4.5,0.5');
  assert.equal(way(), '');
});

test('without a selected risk it is told how many move', () => {
  const { scale } = registerView([]);
  const rating = ratingAt(4, 4);
  const still = riskRow(0, {
    ratings: { inherent: rating, current: rating, residual: rating },
  });
  const moves = { ...still, ratings: { ...still.ratings, residual: ratingAt(0, 0) } };
  assert.equal(movementText([still], scale), 'No risk here moves from inherent to residual');
  assert.match(
    movementText([still, moves], scale),
    /^1 risk moves from inherent to residual; select/,
  );
});

test('the line of the appetite runs between what is borne and what is not', () => {
  const { scale } = registerView([]);
  const { rows } = layOutMatrix([], scale, 'current', 8);
  const signs = { start: '|', below: '_' };
  assert.deepEqual(
    rows.map(({ cells }) =>
      cells
        .map(({ isAboveAppetite, appetiteLine }) =>
          isAboveAppetite ? `${appetiteLine.map(side => signs[side]).join('')}x` : '.',
        )
        .join(' '),
    ),
    ['. |_x x x x', '. . |x x x', '. . |_x _x x', '. . . . |_x', '. . . . .'],
  );
});
