/** The result after one number was changed is that of reading the whole text. */
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { withChangedNumber } from '../../../core/read/changedNumber';
import { parseArrays } from '../../../core/read/parseArrays';
import { runsOf } from '../../everything';

function changed(before: string, after: string, languageId: string | undefined) {
  const options = languageId === undefined ? {} : { languageId };
  return withChangedNumber({ text: before, offset: 0, parsed: parseArrays(before, options) }, after);
}

const texts: readonly (readonly [languageId: string | undefined, text: string])[] = [
  ['python', 'X = [[1, 2, 3], [4, 5, 6]]\nW = [[0, -1]]\n'],
  ['python', 'import numpy as np\nX = np.array([[1.5, 2.25], [-3.0, 4.]], dtype=np.float32)\n'],
  [undefined, '[[ 0.5  1.25]\n [-2.   3.5 ]]\n'],
  ['csv', '1.5,2,3\n4,5.25,6\n7,8,9\n'],
  ['cpp', 'float k[2][2] = {{1.5, 0.25}, {-3.0, 4.0}};\n'],
  ['matlab', 'A = [1 2; 3 4];\n'],
  ['r', 'x <- matrix(c(1, 2, 3, 4, 5, 6), nrow = 2)\n'],
  ['julia', 'A = [1.5 2.0; 3.0 4.25]\n'],
  ['json', '{"x": [[1, 2], [3, 4]]}'],
  ['latex', 'X = \\begin{bmatrix} 1 & 2.5 \\\\ 3 & 4 \\end{bmatrix}'],
  ['python', 'X = [[1, 2], [3, 4]]\nif X[0][0] > 0:\n    Y = [[1, 2]]\n'],
  ['python', 'X = [[1, 2], [3, 4]]\nY = [[5, 6]] if X[0][0] else [[7, 8]]\n'],
  ['python', 'import numpy as np\nX = np.array([[1, 2], [3, 4]])\nY = X * 2\nn = X.sum()\n'],
];

describe.each(texts)('%s: %j', (languageId, text) => {
  it('any edit of a character is as if the text were read, or is left to the reader', () => {
    let taken = 0;
    fc.assert(
      fc.property(
        fc.nat(text.length),
        fc.nat(2),
        fc.stringMatching(/^[0-9.\-+e, x]{0,3}$/),
        (at, removed, inserted) => {
          const after = text.slice(0, at) + inserted + text.slice(at + removed);
          const result = changed(text, after, languageId);
          if (!result) return;
          taken++;
          expect(result).toEqual(parseArrays(after, languageId === undefined ? {} : { languageId }));
        },
      ),
      { numRuns: runsOf(600) },
    );
    // What other numbers or statements depend on is always read.
    if (/if |X \* 2/.test(text)) expect(taken).toBe(0);
    else if (['python', 'csv', 'cpp', 'matlab', undefined].includes(languageId)) expect(taken).toBeGreaterThan(0);
  });
});

it.each([
  ['a leading zero', 'X = [[1, 2]]', 'X = [[01, 2]]'],
  ['another kind', 'X = [[1, 2]]', 'X = [[1.5, 2]]'],
  ['two numbers', 'X = [[1, 2]]', 'X = [[3, 4]]'],
  ['a number too large for the type', 'X = [[1, 2]]', 'X = [[10000000000, 2]]'],
  ['a name', 'X = [[1, 2]]', 'Y = [[1, 2]]'],
  ['a new element', 'X = [[1, 2]]', 'X = [[1, 2, 3]]'],
])('%s is left to the reader', (_, before, after) => expect(changed(before, after, 'python')).toBeUndefined());

it('fifty digits typed one after the other, at places before and after each other', () => {
  let text = 'X = [[1.5, 2.25, 3.125], [4.5, 5.25, 6.125]]\nW = [[0.5, -1.5]]\n';
  let parsed = parseArrays(text, { languageId: 'python' });
  for (let turn = 0; turn < 50; turn++) {
    const points = [...text.matchAll(/\./g)].map(({ index }) => index);
    const at = points[(turn * 3) % points.length]! + 1;
    const isRemoved = turn % 5 === 4 && /\d\d/.test(text.slice(at, at + 2));
    const after = text.slice(0, at) + (isRemoved ? '' : String(turn % 10)) + text.slice(isRemoved ? at + 1 : at);
    parsed = withChangedNumber({ text, offset: 0, parsed }, after)!;
    text = after;
    if (turn % 7 === 0 || turn === 49) expect(parsed).toEqual(parseArrays(text, { languageId: 'python' }));
  }
});

it('the places of the numbers are not written again before they are asked for', () => {
  const copies = vi.spyOn(Uint32Array.prototype, 'slice');
  const first = changed('X = [[1.5, 2.5]]', 'X = [[1.75, 2.5]]', 'python')!;
  copies.mockClear();
  const second = withChangedNumber({ text: 'X = [[1.75, 2.5]]', offset: 0, parsed: first }, 'X = [[1.7, 2.5]]')!;
  expect(copies).not.toHaveBeenCalled();
  expect([...second.arrays[0]!.ranges!]).toEqual([6, 9, 11, 14]);
  expect(copies).toHaveBeenCalledOnce();
  expect([...first.arrays[0]!.ranges!]).toEqual([6, 10, 12, 15]);
  copies.mockRestore();
});
