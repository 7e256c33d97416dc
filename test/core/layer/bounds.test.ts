/** Options are bounded by the size of what they make, before anything is allocated. */
import { describe, expect, test } from 'vitest';
import {
  conv2d,
  convTranspose2d,
  createStepper,
  LensError,
  pad2d,
  pool2d,
  type Conv2dOptions,
  type NdArray,
} from '../../../core/index';

const x: NdArray = { shape: [1, 4, 4, 1], data: new Float64Array(16).fill(1) };
const w: NdArray = { shape: [3, 3, 1, 1], data: new Float64Array(9).fill(1) };
const sides = (pad: number) => ({ top: pad, bottom: pad, left: pad, right: pad });

describe('a 4×4 input, 3×3 kernel: an option that makes too much is refused with its numbers at once', () => {
  test.each<[string, () => unknown, RegExp]>([
    ['pad 4000', () => conv2d(x, w, undefined, { padding: 4000 }), /8004 × 8004 cells; at most 4194304/],
    ['pad 1e9', () => conv2d(x, w, undefined, { padding: 1e9 }), /2000000004 × 2000000004 cells/],
    ["dilation 1e9, 'same'", () => conv2d(x, w, undefined, { padding: 'same', dilation: 1e9 }), /2000000004/],
    ['dilation 1e9', () => conv2d(x, w, undefined, { dilation: 1e9 }), /spans 2000000001 cells/],
    ['max pooling, sides 1e9', () => pool2d(x, { mode: 'max', kernel: 2, padding: sides(1e9) }), /2000000004/],
    ['max pooling, kernel 1e6, ceil', () => pool2d(x, { mode: 'max', kernel: 1e6, ceilMode: true }), /kernel has/],
    ['transposed, stride 1e9', () => convTranspose2d(x, w, undefined, { stride: 1e9 }), /3000000003/],
    ['transposed, dilation 1e9', () => convTranspose2d(x, w, undefined, { dilation: 1e9 }), /2000000004/],
    ['pad2d by 1e9', () => pad2d(x, 1e9), /2000000004/],
    [
      'stepping, pad 1e9',
      () => createStepper({ kind: 'conv', pass: 'forward', x, w, options: { padding: 1e9 } }),
      /2000000004/,
    ],
    ['zero_pad by 1e9', () => createStepper({ kind: 'pad', x, pad: 1e9 }), /2000000004/],
  ])('%s', (_, compute, message) => {
    const start = performance.now();
    expect(compute).toThrow(LensError);
    expect(compute).toThrow(message);
    expect(performance.now() - start).toBeLessThan(1000);
  });

  test('pad 1000 is not refused', () => {
    expect(conv2d(x, w, undefined, { padding: 1000 }).shape).toEqual([1, 2002, 2002, 1]);
  });
});

describe('an error names the axis only where the option differs between the axes', () => {
  test.each<[Conv2dOptions, RegExp]>([
    [{ stride: 0 }, /not 0$/],
    [{ stride: [1, 0] }, /not 0 \(horizontal\)$/],
    [{ dilation: 1.5 }, /not 1.5$/],
    [{ padding: -1 }, /not -1$/],
    [{ padding: [-1, 0] }, /not -1 \(vertical\)$/],
    [{ padding: { top: 0, bottom: 0, left: -2, right: 0 } }, /not -2 \(horizontal\)$/],
  ])('%j', (options, message) => {
    expect(() => conv2d(x, w, undefined, options)).toThrow(message);
  });
});

describe('ceil_mode with a kernel larger than the padded input is one window, as in PyTorch', () => {
  const input: NdArray = { shape: [1, 3, 3, 1], data: Float64Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9) };
  test.each([
    // torch.nn.functional.max_pool2d(x, 4, 4, ceil_mode=True), avg_pool2d likewise; PyTorch 1.13
    { mode: 'max' as const, kernel: 4, stride: 4, padding: 0, expected: [9] },
    { mode: 'average' as const, kernel: 4, stride: 4, padding: 0, expected: [5] },
    { mode: 'max' as const, kernel: 6, stride: 4, padding: 1, expected: [9] },
    { mode: 'average' as const, kernel: 6, stride: 4, padding: 1, expected: [1.8] },
  ])('$mode, kernel $kernel, stride $stride, pad $padding', ({ expected, ...options }) => {
    const pooled = pool2d(input, { ...options, ceilMode: true });
    expect(pooled.shape).toEqual([1, 1, 1, 1]);
    expect([...pooled.data]).toEqual(expected);
    const stepper = createStepper({
      kind: 'pool',
      pass: 'backward',
      x: input,
      dZ: { shape: [1, 1, 1, 1], data: Float64Array.of(1) },
      options: { ...options, ceilMode: true },
    });
    expect(stepper.frame(0, { channel: 0, filter: 0, granularity: 'window' }).position).toEqual({
      i: 0,
      h: 0,
      w: 0,
      c: 0,
    });
  });

  test('a stride no larger than the missing cells leaves no window', () => {
    expect(() => pool2d(input, { mode: 'max', kernel: 4, stride: 1, ceilMode: true })).toThrow(/kernel 4 .* 3$/);
  });
});
