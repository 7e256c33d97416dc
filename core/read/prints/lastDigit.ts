/** The precision of printed numbers. */

/** The place value of the last digit of a printed number; 0 for NaN, infinities and truth values, which are exact. */
function lastDigit(digits: string): number {
  const match = /^[-+]?\d*(?:\.(\d*))?(?:[eE]([-+]?\d+))?$/.exec(digits);
  if (!match) return 0;
  const [, decimals = '', exponent = '0'] = match;
  return Number(`1e${Number(exponent) - decimals.length}`);
}

/** The units of the numbers at `ranges`, two entries per number. */
export function unitsOf(text: string, ranges: Uint32Array): Float64Array {
  const units = new Float64Array(ranges.length / 2);
  let smallest = Infinity;
  let exponents = false;
  for (let k = 0; k < units.length; k++) {
    const digits = text.slice(ranges[2 * k], ranges[2 * k + 1]);
    units[k] = lastDigit(digits);
    if (units[k]! > 0) smallest = Math.min(smallest, units[k]!);
    exponents ||= /\d[eE]/.test(digits);
  }
  return exponents ? units : units.map((unit) => (unit > 0 ? smallest : 0));
}
