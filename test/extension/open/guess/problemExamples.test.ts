/** Examples of a problem: `Input: x = …, stride = 1` above `Output: …`. */
import { describe, expect, it } from 'vitest';
import { openText } from '../../../../extension/session/openText';
import { layer } from '../requests';

const two = [
  '**Example 1:**',
  '',
  '**Input:** image = [[1, 2, 3], [4, 5, 6], [7, 8, 9]], kernel = [[1, 0], [0, 1]], stride = 1  ',
  '**Output:** [[6, 8], [12, 14]]',
  '',
  'Explanation: the kernel slides.',
  '',
  '**Example 2:**',
  '',
  '**Input:** image = [[1, 2], [3, 4]], kernel = [[2]], stride = 2',
  '**Output:** [[2]]',
].join('\n');

describe('an example of a problem', () => {
  it('opens its layer with all of its values and keeps its output as a printed result', () => {
    expect(layer({ text: two, languageId: 'markdown' })).toMatchObject({
      operation: 'conv_forward',
      roles: {
        x: { name: 'image', values: [1, 2, 3, 4, 5, 6, 7, 8, 9] },
        w: { name: 'kernel', values: [1, 0, 0, 1] },
      },
      options: { stride: 1 },
      printed: [{ value: { array: { shape: [2, 2] } } }],
    });
  });

  it.each([
    ['the heading', 'Example 1', 9],
    ['the label of the input', '**Input:** image = [[1, 2, 3', 9],
    ['a literal', '[4, 5, 6]', 9],
    ['the output', '12, 14', 9],
    ['the explanation', 'slides', 9],
    ['the next heading', 'Example 2', 4],
    ['the next output', '[[2]]\n', 4],
    ['the last output', '** [[2]]', 4],
  ])('is the one at the cursor: %s', (_, at, count) => {
    const text = `${two}\n`;
    expect(layer({ text, languageId: 'markdown', cursor: text.lastIndexOf(at) }).roles['x']?.values).toHaveLength(
      count,
    );
  });

  it('of pooling opens pooling', () => {
    const text = 'Input: x = [[1, 2], [3, 4]], pool_size = 2, stride = 2\nOutput: [[4]]\n';
    expect(layer({ text, languageId: 'plaintext' })).toMatchObject({
      operation: 'pool_forward',
      options: { kernel: 2, stride: 2 },
    });
  });

  it('may be written over several lines, with functions of NumPy', () => {
    const text = [
      'Input: x = np.arange(16).reshape(1, 4, 4)',
      'W = [[[[1, 2],',
      '       [3, 4]]]]   # shape (1, 1, 2, 2)',
      'grad_out = zeros((1, 3, 3)); grad_out[0, 0, 0] = 1',
      'Output: dW[0, 0] = [[0, 1],     dx[0, 0:2, 0:2] = [[1, 2],',
      '                    [4, 5]]                        [3, 4]]',
    ].join('\n');
    expect(layer({ text, languageId: 'markdown' })).toMatchObject({
      operation: 'conv_backward',
      roles: { dZ: { name: 'grad_out', values: [1, 0, 0, 0, 0, 0, 0, 0, 0] } },
    });
  });

  it('keeps its places in the text', () => {
    const text = 'Input: x = [[1, 2], [3, q]], kernel = [[1]]\nOutput: [[1]]\n';
    const opened = openText({ text, languageId: 'plaintext' });
    expect(opened.kind === 'refused' && opened.range && text.slice(...opened.range)).toBe('q');
  });
});

it.each(['(i) [[20, 30], [112, 37]]', 'Answer: [[20, 30], [112, 37]]', '[[20, 30], [112, 37]]'])(
  'a matrix without a name is the input, and what follows its result: %s',
  (result) => {
    const text = `Q4. Compute the max pooling output (2x2 window, stride 2).\n\n[[12, 20, 30, 0],\n [8, 12, 2, 0],\n [34, 70, 37, 4],\n [112, 100, 25, 12]]\n\n${result}\n`;
    const { operation, roles, options } = layer({ text, languageId: 'plaintext' });
    expect([operation, roles['x']?.shape, options['kernel'], options['stride']]).toEqual([
      'pool_forward',
      [1, 4, 4, 1],
      2,
      2,
    ]);
  },
);

it('a problem in one sentence, with its expected result', () => {
  const text =
    'Given a grid `[[1, 2, 3], [4, 5, 6], [7, 8, 9]]` and a kernel `[[1, 0], [0, 1]]`, return the valid convolution with stride 1.\nExpected: [[6, 8], [12, 14]]\n';
  expect(layer({ text, languageId: 'plaintext' })).toMatchObject({
    operation: 'conv_forward',
    roles: { x: { shape: [1, 3, 3, 1] }, w: { values: [1, 0, 0, 1] } },
  });
});

it('a gradient as an equation of a chat is not code', () => {
  const text =
    'Input X:\n[[1, 2, 3],\n [4, 5, 6],\n [7, 8, 9]]\n\nFilter F:\n[[1, 0],\n [0, -1]]\n\nUpstream gradient dL/dO:\n[[1, 2],\n [3, 4]]\n\ndL/dF = conv(X, dL/dO)\n= [[37, 47], [67, 77]]\n';
  expect(layer({ text, languageId: 'plaintext' })).toMatchObject({
    operation: 'conv_backward',
    roles: { x: { shape: [1, 3, 3, 1] }, w: { values: [1, 0, 0, -1] }, dZ: { values: [1, 2, 3, 4] } },
  });
});

it('a matrix and the same with a border of zeros: zero padding', () => {
  const text = 'X = [[1, 2], [3, 4]]\nX_pad = [[0, 0, 0, 0], [0, 1, 2, 0], [0, 3, 4, 0], [0, 0, 0, 0]]\n';
  expect(layer({ text, languageId: 'plaintext' })).toMatchObject({ operation: 'zero_pad', options: { pad: 1 } });
});

it('a line such as `Exercise: input` is words', () => {
  const text =
    'Exercise: input\n1 2 0\n0 1 3\n2 1 1\nkernel\n1 -1\n0 2\nCompute the feature map (stride 1, bias = -0.5)\n';
  expect(layer({ text, languageId: 'plaintext' }).roles['b']?.values).toEqual([-0.5]);
});

it.each([undefined, 'convolution'] as const)(
  'two matrices without names: the second is the filter (%s)',
  (operation) => {
    const text = '[[1, 2, 3], [4, 5, 6], [7, 8, 9]]\n\n[[1, 1], [1, 1]]\n';
    expect(layer({ text, languageId: 'plaintext', ...(operation && { operation }) }).roles['w']?.values).toEqual([
      1, 1, 1, 1,
    ]);
  },
);

it('the heading of an example below the explanation of another is about that example', () => {
  const text =
    'Max pooling\nExample 1\nInput: x = [[1, 2], [3, 4]], kernel_size=2\nOutput: [[4]]\nThe maximum.\nExample 2\nInput: x = [[5, 1], [3, 4]], kernel_size=2\nOutput: [[5]]\n';
  const opened = layer({ text, languageId: 'plaintext', cursor: text.indexOf('Example 2') });
  expect(opened.roles).toMatchObject({ x: { values: [5, 1, 3, 4] } });
});
