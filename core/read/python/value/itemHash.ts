/** Python's hashes of numbers and of tuples of them; those of other values differ in each run. */
import type { Py } from './Py';

/** Numbers are hashed modulo this prime (docs.python.org, "Hashing of numeric types"). */
const MODULUS = 2n ** 61n - 1n;
const HASH_OF_INFINITY = 314159n;

/** Undefined where another run of Python has another hash. */
export function itemHash(item: Py): bigint | undefined {
  if (item.kind === 'tuple') return hashOfTuple(item.items);
  return item.kind === 'number' && !Number.isNaN(item.value) ? hashOfNumber(item.value) : undefined;
}

function hashOfNumber(value: number): bigint {
  if (!Number.isFinite(value)) return value > 0 ? HASH_OF_INFINITY : -HASH_OF_INFINITY;
  let exponent = 0;
  let whole = Math.abs(value);
  for (; !Number.isInteger(whole); exponent--) whole *= 2;
  // A division by 2 is a multiplication by 2⁶⁰.
  const power = BigInt(((exponent % 61) + 61) % 61);
  const hash = ((BigInt(whole) % MODULUS) * 2n ** power) % MODULUS;
  const signed = value < 0 ? -hash : hash;
  return signed === -1n ? -2n : signed;
}

/** Objects/tupleobject.c: a variant of xxHash. */
const PRIMES = [11400714785074694791n, 14029467366897019727n, 2870177450012600261n] as const;

function hashOfTuple(items: readonly Py[]): bigint | undefined {
  let sum: bigint = PRIMES[2];
  for (const item of items) {
    const hash = itemHash(item);
    if (hash === undefined) return undefined;
    sum = BigInt.asUintN(64, sum + hash * PRIMES[1]);
    sum = BigInt.asUintN(64, ((sum << 31n) | (sum >> 33n)) * PRIMES[0]);
  }
  const whole = BigInt.asUintN(64, sum + (BigInt(items.length) ^ PRIMES[2] ^ 3527539n));
  return whole === 2n ** 64n - 1n ? 1546275796n : BigInt.asIntN(64, whole);
}
