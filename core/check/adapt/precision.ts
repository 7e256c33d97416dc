/** How exactly a function computes, from the types that it names. */
import type { Tolerance } from '../compare/compareArrays';

/** Undefined for double precision. */
export function toleranceOf(text: string): Tolerance | undefined {
  if (/\bfloat16\b|\bhalf\b/.test(text)) return { rtol: 2e-2, atol: 2e-2 };
  return /\bfloat32\b|\bsingle\b|["']f4?["']/.test(text) ? { rtol: 1e-4, atol: 1e-5 } : undefined;
}
