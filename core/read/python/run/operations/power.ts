/**
 * Powers of floats as C's library computes them, nearly always rounded correctly: JavaScript's own are wrong in the last digit of
 * one of twenty. Whole and half exponents are multiplied out with twice the digits (T. J. Dekker, "A floating-point technique for extending
 * the available precision", 1971).
 */

/** Exponents above this are left to JavaScript. */
const MOST = 64;
/** Results beyond these limits, or their parts, may overflow or lose digits. */
const LARGE = 1e280;
const SMALL = 1e-280;

export function power(base: number, exponent: number): number {
  if (exponent === 2) return base * base;
  if (exponent === 0.5 && base >= 0) return Math.sqrt(base);
  const plain = base ** exponent;
  const size = Math.abs(exponent);
  if (!Number.isInteger(2 * exponent) || size > MOST) return plain;
  if (!(Math.abs(plain) < LARGE && Math.abs(plain) > SMALL)) return plain;
  return exponent > 0 ? whole(base, size) : inverse(base, size);
}

/** A number as the sum of two, of which the second is less than half a last digit of the first. */
interface Double {
  readonly high: number;
  readonly low: number;
}

function whole(base: number, exponent: number): number {
  const { high, low } = powerOf(base, exponent);
  return high + low;
}

function inverse(base: number, exponent: number): number {
  const { high, low } = powerOf(base, exponent);
  const first = 1 / high;
  const exact = product(first, high);
  const rest = 1 - exact.high - exact.low - first * low;
  return first + first * rest;
}

function powerOf(base: number, exponent: number): Double {
  let result: Double = { high: 1, low: 0 };
  let square: Double = { high: base, low: 0 };
  if (!Number.isInteger(exponent)) result = squareRoot(base);
  for (let rest = Math.floor(exponent); rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result = times(result, square);
    if (rest > 1) square = times(square, square);
  }
  return result;
}

function squareRoot(a: number): Double {
  const high = Math.sqrt(a);
  const square = product(high, high);
  return { high, low: (a - square.high - square.low) / (2 * high) };
}

function times(a: Double, b: Double): Double {
  const { high, low } = product(a.high, b.high);
  const rest = low + (a.high * b.low + a.low * b.high);
  const sum = high + rest;
  return { high: sum, low: rest - (sum - high) };
}

/** Exact. */
function product(a: number, b: number): Double {
  const high = a * b;
  const [aHigh, aLow] = halves(a);
  const [bHigh, bLow] = halves(b);
  return { high, low: aLow * bLow - (high - aHigh * bHigh - aLow * bHigh - aHigh * bLow) };
}

/** The upper 26 bits and the rest. */
function halves(a: number): readonly [number, number] {
  const scaled = 134_217_729 * a;
  const high = scaled - (scaled - a);
  return [high, a - high];
}
