/** Python's `random.Random` (Lib/random.py of CPython 3.11): the same twister as NumPy's, seeded and used in another way. */
import { LensError, msg } from '../message';
import { MersenneTwister } from './MersenneTwister';
import { naturalLog } from './naturalLog';

export class PythonRandom {
  private readonly generator = new MersenneTwister();
  /** Normal numbers come in pairs; this is the one that was not returned yet. */
  private spare: number | undefined;

  /** A whole number below 2⁵³; its sign does not matter. */
  constructor(seed: number) {
    if (!Number.isSafeInteger(seed)) throw new LensError(msg('a seed is a whole number, not {0}', seed));
    const size = Math.abs(seed);
    const high = Math.floor(size / 2 ** 32);
    this.generator.seedByArray(high === 0 ? [size] : [size >>> 0, high]);
  }

  random(): number {
    return this.generator.nextDouble();
  }

  /** A whole number from 0 to below `count`, at most 2³². */
  below(count: number): number {
    if (count > 2 ** 32)
      throw new LensError(msg('whole random numbers from more than {0} values are not supported', 2 ** 32));
    const bits = count.toString(2).length;
    for (;;) {
      const value = bits > 32 ? this.wide(bits) : this.generator.nextUint32() >>> (32 - bits);
      if (value < count) return value;
    }
  }

  /** Places after a shuffle. */
  order(count: number): number[] {
    const order = Array.from({ length: count }, (_, i) => i);
    for (let i = count - 1; i > 0; i--) {
      const j = this.below(i + 1);
      [order[i], order[j]] = [order[j]!, order[i]!];
    }
    return order;
  }

  /** `k` different places of `count`. */
  sample(count: number, k: number): number[] {
    const setSize = 21 + (k > 5 ? 4 ** Math.ceil(Math.log(k * 3) / Math.log(4)) : 0);
    if (count <= setSize) {
      const pool = Array.from({ length: count }, (_, i) => i);
      return Array.from({ length: k }, (_, i) => {
        const j = this.below(count - i);
        const found = pool[j]!;
        pool[j] = pool[count - i - 1]!;
        return found;
      });
    }
    const chosen = new Set<number>();
    while (chosen.size < k) {
      let j = this.below(count);
      while (chosen.has(j)) j = this.below(count);
      chosen.add(j);
    }
    return [...chosen];
  }

  gauss(mean: number, deviation: number): number {
    let normal = this.spare;
    this.spare = undefined;
    if (normal === undefined) {
      const angle = this.random() * 2 * Math.PI;
      const radius = Math.sqrt(-2 * naturalLog(1 - this.random()));
      normal = Math.cos(angle) * radius;
      this.spare = Math.sin(angle) * radius;
    }
    return mean + normal * deviation;
  }

  /** 33 bits: low word first. */
  private wide(bits: number): number {
    const low = this.generator.nextUint32();
    return low + (this.generator.nextUint32() >>> (64 - bits)) * 2 ** 32;
  }
}
