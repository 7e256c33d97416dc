/** MT19937, the 32-bit Mersenne Twister of Matsumoto and Nishimura (1998), seeded as NumPy's legacy generator seeds it. */

const SIZE = 624;
const SHIFT = 397;

export class MersenneTwister {
  private readonly state = new Uint32Array(SIZE);
  private position = SIZE;

  /** The reference's `init_genrand`. `seed` is a whole number from 0 to 2³² − 1. */
  seed(seed: number): void {
    const { state } = this;
    state[0] = seed;
    for (let i = 1; i < SIZE; i++) {
      const previous = state[i - 1]!;
      state[i] = Math.imul(1812433253, previous ^ (previous >>> 30)) + i;
    }
    this.position = SIZE;
  }

  /** The reference's `init_by_array`. `keys` are whole numbers from 0 to 2³² − 1, at least one. */
  seedByArray(keys: readonly number[]): void {
    this.seed(19650218);
    const { state } = this;
    let i = 1;
    const next = (): void => {
      if (++i < SIZE) return;
      state[0] = state[SIZE - 1]!;
      i = 1;
    };
    const mixed = (factor: number): number => {
      const previous = state[i - 1]!;
      return state[i]! ^ Math.imul(previous ^ (previous >>> 30), factor);
    };
    for (let step = 0; step < Math.max(SIZE, keys.length); step++) {
      const key = step % keys.length;
      state[i] = mixed(1664525) + keys[key]! + key;
      next();
    }
    for (let step = 0; step < SIZE - 1; step++) {
      state[i] = mixed(1566083941) - i;
      next();
    }
    state[0] = 0x80000000;
  }

  /** The 624 words, and how many of them were taken. */
  save(): { readonly words: readonly number[]; readonly position: number } {
    return { words: [...this.state], position: this.position };
  }

  restore(words: readonly number[], position: number): void {
    this.state.set(words);
    this.position = position;
  }

  /** 32 random bits as a whole number from 0 to 2³² − 1. */
  nextUint32(): number {
    if (this.position === SIZE) this.twist();
    let bits = this.state[this.position++]!;
    bits ^= bits >>> 11;
    bits ^= (bits << 7) & 0x9d2c5680;
    bits ^= (bits << 15) & 0xefc60000;
    return (bits ^ (bits >>> 18)) >>> 0;
  }

  /** A number in [0, 1) with 53 random bits. */
  nextDouble(): number {
    const high = this.nextUint32() >>> 5;
    const low = this.nextUint32() >>> 6;
    return (high * 67108864 + low) / 9007199254740992;
  }

  private twist(): void {
    const { state } = this;
    for (let i = 0; i < SIZE; i++) {
      const next = i + 1 < SIZE ? i + 1 : 0;
      const far = i + SHIFT < SIZE ? i + SHIFT : i + SHIFT - SIZE;
      const bits = (state[i]! & 0x80000000) | (state[next]! & 0x7fffffff);
      state[i] = state[far]! ^ (bits >>> 1) ^ (bits & 1 ? 0x9908b0df : 0);
    }
    this.position = 0;
  }
}
