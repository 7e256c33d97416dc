/** Random layers with random arrays, for properties: every option of the geometry takes part. */
import fc from 'fast-check';
import {
  conv2dGeometry,
  convTranspose2dGeometry,
  LensError,
  pool2dGeometry,
  RandomState,
  type Conv2dOptions,
  type ConvTranspose2dOptions,
  type NdArray,
  type Padding,
  type Pool2dOptions,
} from '../../../core/index';

export interface ConvProblem {
  readonly x: NdArray;
  readonly w: NdArray;
  readonly b: NdArray | undefined;
  readonly options: Conv2dOptions;
}

export interface PoolProblem {
  readonly x: NdArray;
  readonly options: Pool2dOptions;
}

export interface TransposeProblem {
  readonly x: NdArray;
  readonly w: NdArray;
  readonly b: NdArray | undefined;
  readonly options: ConvTranspose2dOptions;
}

/** Normal numbers, the same for the same seed. */
export function randomArray(shape: readonly number[], seed: number): NdArray {
  return new RandomState(seed % 2 ** 32).randn(...shape);
}

const extent = fc.integer({ min: 1, max: 9 });
const kernel = fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }));
const step = fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }));
const side = fc.integer({ min: 0, max: 3 });
const sides = fc.record({ top: side, bottom: side, left: side, right: side });
const padding: fc.Arbitrary<Padding> = fc.oneof(
  side,
  fc.tuple(side, side),
  sides,
  fc.constantFrom('valid', 'same', 'same_upper', 'same_lower'),
);
const paddingMode = fc.constantFrom('zeros', 'zeros', 'reflect', 'replicate', 'circular');
/** Few and many channels take different ways through the kernels, and odd numbers leave the blocks partly empty. */
const channels = fc.constantFrom(1, 2, 3, 4, 5, 8, 9, 12);

const convShape = fc.record({
  input: fc.tuple(fc.integer({ min: 1, max: 3 }), extent, extent),
  groups: fc.constantFrom(1, 1, 1, 2, 3),
  groupIn: channels,
  groupOut: channels,
  kernel,
  seed: fc.nat(),
  bias: fc.boolean(),
});

export const convProblem: fc.Arbitrary<ConvProblem> = fc
  .record({ shape: convShape, stride: step, dilation: step, padding, paddingMode })
  .map(({ shape, ...rest }) => {
    const { input, groups, groupIn, groupOut, kernel, seed, bias } = shape;
    return {
      x: randomArray([...input, groups * groupIn], seed),
      w: randomArray([...kernel, groupIn, groups * groupOut], seed + 1),
      b: bias ? randomArray([groups * groupOut], seed + 2) : undefined,
      options: { ...rest, groups },
    };
  })
  .filter(({ x, w, options }) => isPossible(() => conv2dGeometry(x.shape, w.shape, options)));

export const transposeProblem: fc.Arbitrary<TransposeProblem> = fc
  .record({ shape: convShape, stride: step, dilation: step, padding, outputPadding: fc.tuple(side, side) })
  .map(({ shape, ...rest }) => {
    const { input, groups, groupIn, groupOut, kernel, seed, bias } = shape;
    return {
      x: randomArray([...input, groups * groupIn], seed),
      w: randomArray([...kernel, groupOut, groups * groupIn], seed + 1),
      b: bias ? randomArray([groups * groupOut], seed + 2) : undefined,
      options: { ...rest, groups },
    };
  })
  .filter(({ x, w, options }) => isPossible(() => convTranspose2dGeometry(x.shape, w.shape, options)));

export const poolProblem: fc.Arbitrary<PoolProblem> = fc
  .record({
    input: fc.tuple(fc.integer({ min: 1, max: 3 }), extent, extent, fc.constantFrom(1, 3, 4, 6, 17)),
    seed: fc.nat(),
    coarse: fc.boolean(),
    options: fc.record({
      mode: fc.constantFrom('max', 'average'),
      kernel,
      stride: step,
      dilation: step,
      padding,
      ceilMode: fc.boolean(),
      countIncludePad: fc.boolean(),
      ties: fc.constantFrom('all', 'first'),
    }),
  })
  .map(({ input, seed, coarse, options }) => {
    const x = randomArray(input, seed);
    // Whole numbers tie often.
    return { x: coarse ? { ...x, data: x.data.map(Math.round) } : x, options };
  })
  .filter(({ x, options }) => isPossible(() => pool2dGeometry(x.shape, options)));

/** Whether a geometry can be resolved. */
export function isPossible(resolve: () => unknown): boolean {
  try {
    resolve();
    return true;
  } catch (error) {
    if (error instanceof LensError) return false;
    throw error;
  }
}

export function single({ shape, data }: NdArray): NdArray {
  return { shape, data: Float32Array.from(data) };
}
