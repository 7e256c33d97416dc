/** Paragraphs that give their arrays the same names are examples of their own; rows of two matrices that a page mixes are refused. */
import { expect, it } from 'vitest';
import { layer, refusal } from '../requests';

const ISSUE = `With the code of the chapter two results are wrong.

Here it works:
X = [[1, 3, 2], [5, 6, 1], [1, 2, 0]]
W = [[1, 0], [1, 2]]
result p=0 s=1

conv1d gives something else for
x= [3, 2, 1, 7, 1, 2, 5, 4]
w= [0.5, 0.75, 1.0, 0.25]
conv1d with p=0 s=2 [7. 9.] is wrong

and conv2d for
X= [[2, 1, 2], [5, 0, 1], [1, 7, 3]]
W= [[0.5, 0.7, 0.4], [0.3, 0.4, 0.1], [0.5, 1.0, 0.5]]
conv2d with p=1,1 s=2,2: [[4.6]]
`;

it.each([
  ['X = [[1', [1, 3, 2, 5, 6, 1, 1, 2, 0], [1, 0, 1, 2], { stride: 1, padding: 0 }],
  ['x= [3', [3, 2, 1, 7, 1, 2, 5, 4], [0.5, 0.75, 1, 0.25], { stride: 2, padding: 0 }],
  ['X= [[2', [2, 1, 2, 5, 0, 1, 1, 7, 3], [0.5, 0.7, 0.4, 0.3, 0.4, 0.1, 0.5, 1, 0.5], { stride: 2, padding: 1 }],
])('with the cursor at %s the arrays and options of its paragraph are read', (at, x, w, options) => {
  expect(layer({ text: ISSUE, languageId: 'markdown', cursor: ISSUE.indexOf(at) })).toMatchObject({
    operation: 'conv_forward',
    options,
    roles: { x: { values: x }, w: { values: w } },
  });
});

it('a label between the numbers of rows of several lengths is not a number', () => {
  const text =
    'A problem about convolution\n2 4 1 3\nX=\n5 1 2 2 1 0\n3 3 1 4 K= 0 1\n1 2 5 2\nWe slide the 2×2 kernel over X:\n[2 4]\n[5 1]\n';
  expect(refusal({ text, languageId: 'plaintext' })).toEqual(['K= is not a number', 'K=']);
});
