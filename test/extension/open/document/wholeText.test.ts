/** Cursors where no layer is: above the code, in functions of languages whose programs are run as a whole, in an array. */
import { describe, expect, it } from 'vitest';
import { openText } from '../../../../extension/session/openText';
import { layer } from '../requests';

const C = `#include <stdio.h>
/* pooling of a table */
static const int x[4][4] = {{1,2,3,4},{5,6,7,8},{9,10,11,12},{13,14,15,17}};
static int y[2][2];
static const int other[2][2] = {{7, 7}, {1, 0}};

static void maxpool(void) {
  for (int i = 0; i < 2; i++)
    for (int j = 0; j < 2; j++) {
      int best = -1;
      for (int m = 0; m < 2; m++)
        for (int n = 0; n < 2; n++)
          if (x[2 * i + m][2 * j + n] > best) best = x[2 * i + m][2 * j + n];
      y[i][j] = best;
    }
}

int main(void) {
  maxpool();
  return other[0][0];
}
`;
const PYTHON = `"""Edges of a small image."""
import numpy as np
from scipy import signal

image = np.arange(16.).reshape(4, 4)
unused = np.array([[1, 2], [3, 5]])
kernel = np.array([[1, 0], [0, -1]])
out = signal.correlate2d(image, kernel, mode='valid')
print(unused)
`;

const at = (text: string, languageId: string, place: string, operation?: 'convolution' | 'pooling' | 'inspect') =>
  openText({ text, languageId, cursor: text.indexOf(place), ...(operation && { operation }) });

describe('the whole text is meant', () => {
  it.each(['#include', '/* pooling', 'static int y', 'static void maxpool', 'int best', 'x[2 * i', 'int main'])(
    'in C, with the cursor at: %s',
    (place) => {
      expect(at(C, 'c', place)).toMatchObject({ kind: 'layer', operation: 'pool_forward', options: { kernel: 2 } });
    },
  );

  it('with the cursor in an array that the layer of the text uses', () => {
    expect(at(C, 'c', '{5,6,7,8}')).toMatchObject({ kind: 'layer', roles: { x: { shape: [1, 4, 4, 1] } } });
  });

  it.each(['"""Edges', 'import numpy', 'from scipy'])('in Python, above the code: %s', (place) => {
    expect(at(PYTHON, 'python', place)).toMatchObject({ kind: 'layer', operation: 'conv_forward' });
  });

  it('in a filter that is written above its input', () => {
    const text = `import numpy as np
import tensorflow as tf
kernel = np.zeros((2, 2, 1, 1))
kernel[:, :, 0, 0] = [[1, 0], [0, -1]]
x = np.arange(9.).reshape(1, 3, 3, 1)
print(tf.nn.conv2d(x, kernel, strides=1, padding='VALID'))
`;
    expect(at(text, 'python', '[[1, 0]')).toMatchObject({ kind: 'layer', operation: 'conv_forward' });
  });

  it('after the last line', () => {
    expect(openText({ text: PYTHON, languageId: 'python', cursor: PYTHON.length }).kind).toBe('layer');
  });

  it('above the first code of a document, with what its words state', () => {
    const text = `Who can explain max pooling to me?

| 4 | 8 | 0 | 2 |
|---|---|---|---|
| 6 | 4 | 8 | 4 |

We use max pooling with a 2×2 window, stride 2 and padding 1.
`;
    expect(openText({ text, languageId: 'markdown', cursor: 0 })).toMatchObject({
      options: { mode: 'max', kernel: 2, stride: 2, padding: 1 },
    });
  });
});

describe('the place of the cursor is meant', () => {
  it('in an array that no layer of the text uses', () => {
    expect(at(C, 'c', '{7, 7}').kind).toBe('array');
  });

  it('where an array is inspected', () => {
    expect(at(C, 'c', '{5,6,7,8}', 'inspect')).toMatchObject({ kind: 'array', arrays: [{ name: 'x' }] });
  });

  it('at a call that is not known', () => {
    const text = C.replace('  maxpool();', '  maxpool();\n  net.conv2d(x);');
    expect(at(text, 'c', 'net.conv2d')).toMatchObject({
      kind: 'refused',
      message: expect.stringContaining('net.conv2d') as string,
    });
  });

  it('at a call that cannot be evaluated, although another one of the text can', () => {
    const text = PYTHON.replace('print(unused)', 'z = signal.correlate2d(load(), kernel)');
    expect(at(text, 'python', 'signal.correlate2d(load').kind).toBe('refused');
  });
});

describe('the arrays of an earlier cell are meant', () => {
  const text =
    '---\ntitle: Yield\n---\n\n```{r data}\nyield <- matrix(c(41, 38, 44, 40, 37, 45), nrow = 2, byrow = TRUE)\n```\n\n```{r plot}\nheatmap(yield, Rowv = NA)\n```\n\n```{r other}\nsummary(trial)\n```\n\nThe end.\n';

  it.each([undefined, 'title', 'yield <-', 'heatmap('])('with the cursor at: %s', (place) => {
    const opened = openText({ text, languageId: 'rmd', ...(place && { cursor: text.indexOf(place) }) });
    expect(opened).toMatchObject({ kind: 'array', arrays: [{ name: 'yield', shape: [2, 3] }] });
  });

  it('not where a cell names none of them', () => {
    expect(at(text, 'rmd', 'summary')).toMatchObject({ kind: 'refused' });
  });
});

const WORDS =
  'If the input matrix is\n[[1,2,3],\n[4,5,6]]\n\nand the kernel is\n\n[[1,0],\n[0,2]]\n\nthen the output should be\n\n[[11,14]]\n';

it.each(['[4,5', '[0,2', '[[11'])(
  'the layer that words describe, with the cursor in one of its arrays: %s',
  (place) => {
    expect(at(WORDS, 'plaintext', place)).toMatchObject({
      kind: 'layer',
      roles: { x: { shape: [1, 2, 3, 1] }, w: { values: [1, 0, 0, 2] } },
    });
  },
);

it.each(['Words:', 'These are words about the code below.'])(
  'above all code of a document its last call is meant, not the rows of its arrays: "%s"',
  (words) => {
    const text = `${words}\nx = np.array([[0, 1, 2, 3],\n[5, 6, 7, 8],\n[9, 8, 7, 6]])\nk = np.array([[1, 2],\n[0, 1]])\nCode:\nimport numpy as np\ndef conv2d(a, f):\n    out = np.zeros((2, 3))\n    for i in range(2):\n        for j in range(3):\n            out[i, j] = np.sum(a[i:i + 2, j:j + 2] * f)\n    return out\nconv2d(x, k)\nOutput:\narray([[ 8., 12., 16.],\n[25., 26., 27.]])\n`;
    expect(layer({ text, languageId: 'markdown', cursor: 0 }).roles).toMatchObject({
      x: { values: [0, 1, 2, 3, 5, 6, 7, 8, 9, 8, 7, 6] },
      w: { values: [1, 2, 0, 1] },
    });
  },
);

it('the output of TensorFlow below a call belongs to this call', () => {
  const call = (rows: string, stride: number): string =>
    `x = tf.constant(${rows})\nx = tf.reshape(x, [1, 3, 3, 1])\npool = tf.keras.layers.AveragePooling2D(pool_size=(2, 2), strides=${stride})\npool(x)\n`;
  const text = `For example:\n${call('[[1., 2., 3.], [4., 5., 6.], [7., 8., 9.]]', 1)}<tf.Tensor: shape=(1, 2, 2, 1), dtype=float32, numpy=\narray([[[[3.],\n[4.]],\n[[6.],\n[7.]]]], dtype=float32)>\nWith another stride:\n${call('[[9., 2., 3.], [4., 5., 6.], [7., 8., 9.]]', 2)}`;
  expect(layer({ text, languageId: 'plaintext', cursor: text.indexOf('array(') }).options).toMatchObject({ stride: 1 });
});
