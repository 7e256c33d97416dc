/** The precision to which a function rounds its values. */
import type { Adapter } from '../Adapter';

/** `round(value, 4)`, `values.round(4)` */
const ROUNDED = /\ba?round_?\((?:(?:[^\n()]|\((?:[^\n()]|\([^\n()]*\))*\))*, *(?:decimals *= *)?)?([1-9])\)/;

/** Empty for a function that computes in double precision. */
export function precisionOf(text: string): Pick<Adapter, 'precision'> {
  if (/\bfloat16\b|\bnp\.half\b/.test(text)) return { precision: 'half' };
  const [, digits] = ROUNDED.exec(text.replace(/\bprint\(.*/g, '')) ?? [];
  if (digits !== undefined) return { precision: Number(digits) };
  return /\bfloat32\b|\bnp\.single\b/.test(text) ? { precision: 'single' } : {};
}
