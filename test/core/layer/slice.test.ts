/** A slice alone equals the same slice of the whole, and grows as the course's loop does. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  conv2d,
  conv2dBackward,
  conv2dBiasGradientSlice,
  conv2dFilterGradientSlice,
  conv2dGeometry,
  conv2dInputGradientSlice,
  conv2dSlice,
  LensError,
  outputShape,
  pad2d,
  pad2dBackward,
  pool2d,
  pool2dBackward,
  pool2dGradientSlice,
  pool2dSlice,
  type NdArray,
} from '../../../core/index';
import { engines } from './engines';
import { expectClose } from './fixtures';
import { convProblem, poolProblem, randomArray } from './problems';

/** array[example, :, :, channel], (rows, cols). */
function planeOf({ shape, data }: NdArray, example: number, channel: number): NdArray {
  const [, rows, cols, channels] = shape as [number, number, number, number];
  const plane = Float64Array.from(
    { length: rows * cols },
    (_, cell) => data[(example * rows * cols + cell) * channels + channel]!,
  );
  return { shape: [rows, cols], data: plane };
}

/** The gradient with everything from output cell `cells` of `example` on set to zero. */
function cut(dZ: NdArray, example: number, cells: number): NdArray {
  const [, rows, cols, channels] = dZ.shape as [number, number, number, number];
  const end = example * rows * cols * channels + cells;
  return { shape: dZ.shape, data: dZ.data.map((value, index) => (index < end ? value : 0)) };
}

describe('convolution', () => {
  test.each(engines)('one plane of the output equals that plane of the whole ($name)', (engine) => {
    fc.assert(
      fc.property(convProblem, fc.nat(), fc.nat(), ({ x, w, b, options }, someExample, someChannel) => {
        const z = conv2d(x, w, b, options, engine);
        const example = someExample % z.shape[0]!;
        const channel = someChannel % z.shape[3]!;
        const slice = conv2dSlice(x, w, b, options, { example, channel }, engine);
        expectClose({ shape: z.shape.slice(1, 3), data: slice }, planeOf(z, example, channel), 1e-11);
      }),
    );
  });

  test('gradients up to a loop position equal those of dZ cut off there', () => {
    fc.assert(
      fc.property(convProblem, fc.nat(), fc.nat(), fc.nat(), fc.nat(), ({ x, w, options }, ...some) => {
        const geometry = conv2dGeometry(x.shape, w.shape, options);
        const zShape = outputShape(geometry);
        const example = some[0] % zShape[0];
        const cells = some[1] % (zShape[1] * zShape[2] * zShape[3] + 1);
        const dZ = randomArray(zShape, some[2]);
        const whole = conv2dBackward(cut(dZ, example, cells), x, w, options);

        const filter = some[3] % geometry.outChannels;
        const groupChannel = some[3] % w.shape[2]!;
        const upTo = { example, cells };
        const dW = conv2dFilterGradientSlice(geometry, dZ, x, { channel: groupChannel, filter, upTo });
        expectClose({ shape: w.shape.slice(0, 2), data: dW }, weightPlane(whole.dW, groupChannel, filter), 1e-11);
        expect(conv2dBiasGradientSlice(geometry, dZ, filter, upTo)).toBeCloseTo(whole.db.data[filter]!, 9);

        const channel = some[3] % geometry.inChannels;
        const padded = conv2dInputGradientSlice(geometry, dZ, w, { example, channel, cells });
        const { rows, cols, paddingMode: mode } = geometry;
        const sides = { top: rows.padBefore, bottom: rows.padAfter, left: cols.padBefore, right: cols.padAfter };
        const paddedShape = pad2d(
          { shape: [1, rows.size, cols.size, 1], data: new Float64Array(rows.size * cols.size) },
          sides,
        ).shape;
        const folded = pad2dBackward({ shape: paddedShape, data: padded }, [1, rows.size, cols.size, 1], sides, {
          mode,
        });
        expectClose(planeOf(folded, 0, 0), planeOf(whole.dX, example, channel), 1e-11);
      }),
    );
  });
});

describe('pooling', () => {
  test('one plane of the output equals that plane of the whole', () => {
    fc.assert(
      fc.property(poolProblem, fc.nat(), fc.nat(), ({ x, options }, someExample, someChannel) => {
        const a = pool2d(x, options);
        const example = someExample % a.shape[0]!;
        const channel = someChannel % a.shape[3]!;
        const slice = pool2dSlice(x, options, { example, channel });
        expectClose({ shape: a.shape.slice(1, 3), data: slice }, planeOf(a, example, channel), 1e-12);
      }),
    );
  });

  test('the gradient up to a loop position equals that of dA cut off there', () => {
    fc.assert(
      fc.property(poolProblem, fc.nat(), fc.nat(), fc.nat(), ({ x, options }, ...some) => {
        const dA = randomArray(pool2d(x, options).shape, some[0]);
        const [examples, rows, cols, channels] = dA.shape as [number, number, number, number];
        const example = some[1] % examples;
        const channel = some[2] % channels;
        const cells = some[2] % (rows * cols * channels + 1);
        const whole = pool2dBackward(cut(dA, example, cells), x, options);
        const slice = pool2dGradientSlice(dA, x, options, { example, channel, cells });
        expectClose({ shape: x.shape.slice(1, 3), data: slice }, planeOf(whole, example, channel), 1e-12);
        const all = pool2dGradientSlice(dA, x, options, { example, channel });
        const complete = planeOf(pool2dBackward(dA, x, options), example, channel);
        expectClose({ shape: x.shape.slice(1, 3), data: all }, complete, 1e-12);
      }),
    );
  });
});

test('a plane that does not exist is refused', () => {
  const x = randomArray([2, 4, 5, 3], 1);
  const w = randomArray([2, 3, 3, 4], 2);
  expect(() => conv2dSlice(x, w, undefined, {}, { example: 2, channel: 0 })).toThrow(LensError);
  expect(() => conv2dSlice(x, w, undefined, {}, { example: 0, channel: 4 })).toThrow(/4/);
  expect(() => pool2dSlice(x, { mode: 'max', kernel: 2 }, { example: 0, channel: 3 })).toThrow(/3/);
});

function weightPlane({ shape, data }: NdArray, channel: number, filter: number): NdArray {
  const [rows, cols, channels, filters] = shape as [number, number, number, number];
  const plane = Float64Array.from(
    { length: rows * cols },
    (_, tap) => data[(tap * channels + channel) * filters + filter]!,
  );
  return { shape: [rows, cols], data: plane };
}
