/** A slice of a layer's result is the layer with another stride and pad, or the assumptions name the slice. */
import { describe, expect, it } from 'vitest';
import { layer, python } from '../requests';

const code = (call: string): string =>
  [
    'import numpy as np',
    'from scipy.signal import convolve2d',
    'import torch',
    'import torch.nn.functional as F',
    'x = np.arange(36.).reshape(6, 6) % 7',
    'k = np.array([[1, 0, 2], [0, -1, 3], [1, 1, 1.]])',
    't = torch.arange(36.).reshape(1, 1, 6, 6)',
    `y = ${call}`,
  ].join('\n');

const part = (written: string): string => `the text takes only a part of the result of this layer: ${written}`;
const sides = (top: number, bottom: number, left: number, right: number): object => ({ top, bottom, left, right });

describe('slices that are a stride and a pad', () => {
  it.each([
    ["convolve2d(x, k, mode='valid')[::2, ::2]", 2, sides(0, 0, 0, 0)],
    ["convolve2d(x, k, mode='same')[::2, ::3]", [2, 3], sides(1, 1, 1, 1)],
    ["convolve2d(x, k, mode='same')[1::2, ::2]", 2, sides(0, 1, 1, 1)],
    ["convolve2d(x, k, mode='full')[1:-1, 2:-2]", 1, sides(1, 1, 0, 0)],
    ['F.conv2d(t, torch.ones(1, 1, 3, 3), stride=2, padding=1)[:, :, ::2, ::2]', 4, sides(1, 1, 1, 1)],
    ['F.max_pool2d(t, 2, stride=1)[..., ::2, ::2]', 2, sides(0, 0, 0, 0)],
    ["np.convolve(x[0], [1, 0, -1], 'full')[1:-1:2]", [1, 2], sides(0, 0, 1, 0)],
  ])('%s', (call, stride, padding) => {
    const { options, assumptions } = layer(python(code(call)));
    expect(options).toMatchObject({ stride, padding });
    const written = call.slice(call.lastIndexOf(')') + 1);
    expect(assumptions).toContain(`the stride and the pad are those of the slice of the result: ${written}`);
  });
});

describe('other slices are named', () => {
  it.each([
    ["convolve2d(x, k, mode='valid')[1:3, 1:3]", '[1:3, 1:3]'],
    ["convolve2d(x, k, mode='valid')[::-1]", '[::-1]'],
    ['F.max_pool2d(t, 2)[:, :, 1:, :]', '[:, :, 1:, :]'],
    ['F.conv2d(t, torch.ones(3, 1, 2, 2))[:, :2]', '[:, :2]'],
  ])('%s', (call, written) => {
    expect(layer(python(code(call))).assumptions).toContain(part(written));
  });
});

it.each(["convolve2d(x, k, mode='valid')[0]", 'F.max_pool2d(t, 2)[0, 0]', 'F.max_pool2d(t, 2)[0]'])(
  '%s is the layer without a remark',
  (call) => {
    expect(layer(python(code(call))).assumptions).not.toContainEqual(expect.stringContaining('result'));
  },
);

it.each([
  ['julia', 'using DSP\nA = [1 2 3; 4 5 6; 7 8 9]\nC = conv(A, [1 0; 0 -1])[2:end-1, 2:end-1]\n', '[2:end-1, 2:end-1]'],
  [
    'r',
    'A <- matrix(1:9, 3)\nk <- matrix(c(1, 0, 0, -1), 2)\nC <- conv2(A, k, "valid")[seq(1, 2, 2), ]\n',
    '[seq(1, 2, 2), ]',
  ],
])('slices of calls of %s are named', (languageId, text, written) => {
  expect(layer({ text, languageId }).assumptions).toContain(part(written));
});

const later = (written: string): string => `the text later takes a part of the result of this layer: ${written}`;

it('a later slice with steps is named, once', () => {
  const text = `${code("convolve2d(x, k, mode='valid')")}\nfor i in range(3):\n    z = y[::2, ::2]\nprint(z, y[:2, :2])\n`;
  const { assumptions, options } = layer(python(text));
  expect(assumptions.filter((each) => each === later('y[::2, ::2]'))).toHaveLength(1);
  expect(assumptions).not.toContainEqual(expect.stringContaining('[:2, :2]'));
  expect(options).toMatchObject({ stride: 1 });
});

it.each([
  [
    'matlab',
    "A = magic(5);\nK = [1 0; 2 -1];\nC = conv2(A, K, 'valid');\nD = C(1:2:end, 1:2:end)\n",
    'C(1:2:end, 1:2:end)',
  ],
  ['julia', 'using DSP\nA = [1 2 3; 4 5 6; 7 8 9]\nC = conv(A, [1 0; 0 -1])\nB = C[1:2:end, :]\n', 'C[1:2:end, :]'],
])('so are those of %s', (languageId, text, written) => {
  expect(layer({ text, languageId }).assumptions).toContain(later(written));
  const again = text.replace(/\n(?=[DB] = )/, '\nC = [1 2 3; 4 5 6; 7 8 9];\n');
  expect(layer({ text: again, languageId }).assumptions).not.toContain(later(written));
});
