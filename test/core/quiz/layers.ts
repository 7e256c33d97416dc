/** Layers of the tests of quizzes. */
import type { NdArray } from '../../../core';
import type { Layer } from '../../../core/step/Layer';

export const view = { channel: 0, filter: 0, granularity: 'window' as const };
export const array = (shape: number[], make: (k: number) => number): NdArray => ({
  shape,
  data: Float64Array.from({ length: shape.reduce((a, b) => a * b, 1) }, (_, k) => make(k)),
});

// 4×5 input, 3×2 window, stride 1×2, padded above and below.
export const x = array([1, 4, 5, 2], (k) => ((k * 7) % 11) - 3.5);
export const w = array([3, 2, 2, 2], (k) => (k % 5) - 1.25);
export const b = array([1, 1, 1, 2], (k) => k + 1);
export const options = { stride: [1, 2], padding: [1, 0] } as const;
export const dZ = array([1, 4, 2, 2], (k) => k - 6.5);
export const pool = { mode: 'max', kernel: 2, stride: 2 } as const;
const dA = array([1, 2, 2, 2], (k) => k - 3.5);

export const layers: Readonly<Record<string, Layer>> = {
  'conv forward': { kind: 'conv', pass: 'forward', x, w, b, options },
  'conv backward': { kind: 'conv', pass: 'backward', x, w, b, dZ, options },
  'max pooling forward': { kind: 'pool', pass: 'forward', x, options: pool },
  'max pooling backward': { kind: 'pool', pass: 'backward', x, dZ: dA, options: pool },
  'average pooling forward': { kind: 'pool', pass: 'forward', x, options: { ...pool, mode: 'average' } },
  'average pooling backward': { kind: 'pool', pass: 'backward', x, dZ: dA, options: { ...pool, mode: 'average' } },
  'relu forward': { kind: 'relu', pass: 'forward', x },
  'relu backward': { kind: 'relu', pass: 'backward', x, dZ: array([1, 4, 5, 2], (k) => k - 6.5) },
  'transposed convolution backward': {
    kind: 'convTranspose',
    pass: 'backward',
    x,
    w,
    dZ: array([1, 9, 10, 2], (k) => (k % 7) - 2.5),
    options: { stride: 2 },
  },
  'transposed convolution': { kind: 'convTranspose', pass: 'forward', x, w, options: { stride: 2 } },
};
