/** The legacy generator's whole numbers in a range: bits under the smallest covering mask, drawn again while too large. */
import type { MersenneTwister } from './MersenneTwister';

const WORD = 2 ** 32;

/** Draws whole numbers from 0 to `range`; each call of the result is one number. `bits` is the width of the dtype. */
export function boundedInteger(generator: MersenneTwister, range: number, bits: number): () => number {
  if (range === 0) return () => 0;
  if (bits < 32) return packedInteger(generator, range, bits);
  return range < WORD ? singleWord(generator, range) : doubleWord(generator, range);
}

function singleWord(generator: MersenneTwister, range: number): () => number {
  const mask = maskOf(range);
  return () => {
    for (;;) {
      const value = (generator.nextUint32() & mask) >>> 0;
      if (value <= range) return value;
    }
  };
}

/** The high word is drawn first. `range` is at most 2⁵³, so that the sum is exact. */
function doubleWord(generator: MersenneTwister, range: number): () => number {
  const mask = maskOf(Math.floor(range / WORD));
  return () => {
    for (;;) {
      const high = (generator.nextUint32() & mask) >>> 0;
      const value = high * WORD + generator.nextUint32();
      if (value <= range) return value;
    }
  };
}

/** Narrow types cut one word into several numbers, the lowest bits first. */
function packedInteger(generator: MersenneTwister, range: number, bits: number): () => number {
  const mask = maskOf(range);
  const count = 32 / bits;
  let word = 0;
  let left = 0;
  return () => {
    for (;;) {
      if (left === 0) {
        word = generator.nextUint32();
        left = count;
      } else {
        word >>>= bits;
      }
      left -= 1;
      const value = word & mask;
      if (value <= range) return value;
    }
  };
}

/** The smallest 2ⁿ − 1 that is not below `value`, as an int32 pattern. */
function maskOf(value: number): number {
  return value === 0 ? 0 : 0xffffffff >>> Math.clz32(value);
}
