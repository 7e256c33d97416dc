/** `np.random.default_rng(seed)`: the same numbers as NumPy's `Generator` with PCG-64. */
import { ndarray, sizeOf, type NdArray } from '../array/NdArray';
import { LensError, msg } from '../message';
import { drawWeighted } from './choice';
import { Pcg64 } from './Pcg64';
import { standardExponential, standardNormal } from './ziggurat';

type Shape = readonly number[];

export class Generator {
  private readonly bits: Pcg64;

  /** Integers from 0 to 2⁵³; a list is a sequence of seeds. Throws a LensError. */
  constructor(seed: number | readonly number[]) {
    const seeds = typeof seed === 'number' ? [seed] : seed;
    this.bits = new Pcg64(seeds.flatMap(wordsOf));
  }

  random(shape: Shape): NdArray {
    return fill(shape, () => this.bits.nextDouble());
  }

  /** float32 takes 24 bits of half a word. */
  randomSingle(shape: Shape): NdArray {
    const { data } = fill(shape, () => (this.bits.nextUint32() >>> 8) / 16777216);
    return { shape, data: Float32Array.from(data) };
  }

  uniform(low: number, high: number, shape: Shape): NdArray {
    return fill(shape, () => low + (high - low) * this.bits.nextDouble());
  }

  normal(mean: number, deviation: number, shape: Shape): NdArray {
    if (!(deviation >= 0))
      throw new LensError(msg('{0} must not be negative, but it is {1}', 'scale', String(deviation)));
    return fill(shape, () => mean + deviation * standardNormal(this.bits));
  }

  standardNormal(shape: Shape): NdArray {
    return fill(shape, () => standardNormal(this.bits));
  }

  exponential(scale: number, shape: Shape): NdArray {
    return fill(shape, () => scale * standardExponential(this.bits));
  }

  /** Integers from `low` to `last`, both included. `bits` is the width of the dtype: narrow ones share a word. */
  integers(low: number, last: number, shape: Shape, bits = 64): NdArray {
    const range = last - low;
    if (range === 0 || bits >= 32) return fill(shape, () => low + this.bounded(range));
    const draw = this.packed(bits);
    return fill(shape, () => low + lemire(range, bits, draw));
  }

  /** Numbers of `bits` that words of 32 are cut into, the lowest bits first. */
  private packed(bits: number): () => bigint {
    let [word, left] = [0, 0];
    return () => {
      word = left === 0 ? this.bits.nextUint32() : word >>> bits;
      left = (left === 0 ? 32 / bits : left) - 1;
      return BigInt(word & (2 ** bits - 1));
    };
  }

  /** A random order of 0 … count − 1. */
  order(count: number): Float64Array {
    const order = Float64Array.from({ length: count }, (_, i) => i);
    this.shuffle(order, 1, (limit) => this.masked(limit));
    return order;
  }

  /** Indices into `population` items. */
  choose(
    population: number,
    shape: Shape,
    replace: boolean,
    p: ArrayLike<number> | undefined,
    shuffle: boolean,
  ): NdArray {
    if (replace && p) return fill(shape, () => drawWeighted(p, this.bits.nextDouble()));
    if (replace) return this.integers(0, population - 1, shape);
    if (p) throw new LensError(msg('choice with probabilities and without replacement is not supported'));
    const count = sizeOf(shape);
    if (count > population)
      throw new LensError(msg('choice cannot draw {0} of {1} item{1||s} without replacement', count, population));
    return ndarray(shape, this.distinct(population, count, shuffle));
  }

  /** Shuffles the tail of a large population, otherwise Floyd's algorithm. */
  private distinct(population: number, count: number, shuffle: boolean): Float64Array {
    if (population > 10000 && count > Math.floor(population / (shuffle ? 50 : 20))) {
      const order = Float64Array.from({ length: population }, (_, i) => i);
      this.shuffle(order, Math.max(population - count, 1));
      return order.slice(population - count);
    }
    const found = new Set<number>();
    const result = new Float64Array(count);
    for (let j = population - count; j < population; j++) {
      const drawn = this.bounded(j);
      const value = found.has(drawn) ? j : drawn;
      found.add(value);
      result[j - population + count] = value;
    }
    if (shuffle) this.shuffle(result, 1);
    return result;
  }

  private shuffle(values: Float64Array, first: number, draw = (limit: number): number => this.bounded(limit)): void {
    for (let i = values.length - 1; i >= first; i--) {
      const j = draw(i);
      const kept = values[i]!;
      values[i] = values[j]!;
      values[j] = kept;
    }
  }

  /** 0 … limit: bits under the smallest covering mask, drawn again while too large. */
  private masked(limit: number): number {
    const mask = limit === 0 ? 0 : 0xffffffff >>> Math.clz32(limit);
    for (;;) {
      const value = (this.bits.nextUint32() & mask) >>> 0;
      if (value <= limit) return value;
    }
  }

  private bounded(range: number): number {
    if (range === 0) return 0;
    if (range > 0xffffffff) return lemire(range, 64, () => this.bits.nextUint64());
    return lemire(range, 32, () => BigInt(this.bits.nextUint32()));
  }
}

/** 0 … range from words of `bits`, by Lemire's method (arXiv 1805.10941). */
function lemire(range: number, bits: number, draw: () => bigint): number {
  const count = BigInt(range) + 1n;
  const low = (1n << BigInt(bits)) - 1n;
  let product = draw() * count;
  if ((product & low) < count) {
    const threshold = (low - BigInt(range)) % count;
    while ((product & low) < threshold) product = draw() * count;
  }
  return Number(product >> BigInt(bits));
}

function wordsOf(seed: number): number[] {
  if (!Number.isSafeInteger(seed) || seed < 0)
    throw new LensError(
      msg('a seed must be a whole number from 0 to {0}, not {1}', Number.MAX_SAFE_INTEGER, String(seed)),
    );
  return seed < 2 ** 32 ? [seed] : [seed % 2 ** 32, Math.floor(seed / 2 ** 32)];
}

function fill(shape: Shape, next: () => number): NdArray {
  const data = new Float64Array(sizeOf(shape));
  for (let i = 0; i < data.length; i++) data[i] = next();
  return { shape, data };
}
