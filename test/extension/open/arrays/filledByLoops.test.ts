/** Arrays of MATLAB, Julia and R that loops fill before a call of a layer gets them. */
import { expect, it } from 'vitest';
import { openText } from '../../../../extension/session/openText';
import { layer } from '../requests';

const filled = [2, 3, 4, 3, 4, 5, 4, 5, 6];
const matlab = 'I = zeros(3, 3);\nfor i = 1:3\n    for j = 1:3\n        I(i, j) = i + j;\n    end\nend\n';

it.each([
  ['matlab', `${matlab}k = [1 0; 0 -1];\nC = conv2(I, k, 'valid');\nimshow(C)\n`],
  [
    'julia',
    'using DSP\nI = zeros(3, 3)\nfor i in 1:3, j in 1:3\n    I[i, j] = i + j\nend\nk = [1 0; 0 -1]\nC = conv(I, k)\n',
  ],
])('%s: a 3×3 image and a 2×2 kernel', (languageId, text) => {
  const { operation, roles } = layer({ text, languageId });
  expect([operation, roles['x']?.values]).toEqual(['conv_forward', filled]);
});

it('an image that an unknown function changes afterwards stays unknown', () => {
  const text = `${matlab}I = imnoise(I);\nk = [1 0; 0 -1];\nC = conv2(I, k, 'valid');\n`;
  expect(openText({ text, languageId: 'matlab' }).kind).toBe('refused');
});

it('a call inside of a loop that goes on is not evaluated', () => {
  const text = `k = [1 0; 0 -1];\nI = ones(3, 3);\nfor i = 1:2\n    I(i, i) = i + 3;\n    C = conv2(I, k, 'valid');\nend\n`;
  expect(openText({ text, languageId: 'matlab' }).kind).toBe('refused');
});
