/** Questions whose arrays are in sentences, with an answer below them. */
import { describe, expect, it } from 'vitest';
import { openText } from '../../../../extension/session/openText';
import { layer, refusal } from '../requests';

const image = '[[1, 3, 2, 1], [4, 2, 0, 5], [7, 1, 1, 2], [0, 6, 3, 1]]';

describe('a chat opens what is asked, not the answer', () => {
  it('a convolution', () => {
    const text =
      '**Me:** I have the input [[1,2,3],[4,5,6],[7,8,9]] and the kernel [[1,0],[0,1]]. With stride 1 and no padding?\n\n' +
      '**Answer:** The result is\n\n[[6, 8],\n [12, 14]]\n';
    expect(layer({ text, languageId: 'markdown' })).toMatchObject({
      operation: 'conv_forward',
      roles: { x: { values: [1, 2, 3, 4, 5, 6, 7, 8, 9] }, w: { values: [1, 0, 0, 1] } },
      options: { stride: 1, padding: 0 },
    });
  });

  it.each([
    ['', ''],
    [
      '\n\n**Answer:** The gradient goes to the maxima:\n[[0, 0, 0, 0],\n [0.1, 0, 0, -0.2],\n [0.3, 0, 0, 0],\n [0, 0, 0.4, 0]]',
      '\n',
    ],
  ])('the gradient of a pooling%#', (answer, end) => {
    const text = `The gradient dL/dO = [[0.1, -0.2],[0.3, 0.4]] of a 2x2 max pool layer with stride 2 on input ${image}. What is dL/dX?${answer}${end}`;
    expect(layer({ text, languageId: 'markdown' })).toMatchObject({
      operation: 'pool_backward',
      roles: { dA: { values: [0.1, -0.2, 0.3, 0.4] } },
      options: { mode: 'max', kernel: 2, stride: 2 },
    });
  });

  it.each(['max', 'average'])('a matrix without brackets, and the answer in brackets: %s pooling', (mode) => {
    const answer = mode === 'max' ? '[[9, 8],\n [7, 6]]' : '[[5, 4],\n [4, 4.5]]';
    const text =
      `Me: please help\n\n1 9 8 2\n4 6 1 5\n7 2 6 5\n3 4 4 3\n\n${mode} pooling with a 2x2 window and stride 2\n\n` +
      `You: the result is\n\n${answer}\n\nMe: thanks\n`;
    for (const cursor of [undefined, text.indexOf('window'), text.indexOf('7 2')])
      expect(layer({ text, languageId: 'plaintext', ...(cursor !== undefined && { cursor }) })).toMatchObject({
        operation: 'pool_forward',
        roles: { x: { shape: [1, 4, 4, 1] } },
        options: { mode, kernel: 2, stride: 2 },
      });
  });

  it('a transposed convolution opens, with the result below it', () => {
    const text =
      'I have X = [[1,2],[3,4]] and want a transposed convolution, kernel [[1,1],[1,1]], stride 2.\n\n' +
      '```\n[[1,1,2,2],\n [1,1,2,2],\n [3,3,4,4],\n [3,3,4,4]]\n```\n';
    expect(layer({ text, languageId: 'markdown' })).toMatchObject({
      operation: 'conv_transpose_forward',
      options: { stride: 2, padding: 0 },
      roles: { x: { values: [1, 2, 3, 4] }, w: { values: [1, 1, 1, 1] } },
      assumptions: expect.arrayContaining([
        expect.stringContaining('the text shows the result of this layer'),
      ]) as unknown,
    });
  });
});

describe('the gradient of an output in words', () => {
  it.each([
    ['the filter W is', 'and the gradient of the loss with respect to the output is'],
    ['\u5377\u79ef\u6838 W\uff1a', '\u4e0a\u6e38\u68af\u5ea6 dL/dO\uff1a'],
    ['Kernel:', 'Upstream gradient:'],
  ])('%s … %s', (filter, gradient) => {
    const text = `X is the input\n\n1 2 3\n4 5 6\n7 8 9\n\n${filter}\n\n1 0\n0 -1\n\n${gradient}\n\n1 2\n3 4\n\nCompute dL/dW.\n`;
    expect(layer({ text, languageId: 'plaintext' })).toMatchObject({
      operation: 'conv_backward',
      roles: { w: { values: [1, 0, 0, -1] }, dZ: { values: [1, 2, 3, 4] } },
    });
  });
});

const rows = '\n1 2 3 4\n5 6 7 8\n9 1 2 3\n4 5 6 7\n';

describe('words that are not about a convolution assume no filter', () => {
  it('a pooling by another function', () => {
    expect(openText({ text: `The pooling layer computes the L2 norm of each window:${rows}` }).kind).toBe('array');
  });

  it('a pooling without its kind', () => {
    expect(openText({ text: `Apply a pooling layer to the feature map:${rows}` }).kind).toBe('array');
  });

  it.each(['Confusion matrix of my network:', 'Loss of each epoch:'])('%s', (words) => {
    expect(openText({ text: `${words}${rows}` }).kind).toBe('array');
  });

  it('zero padding', () => {
    const text = `Zero-pad the following image with two pixels on every side:${rows}`;
    expect(layer({ text })).toMatchObject({ operation: 'zero_pad', options: { pad: 2 } });
  });

  it('a global pooling has one window', () => {
    const text = `Global average pooling of the feature map:${rows}`;
    expect(layer({ text })).toMatchObject({ operation: 'pool_forward', options: { mode: 'average', kernel: 4 } });
  });

  it('a depthwise convolution is refused by name', () => {
    const text = `Depthwise convolution of the input${rows}\nwith the kernel\n1 0\n0 1\n`;
    expect(refusal({ text })[1]).toBe('Depthwise convolution');
  });
});

it('the results of an exercise in a string of Python are not inputs', () => {
  const text =
    '"""\nExercise: implement conv2d.\n\n>>> x = [[1, 2, 3], [4, 5, 6], [7, 8, 9]]\n>>> k = [[1, 0], [0, 1]]\n' +
    '>>> conv2d(x, k)\n[[6, 8], [12, 14]]\n"""\n';
  const { roles, options } = layer({ text, languageId: 'python' });
  expect([roles.x!.shape, roles.w!.values, options.stride]).toEqual([[1, 3, 3, 1], [1, 0, 0, 1], 1]);
});

it('the convolution of one array with another', () => {
  const text =
    'The convolution of\n[ 1  2  3 ]\n[ 4  5  6 ]\n[ 7  8  9 ]\nwith\n[ 1  2 ]\n[ 3  4 ]\nafter rotating the kernel by 180 degrees.\n';
  const { operation, roles } = layer({ text, languageId: 'plaintext' });
  expect([operation, roles['w']?.values]).toEqual(['conv_forward', [4, 3, 2, 1]]);
});

it('the letter of an array on its own line, below words that end with another array', () => {
  const text = `**User:** Could you do a small example of the gradients? Stride 1, no padding.

**Assistant:** Take a 3×3 input and a 2×2 filter:

\`\`\`
X = [[4, 0, 1],
     [2, 3, 5],
     [1, 6, 2]]

W = [[1, -2],
     [3,  0]]
\`\`\`

The loss sends back this gradient for the output:

\`\`\`
dY = [[2, 0],
      [1, -3]]
\`\`\`

Then

- **dW** is the cross-correlation of \`X\` with \`dY\`,
- **db** is just the sum of \`dY\`, here 0.
`;
  const { operation, roles } = layer({ text, languageId: 'markdown' });
  expect([operation, roles['x']?.name, roles['w']?.name, roles['dZ']?.shape]).toEqual([
    'conv_backward',
    'X',
    'W',
    [1, 2, 2, 1],
  ]);
});
