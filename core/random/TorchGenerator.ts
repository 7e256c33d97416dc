/**
 * PyTorch's CPU generator: MT19937 seeded as `torch.manual_seed` seeds it, and the distributions of ATen (`DistributionsHelper.h`,
 * `native/cpu/DistributionTemplates.h`). Normal numbers of 16 and more agree with PyTorch to the rounding of its vectorised
 * logarithm and cosine, all others exactly.
 */
import { MersenneTwister } from './MersenneTwister';

const FLOAT_STEP = 2 ** -24;
const DOUBLE_STEP = 2 ** -53;
/** Normal numbers are made in blocks of 16, the last one again where it is not full. */
const BLOCK = 16;

export class TorchGenerator {
  private readonly twister = new MersenneTwister();
  private nextNormal: number | undefined;

  /** Only the lower 32 bits of the seed have an effect. */
  constructor(seed: number) {
    this.twister.seed(((seed % 2 ** 32) + 2 ** 32) % 2 ** 32);
  }

  /** `tensor.uniform_(from, to)` of float32 or float64. */
  uniform(size: number, from = 0, to = 1, double = false): Float32Array | Float64Array {
    const values = double ? new Float64Array(size) : new Float32Array(size);
    if (double) {
      for (let i = 0; i < size; i++) values[i] = this.double() * (to - from) + from;
      return values;
    }
    const [first, span] = [Math.fround(from), Math.fround(Math.fround(to) - Math.fround(from))];
    // One rounding, as the fused multiply-add of PyTorch's builds.
    for (let i = 0; i < size; i++) values[i] = this.float() * span + first;
    return values;
  }

  /** `tensor.normal_()` of float32 or float64. */
  normal(size: number, mean = 0, std = 1, double = false): Float32Array | Float64Array {
    const values = double ? new Float64Array(size) : new Float32Array(size);
    if (size < BLOCK) {
      for (let i = 0; i < size; i++) values[i] = this.scalarNormal() * std + mean;
      return values;
    }
    values.set(this.uniform(size, 0, 1, double));
    for (let at = 0; at + BLOCK <= size; at += BLOCK) toNormal(values, at, mean, std);
    if (size % BLOCK !== 0) {
      values.set(this.uniform(BLOCK, 0, 1, double), size - BLOCK);
      toNormal(values, size - BLOCK, mean, std);
    }
    return values;
  }

  /** `torch.randint(low, high, …)`, for a range of less than 2³². */
  integers(size: number, low: number, high: number): Float64Array {
    return Float64Array.from({ length: size }, () => (this.twister.nextUint32() % (high - low)) + low);
  }

  /** `torch.randperm(count)`. */
  permutation(count: number): Float64Array {
    const order = Float64Array.from({ length: count }, (_, i) => i);
    for (let i = 0; i < count - 1; i++) {
      const other = i + (this.twister.nextUint32() % (count - i));
      [order[i], order[other]] = [order[other]!, order[i]!];
    }
    return order;
  }

  private float(): number {
    return (this.twister.nextUint32() & 0xffffff) * FLOAT_STEP;
  }

  private double(): number {
    const high = this.twister.nextUint32() & 0x1fffff;
    return (high * 2 ** 32 + this.twister.nextUint32()) * DOUBLE_STEP;
  }

  /** Box–Muller in double precision; the second number of a pair is kept. */
  private scalarNormal(): number {
    if (this.nextNormal !== undefined) {
      const kept = this.nextNormal;
      this.nextNormal = undefined;
      return kept;
    }
    const [first, second] = [this.double(), this.double()];
    const radius = Math.sqrt(-2 * Math.log1p(-second));
    const theta = 2 * Math.PI * first;
    this.nextNormal = radius * Math.sin(theta);
    return radius * Math.cos(theta);
  }
}

/** Box–Muller on 16 uniform numbers in place: the first eight are radii, the last eight angles. */
function toNormal(values: Float32Array | Float64Array, at: number, mean: number, std: number): void {
  const half = BLOCK / 2;
  for (let i = at; i < at + half; i++) {
    const radius = Math.sqrt(-2 * Math.log(1 - values[i]!));
    const theta = 2 * Math.PI * values[i + half]!;
    values[i] = radius * Math.cos(theta) * std + mean;
    values[i + half] = radius * Math.sin(theta) * std + mean;
  }
}
