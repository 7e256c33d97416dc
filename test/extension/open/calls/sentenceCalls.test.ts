/** Calls of MATLAB's functions in the sentences of a document, on arrays that the document shows. */
import { expect, it } from 'vitest';
import { layer, refusal } from '../requests';

const LATEX =
  "What does `conv2(A, K, 'same')` compute for $A = \\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\end{pmatrix}$, $K = \\begin{pmatrix} 1 & 0 \\\\ 2 & 0 \\end{pmatrix}$, and `conv2(A, K)`?\n";
const SESSION =
  'We apply both to the same set of matrices:\n\n```\n>> f = [1 0 0; 0 1 0; 1 0 0] %# A filter\nf =\n1 0 0\n0 1 0\n1 0 0\n>> A = magic(4)\nA =\n16 2 3 13\n5 11 10 8\n```\n\nNow `B = filter2(f,A);` slides the filter.\n';

it('on matrices in LaTeX: the first call, with the kernel turned', () => {
  expect(layer({ text: LATEX, languageId: 'markdown' })).toMatchObject({
    roles: { x: { values: [1, 2, 3, 4] }, w: { values: [0, 2, 0, 1] } },
    options: { padding: { top: 0, bottom: 1, left: 0, right: 1 } },
  });
});

it.each(['filter2(f', '>> f', 'A = magic'])(
  'on the arrays of a session between fences, with the cursor at %s',
  (at) => {
    for (const cursor of [undefined, SESSION.indexOf(at)])
      expect(layer({ text: SESSION, languageId: 'markdown', ...(cursor !== undefined && { cursor }) })).toMatchObject({
        operation: 'conv_forward',
        roles: { x: { shape: [1, 4, 4, 1] }, w: { values: [1, 0, 0, 0, 1, 0, 1, 0, 0] } },
      });
  },
);

it('is refused at the argument that the text does not show', () => {
  const text = 'The syntax is `Z = conv2(X,Y)`. The output is of size [xm+ym-1,xn+yn-1].\n';
  expect(refusal({ text, languageId: 'markdown' })).toEqual(['the argument X of conv2 is not known', 'X']);
});
