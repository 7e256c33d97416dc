/** Layers of sequences in the smaller frameworks, and what a device or a rounding leaves as it is. */
import { describe, expect, it } from 'vitest';
import { layer, python, refusal } from '../requests';

describe('layers of sequences', () => {
  it.each([
    [
      'import mlx.core as mx\nimport mlx.nn as nn\nx = mx.ones((5, 12, 2))\nc = nn.Conv1d(in_channels=2, out_channels=4, kernel_size=3, stride=2, bias=False)\nc.weight = mx.ones((4, 3, 2))\ny = c(x)',
      'conv_forward',
      { stride: [1, 2], padding: [0, 0] },
      { x: [5, 1, 12, 2], w: [1, 3, 2, 4] },
    ],
    [
      'import mlx.core as mx\na = mx.array([1.0, 2.0, 3.0])\nv = mx.array([0.0, 1.0, 0.5])\ny = mx.convolve(a, v, mode="same")',
      'conv_forward',
      { stride: 1, padding: { top: 0, bottom: 0, left: 1, right: 1 } },
      { x: [1, 1, 3, 1], w: [1, 3, 1, 1] },
    ],
    [
      'import numpy as np\nfrom keras import layers\nx = np.array([[[1.0, 2.0, 3.0, 4.0, 5.0, 6.0]]])\ny = layers.AdaptiveAveragePooling1D(output_size=2, data_format="channels_first")(x)',
      'pool_forward',
      { mode: 'average', kernel: [1, 3], stride: [1, 3] },
      { x: [1, 1, 6, 1] },
    ],
    [
      'import torch\nimport torch_xla.core.xla_model as xm\ndevice = xm.xla_device()\nx = torch.ones(1, 1, 6, 6, device=device)\ny = torch.nn.MaxPool2d(kernel_size=3, stride=4, ceil_mode=True)(x)',
      'pool_forward',
      { kernel: 3, stride: 4, ceilMode: true },
      { x: [1, 6, 6, 1] },
    ],
    [
      'import tensorflow as tf\nx = tf.round(tf.constant([[[[0.4], [1.6]], [[2.5], [3.5]]]]))\ny = tf.nn.max_pool2d(x, 2, 1, "VALID")',
      'pool_forward',
      { kernel: 2, stride: 1 },
      { x: [1, 2, 2, 1] },
    ],
  ])('%s', (text, operation, options, shapes) => {
    const opened = layer(python(text));
    expect(opened).toMatchObject({ operation, options });
    for (const [role, shape] of Object.entries(shapes)) expect(opened.roles[role]!.shape).toEqual(shape);
  });
});

describe('a transposed convolution whose call gives the size of its output', () => {
  const text = `import torch
up = torch.nn.ConvTranspose2d(1, 1, 3, stride=2, padding=1, bias=False)
up.weight.data = torch.ones(1, 1, 3, 3)
x = torch.arange(9.).reshape(1, 1, 3, 3)
`;

  it.each([
    ['torch.Size([1, 1, 6, 6])', [6, 6]],
    ['(5, 5)', [5, 5]],
  ])('%s', (size, outputSize) => {
    const opened = layer(python(`${text}y = up(x, output_size=${size})`));
    expect(opened).toMatchObject({
      operation: 'conv_transpose_forward',
      options: { stride: 2, padding: 1, outputSize },
    });
  });
});

it('a file whose name is made with pathlib: the reason is that its values are not in the text', () => {
  const text =
    'from pathlib import Path\nimport numpy as np\nfrom scipy.signal import convolve2d\nimg = np.load(Path("data") / "img.npy")\ny = convolve2d(img, np.ones((2, 2)), mode="valid")\n';
  expect(refusal(python(text))[0]).toMatch(/^np\.load reads data that are not in the text/);
});
