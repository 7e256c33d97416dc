/** Two arrays without a call are an input and a filter only where names, words or extents tell it. */
import { expect, it } from 'vitest';
import { openText } from '../../../../extension/session/openText';
import { layer } from '../requests';

const camera = 'K_cam = np.array([[525.0, 0, 319.5], [0, 525.0, 239.5], [0, 0, 1]])\n';

it.each([
  ['a camera and a rotation', `import numpy as np\n${camera}R = np.eye(3)\n`],
  ['a camera K and a pose', `import numpy as np\n${camera.replace('K_cam', 'K')}T_w = np.eye(4)\n`],
  ['a sum or a product', 'A = [[2, 7], [1, 8]]\nB = [[3, 1], [4, 1]]\n'],
  ['lists of a knapsack', 'values = [40, 90, 55, 20]\nweights = [5, 9, 4]\n'],
  ['a neuron', 'inputs = [0.5, 1, 2]\nweights = [0.1, 0.9, -0.4]\n'],
  ['a layer of neurons', 'x = [[0, 1], [1, 1], [1, 0]]\nw = [[0.2, 0.3], [0.6, 0.1]]\n'],
  ['a system with its first guess', 'A = [[5, 1], [2, 3]]\nx0 = [1, 1]\n'],
  ['two poses', 'view = [[1, 0, 4], [0, 1, 2], [0, 0, 1]]\nk = [[2, 1], [1, 2]]\n'],
])('%s: no layer, but that of a command', (_, text) => {
  expect(openText({ text, languageId: 'python' }).kind).toBe('array');
});

it.each([
  ['x and w', 'x = [[3, 1, 0], [2, 2, 1], [0, 4, 1]]\nw = [[1, 1], [0, 1]]\n'],
  ['a smaller square', 'a = [[3, 1, 0], [2, 2, 1], [0, 4, 1]]\nb = [[1, 1], [0, 1]]\n'],
  ['a comment', '# cross-correlation\nR = [[3, 1], [2, 2]]\nS = [[1, 1], [0, 1]]\n'],
])('%s tell the filter', (_, text) => {
  expect(layer({ text, languageId: 'python' }).operation).toBe('conv_forward');
});

it('the command for a convolution takes two matrices as they are', () => {
  const text = 'A = [[2, 7], [1, 8]]\nB = [[3, 1], [4, 1]]\n';
  expect(layer({ text, languageId: 'python', operation: 'convolution' }).operation).toBe('conv_forward');
});
