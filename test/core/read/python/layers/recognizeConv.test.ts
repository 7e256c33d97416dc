/** Convolutions of own functions and loops: options whose names tell nothing, and biases that are numbers of the code. */
import { describe, expect, it } from 'vitest';
import { evaluatePython } from '../../../../../core/read/python/evaluatePython';
import { arraysOfCall, type LayerCall } from '../../../../../core/read/LayerCall';

const arrays = `import numpy as np
x = np.array([[3, 1, 4, 1, 5], [9, 2, 6, 5, 3], [5, 8, 9, 7, 9], [3, 2, 3, 8, 4]])
k = np.array([[1, 0, 2], [-1, 3, 1]])
`;

function lastOf(text: string): LayerCall | undefined {
  return evaluatePython(arrays + text).calls.at(-1);
}

const filter = (value: string): string => `def filter_image(img, kernel, jump=1, border=0):
    img = np.pad(img, border)
    rows, cols = (img.shape[0] - 2) // jump + 1, (img.shape[1] - 3) // jump + 1
    res = np.empty((rows, cols))
    for r in range(rows):
        for c in range(cols):
            res[r, c] = ${value.replaceAll('WINDOW', '(img[r * jump:r * jump + 2, c * jump:c * jump + 3] * kernel)')}
    return res
`;

describe('a 4 × 5 convolution with options whose names tell nothing', () => {
  it.each([
    ['filter_image(x, k, jump=3, border=2)', 3, 2],
    ['filter_image(x, k, 1, 3)', 1, 3],
  ])('%s', (call, stride, padding) => {
    const found = lastOf(`${filter('WINDOW.sum()')}y = ${call}\n`);
    expect(found).toMatchObject({ operation: 'conv_forward', options: { stride, padding } });
  });
});

describe('a bias that is a number of the code', () => {
  const loops = (value: string): string =>
    `y = np.zeros((3, 3))\nfor i in range(3):\n    for j in range(3):\n        y[i, j] = ${value}\n`;

  it.each([
    ['in a function', `${filter('WINDOW.sum() + 0.5')}y = filter_image(x, k)\n`, 0.5],
    ['in loops', loops('np.sum(x[i:i + 2, j:j + 3] * k) + 2.5'), 2.5],
    ['that is subtracted', loops('np.sum(x[i:i + 2, j:j + 3] * k) - 4'), -4],
  ])('%s', (_, text, bias) => {
    const found = lastOf(text);
    expect(found).toMatchObject({ operation: 'conv_forward', options: { stride: 1, padding: 0 } });
    expect([...arraysOfCall(found!)['b']!.data]).toEqual([bias]);
    expect(found!.notes?.at(-1)).toMatchObject({ args: [bias] });
  });

  it('what is added to the sums is not a bias where it changes', () => {
    expect(lastOf(loops('np.sum(x[i:i + 2, j:j + 3] * k) + i + 1'))).toBeUndefined();
  });

  it('a convolution without a bias, which a correlation with one equals on growing numbers, is preferred', () => {
    const ramp = 'x = np.arange(20.0).reshape(4, 5)\nx[0] = x[0] + 0\n';
    const found = lastOf(`${ramp}${loops('np.sum(x[i:i + 2, j:j + 3] * k[::-1, ::-1])')}`);
    expect(found).toMatchObject({ options: { kernelFlipped: true } });
    expect(arraysOfCall(found!)['b']).toBeUndefined();
  });
});
