/** Numbers as the panel and pictures show them: at the chosen precision, never a zero for another number, with a true minus sign. */

const minus = '−';

/** Numbers from here on are written with an exponent. */
const largest = 1e7;

/** `-0.004` at 2 decimals is `−0.004`, not `-0.00`: what is not zero never shows as zero, which is `0` as in the cells. */
export function formatNumber(value: number, precision: number, integer = false): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? '∞' : `${minus}∞`;
  if (value === 0) return '0';
  if (integer && Number.isSafeInteger(value)) return withMinus(String(value));
  const size = Math.abs(value);
  // Without decimals nothing is gained by an exponent: whole numbers are exact.
  if (precision === 0 && size < 1e12 && Number.isInteger(value)) return withMinus(String(value));
  if (size >= largest) return withMinus(value.toExponential(Math.min(precision, 2)));
  const fixed = value.toFixed(precision);
  if (Number(fixed) !== 0) return withMinus(fixed);
  return withMinus(size >= 1e-3 ? value.toPrecision(1) : value.toExponential(1));
}

/**
 * For cells: always `decimals` decimals, so that a small value is a rounded one with its sign, `−0.00`. Without decimals, what
 * would be rounded to zero is written as `−.3`.
 */
export function formatCell(value: number, decimals: number, integer = false): string {
  if (!Number.isFinite(value)) return formatNumber(value, decimals);
  if (integer && Number.isInteger(value) && Math.abs(value) < largest) return formatNumber(value, 0, true);
  if (Math.abs(value) >= largest) return withMinus(value.toExponential(Math.min(decimals, 1)));
  if (value === 0) return '0';
  if (decimals === 0 && Math.abs(value) < 0.5) return withMinus(value.toFixed(1).replace('0.', '.'));
  return withMinus(value.toFixed(decimals));
}

/** Whether cells with this many decimals would show next to nothing of numbers up to `end`: only 0.01 and 0.00, for two. */
export function roundsToZero(end: number, decimals: number): boolean {
  return end > 0 && end < 10 ** -Math.max(1, decimals);
}

/** `−1.15e7` with two digits after the point. */
export function formatExponent(value: number, digits: number): string {
  return withMinus(value.toExponential(digits));
}

/** The shortest exact form, for the ends of a colour bar. */
export function formatShort(value: number): string {
  const size = Math.abs(value);
  if (size !== 0 && (size >= 1e5 || size < 1e-3))
    return withMinus(String(Number(value.toPrecision(3)).toExponential()));
  return withMinus(String(Number(value.toPrecision(4))));
}

/** All digits, for copies, tooltips and tables. */
export function exactNumber(value: number): string {
  return Object.is(value, -0) ? '-0' : String(value);
}

function withMinus(text: string): string {
  return text.replaceAll('-', minus).replace('e+', 'e');
}
