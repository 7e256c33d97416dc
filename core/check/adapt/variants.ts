/** What a function does besides the layer, or instead of a part of it, as its name, comments and text state. */
import type { PaddingMode } from '../../layer/options';
import type { FixedGeometry } from '../cases/FixedGeometry';
import { isBackward, isConvolution, type CourseFunction } from '../CourseFunction';
import type { AxisLayout } from './Adapter';

export type Variant = Pick<FixedGeometry, 'isSum' | 'ceilMode' | 'rectified' | 'paddingMode' | 'pad' | 'mode'>;

/** The likeliest first; the layer itself is always among them. `name`: of the function, or of the class. */
export function variantsOf(operation: CourseFunction, layout: AxisLayout, name: string, text: string): Variant[] {
  return isConvolution(operation) ? convolutions(operation, layout, text) : poolings(name, text);
}

/** What NumPy calls the modes of `np.pad`. Image filters repeat or reflect the border; layers do not. */
const BORDERS: readonly (readonly [RegExp, PaddingMode])[] = [
  [/["']edge["']/, 'replicate'],
  [/["']reflect["']/, 'reflect'],
  [/["']wrap["']/, 'circular'],
];

function convolutions(operation: CourseFunction, layout: AxisLayout, text: string): Variant[] {
  const variants: Variant[] = [{}];
  const border = layout === 'plane' && BORDERS.find(([pattern]) => pattern.test(text));
  if (border) variants.unshift({ paddingMode: border[1] });
  if (/\bfull\b|_full|full_/i.test(text)) variants.push({ pad: 'full' });
  if (!isBackward(operation) && /relu|np\.maximum\(/i.test(text)) variants.push({ rectified: true });
  return variants;
}

/** A ceiling in the code alone can be a mistake: a name, a comment or an argument states it. */
const CEILING =
  /ceil_?mode|#[^\n]*\b(?:ceil|partial|incomplete|round(?:ed|s)? up)|"""[^"]*\b(?:ceil|partial|incomplete|round(?:ed|s)? up)/i;

function poolings(name: string, text: string): Variant[] {
  const sum: Variant = { isSum: true, mode: 'average' };
  const base: Variant[] = /sum/i.test(name) ? [sum, {}] : [{}];
  const isStated = /ceil/i.test(name) || CEILING.test(text) || (/ceil/.test(text) && /\bmin\(/.test(text));
  return isStated ? base.flatMap((each): Variant[] => [each, { ...each, ceilMode: true }]) : base;
}
