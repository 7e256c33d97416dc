/** The precision to which a function rounds its values. */
import { HALF_TOLERANCE, SINGLE_TOLERANCE, type Tolerance } from '../compare/compareArrays';

/** Empty for a function that computes in double precision. */
export function roundingOf(text: string): { readonly tolerance?: Tolerance } {
  if (/\bfloat16\b|\bnp\.half\b/.test(text)) return { tolerance: HALF_TOLERANCE };
  return /\bfloat32\b|\bnp\.single\b/.test(text) ? { tolerance: SINGLE_TOLERANCE } : {};
}
