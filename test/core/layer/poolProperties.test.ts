/** What must hold for any pooling, whatever its geometry: on both engines, against the definition and against each other. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  conv2d,
  maxPool2dBackwardFromIndices,
  maxPool2dWithIndices,
  pool2d,
  pool2dBackward,
  pool2dGeometry,
} from '../../../core/index';
import { engines } from './engines';
import { expectClose } from './fixtures';
import { naivePool2d } from './naive/naivePool2d';
import { naivePool2dBackward } from './naive/naivePool2dBackward';
import { isPossible, poolProblem, randomArray, single } from './problems';
import { runsOf } from '../../everything';

const tolerance = 1e-10;

describe.each(engines)('any pooling on $name', (engine) => {
  test('equals the loops of its definition, forward and backward, in both number types', () => {
    fc.assert(
      fc.property(poolProblem, fc.nat(), ({ x, options }, seed) => {
        const a = naivePool2d(x, options);
        expectClose(pool2d(x, options, engine), a, 1e-12);
        const dA = randomArray(a.shape, seed);
        expectClose(pool2dBackward(dA, x, options, engine), naivePool2dBackward(dA, x, options), 1e-12);
        const [x32, dA32] = [single(x), single(dA)];
        expectClose(pool2d(x32, options, engine), naivePool2d(x32, options), 1e-6);
        expectClose(pool2dBackward(dA32, x32, options, engine), naivePool2dBackward(dA32, x32, options), 1e-6);
      }),
      { numRuns: runsOf(500) },
    );
  });

  test('average, padding counted, equals a depthwise convolution with equal weights', () => {
    fc.assert(
      fc.property(poolProblem, ({ x, options }) => {
        const average = { ...options, mode: 'average', ceilMode: false, countIncludePad: true } as const;
        fc.pre(isPossible(() => pool2dGeometry(x.shape, average)));
        const { stride, padding, dilation } = options;
        const [kernelRows, kernelCols] = options.kernel as [number, number];
        const channels = x.shape[3]!;
        const cells = kernelRows * kernelCols;
        const w = {
          shape: [kernelRows, kernelCols, 1, channels],
          data: new Float64Array(cells * channels).fill(1 / cells),
        };
        const convolved = conv2d(x, w, undefined, { stride, padding, dilation, groups: channels }, engine);
        expectClose(pool2d(x, average, engine), convolved, tolerance);
      }),
    );
  });
});

test('maximum pooling with kept indices equals that with ties first', () => {
  fc.assert(
    fc.property(poolProblem, fc.nat(), fc.boolean(), ({ x: x64, options }, seed, float32) => {
      const x = float32 ? single(x64) : x64;
      const first = { ...options, mode: 'max', ties: 'first' } as const;
      const { a, indices } = maxPool2dWithIndices(x, options);
      expect(a).toEqual(pool2d(x, first, engines[0]));
      const dA = float32 ? single(randomArray(a.shape, seed)) : randomArray(a.shape, seed);
      expectClose(maxPool2dBackwardFromIndices(dA, indices, x.shape), pool2dBackward(dA, x, first), 1e-6);
    }),
  );
});

test('maximum pooling with NaN here and there is the same on both engines', () => {
  fc.assert(
    fc.property(
      poolProblem,
      fc.nat(),
      fc.integer({ min: 1, max: 9 }),
      fc.boolean(),
      ({ x, options }, seed, every, float32) => {
        const holed = {
          shape: x.shape,
          data: x.data.map((value, index) => ((index + seed) % every === 0 ? NaN : value)),
        };
        const input = float32 ? single(holed) : holed;
        const max = { ...options, mode: 'max' } as const;
        const [first, second] = engines.map((engine) => pool2d(input, max, engine));
        expectClose(second!, first!, 0);
        const dA = float32 ? single(randomArray(first!.shape, seed)) : randomArray(first!.shape, seed);
        const [dX, other] = engines.map((engine) => pool2dBackward(dA, input, max, engine));
        expectClose(other!, dX!, 1e-6);
      },
    ),
  );
});
