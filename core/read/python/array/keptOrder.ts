/** The order of axes in which NumPy stores the result of a universal function: that of its operands, `order='K'`. */
import type { Context } from '../runtime/Context';
import { isContiguous, type PyArray } from './PyArray';
import { copyOf, isFortran, permuteAxes } from './reshaping';

/**
 * Axes from the slowest to the fastest; undefined for C order. Strides of operands are 0 where they are repeated.
 * `joins`: the axes are compared from the first one on, as where arrays are joined, otherwise from the last one on.
 */
export function keptOrder(
  shape: readonly number[],
  operands: readonly (readonly number[])[],
  notation: PyArray['notation'],
  joins = false,
): number[] | undefined {
  if (shape.length < 2) return undefined;
  for (const strides of operands) if (isInOrder(shape, strides)) return undefined;
  if ((notation !== undefined && notation !== 'numpy') || shape.includes(0)) return undefined;
  const axes = [...shape.keys()];
  if (joins) axes.reverse();
  for (let next = shape.length - 2; next >= 0; next--) {
    const axis = axes[next]!;
    let to = next;
    for (let other = next + 1; other < shape.length; other++) {
      const pair = joins ? ([axes[other]!, axis] as const) : ([axis, axes[other]!] as const);
      const faster = shape[axis] === 1 || shape[axes[other]!] === 1 ? undefined : isFaster(...pair, operands);
      if (faster === false) break;
      if (faster) to = other;
    }
    axes.splice(next, 1);
    axes.splice(to, 0, axis);
  }
  if (joins) axes.reverse();
  return axes.some((axis, place) => axis !== place) ? axes : undefined;
}

/** Whether no axis of an operand is repeated, and each has at least the stride of the next one. */
function isInOrder(shape: readonly number[], strides: readonly number[]): boolean {
  let last = Infinity;
  for (let axis = 0; axis < shape.length; axis++) {
    if (shape[axis] === 1) continue;
    const stride = Math.abs(strides[axis]!);
    if (stride === 0 || stride > last) return false;
    last = stride;
  }
  return true;
}

/** Whether `axis` has the smaller strides of the two; the order stays where the operands differ. Undefined where none tells. */
function isFaster(axis: number, other: number, operands: readonly (readonly number[])[]): boolean | undefined {
  let faster: boolean | undefined;
  for (const strides of operands) {
    const [own, its] = [Math.abs(strides[axis]!), Math.abs(strides[other]!)];
    if (own === 0 || its === 0) continue;
    if (its <= own) faster = false;
    else faster ??= true;
  }
  return faster;
}

/** Strides of a new array with these axes from the slowest to the fastest. */
export function stridesIn(axes: readonly number[], shape: readonly number[]): number[] {
  const strides = new Array<number>(shape.length).fill(0);
  let stride = 1;
  for (const axis of [...axes].reverse()) {
    strides[axis] = stride;
    stride *= shape[axis]!;
  }
  return strides;
}

/** The numbers of a new array in the order of those it is made of. */
export function inOrderOf(made: PyArray, sources: readonly PyArray[], context: Context): PyArray {
  const axes = keptOrder(made.shape, sources.map(wideStrides), made.notation);
  if (axes) return permuteAxes(copyOf(permuteAxes(made, axes), context), inverse(axes));
  return isContiguous(made) ? made : copyOf(made, context);
}

/** In column order where the source is. */
export function columnsAs(made: PyArray, source: PyArray, context: Context): PyArray {
  return isFortran(source) ? copyOf(made, context, 'F') : made;
}

/** Strides along axes of one element are 0: they tell no order. */
export function wideStrides({ shape, strides }: PyArray): readonly number[] {
  return strides.map((stride, axis) => (shape[axis] === 1 ? 0 : stride));
}

export function inverse(axes: readonly number[]): number[] {
  return axes.map((_, place) => axes.indexOf(place));
}
