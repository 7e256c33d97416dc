/** Inputs in comments and in JSON, code in the scripts of a page, and functions that are nearly those that are supported. */
import { expect, it } from 'vitest';
import { layer, python, refusal } from '../requests';

it.each([
  [
    'markdown',
    'The bug:\n\n```python\ntorch.nn.AvgPool2d(2, stride=3, ceil_mode=True)     # input torch.arange(49).reshape(1,1,7,7)\n```\n',
    { mode: 'average', kernel: 2, stride: 3, ceilMode: true },
  ],
  [
    'html',
    '<h1>Demo</h1>\n<script src="tf.min.js"></script>\n<script>\n  const x = tf.tensor4d([1, 0, 2, 3, 4, 5, 6, 7, 8], [1, 3, 3, 1]);\n  const k = tf.tensor4d([1, -1, 2, 0.5], [2, 2, 1, 1]);\n  tf.conv2d(x, k, 1, "valid").print();\n</script>\n',
    { stride: 1, padding: 0 },
  ],
  [
    'markdown',
    '# 2D convolution\n\nStride 1, no padding.\n\nInput: `{"X":[[1,0,0],[0,1,0],[0,0,1]],"kernel":[[1,0],[0,1]]}`\n\nExpected: `[[2,0],[0,2]]`\n',
    { stride: 1, padding: 0 },
  ],
  [
    'python',
    "import tensorflow as tf\nx = tf.reshape(tf.range(16.), [1, 4, 4, 1])\nout, at = tf.nn.max_pool_with_argmax(x, ksize=2, strides=2, padding='VALID')\n",
    { mode: 'max', kernel: 2, stride: 2 },
  ],
])('%s: %s', (languageId, text, options) => {
  expect(layer({ text, languageId }).options).toMatchObject(options);
});

it('the reason for a function that a library lacks names those that are like it', () => {
  const text = 'import torch\nimport torch.nn as nn\ny = nn.LPPool2d(2, 2)(torch.ones(1, 1, 4, 4))\n';
  expect(refusal(python(text))[0]).toBe(
    'nn.LPPool2d is not supported; supported: AdaptiveAvgPool2d, AdaptiveMaxPool2d, MaxPool2d, AvgPool2d',
  );
});
