/** What must hold for any convolution, whatever its geometry: on both engines, against the definition and against each other. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  conv2d,
  conv2dBackward,
  conv2dGeometry,
  fromHwio,
  fromNhwc,
  outputShape,
  toHwio,
  toNhwc,
  type NdArray,
} from '../../../core/index';
import { engines } from './engines';
import { expectClose } from './fixtures';
import { dot, expectNear } from './innerProduct';
import { naiveConv2d } from './naive/naiveConv2d';
import { naiveConv2dBackward } from './naive/naiveConv2dBackward';
import { convProblem, randomArray, single } from './problems';
import { runsOf } from '../../everything';

const tolerance = 1e-10;

describe.each(engines)('any convolution on $name', (engine) => {
  test('equals the loops of its definition, forward and backward', () => {
    fc.assert(
      fc.property(convProblem, fc.nat(), ({ x, w, b, options }, seed) => {
        const z = naiveConv2d(x, w, b, options);
        expectClose(conv2d(x, w, b, options, engine), z, tolerance);
        const dZ = randomArray(z.shape, seed);
        const expected = naiveConv2dBackward(dZ, x, w, options);
        const { dX, dW, db } = conv2dBackward(dZ, x, w, options, engine);
        expectClose(dX, expected.dX, tolerance);
        expectClose(dW, expected.dW, tolerance);
        expectClose(db, expected.db, tolerance);
      }),
      { numRuns: runsOf(500) },
    );
  });

  test('is linear in its input', () => {
    fc.assert(
      fc.property(
        convProblem,
        fc.nat(),
        fc.double({ min: -3, max: 3, noNaN: true }),
        ({ x, w, options }, seed, factor) => {
          const y = randomArray(x.shape, seed);
          const both = conv2d(combine(x, factor, y), w, undefined, options, engine);
          const apart = combine(
            conv2d(x, w, undefined, options, engine),
            factor,
            conv2d(y, w, undefined, options, engine),
          );
          expectClose(both, apart, tolerance);
        },
      ),
    );
  });

  test('has dX and dW as its adjoints: ⟨conv(x, w), z⟩ = ⟨x, dX⟩ = ⟨w, dW⟩', () => {
    fc.assert(
      fc.property(convProblem, fc.nat(), ({ x, w, options }, seed) => {
        const z = conv2d(x, w, undefined, options, engine);
        const dZ = randomArray(z.shape, seed);
        const { dX, dW } = conv2dBackward(dZ, x, w, options, engine);
        expectNear(dot(x, dX), dot(z, dZ));
        expectNear(dot(w, dW), dot(z, dZ));
      }),
    );
  });

  test('has gradients that equal central differences', () => {
    fc.assert(
      fc.property(convProblem, fc.nat(), fc.nat(), ({ x, w, b, options }, seed, cell) => {
        const dZ = randomArray(outputShape(conv2dGeometry(x.shape, w.shape, options)), seed);
        const { dX, dW } = conv2dBackward(dZ, x, w, options, engine);
        const atX = cell % x.data.length;
        expectNear(
          dX.data[atX]!,
          slope(x, atX, (moved) => dot(conv2d(moved, w, b, options, engine), dZ)),
          1e-6,
        );
        const atW = cell % w.data.length;
        expectNear(
          dW.data[atW]!,
          slope(w, atW, (moved) => dot(conv2d(x, moved, b, options, engine), dZ)),
          1e-6,
        );
      }),
    );
  });

  test('in groups equals the convolutions of the groups, stacked', () => {
    fc.assert(
      fc.property(convProblem, ({ x, w, options }) => {
        const groups = options.groups!;
        const parts = Array.from({ length: groups }, (_, group) => {
          const xPart = channelPart(x, group, groups);
          return conv2d(xPart, channelPart(w, group, groups), undefined, { ...options, groups: 1 }, engine);
        });
        const whole = conv2d(x, w, undefined, options, engine);
        parts.forEach((part, group) => expectClose(channelPart(whole, group, groups), part, tolerance));
      }),
    );
  });

  test('in float32 is float32 and near that of the same numbers in float64', () => {
    fc.assert(
      fc.property(convProblem, fc.nat(), ({ x, w, b, options }, seed) => {
        const [x32, w32, b32] = [single(x), single(w), b && single(b)];
        const z32 = conv2d(x32, w32, b32, options, engine);
        expect(z32.data).toBeInstanceOf(Float32Array);
        expectClose(z32, conv2d(double(x32), double(w32), b32 && double(b32), options, engine), 1e-5);
        const dZ = single(randomArray(z32.shape, seed));
        const gradients = conv2dBackward(dZ, x32, w32, options, engine);
        const expected = conv2dBackward(double(dZ), double(x32), double(w32), options, engine);
        for (const name of ['dX', 'dW', 'db'] as const) {
          expect(gradients[name].data).toBeInstanceOf(Float32Array);
          expectClose(gradients[name], expected[name], 1e-5);
        }
      }),
    );
  });
});

test('the engines agree to rounding', () => {
  fc.assert(
    fc.property(convProblem, ({ x, w, b, options }) => {
      const [first, second] = engines.map((engine) => conv2d(x, w, b, options, engine));
      expectClose(first!, second!, 1e-12);
    }),
  );
});

test('layouts: converted to channels last and back is the same array, and channels-first loops see the same numbers', () => {
  fc.assert(
    fc.property(convProblem, ({ x, w }) => {
      expect(toNhwc(fromNhwc(x))).toEqual(x);
      expect(toHwio(fromHwio(w))).toEqual(w);
      const [m, height, width, channels] = x.shape as [number, number, number, number];
      const nchw = fromNhwc(x);
      expect(nchw.shape).toEqual([m, channels, height, width]);
      const last = (((m - 1) * channels + channels - 1) * height + height - 1) * width;
      expect(nchw.data[last]).toBe(x.data[(m * height * width - width) * channels + channels - 1]);
    }),
  );
});

/** x + factor·y */
function combine(x: NdArray, factor: number, y: NdArray): NdArray {
  return { shape: x.shape, data: x.data.map((value, index) => value + factor * y.data[index]!) };
}

function slope(array: NdArray, at: number, loss: (moved: NdArray) => number): number {
  const step = 1e-4;
  const moved = (by: number): NdArray => ({
    shape: array.shape,
    data: array.data.map((value, index) => (index === at ? value + by : value)),
  });
  return (loss(moved(step)) - loss(moved(-step))) / (2 * step);
}

/** Part `part` of `parts` equal parts of the last axis. */
function channelPart({ shape, data }: NdArray, part: number, parts: number): NdArray {
  const channels = shape.at(-1)!;
  const width = channels / parts;
  const kept = data.filter((_, index) => Math.floor((index % channels) / width) === part);
  return { shape: [...shape.slice(0, -1), width], data: kept };
}

function double({ shape, data }: NdArray): NdArray {
  return { shape, data: Float64Array.from(data) };
}
