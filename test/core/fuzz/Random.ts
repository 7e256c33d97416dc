/** Numbers that depend on a seed alone, so that an input is found again from its seed. */
export class Random {
  private state: number;

  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  /** 0 ≤ value < 1. Mulberry32. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let t = this.state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }

  /** 0 ≤ value < `end`. */
  below(end: number): number {
    return Math.floor(this.next() * end);
  }

  /** 1 ≤ value ≤ `most`; each order of magnitude is as frequent as the others, so that most inputs are short and fast. */
  times(most: number): number {
    return Math.floor(Math.exp(this.next() * Math.log(most + 1)));
  }

  pick<T>(items: readonly T[]): T {
    return items[this.below(items.length)]!;
  }

  /** An extent or option as a hostile file would hold it. */
  extent(): number {
    return this.pick([0, 1, 2, 3, 7, 255, 65_536, 2 ** 31, 2 ** 32 + 1, 2 ** 53, -1, 1.5, 1e300, NaN]);
  }
}
