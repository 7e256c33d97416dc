/** A matrix at the cursor that is one of several: of a call that is not known, of an equation; own functions with known names. */
import { expect, it } from 'vitest';
import { layer, refusal } from '../requests';

it.each([
  ['julia', '@test t.calc([1 1 1 1; 2 2 2 2; 3 3 3 3],[4 5; 5 6],2) == [31 31]\n', '@test'],
  ['javascript', 'const y = obj.run([[1,2,3],[4,5,6],[7,8,9]], [[1,0],[0,1]], 2)\n', '[[1,2'],
])('in %s, no filter is assumed for an argument of a call with two matrices', (languageId, text, at) => {
  expect(refusal({ text, languageId, cursor: text.indexOf(at) })[0]).toMatch(
    /argument of a call that is not evaluated/,
  );
});

it('an equation that names a patch and a kernel has both', () => {
  const text =
    '$$\\text{patch} = \\begin{bmatrix} 2 & 0 \\\\ 2 & 1 \\end{bmatrix}, \\quad \\text{kernel} = \\begin{bmatrix} 1 & 0 \\\\ 1 & -1 \\end{bmatrix}.$$\n';
  expect(layer({ text, languageId: 'markdown', cursor: text.indexOf('patch') }).roles).toMatchObject({
    x: { values: [2, 0, 2, 1] },
    w: { values: [1, 0, 1, -1] },
  });
});

it("an own corr2d with a stride, which d2l's has not, is what its result shows", () => {
  const text = `import numpy as np
def corr2d(X, K, s=1):
    h, w = K.shape
    Y = np.zeros(((X.shape[0] - h) // s + 1, (X.shape[1] - w) // s + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i * s:i * s + h, j * s:j * s + w] * K).sum()
    return Y
X = np.arange(25.).reshape(5, 5) ** 2
K = np.array([[1., 0., 2.], [0., 1., 0.], [3., 0., 1.]])
corr2d(X, K, s=2)
`;
  expect(layer({ text, languageId: 'python' })).toMatchObject({ operation: 'conv_forward', options: { stride: 2 } });
});
