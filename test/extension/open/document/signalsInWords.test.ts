/** Layers of one dimension in words, among the steps of a calculation. */
import { expect, it } from 'vitest';
import { layer } from '../requests';

const QUESTION =
  'A 1D question: my input is [2, 5, 1, 7, 3, 6, 4, 8] and the\nkernel is [1, 0, -1]. With padding 1 on both sides and stride 2, what comes out?\n\n';

it.each([
  ['the padded input', 'First pad the input with zeros:\n\n    [0, 2, 5, 1, 7, 3, 6, 4, 8, 0]\n'],
  ['the kernel again', 'Then slide the kernel [1, 0, -1] in steps of two.\n'],
  ['single products', '    position 0:  0*1 + 2*0 + 5*(-1) = -5\n    position 2:  5*1 + 1*0 + 7*(-1) = -2\n'],
  ['the formula of the length', 'floor((n + 2p - k) / s) + 1 = floor((8 + 2 - 3) / 2) + 1 = 4\n'],
])('%s', (_, answer) => {
  const text = `${QUESTION}${answer}\nSo the output is [-5, -2, 1, -2].\n`;
  expect(layer({ text, languageId: 'plaintext' })).toMatchObject({
    operation: 'conv_forward',
    options: { stride: 2, padding: [0, 1] },
    roles: { x: { values: [2, 5, 1, 7, 3, 6, 4, 8] }, w: { values: [1, 0, -1] } },
  });
});
