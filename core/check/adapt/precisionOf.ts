/** The precision to which a function rounds its values. */
import type { Adapter } from './Adapter';

/** Empty for a function that computes in double precision. */
export function precisionOf(text: string): Pick<Adapter, 'precision'> {
  if (/\bfloat16\b|\bnp\.half\b/.test(text)) return { precision: 'half' };
  return /\bfloat32\b|\bnp\.single\b/.test(text) ? { precision: 'single' } : {};
}
