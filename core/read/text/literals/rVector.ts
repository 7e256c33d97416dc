/** R's vectors: `c(1, 2)`, `1:9`, `seq_len(9)`, and one number. */
import { budget } from '../../../budget';
import type { Dialect } from '../types/Dialect';
import type { Problem } from '../types/Problem';
import { scanNested } from './scanNested';

export interface RVector {
  readonly values: Float64Array;
  /** Where each number is written; absent for ranges. */
  readonly ranges?: Uint32Array;
}

/** The vector that is all of `text`, which begins at `start` in `document`. Undefined where it is another expression. */
export function rVector(
  document: string,
  start: number,
  text: string,
  dialect: Dialect,
): RVector | (Problem & { end: number }) | undefined {
  if (/^c\(/.test(text)) {
    const nested = scanNested(document, start + 1, { ...dialect, tuples: true });
    if ('problem' in nested) return { ...nested.problem, end: nested.end };
    if (nested.end !== start + text.length || nested.array.shape.length !== 1) return undefined;
    return { values: Float64Array.from(nested.array.data), ranges: nested.ranges };
  }
  if (/^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?L?$/i.test(text)) {
    return { values: Float64Array.of(parseFloat(text)), ranges: Uint32Array.of(start, start + text.length) };
  }
  const between = /^(-?\d+)\s*:\s*(-?\d+)$/.exec(text) ?? /^seq\(\s*(-?\d+)\s*,\s*(-?\d+)\s*\)$/.exec(text);
  const count = /^seq(?:_len)?\(\s*(\d+)\s*\)$/.exec(text)?.[1];
  const [first, last] = between ? [Number(between[1]), Number(between[2])] : [1, count ? Number(count) : 0];
  if (!between && count === undefined) return undefined;
  const size = Math.abs(last - first) + 1;
  if (!(size <= budget.programElements)) return undefined;
  const step = last < first ? -1 : 1;
  return { values: Float64Array.from({ length: size }, (_, index) => first + step * index) };
}

/** The vector again and again until it has `size` numbers, as R does. */
export function repeatedVector({ values, ranges }: RVector, size: number): RVector {
  if (values.length === size) return { values, ...(ranges && { ranges }) };
  const repeated = Float64Array.from({ length: size }, (_, index) => values[index % values.length]!);
  if (!ranges) return { values: repeated };
  const places = Uint32Array.from({ length: 2 * size }, (_, index) => ranges[index % ranges.length]!);
  return { values: repeated, ranges: places };
}
