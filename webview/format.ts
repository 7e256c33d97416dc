/** Numbers as the panel shows them: at the chosen precision, never a zero that is none, with a true minus sign. */

const minus = '−';

/** Numbers from here on are written with an exponent. */
const largest = 1e7;

/** `-0.004` at 2 decimals is `−0.004`, not `-0.00`: what is not zero never shows as zero. */
export function formatNumber(value: number, precision: number, integer = false): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? '∞' : `${minus}∞`;
  if (value === 0) return integer ? '0' : (0).toFixed(precision);
  if (integer && Number.isSafeInteger(value)) return withMinus(String(value));
  const size = Math.abs(value);
  if (size >= largest) return withMinus(value.toExponential(Math.min(precision, 2)));
  const fixed = value.toFixed(precision);
  if (Number(fixed) !== 0) return withMinus(fixed);
  return withMinus(size >= 1e-3 ? value.toPrecision(1) : value.toExponential(1));
}

/** For cells that are too small for `formatNumber`: few decimals; what these would hide is written without the 0 before its point. */
export function formatTight(value: number, decimals: number, integer = false): string {
  const text = formatNumber(value, decimals, integer);
  const isHidden = value !== 0 && Number(value.toFixed(decimals)) === 0;
  return isHidden ? text.replace(/^(−?)0\./, '$1.') : text;
}

/** The shortest honest form: what stands at the ends of a colour bar. */
export function formatShort(value: number): string {
  const size = Math.abs(value);
  if (size !== 0 && (size >= 1e5 || size < 1e-3))
    return withMinus(String(Number(value.toPrecision(3)).toExponential()));
  return withMinus(String(Number(value.toPrecision(4))));
}

/** Every digit there is: what is copied and what stands in tooltips and tables. */
export function exactNumber(value: number): string {
  return Object.is(value, -0) ? '-0' : String(value);
}

function withMinus(text: string): string {
  return text.replaceAll('-', minus).replace('e+', 'e');
}
