import { expect, test } from 'vitest';
import { combinations } from '../../core/combinations';

test.each<[lists: readonly (readonly unknown[])[], expected: unknown[][]]>([
  [[], [[]]],
  [[[1, 2]], [[1], [2]]],
  [
    [
      ['a', 'b'],
      [1, 2],
    ],
    [
      ['a', 1],
      ['a', 2],
      ['b', 1],
      ['b', 2],
    ],
  ],
  [[['a'], []], []],
])('choices of %j: the last list changes fastest', (lists, expected) => {
  expect([...combinations<unknown[]>(...lists)]).toEqual(expected);
});
