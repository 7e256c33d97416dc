/** Parts of layers and transposed convolutions that no known name calls. */
import { expect, it } from 'vitest';
import { openText } from '../../../../extension/session/openText';

const PYTHON = 'import numpy as np\n';
const border = `${PYTHON}def add_border(img, p):
    h, w = img.shape
    out = np.zeros((h + 2 * p, w + 2 * p))
    out[p:p + h, p:p + w] = img
    return out
a = np.array([[1, 2, 3], [4, 5, 6]])
`;
const mask = `${PYTHON}def mascara(janela):
    return janela == np.max(janela)
def distribui(dz, forma):
    return np.ones(forma) * dz / (forma[0] * forma[1])
janela = np.array([[1., 5.], [2., 3.]])
m = mascara(janela)
print(distribui(6, (2, 3)))
`;
const scatter = (stride: number): string => `${PYTHON}x = np.array([[1., 2.], [3., 4.]])
k = np.array([[1., 0.], [2., 5.]])
y = np.zeros((${stride} + 2, ${stride} + 2))
for i in range(2):
    for j in range(2):
        y[${stride} * i:${stride} * i + 2, ${stride} * j:${stride} * j + 2] += x[i, j] * k
`;

it.each([
  ['a border', `${border}print(add_border(a, 2))`, 'zero_pad', { pad: 2 }],
  ['a mask at the cursor', mask, 'create_mask_from_window', {}, 'm = mascara'],
  ['a value spread over a window', mask, 'distribute_value', { dz: 6, shape: [2, 3] }],
  [
    'one step',
    `${PYTHON}x = np.arange(9).reshape(3, 3)\nkernel = np.array([[1, 0], [0, 2]])\npart = x[1:, 1:]\nresult = (part * kernel).sum()\n`,
    'conv_single_step',
    {},
  ],
  ['values added to windows', scatter(1), 'conv_transpose_forward', { stride: 1 }],
  ['values added to windows with a stride', scatter(2), 'conv_transpose_forward', { stride: 2 }],
])('%s opens under the name of the course', (_, text, operation, options, cursorText = '') => {
  const cursor = cursorText === '' ? {} : { cursor: text.indexOf(cursorText) };
  expect(openText({ text, languageId: 'python', ...cursor })).toMatchObject({ kind: 'layer', operation, options });
});

it.each([
  ['a border of ones', border.replace('zeros', 'ones') + 'print(add_border(a, 1))'],
  ['other code below the border', `${border}b = add_border(a, 1)\nc = b[1:] - b[:-1] ** 2\n`],
  ['a product without a filter', `${PYTHON}x = np.arange(9).reshape(3, 3)\ny = x + 1\nresult = (x * y).sum()\n`],
  [
    'a Kronecker product',
    `${PYTHON}x = np.array([[1., 2.], [3., 4.]])\nk = np.array([[1., 0.], [2., 5.]])\ny = np.kron(x, k)\n`,
  ],
])('%s opens no layer', (_, text) => {
  expect(openText({ text, languageId: 'python' }).kind).not.toBe('layer');
});
