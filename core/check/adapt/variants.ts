/** What a function does besides the layer, or instead of a part of it, as its name, comments and text state. */
import type { FixedGeometry } from '../cases/FixedGeometry';
import { isBackward, isConvolution, type CourseFunction } from '../CourseFunction';

export type Variant = Pick<FixedGeometry, 'isSum' | 'ceilMode' | 'rectified' | 'pad' | 'mode'>;

/** The likeliest first; the layer itself is always among them. `name`: of the function, or of the class. */
export function variantsOf(operation: CourseFunction, name: string, text: string): Variant[] {
  return isConvolution(operation) ? convolutions(operation, text) : poolings(name, text);
}

function convolutions(operation: CourseFunction, text: string): Variant[] {
  const variants: Variant[] = [{}];
  if (/\bfull\b|_full|full_/i.test(text)) variants.push({ pad: 'full' });
  const rectifies = isBackward(operation) ? /relu|(?<!\bp(?:ad\w*)?)(?<=[\])\w]) ?> ?0\b/i : /relu|np\.maximum\(/i;
  if (!rectifies.test(text)) return variants;
  return RETURNS_RECTIFIED.test(text) ? [{ rectified: true }, ...variants] : [...variants, { rectified: true }];
}

const RETURNS_RECTIFIED = /^\s*return (?:np\.maximum\([^\n]*\b0|relu\()/im;

/** A ceiling in the code alone can be a mistake: a name, a comment or an argument states it. */
const CEILING =
  /ceil_?mode|cover_?all|(?:#[^\n]*|"""[^"]*)(?:\bceil|\bpartial|\bincomplete|\bround(?:ed|s)? up|\bcut off|\b(?:over|beyond) the (?:edge|border))/i;

function poolings(name: string, text: string): Variant[] {
  const sum: Variant = { isSum: true, mode: 'average' };
  const base: Variant[] = /sum/i.test(name) ? [sum, {}] : [{}];
  const isStated = /ceil/i.test(name) || CEILING.test(text) || (/ceil/.test(text) && /\bmin\(/.test(text));
  return isStated ? base.flatMap((each): Variant[] => [each, { ...each, ceilMode: true }]) : base;
}
