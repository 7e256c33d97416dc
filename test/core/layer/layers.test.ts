/** What the layers promise besides the reference data: number types, NaN, refusals that name their numbers, memory. */
import { describe, expect, test } from 'vitest';
import {
  conv2d,
  conv2dBackward,
  convSingleStep,
  convTranspose2d,
  createMaskFromWindow,
  globalPool,
  LensError,
  ndarray,
  pad2d,
  pool2d,
  pool2dBackward,
  toNhwc,
  windowDivisor,
  pool2dGeometry,
  zeroPad,
  zeros,
  type NdArray,
} from '../../../core/index';
import { engines } from './engines';
import { expectClose } from './fixtures';
import { naiveConv2dBackward } from './naive/naiveConv2dBackward';
import { randomArray } from './problems';

function window(...values: number[]): NdArray {
  return ndarray([1, 2, values.length / 2, 1], Float64Array.from(values));
}

describe.each(engines)('max pooling with NaN on $name', (engine) => {
  const options = { mode: 'max', kernel: 2 } as const;

  test('NaN is the maximum at any position', () => {
    expect(pool2d(window(NaN, 1, 2, 3), options, engine).data[0]).toBeNaN();
    expect(pool2d(window(3, 1, 2, NaN), options, engine).data[0]).toBeNaN();
  });

  test('the gradient goes to the NaN; of several, with ties first, to the last, as in PyTorch', () => {
    const dA = ndarray([1, 1, 1, 1], Float64Array.of(5));
    const first = { ...options, ties: 'first' } as const;
    expect([...pool2dBackward(dA, window(1, NaN, 2, 3), first, engine).data]).toEqual([0, 5, 0, 0]);
    expect([...pool2dBackward(dA, window(NaN, 1, 2, NaN), first, engine).data]).toEqual([0, 0, 0, 5]);
    expect([...pool2dBackward(dA, window(NaN, 1, 2, NaN), options, engine).data]).toEqual([5, 0, 0, 5]);
  });

  test('a window of −∞ gives its gradient to the first cell', () => {
    const dA = ndarray([1, 1, 1, 1], Float64Array.of(5));
    const x = window(-Infinity, -Infinity, -Infinity, -Infinity);
    expect([...pool2dBackward(dA, x, { ...options, ties: 'first' }, engine).data]).toEqual([5, 0, 0, 0]);
  });

  test('the same in float32 with more channels than a vector has lanes', () => {
    const x = new Float32Array(4 * 21).map((_, index) => (index % 5 === 0 ? NaN : index % 7));
    const a = pool2d({ shape: [1, 2, 2, 21], data: x }, options, engine);
    for (let c = 0; c < 21; c++) {
      const column = [0, 1, 2, 3].map((cell) => x[cell * 21 + c]!);
      expect(a.data[c]).toBe(column.some(Number.isNaN) ? NaN : Math.max(...column));
    }
  });
});

describe.each(engines)('an infinite weight on $name', (engine) => {
  test('reaches only the cells of its windows', () => {
    const x = randomArray([1, 5, 6, 9], 1);
    const w = randomArray([3, 2, 9, 2], 2);
    w.data[7] = Infinity;
    const options = { stride: [2, 1] as const, padding: 1 };
    const z = conv2d(x, w, undefined, options, engine);
    const dZ = randomArray(z.shape, 3);
    expectClose(conv2dBackward(dZ, x, w, options, engine).dX, naiveConv2dBackward(dZ, x, w, options).dX, 1e-12);
  });
});

describe('what cannot be computed is refused with its numbers', () => {
  const x = zeros([2, 5, 7, 4]);
  const w = zeros([3, 3, 4, 8]);
  test.each<[string, () => unknown, RegExp]>([
    ['a filter of 3 channels on 4', () => conv2d(x, zeros([3, 3, 3, 8]), undefined), /3 channels.* 4$/],
    ['groups 3 of 4 channels', () => conv2d(x, w, undefined, { groups: 3 }), /groups 3 .* 4 .* 8/],
    ['groups 0', () => conv2d(x, w, undefined, { groups: 0 }), /groups .* not 0/],
    ['a bias of 7 numbers', () => conv2d(x, w, zeros([7])), /7 numbers.* 8 filters/],
    ['an input of 3 axes', () => conv2d(zeros([5, 7, 4]), w, undefined), /\(5, 7, 4\)/],
    [
      'data that its shape does not hold',
      () => conv2d({ shape: [2, 5, 7, 4], data: new Float64Array(9) }, w, undefined),
      /280 .* 9/,
    ],
    ['a kernel of 3 on 2 columns', () => conv2d(zeros([1, 4, 2, 4]), w, undefined), /3 .* 2$/],
    ['dZ of another shape', () => conv2dBackward(zeros([2, 3, 5, 7]), x, w), /\(2, 3, 5, 7\).*\(2, 3, 5, 8\)/],
    [
      'reflection past the other edge',
      () => conv2d(x, w, undefined, { padding: 5, paddingMode: 'reflect' }),
      /at most 4 .* 5, not 5 \(vertical\)/,
    ],
    ['more than one turn', () => pad2d(x, [6, 0], { mode: 'circular' }), /at most 5 .* not 6 \(vertical\)/],
    ["padding 'same' of an array alone", () => pad2d(x, 'same'), /'same'/],
    ['half a cell of padding', () => zeroPad(x, 0.5), /not 0.5/],
    [
      'PyTorch: pad 2 of window 3',
      () => pool2d(x, { mode: 'average', kernel: 3, stride: 1, padding: 2 }),
      /pad 2 .* of 3; four sides may be larger$/,
    ],
    [
      'a pooling window of padding alone',
      () => pool2d(x, { mode: 'max', kernel: 2, padding: { top: 2, bottom: 0, left: 0, right: 0 } }),
      /window 0 of 2 .* 2 and 0 \(vertical\)/,
    ],
    [
      'more numbers than memory',
      () => conv2d(zeros([1, 1, 1, 1]), zeros([1, 1, 1, 1]), undefined, { padding: 2 ** 15 }),
      /65537/,
    ],
    [
      'an output padding as large as the stride',
      () => convTranspose2d(x, zeros([3, 3, 8, 4]), undefined, { stride: 2, outputPadding: 2 }),
      /output padding 2 .* stride 2/,
    ],
    [
      'an output of no rows',
      () => convTranspose2d(zeros([1, 1, 3, 4]), zeros([1, 1, 8, 4]), undefined, { padding: [1, 0] }),
      /-1 cells.* \(vertical\)/,
    ],
    ['a transposed filter of other channels', () => convTranspose2d(x, zeros([3, 3, 8, 5]), undefined), /5 .* 4/],
    ['a layout of 2 axes', () => toNhwc(zeros([2, 3])), /\(2, 3\)/],
    [
      'a slice and a filter of two shapes',
      () => convSingleStep(zeros([2, 3]), zeros([3, 2]), zeros([1])),
      /\(2, 3\).*\(3, 2\)/,
    ],
  ])('%s', (_, compute, message) => {
    expect(compute).toThrow(LensError);
    expect(compute).toThrow(message);
  });

  test('ONNX’s form, four sides, may pad more than half the window', () => {
    const sides = { top: 2, bottom: 2, left: 2, right: 2 };
    expect(pool2d(x, { mode: 'average', kernel: 3, stride: 1, padding: sides }).shape).toEqual([2, 7, 9, 4]);
  });

  test('a convolution window of zeros alone is legal: 3×3 input, kernel 3, pad 3', () => {
    expect(
      conv2d(zeros([1, 3, 3, 1]), zeros([3, 3, 1, 1]), ndarray([1], Float64Array.of(2)), { padding: 3 }).data[0],
    ).toBe(2);
  });
});

test('no examples give no results', () => {
  expect(conv2d(zeros([0, 5, 7, 4]), zeros([3, 3, 4, 8]), undefined).shape).toEqual([0, 3, 5, 8]);
  expect(pool2d(zeros([0, 4, 4, 2]), { mode: 'max', kernel: 2 }).data).toHaveLength(0);
});

test('one float64 among float32 gives float64', () => {
  const x = ndarray([1, 2, 2, 1], Float32Array.of(1, 2, 3, 4));
  expect(conv2d(x, zeros([1, 1, 1, 1]), undefined).data).toBeInstanceOf(Float64Array);
  expect(pool2d(x, { mode: 'max', kernel: 2 }).data).toBeInstanceOf(Float32Array);
  expect(pad2d(x, 1).data).toBeInstanceOf(Float32Array);
});

test('inputs stay as they were', () => {
  const x = randomArray([2, 5, 6, 3], 1);
  const w = randomArray([2, 3, 3, 4], 2);
  const before = [...x.data, ...w.data];
  const dZ = conv2d(x, w, undefined);
  conv2dBackward(dZ, x, w);
  pool2dBackward(pool2d(x, { mode: 'max', kernel: 2 }), x, { mode: 'max', kernel: 2 });
  expect([...x.data, ...w.data]).toEqual(before);
});

test('global pooling is one window over everything', () => {
  const x = randomArray([2, 3, 5, 2], 4);
  const mean = pool2d(x, globalPool(x.shape, 'average'));
  expect(mean.shape).toEqual([2, 1, 1, 2]);
  let sum = 0;
  for (let cell = 0; cell < 15; cell++) sum += x.data[cell * 2]!;
  expect(mean.data[0]).toBeCloseTo(sum / 15, 12);
});

test('windowDivisor: a ceil-mode window counts up to the padding’s end', () => {
  const geometry = pool2dGeometry([1, 5, 5, 1], { mode: 'average', kernel: 3, stride: 2, padding: 1, ceilMode: true });
  expect([0, 1, 2].map((h) => windowDivisor(geometry, h, 1))).toEqual([9, 9, 9]);
  expect([0, 1, 2].map((h) => windowDivisor(geometry, h, 1, false))).toEqual([6, 9, 6]);
  const clipped = pool2dGeometry([1, 4, 4, 1], { mode: 'average', kernel: 3, stride: 2, ceilMode: true });
  expect(windowDivisor(clipped, 1, 1)).toBe(4);
});

test('createMaskFromWindow marks every maximum, and NaN where one is the maximum', () => {
  expect([...createMaskFromWindow(window(1, 3, 3, 2)).data]).toEqual([0, 1, 1, 0]);
  expect([...createMaskFromWindow(window(1, NaN, 3, 2)).data]).toEqual([0, 1, 0, 0]);
  expect([...createMaskFromWindow(window(-Infinity, -Infinity, -Infinity, -Infinity)).data]).toEqual([1, 1, 1, 1]);
});
