/** Steps that differ, on the timeline. */
import { expect, it } from 'vitest';
import { nextMark, previousMark, sectionsOf } from '../../webview/yours/marks';

it('the next and the previous difference go round at the ends', () => {
  const marks = [3, 7, 9];
  expect([nextMark(marks, 3), nextMark(marks, 9), nextMark([], 1)]).toEqual([7, 3, undefined]);
  expect([previousMark(marks, 9), previousMark(marks, 3), previousMark([], 1)]).toEqual([7, 9, undefined]);
});

it('few marks are drawn one by one, many are joined to at most 120 sections', () => {
  expect(sectionsOf([0, 4], 5)).toEqual([
    { start: 0, end: 0 },
    { start: 1, end: 1 },
  ]);
  const every = Array.from({ length: 10_000 }, (_, k) => k);
  expect(sectionsOf(every, 10_000)).toEqual([{ start: 0, end: 1 }]);
  expect(
    sectionsOf(
      every.filter((k) => k % 90 === 0),
      10_000,
    ).length,
  ).toBeLessThanOrEqual(120);
});
