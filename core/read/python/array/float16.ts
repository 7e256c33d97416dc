/** IEEE 754 half precision: rounding to 11 bits, half to even. */

const LARGEST = 65504;
/** Half of the last place above the largest finite number: from here on a number rounds to infinity. */
const OVERFLOW = 65520;
const SMALLEST_NORMAL = 2 ** -14;
const SUBNORMAL_STEP = 2 ** -24;

/** The nearest half-precision number, as a double. */
export function roundHalf(value: number): number {
  const size = Math.abs(value);
  if (!(size <= LARGEST))
    return size >= OVERFLOW ? Math.sign(value) * Infinity : size > 0 ? Math.sign(value) * LARGEST : value;
  const step = size < SMALLEST_NORMAL ? SUBNORMAL_STEP : 2 ** (Math.floor(Math.log2(size)) - 10);
  return roundEven(value / step) * step;
}

/** Exact for |value| < 2⁵². */
function roundEven(value: number): number {
  const floor = Math.floor(value);
  const rest = value - floor;
  if (rest !== 0.5) return rest < 0.5 ? (floor === 0 ? value * 0 : floor) : floor + 1 === 0 ? -0 : floor + 1;
  const even = floor % 2 === 0 ? floor : floor + 1;
  return even === 0 && value < 0 ? -0 : even;
}
