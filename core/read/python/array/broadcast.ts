/** NumPy's broadcasting rules. */
import { PythonError, valueError } from '../runtime/PythonError';
import type { PyArray } from './PyArray';

/** A shape as NumPy's messages write it: `(2,3)`, `(3,)`; unknown leading extents are left out. */
export function shapeText(shape: readonly number[]): string {
  const first = shape.findIndex((extent) => extent >= 0);
  if (first < 0) return '()';
  const items = shape.slice(first).map((extent) => (extent < 0 ? 'newaxis' : String(extent)));
  return shape.length === 1 ? `(${items[0]},)` : `(${items.join(',')})`;
}

/** Throws NumPy's ValueError, which lists all operands. */
export function broadcastShapes(...shapes: (readonly number[])[]): number[] {
  const result: number[] = [];
  for (const shape of shapes) {
    for (let back = 1; back <= shape.length; back++) {
      const extent = shape[shape.length - back]!;
      const found = result[back - 1];
      if (found === undefined || found === 1) result[back - 1] = extent;
      else if (extent !== 1 && extent !== found) {
        throw valueError(
          `operands could not be broadcast together with shapes ${shapes.map((each) => `${shapeText(each)} `).join('')}`,
        );
      }
    }
  }
  return result.reverse();
}

/** `broadcastShapes` of two, without a new array where one of them is the result. */
export function jointShape(a: readonly number[], b: readonly number[]): readonly number[] {
  if (b.length === 0 || sameShape(a, b)) return a;
  return a.length === 0 ? b : broadcastShapes(a, b);
}

/** PyTorch's error names the last axis that does not fit. */
export function jointTensorShape(a: readonly number[], b: readonly number[]): readonly number[] {
  const rank = Math.max(a.length, b.length);
  for (let axis = rank - 1; axis >= 0; axis--) {
    const [x, y] = [a[axis - rank + a.length] ?? 1, b[axis - rank + b.length] ?? 1];
    if (x !== y && x !== 1 && y !== 1)
      throw new PythonError(
        'RuntimeError',
        `The size of tensor a (${x}) must match the size of tensor b (${y}) at non-singleton dimension ${axis}`,
      );
  }
  return jointShape(a, b);
}

/** Whether `shape` can be repeated along new and one-element axes to fill `to`. */
export function broadcasts(shape: readonly number[], to: readonly number[]): boolean {
  const lead = to.length - shape.length;
  return lead >= 0 && shape.every((extent, axis) => extent === 1 || extent === to[axis + lead]);
}

/** A read-only view that repeats the array along new and one-element axes. */
export function broadcastTo(array: PyArray, shape: readonly number[]): PyArray {
  if (sameShape(array.shape, shape)) return array;
  if (!broadcasts(array.shape, shape)) {
    throw valueError(
      `operands could not be broadcast together with remapped shapes [original->remapped]: ${shapeText(array.shape)}  and requested shape ${shapeText(shape)}`,
    );
  }
  const lead = shape.length - array.shape.length;
  const strides = shape.map((extent, axis) => {
    const own = array.shape[axis - lead];
    return own === undefined || (own === 1 && extent !== 1) ? 0 : array.strides[axis - lead]!;
  });
  return { ...array, shape, strides, readOnly: true };
}

export function sameShape(a: readonly number[], b: readonly number[]): boolean {
  if (a.length !== b.length) return false;
  for (let axis = 0; axis < a.length; axis++) if (a[axis] !== b[axis]) return false;
  return true;
}
