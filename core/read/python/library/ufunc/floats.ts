/** Floating-point arithmetic that JavaScript does not have: Python's `//` and `%`, powers, roundings. */

/** Remainder with the sign of the divisor (NumPy's `npy_divmod`). */
export function floatModulo(a: number, b: number): number {
  const rest = a % b;
  if (rest === 0) return b < 0 || Object.is(b, -0) ? -0 : 0;
  return rest < 0 !== b < 0 ? rest + b : rest;
}

/** NumPy's `npy_floor_divide`. */
export function floatFloorDivide(a: number, b: number): number {
  if (b === 0) return a / b;
  const rest = a % b;
  const quotient = (a - rest) / b - (rest !== 0 && rest < 0 !== b < 0 ? 1 : 0);
  if (quotient === 0) return a / b < 0 || Object.is(a / b, -0) ? -0 : 0;
  const floor = Math.floor(quotient);
  return quotient - floor > 0.5 ? floor + 1 : floor;
}

/** C's `pow`: 1 to any power is 1, −1 to an infinite power too. */
export function floatPower(a: number, b: number): number {
  if (b === 2) return a * a;
  if (b === 0.5) return Math.sqrt(a);
  if (a === 1 || (a === -1 && Math.abs(b) === Infinity)) return 1;
  return a ** b;
}

/** Nearest integer, half to even; keeps the sign of zero. */
export function roundEven(value: number): number {
  if (!(Math.abs(value) < 2 ** 52)) return value;
  const floor = Math.floor(value);
  const rest = value - floor;
  const nearest = rest < 0.5 ? floor : rest > 0.5 ? floor + 1 : floor % 2 === 0 ? floor : floor + 1;
  return nearest === 0 && (value < 0 || Object.is(value, -0)) ? -0 : nearest;
}

/** NumPy's `round`: scales, rounds half to even, scales back, each in the type that `cast` rounds to. */
export function roundDecimals(decimals: number, cast = (value: number) => value): (value: number) => number {
  if (decimals === 0) return roundEven;
  const factor = cast(10 ** Math.abs(decimals));
  return decimals > 0
    ? (value) => roundEven(cast(value * factor)) / factor
    : (value) => roundEven(cast(value / factor)) * factor;
}
