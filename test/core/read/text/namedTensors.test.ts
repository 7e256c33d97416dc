/** Tensors of JSON in lists: each has the name that its object gives. */
import { expect, it } from 'vitest';
import { parseArrays } from '../../../../core/read/parseArrays';

it('items of a list are named by themselves, other objects by their keys', () => {
  const tensor = '"dims": [1, 2], "data": [1, 2]';
  const read = parseArrays(`{"inputs": [{"name": "X", ${tensor}}, {${tensor}}], "w": {"name": "t", ${tensor}}}`, {
    languageId: 'json',
  });
  expect(read.arrays.map(({ name }) => name)).toEqual(['X', 'inputs', 'w']);
});
