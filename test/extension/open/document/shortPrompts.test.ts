/** Interactive sessions in prose: the prompts of pages that have `>> ` for `>>> `, and comments in a session. */
import { expect, it } from 'vitest';
import { openText } from '../../../../extension/session/openText';

const session = (prompt: string): string =>
  [
    'The printed weight is not an input.',
    '',
    `${prompt}m.weight`,
    'Parameter containing:',
    'tensor([[[[ 0.5,  0.25],',
    '          [-0.5, -0.25]]]], requires_grad=True)',
    '',
    'One window, by hand:',
    '',
    `${prompt}w = np.array([[0.5, 0.25], [-0.5, -0.25]])`,
    '# the first window',
    `${prompt}x = np.array([[4., 8.], [2., 4.]])`,
    `${prompt}print(np.sum(w*x))`,
    '2.0',
    '',
    'Why?',
  ].join('\n');

it.each(['>> ', '>>> '])('a session with the prompt "%s": one window with the (2, 2) weights of the text', (prompt) => {
  const text = session(prompt);
  const opened = openText({ text, languageId: 'plaintext', cursor: text.indexOf('np.sum') });
  expect(opened).toMatchObject({
    kind: 'layer',
    roles: { x: { name: 'x', values: [4, 8, 2, 4] }, w: { name: 'w', values: [0.5, 0.25, -0.5, -0.25] } },
  });
});

it('a sum of products with weights of an earlier cell, behind prompts, shows the array alone', () => {
  const text = '>>> x = np.array([[4., 8.], [2., 4.]])\n>>> print(np.sum(w*x))\n';
  const before = ['w = np.array([[0.5, 0.25], [-0.5, -0.25]])'];
  expect(openText({ text, languageId: 'plaintext', before, cursor: text.indexOf('np.sum') }).kind).toBe('array');
});

it("the prompt of MATLAB's sessions is not one of Python", () => {
  const text = '>> conv2([1 2; 3 4], [1 0; 0 1])\n';
  expect(openText({ text, languageId: 'matlab' })).toMatchObject({ kind: 'layer', operation: 'conv_forward' });
});
