/** What a text shows next to its layer: gradients that it gives as answers, a wrong result next to the right one, other lists. */
import { describe, expect, it } from 'vitest';
import { openText } from '../../../../extension/session/openText';

function layerIn(text: string, languageId: string) {
  const opened = openText({ text, languageId });
  if (opened.kind !== 'layer') throw new Error(`${opened.kind}: ${opened.kind === 'refused' ? opened.message : ''}`);
  return opened;
}

describe('results next to a layer', () => {
  it('are not compared with its output where they are gradients', () => {
    const opened = layerIn(
      String.raw`The input
\[ X = \begin{pmatrix} 2 & 0 & 1 \\ 1 & 3 & 0 \\ 0 & 1 & 2 \end{pmatrix} \]
is correlated (stride $1$, no padding) with \[ W = \begin{bmatrix} 1 & 0 \\ 2 & -1 \end{bmatrix}. \]
\[ \frac{\partial L}{\partial Z} = \begin{bmatrix} 1 & 2 \\ 0 & 1 \end{bmatrix}. \]
Solution: $\dfrac{\partial L}{\partial W} = \begin{bmatrix} 5 & 2 \\ 9 & 5 \end{bmatrix}$, $\partial L/\partial b = 4$.`,
      'latex',
    );
    expect(opened.operation).toBe('conv_backward');
    expect(opened.assumptions).not.toContain('the text shows another result than this layer has: dW');
    expect(opened.roles).not.toHaveProperty('b');
  });

  it('of a pooling are not gradients, and the one of the stated window is its result', () => {
    const opened = layerIn(
      `AveragePool with \`pads=[0,0,1,1]\` counts the padding.

Input \`[[2,2],[2,2]]\` with \`kernel_shape=[2,2]\`, \`count_include_pad=1\`:
- before: \`[[2.0, 1.0], [2.0, 1.0]]\`
- now: \`[[2.0, 1.0], [1.0, 0.5]]\``,
      'markdown',
    );
    expect(opened).toMatchObject({ operation: 'pool_forward', options: { mode: 'average', kernel: 2, stride: 1 } });
  });

  it('in a document of settings leave out lists of other things', () => {
    const opened = layerIn(
      JSON.stringify({
        layer: {
          type: 'Conv2D',
          kernel_size: [2, 2],
          strides: [1, 1],
          padding: 'valid',
          data_format: 'channels_first',
        },
        input: { shape: [1, 1, 3, 3], data: [1, 2, 3, 4, 5, 6, 7, 8, 9] },
        weights: { kernel: { shape: [1, 1, 2, 2], data: [1, 0, 0, 1] } },
        meta: { epoch: 3, lr: [0.1, 0.01] },
      }),
      'json',
    );
    expect(opened.operation).toBe('conv_forward');
    expect(opened.roles).not.toHaveProperty('dZ');
    expect(opened.assumptions).toContain('not used: lr');
  });
});

describe('a row between words with fewer numbers than the others', () => {
  it.each([
    [
      'Here is the map:\n\n 4 1 7\n 0 3\n 9 2 6\n\nPool it with a 2x2 window.',
      'this row has 2 numbers, the others have 3',
    ],
    [
      'Here is the map:\n\n 4 1\n 0 3 8\n 9 2 6\n\nPool it with a 2x2 window.',
      'this row has 2 numbers, the others have 3',
    ],
    [
      'A convolution. Padded Input:\n0 0 0\n0 4 1 7\n0 3 2 5\n0 9 2 6\nKernel:\n1 0\n0 2\nA section:\n0 4\n0 3\n',
      'this row has 3 numbers, the others have 4',
    ],
  ])('is named: %j', (text, message) => {
    expect(openText({ text, languageId: 'plaintext' })).toMatchObject({ kind: 'refused', message });
  });

  it('is not looked for where two rows differ', () => {
    const opened = openText({ text: 'Rooms:\n\n 4 1 7\n 0 3\n 9 2\n 1\n', languageId: 'plaintext' });
    expect(opened).toMatchObject({ kind: 'refused' });
    expect(JSON.stringify(opened)).not.toContain('the others have');
  });
});
