/** One axis: the size formula, the padding forms, the mapping there and back. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { resolveAxis, sourceIndex, tapPosition, tapsAt, windowStart, type Padding } from '../../../core/index';

const base = { name: 'vertical', stride: 1, dilation: 1, padding: 0 } as const;

describe('the output size', () => {
  test.each([
    { size: 5, kernel: 3, stride: 2, dilation: 1, padding: 1, ceilMode: false, outSize: 3 },
    { size: 7, kernel: 2, stride: 3, dilation: 1, padding: 0, ceilMode: false, outSize: 2 },
    { size: 7, kernel: 2, stride: 3, dilation: 1, padding: 0, ceilMode: true, outSize: 3 },
    { size: 2, kernel: 1, stride: 2, dilation: 1, padding: 0, ceilMode: true, outSize: 1 },
    { size: 9, kernel: 3, stride: 1, dilation: 2, padding: 2, ceilMode: false, outSize: 9 },
    { size: 3, kernel: 3, stride: 1, dilation: 1, padding: 3, ceilMode: false, outSize: 7 },
  ])(
    '$size cells, kernel $kernel, stride $stride, dilation $dilation, pad $padding: $outSize',
    ({ outSize, ...request }) => {
      expect(resolveAxis({ name: 'vertical', ...request }).outSize).toBe(outSize);
    },
  );

  test.each<[Padding, number, [number, number]]>([
    ['valid', 1, [0, 0]],
    ['same', 1, [1, 2]],
    ['same_upper', 2, [1, 2]],
    ['same_lower', 1, [2, 1]],
    [{ top: 3, bottom: 1, left: 9, right: 9 }, 1, [3, 1]],
    [[2, 9], 1, [2, 2]],
  ])('padding %j, stride %i of kernel 4 on 7 rows adds %j', (padding, stride, [before, after]) => {
    const axis = resolveAxis({ ...base, size: 7, kernel: 4, stride, padding });
    expect([axis.padBefore, axis.padAfter]).toEqual([before, after]);
  });
});

describe('an impossible axis names itself and its numbers', () => {
  test.each([
    [{ size: 2, kernel: 3 }, /kernel 3 .* 2 \(vertical\)/],
    [{ size: 4, kernel: 3, dilation: 2 }, /kernel 3 with dilation 2 spans 5 .* 4 \(vertical\)/],
    [{ size: 4, kernel: 2, stride: 0 }, /stride .* not 0 \(vertical\)/],
    [{ size: 4, kernel: 2, stride: 1.5 }, /stride .* not 1.5 \(vertical\)/],
    [{ size: 4, kernel: 0 }, /kernel .* not 0/],
    [{ size: 4, kernel: 2, padding: -1 }, /pad .* not -1/],
    [{ size: 4, kernel: 2, dilation: NaN }, /dilation .* not NaN/],
    [{ size: 4, kernel: 2, stride: 2, padding: 'same' as const }, /stride 1, not 2/],
  ])('%j', (request, message) => {
    expect(() => resolveAxis({ ...base, ...request })).toThrow(message);
  });
});

test('tapsAt is the reverse of tapPosition at every cell, padding included', () => {
  const request = fc.record({
    size: fc.integer({ min: 1, max: 9 }),
    kernel: fc.integer({ min: 1, max: 4 }),
    stride: fc.integer({ min: 1, max: 4 }),
    dilation: fc.integer({ min: 1, max: 3 }),
    padding: fc.integer({ min: 0, max: 4 }),
    ceilMode: fc.boolean(),
  });
  fc.assert(
    fc.property(request, (each) => {
      fc.pre(each.size + 2 * each.padding >= each.dilation * (each.kernel - 1) + 1);
      const axis = resolveAxis({ name: 'horizontal', ...each });
      for (let position = -axis.padBefore; position < axis.size + axis.padAfter + axis.stride; position++) {
        const found = [];
        for (let out = 0; out < axis.outSize; out++) {
          for (let tap = 0; tap < axis.kernel; tap++) {
            if (tapPosition(axis, out, tap) === position) found.push({ out, tap });
          }
        }
        expect(tapsAt(axis, position)).toEqual(found);
      }
      expect(windowStart(axis, 0) + axis.padBefore).toBe(0);
    }),
  );
});

test('sourceIndex: the border of 4 cells', () => {
  const around = (mode: 'zeros' | 'reflect' | 'replicate' | 'circular') =>
    Array.from({ length: 10 }, (_, index) => sourceIndex({ size: 4 }, index - 3, mode));
  expect(around('zeros')).toEqual([-1, -1, -1, 0, 1, 2, 3, -1, -1, -1]);
  expect(around('reflect')).toEqual([3, 2, 1, 0, 1, 2, 3, 2, 1, 0]);
  expect(around('replicate')).toEqual([0, 0, 0, 0, 1, 2, 3, 3, 3, 3]);
  expect(around('circular')).toEqual([1, 2, 3, 0, 1, 2, 3, 0, 1, 2]);
});
