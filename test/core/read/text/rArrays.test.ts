/** R's arrays against R 4: their shapes, the order in which they are filled, and what is refused. */
import { describe, expect, it } from 'vitest';
import { parseArrays } from '../../../../core/read/parseArrays';

function read(text: string) {
  const { arrays, errors } = parseArrays(text, { languageId: 'r' });
  return {
    arrays: arrays.map(({ array }) => [array.shape, Array.from(array.data)]),
    errors: errors.map(({ message }) => message),
    ranges: arrays[0]?.ranges,
  };
}

describe('shapes', () => {
  it.each<[string, number[], number[]]>([
    ['matrix(c(1,2,3,4,5,6), 2, 3)', [2, 3], [1, 3, 5, 2, 4, 6]],
    ['matrix(c(1,2,3,4,5,6), 2, 3, TRUE)', [2, 3], [1, 2, 3, 4, 5, 6]],
    ['matrix(data = c(1,2,3,4,5,6), ncol = 2, byrow = T)', [3, 2], [1, 2, 3, 4, 5, 6]],
    ['matrix(ncol = 2, nrow = 3, c(1,2,3,4,5,6))', [3, 2], [1, 4, 2, 5, 3, 6]],
    ['matrix(1:9, nrow=3)', [3, 3], [1, 4, 7, 2, 5, 8, 3, 6, 9]],
    ['matrix(seq(9, 4), 2)', [2, 3], [9, 7, 5, 8, 6, 4]],
    ['matrix(c(0, 1), 2, 4)', [2, 4], [0, 0, 0, 0, 1, 1, 1, 1]],
    ['matrix(0, nrow = 2, ncol = 2)', [2, 2], [0, 0, 0, 0]],
    ['matrix(c(1, 2,  # first\n  3, 4), # rest\n  nrow = 2)', [2, 2], [1, 3, 2, 4]],
    ['array(1:8, dim = c(2, 2, 2))', [2, 2, 2], [1, 5, 3, 7, 2, 6, 4, 8]],
    ['array(c(1,2,3,4,5,6,7,8), c(2,2,2))', [2, 2, 2], [1, 5, 3, 7, 2, 6, 4, 8]],
    ['rbind(c(1, 2, 3), c(4, 5, 6))', [2, 3], [1, 2, 3, 4, 5, 6]],
    ['cbind(c(1, 2, 3), c(4, 5, 6))', [3, 2], [1, 4, 2, 5, 3, 6]],
    ['c(1, 2, 3)', [3], [1, 2, 3]],
  ])('%s', (text, shape, values) => {
    expect(read(`x <- ${text}\n`)).toMatchObject({ arrays: [[shape, values]], errors: [] });
  });
});

it('each number keeps its place, also where R repeats it', () => {
  const text = 'x <- matrix(c(10, 20), 2, 2)';
  const { ranges } = read(text);
  const at = (index: number) => text.slice(ranges![2 * index], ranges![2 * index + 1]);
  expect([0, 1, 2, 3].map(at)).toEqual(['10', '10', '20', '20']);
  expect(read('x <- matrix(1:4, 2)').ranges).toBeUndefined();
});

describe('refused by name, and no number of its arguments is read as an array', () => {
  it.each([
    'matrix(c(1,2,3,4,5,6), nrow = n)',
    'matrix(rnorm(9), nrow = 3)',
    'array(x, dim = c(2, 3, 4))',
    'matrix(c(1, 2, 3, 4), 2, 2, byrow = flag)',
    'rbind(c(1, 2), c(3, 4, 5))',
  ])('%s', (text) => {
    expect(read(`x <- ${text}\n`)).toMatchObject({ arrays: [], errors: [`${text} is not evaluated`] });
  });
});
