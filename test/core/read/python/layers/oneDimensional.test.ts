/** 1-D layers: sequences are stepped as images of height 1. Values of NumPy 1.24, SciPy 1.10 and PyTorch 1.13. */
import { describe, expect, it } from 'vitest';
import { arraysOfCall } from '../../../../../core/read/LayerCall';
import { evaluatePython } from '../../../../../core/read/python/evaluatePython';

interface Case {
  readonly title: string;
  readonly text: string;
  readonly variable: string;
  readonly shape: readonly number[];
  readonly values: readonly number[];
}

const cases: readonly Case[] = [
  {
    title: 'Keras Conv1D on two axes of examples, (2, 1, 3, 2)',
    text: `import numpy as np
from tensorflow import keras
x = np.arange(12.).reshape(2, 1, 3, 2)
y = keras.layers.Conv1D(1, 2, kernel_initializer='ones', use_bias=False)(x)`,
    variable: 'y',
    shape: [2, 1, 2, 1],
    values: [6, 14, 30, 38],
  },
  {
    title: 'lax.conv_general_dilated on sequences of two channels, unequal padding, stride and dilation 2',
    text: `import jax.numpy as jnp
from jax import lax
x = jnp.arange(12.).reshape(1, 2, 6)
k = jnp.arange(12.).reshape(3, 2, 2) - 5
y = lax.conv_general_dilated(x, k, (2,), [(2, 1)], rhs_dilation=(2,))`,
    variable: 'y',
    shape: [1, 3, 4],
    values: [-12, -42, -70, -50, 12, 22, 26, 6, 36, 86, 122, 62],
  },
  {
    title: 'lax.conv_general_dilated with the channels of sequences last, the one axis named H',
    text: `import jax.numpy as jnp
from jax import lax
x = jnp.arange(12.).reshape(1, 2, 6).transpose(0, 2, 1)
k = jnp.arange(12.).reshape(3, 2, 2).transpose(2, 1, 0) - 5
y = lax.conv_general_dilated(x, k, (2,), [(2, 1)], rhs_dilation=(2,), dimension_numbers=("NHC", "HIO", "NHC"))`,
    variable: 'y',
    shape: [1, 4, 3],
    values: [-12, 12, 36, -42, 22, 86, -70, 26, 122, -50, 6, 62],
  },
  {
    title: 'scipy.signal.correlate, valid, the longer signal second: the result is turned',
    text: `from scipy import signal
y = signal.correlate([1., 2, 5], [3., 1, 4, 1, 5], 'valid')`,
    variable: 'y',
    shape: [3],
    values: [31, 14, 25],
  },
  {
    title: 'np.convolve, same, an even kernel',
    text: `import numpy as np
x = np.array([1, 2, 3, 4, 5.])
h = np.array([1, 0, -1, 3])
y = np.convolve(x, h, mode="same")`,
    variable: 'y',
    shape: [5],
    values: [2, 2, 5, 8, 5],
  },
  {
    title: 'np.convolve, full',
    text: `import numpy as np
y = np.convolve([1, 2, 3], [0, 1, 0.5])`,
    variable: 'y',
    shape: [5],
    values: [0, 1, 2.5, 4, 1.5],
  },
  {
    title: 'np.convolve, the kernel longer than the input, an option by its first letter',
    text: `import numpy as np
y = np.convolve([1, 2], [0, 1, 0.5, 4], "VALID")`,
    variable: 'y',
    shape: [3],
    values: [1, 2.5, 5],
  },
  {
    title: 'np.correlate',
    text: `import numpy as np
y = np.correlate([1, 2, 3, 7, 1], [0, 1, 0.5])`,
    variable: 'y',
    shape: [3],
    values: [3.5, 6.5, 7.5],
  },
  {
    title: 'np.correlate, full',
    text: `import numpy as np
y = np.correlate([1, 2, 3, 7, 1], [0, 1, 0.5, 2], mode="full")`,
    variable: 'y',
    shape: [8],
    values: [2, 4.5, 8, 17.5, 8.5, 7.5, 1, 0],
  },
  {
    title: 'scipy.signal.convolve, same, an even kernel',
    text: `import numpy as np
from scipy.signal import convolve
y = convolve(np.arange(6), [1, 2, 4, 8], mode="same")`,
    variable: 'y',
    shape: [6],
    values: [1, 4, 11, 26, 41, 50],
  },
  {
    title: 'scipy.signal.convolve, valid, the larger one second',
    text: `import numpy as np
from scipy.signal import convolve
y = convolve([1, 2, 4], np.arange(6), mode="valid")`,
    variable: 'y',
    shape: [4],
    values: [4, 11, 18, 25],
  },
  {
    title: 'scipy.signal.correlate, same',
    text: `import numpy as np
from scipy.signal import correlate
y = correlate(np.arange(6)*1.5, [1, 2, 4, 8], mode="same")`,
    variable: 'y',
    shape: [6],
    values: [12, 30, 51, 73.5, 96, 46.5],
  },
  {
    title: 'ndimage.convolve1d along the rows',
    text: `import numpy as np
from scipy.ndimage import convolve1d
y = convolve1d(np.arange(12).reshape(3, 4)**2, [1, 2, -1], axis=0)`,
    variable: 'y',
    shape: [3, 4],
    values: [16, 26, 40, 58, 96, 130, 168, 210, 176, 218, 264, 314],
  },
  {
    title: 'ndimage.correlate1d',
    text: `import numpy as np
from scipy.ndimage import correlate1d
y = correlate1d(np.arange(12).reshape(3, 4)**2, [1, 2, -1, 3], mode="constant")`,
    variable: 'y',
    shape: [3, 4],
    values: [3, 11, 25, 0, 59, 115, 177, 48, 179, 347, 489, 160],
  },
  {
    title: 'ndimage.convolve of a line, with an origin',
    text: `import numpy as np
from scipy import ndimage
y = ndimage.convolve(np.array([3., 1, 4, 1, 5]), np.array([1, 0, -1, 2]), origin=1)`,
    variable: 'y',
    shape: [5],
    values: [6, 3, 12, -2, 9],
  },
  {
    title: 'nn.Conv1d with every option',
    text: `import torch, torch.nn as nn
torch.manual_seed(0)
m = nn.Conv1d(4, 6, 3, stride=2, padding=1, dilation=2, groups=2)
y = m(torch.randn(2, 4, 11))`,
    variable: 'y',
    shape: [2, 6, 5],
    values: [
      0.246355, -0.0695869, -0.133213, 0.0872231, -0.500361, 0.690428, 0.0416609, 0.457851, 0.453733, 0.34393,
      -0.138272, -0.0541535, 0.21417, -0.0321578, -0.0660902, -0.278247, -0.315824, -0.285202, -0.192154, -0.550242,
      0.280458, 0.584609, 1.13857, 0.412147, 0.708985, 0.98491, 0.079836, 0.293735, 1.19503, -0.0995578, -1.06418,
      -0.0905114, -0.30365, 0.0429243, -0.455043, 0.384206, 1.21831, 0.359752, 0.577403, 0.194867, -0.311475, -0.775716,
      -0.884722, -0.00162692, 0.040959, -0.0436928, 0.833793, 0.789448, 0.947379, -0.179353, -0.751147, -1.11878,
      0.495201, 0.458758, 0.0258842, -0.417116, 0.172551, -0.748821, 0.218304, -0.183453,
    ],
  },
  {
    title: 'nn.ConvTranspose1d',
    text: `import torch, torch.nn as nn
torch.manual_seed(0)
m = nn.ConvTranspose1d(2, 3, 3, stride=2, padding=1, output_padding=1)
y = m(torch.randn(1, 2, 5))`,
    variable: 'y',
    shape: [1, 3, 10],
    values: [
      -0.462833, 0.186242, 0.241338, -0.975878, -0.421646, -0.261152, 0.0629794, -0.111821, -0.119149, -0.586202,
      0.0506009, -1.0867, -0.602416, 0.0272971, -0.192998, 0.303896, 0.288697, -0.364128, -0.483295, -0.169402,
      -0.253619, 0.130501, 0.928372, 0.132687, 0.012219, 0.2417, -0.0659843, -0.32416, 0.529339, 0.266943,
    ],
  },
  {
    title: 'F.max_pool1d',
    text: `import torch, torch.nn.functional as F
y = F.max_pool1d(torch.tensor([[[1., 5, 2, 8, 3]]]), 2, stride=1)`,
    variable: 'y',
    shape: [1, 1, 4],
    values: [5, 5, 8, 8],
  },
  {
    title: 'nn.AvgPool1d',
    text: `import torch, torch.nn as nn
y = nn.AvgPool1d(3, stride=2, padding=1)(torch.arange(14.).reshape(1, 2, 7))`,
    variable: 'y',
    shape: [1, 2, 4],
    values: [0.333333, 2, 4, 3.66667, 5, 9, 11, 8.33333],
  },
  {
    title: 'the gradient of nn.Conv1d',
    text: `import torch, torch.nn as nn
torch.manual_seed(0)
m = nn.Conv1d(2, 1, 3)
x = torch.randn(2, 2, 6, requires_grad=True)
m(x).sum().backward()
g = x.grad`,
    variable: 'g',
    shape: [2, 2, 6],
    values: [
      -0.00305648, 0.215946, -0.120061, -0.120061, -0.117005, -0.336007, -0.300446, -0.457684, -0.34821, -0.34821,
      -0.0477638, 0.109475, -0.00305648, 0.215946, -0.120061, -0.120061, -0.117005, -0.336007, -0.300446, -0.457684,
      -0.34821, -0.34821, -0.0477638, 0.109475,
    ],
  },
  {
    title: 'nn.Sequential of 1-D layers',
    text: `import torch, torch.nn as nn
torch.manual_seed(1)
net = nn.Sequential(nn.Conv1d(1, 2, 3, padding="same"), nn.ReLU(), nn.MaxPool1d(2))
y = net(torch.randn(1, 1, 8))`,
    variable: 'y',
    shape: [1, 2, 4],
    values: [0.0149778, 0.177129, 0.319656, 0, 0.48183, 1.20854, 0.760746, 0.605967],
  },
  {
    title: 'F.conv1d without a batch axis',
    text: `import torch, torch.nn.functional as F
y = F.conv1d(torch.arange(6.).reshape(2, 3), torch.ones(1, 2, 2))`,
    variable: 'y',
    shape: [1, 2],
    values: [8, 12],
  },
  {
    title: 'nn.Conv1d, circular',
    text: `import torch, torch.nn as nn
torch.manual_seed(1)
m = nn.Conv1d(1, 1, 3, padding=2, padding_mode="circular")
y = m(torch.randn(1, 1, 6))`,
    variable: 'y',
    shape: [1, 1, 8],
    values: [-0.286182, 0.299278, 0.181588, 0.589578, 0.349326, 0.566895, -0.286182, 0.299278],
  },
];

describe('1-D layers', () => {
  it.each(cases)('$title: the value is that of the library', ({ text, variable, shape, values }) => {
    const { arrays, calls, errors } = evaluatePython(text);
    expect(errors.map(({ message }) => message)).toEqual([]);
    const { array } = arrays.find(({ name }) => name === variable)!;
    expect(array.shape).toEqual(shape);
    values.forEach((value, i) => expect(array.data[i]).toBeCloseTo(value, 4));
    expect(calls.length).toBeGreaterThan(0);
    const x = arraysOfCall(calls[0]!)['A_prev']!;
    expect(x.shape[1] === 1).toBe(!text.includes('reshape(3, 4)'));
  });

  it.each([
    ['nn.Conv1d', 'import torch.nn as nn\nm = nn.Conv1d(1, 1, 3, stride=(1, 2))', 'takes one number'],
    [
      'np.convolve',
      'import numpy as np\ny = np.convolve(np.ones((2, 2)), [1, 2])',
      'takes 1-D arrays; a has shape (2, 2)',
    ],
    ['np.correlate', 'import numpy as np\ny = np.correlate([1, 2], [1, 2, 3])', 'longer than the input'],
  ])('%s is refused with a reason', (_, text, message) => {
    expect(
      evaluatePython(text)
        .errors.map((error) => error.message)
        .join(),
    ).toContain(message);
  });
});

describe('Keras', () => {
  it('Conv1D and MaxPooling1D: sequences (N, L, C)', () => {
    const { arrays, errors } = evaluatePython(`import numpy as np
from tensorflow.keras.layers import Conv1D, MaxPooling1D
x = np.arange(8.).reshape(1, 4, 2)
y = Conv1D(1, 2, padding='same', kernel_initializer='ones')(x)
z = MaxPooling1D(2)(y)
`);
    expect(errors.map(({ message }) => message)).toEqual([]);
    const valuesOf = (name: string): number[] => [...arrays.find((each) => each.name === name)!.array.data];
    expect(valuesOf('y')).toEqual([6, 14, 22, 13]);
    expect(valuesOf('z')).toEqual([14, 22]);
  });
});
