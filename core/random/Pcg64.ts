/** PCG-64 (O'Neill 2014, XSL-RR 128/64), seeded through `SeedSequence` as `np.random.default_rng(seed)` is. */
import { seedWords } from './seedSequence';

const MULTIPLIER = 0x2360ed051fc65da44385df649fccf645n;
const MASK_64 = (1n << 64n) - 1n;
const MASK_128 = (1n << 128n) - 1n;

export class Pcg64 {
  private state = 0n;
  private readonly increment: bigint;
  /** The high half of a drawn word, given out by the next `nextUint32`. */
  private spare: number | undefined;

  /** `entropy`: 32-bit words, the lowest first. */
  constructor(entropy: readonly number[]) {
    const words = seedWords(entropy, 8).map(BigInt);
    const word = (i: number): bigint => words[2 * i]! | (words[2 * i + 1]! << 32n);
    this.increment = ((((word(2) << 64n) | word(3)) << 1n) | 1n) & MASK_128;
    this.step();
    this.state = (this.state + ((word(0) << 64n) | word(1))) & MASK_128;
    this.step();
  }

  nextUint64(): bigint {
    this.step();
    const mixed = (this.state >> 64n) ^ (this.state & MASK_64);
    const turn = this.state >> 122n;
    return ((mixed >> turn) | (mixed << (64n - turn))) & MASK_64;
  }

  /** The low half of a word first, then its high half. */
  nextUint32(): number {
    if (this.spare !== undefined) {
      const value = this.spare;
      this.spare = undefined;
      return value;
    }
    const word = this.nextUint64();
    this.spare = Number(word >> 32n);
    return Number(word & 0xffffffffn);
  }

  /** A number in [0, 1) with 53 random bits. */
  nextDouble(): number {
    return Number(this.nextUint64() >> 11n) / 9007199254740992;
  }

  private step(): void {
    this.state = (this.state * MULTIPLIER + this.increment) & MASK_128;
  }
}
