/** Own layers on sequences, of channels by themselves, in comprehensions, next to known layers. Values of NumPy 1.24 and PyTorch 1.13. */
import { describe, expect, it } from 'vitest';
import { arraysOfCall, type LayerCall } from '../../../../../core/read/LayerCall';
import { evaluatePython } from '../../../../../core/read/python/evaluatePython';

function callsOf(text: string): readonly LayerCall[] {
  return evaluatePython(`import numpy as np\n${text}`).calls;
}

function shapesOf(call: LayerCall | undefined): string[] {
  return call ? Object.values(arraysOfCall(call)).map(({ shape }) => shape.join(' ')) : [];
}

describe('sequences', () => {
  it('of two channels, two filters (n, C, k), padding 1, a bias', () => {
    const [call] = callsOf(
      'def conv1d(x, w, bias, pad):\n  p = np.pad(x, ((0, 0), (pad, pad)))\n  n = p.shape[1] - w.shape[2] + 1\n' +
        '  return np.array([[np.sum(p[:, t:t + w.shape[2]] * f) + b for t in range(n)] for f, b in zip(w, bias)])\n' +
        'x = np.array([[1., 3, -2, 0, 4, 2], [0, 1, 1, 5, -1, 2]])\nw = np.array([[[.5, 1, 0], [1, 0, -1]], [[0, -1, 2], [.25, 0, .25]]])\n' +
        'y = conv1d(x, w, np.array([0, 1.]), 1)\n',
    );
    expect(call).toMatchObject({ operation: 'conv_forward', layout: 'nchw', options: { padding: [0, 1] } });
    expect(shapesOf(call)).toEqual(['1 1 6 2', '1 3 2 2', '1 1 1 2']);
  });

  it('a causal filter with dilation 2, which turns its kernel: zeros only on the left', () => {
    const [call] = callsOf(
      'def run(signal, weights, dilation):\n  out = [0.0] * len(signal)\n  for t in range(len(signal)):\n    for k in range(len(weights)):\n' +
        '      s = t - dilation * k\n      if s >= 0:\n        out[t] += weights[k] * signal[s]\n  return out\n' +
        'y = run([1., 0, 2, -1, 3, 5, 0, 1], [.5, 1, -2], 2)\nprint(y)\n',
    );
    expect(call).toMatchObject({
      operation: 'conv_forward',
      options: { padding: { left: 4, right: 0 }, dilation: [1, 2], kernelFlipped: true },
    });
    expect([...(call && 'W' in call.arrays ? call.arrays.W!.data : [])]).toEqual([-2, 1, 0.5]);
  });

  const lists = 'x = [.2, .1, -.4, 1.5, 3.2, 1.1, -.6, 0, .3, .2, .1]\nk = [.5, 1, -.25, -1]\n';
  const strided = '[sum(k[j] * x[i + j] for j in range(4)) for i in range(0, len(x) - 3, 2)]';

  it.each([
    `y = ${strided}`,
    strided,
    `y = []\nfor i in range(0, 8, 2):\n  y.append(sum(k[j] * x[i + j] for j in range(4)))`,
  ])('lists of numbers in %s', (statement) => {
    const [call] = callsOf(`${lists}${statement}\n`);
    expect(call).toMatchObject({ operation: 'conv_forward', options: { stride: [1, 2] } });
    expect(shapesOf(call)).toEqual(['1 1 11 1', '1 4 1 1']);
  });
});

describe('planes', () => {
  it('each channel has a filter of its own', () => {
    const [call] = callsOf(
      'def depthwise(x, f):\n  return np.array([[[np.sum(x[c, i:i+2, j:j+2] * f[c]) for j in range(3)] for i in range(2)] for c in range(2)])\n' +
        'x = np.arange(24.).reshape(2, 3, 4) ** 2 % 7\nf = np.array([[[1., 0], [0, 1]], [[2, -1], [.5, 0]]])\ny = depthwise(x, f)\n',
    );
    expect(call).toMatchObject({ operation: 'conv_forward', options: { groups: 2 } });
    expect(shapesOf(call)).toEqual(['1 3 4 2', '2 2 1 2']);
  });

  it('a square kernel as a flat list, a bias and options of the module', () => {
    const [call] = callsOf(
      'PAD = 1\nbias = 0.25\nx = np.arange(16.).reshape(4, 4) ** 2 % 7\nkernel = np.array([1., 0, -1, 1, .5, -1, 1, 0, -1])\nout = np.zeros((4, 4))\n' +
        'def convolve():\n  p = np.pad(x, PAD)\n  for i in range(4):\n    for j in range(4):\n      out[i, j] = bias + np.sum(p[i:i+3, j:j+3].reshape(-1) * kernel)\n' +
        'convolve()\n',
    );
    expect(call).toMatchObject({ operation: 'conv_forward', options: { padding: 1 } });
    expect(shapesOf(call)).toEqual(['1 4 4 1', '3 3 1 1', '1 1 1 1']);
  });
});

it('a known layer below does not hide an own one', () => {
  const calls = callsOf(
    'x = np.arange(16.).reshape(4, 4) ** 2 % 7\nk = np.array([[1., 0], [2, -1]])\n' +
      'y = np.array([[np.sum(x[i:i+2, j:j+2] * k) for j in range(3)] for i in range(3)])\nz = np.maximum(0, y)\n',
  );
  expect(calls.map(({ operation }) => operation)).toEqual(['conv_forward', 'relu_forward']);
});
