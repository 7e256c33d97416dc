/** NumPy's legacy generator, `np.random.seed(n)` and `np.random.RandomState(n)`: the same numbers, under NumPy's names. */
import { formatShape, ndarray, sizeOf, type NdArray } from '../array/NdArray';
import { LensError, msg } from '../message';
import { boundedInteger } from './boundedInteger';
import { drawDistinct, drawWeighted } from './choice';
import { MersenneTwister } from './MersenneTwister';
import { binomial, poisson } from './discrete';
import { naturalLog } from './naturalLog';

/** One number, or a shape. Absent: a 0-d array. */
export type Size = number | readonly number[];

export type RandintType = keyof typeof INTEGER_TYPES;

const MAX_SEED = 2 ** 32 - 1;

const INTEGER_TYPES = {
  bool: { bits: 1, low: 0, high: 1 },
  int8: { bits: 8, low: -128, high: 127 },
  uint8: { bits: 8, low: 0, high: 255 },
  int16: { bits: 16, low: -32768, high: 32767 },
  uint16: { bits: 16, low: 0, high: 65535 },
  int32: { bits: 32, low: -(2 ** 31), high: 2 ** 31 - 1 },
  uint32: { bits: 32, low: 0, high: 2 ** 32 - 1 },
  int64: { bits: 64, low: -(2 ** 53), high: 2 ** 53 },
  uint64: { bits: 64, low: 0, high: 2 ** 53 },
} as const;

export class RandomState {
  private readonly generator = new MersenneTwister();
  /** The polar method makes two normal numbers at once; this is the one not yet given out. */
  private spare: number | undefined;

  /** A whole number from 0 to 2³² − 1, or a list of such. Throws a LensError. */
  constructor(seed: number | readonly number[]) {
    this.seed(seed);
  }

  seed(seed: number | readonly number[]): void {
    const keys = typeof seed === 'number' ? [seed] : seed;
    if (keys.length === 0) throw new LensError(msg('a list of seeds needs at least one number'));
    for (const key of keys) requireSeed(key);
    if (typeof seed === 'number') this.generator.seed(seed);
    else this.generator.seedByArray(seed);
    this.spare = undefined;
  }

  /** State of the generator; `spare`: a normal number that is made and not yet given out. */
  save(): ReturnType<MersenneTwister['save']> & { readonly spare: number | undefined } {
    return { ...this.generator.save(), spare: this.spare };
  }

  restore({ words, position, spare }: ReturnType<RandomState['save']>): void {
    this.generator.restore(words, position);
    this.spare = spare;
  }

  randn(...shape: number[]): NdArray {
    return this.standard_normal(shape);
  }

  rand(...shape: number[]): NdArray {
    return this.random_sample(shape);
  }

  standard_normal(size?: Size): NdArray {
    return fill(size, () => this.nextNormal());
  }

  random_sample(size?: Size): NdArray {
    return fill(size, () => this.generator.nextDouble());
  }

  random(size?: Size): NdArray {
    return this.random_sample(size);
  }

  uniform(low = 0, high = 1, size?: Size): NdArray {
    const width = high - low;
    if (!Number.isFinite(width)) throw new LensError(msg('uniform needs a finite range, not {0} to {1}', low, high));
    return fill(size, () => low + width * this.generator.nextDouble());
  }

  normal(mean = 0, deviation = 1, size?: Size): NdArray {
    requireNotNegative('scale', deviation);
    return fill(size, () => mean + deviation * this.nextNormal());
  }

  exponential(scale = 1, size?: Size): NdArray {
    requireNotNegative('scale', scale);
    return fill(size, () => scale * -naturalLog(1 - this.generator.nextDouble()));
  }

  binomial(n: number, p: number, size?: Size): NdArray {
    return fill(size, () => binomial(n, p, () => this.generator.nextDouble()));
  }

  poisson(lambda = 1, size?: Size): NdArray {
    return fill(size, () => poisson(lambda, () => this.generator.nextDouble()));
  }

  /** Whole numbers from `low` (or 0) to below `high`. 64-bit types hold what a double holds exactly. */
  randint(low: number, high?: number, size?: Size, dtype: RandintType = 'int64'): NdArray {
    const first = high === undefined ? 0 : Math.trunc(low);
    const last = Math.trunc(high ?? low) - 1;
    const type = INTEGER_TYPES[dtype];
    if (!(first <= last)) throw new LensError(msg('randint needs low below high, not {0} and {1}', first, last + 1));
    if (first < type.low || last > type.high || last - first > 2 ** 53) {
      throw new LensError(msg('randint from {0} to {1} does not fit {2}', first, last, dtype));
    }
    const next = boundedInteger(this.generator, last - first, type.bits);
    return fill(size, () => first + next());
  }

  /** A shuffled copy along the first axis, or of 0 … x − 1. */
  permutation(x: number | NdArray): NdArray {
    if (typeof x === 'number') {
      requireCount(x);
      const order = fill(x, (i) => i);
      this.shuffle(order);
      return order;
    }
    const copy = ndarray(x.shape, x.data.slice());
    this.shuffle(copy);
    return copy;
  }

  /** Shuffles `x` itself along its first axis. */
  shuffle(x: NdArray): void {
    const [length] = x.shape;
    if (length === undefined) throw new LensError(msg('a number cannot be shuffled: an array is needed'));
    const width = length === 0 ? 0 : x.data.length / length;
    for (let i = length - 1; i > 0; i--) {
      const j = boundedInteger(this.generator, i, 32)();
      if (i !== j) swapRows(x, i, j, width);
    }
  }

  /** Draws from `a` (or from 0 … a − 1), with the probabilities `p` where they are given. */
  choice(a: number | NdArray, size?: Size, replace = true, p?: ArrayLike<number>): NdArray {
    const population = populationOf(a);
    if (p && p.length !== population) {
      throw new LensError(msg('choice has {0} probabilit{0|y|ies} for {1} item{1||s}', p.length, population));
    }
    const shape = toShape(size);
    const picked = this.pick(population, shape, replace, p);
    if (typeof a === 'number') return picked;
    return ndarray(
      shape,
      a.data.constructor === Float32Array
        ? Float32Array.from(picked.data, (index) => a.data[index]!)
        : Float64Array.from(picked.data, (index) => a.data[index]!),
    );
  }

  private pick(population: number, shape: readonly number[], replace: boolean, p?: ArrayLike<number>): NdArray {
    const count = sizeOf(shape);
    const uniform = (): number => this.generator.nextDouble();
    if (replace) return p ? fill(shape, () => drawWeighted(p, uniform())) : this.randint(0, population, shape);
    if (count > population) {
      throw new LensError(msg('choice cannot draw {0} of {1} item{1||s} without replacement', count, population));
    }
    if (p) return ndarray(shape, Float64Array.from(drawDistinct(p, count, uniform)));
    return ndarray(shape, this.permutation(population).data.slice(0, count));
  }

  /** Marsaglia's polar method, its two numbers in the legacy generator's order. */
  private nextNormal(): number {
    if (this.spare !== undefined) {
      const value = this.spare;
      this.spare = undefined;
      return value;
    }
    for (;;) {
      const first = 2 * this.generator.nextDouble() - 1;
      const second = 2 * this.generator.nextDouble() - 1;
      const square = first * first + second * second;
      if (square >= 1 || square === 0) continue;
      const factor = Math.sqrt((-2 * naturalLog(square)) / square);
      this.spare = factor * first;
      return factor * second;
    }
  }
}

function fill(size: Size | undefined, next: (index: number) => number): NdArray {
  const shape = toShape(size);
  const data = new Float64Array(sizeOf(shape));
  for (let i = 0; i < data.length; i++) data[i] = next(i);
  return { shape, data };
}

function toShape(size: Size | undefined): readonly number[] {
  const shape = size === undefined ? [] : typeof size === 'number' ? [size] : [...size];
  for (const extent of shape) requireCount(extent);
  return shape;
}

function populationOf(a: number | NdArray): number {
  if (typeof a !== 'number' && a.shape.length !== 1) {
    throw new LensError(msg('choice draws from one axis, not from shape {0}', formatShape(a.shape)));
  }
  const population = typeof a === 'number' ? a : a.data.length;
  if (population < 1) throw new LensError(msg('choice needs at least one item to draw from'));
  requireCount(population);
  return population;
}

function swapRows({ data }: NdArray, i: number, j: number, width: number): void {
  for (let k = 0; k < width; k++) {
    const kept = data[i * width + k]!;
    data[i * width + k] = data[j * width + k]!;
    data[j * width + k] = kept;
  }
}

function requireSeed(seed: number): void {
  if (Number.isInteger(seed) && seed >= 0 && seed <= MAX_SEED) return;
  throw new LensError(msg('a seed must be a whole number from 0 to {0}, not {1}', MAX_SEED, String(seed)));
}

function requireCount(count: number): void {
  if (Number.isSafeInteger(count) && count >= 0) return;
  throw new LensError(msg('a size must be a whole number of at least 0, not {0}', String(count)));
}

function requireNotNegative(name: string, value: number): void {
  if (value >= 0) return;
  throw new LensError(msg('{0} must not be negative, but it is {1}', name, String(value)));
}
