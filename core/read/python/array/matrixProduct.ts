/** Matrix products: `@` and `np.dot`. */
import { sizeOf } from '../../../array/NdArray';
import { tuple2 } from '../../../tuples';
import { PythonError, valueError } from '../runtime/PythonError';
import type { Context } from '../runtime/Context';
import { broadcastShapes, broadcastTo, shapeText } from './broadcast';
import { promote, type Dtype } from './dtype';
import { storing } from './elementwise';
import { arrayOf, flat, newData, type PyArray } from './PyArray';
import { requireTypeOfProduct } from './productTypes';
import { permuteAxes, reshapeTo } from './reshaping';

/** `np.matmul`: (n,) is a row on the left and a column on the right and leaves no axis; axes before the last two broadcast. */
export function matmul(a: PyArray, b: PyArray, context: Context): PyArray {
  requireTypeOfProduct(a, b, context);
  [a, b].forEach((array, index) => {
    if (array.shape.length > 0) return;
    throw valueError(
      `matmul: Input operand ${index} does not have enough dimensions (has 0, gufunc core with signature (n?,k),(k,m?)->(n?,m?) requires 1)`,
    );
  });
  const left = a.shape.length === 1 ? { ...a, shape: [1, ...a.shape], strides: [0, ...a.strides] } : a;
  const right = b.shape.length === 1 ? { ...b, shape: [...b.shape, 1], strides: [...b.strides, 0] } : b;
  const [rows, inner] = tuple2(left.shape.slice(-2));
  const [innerB, cols] = tuple2(right.shape.slice(-2));
  if (inner !== innerB) {
    if (a.notation === 'pytorch' && a.shape.length === 2 && b.shape.length === 2)
      throw new PythonError(
        'RuntimeError',
        `mat1 and mat2 shapes cannot be multiplied (${a.shape.join('x')} and ${b.shape.join('x')})`,
      );
    throw valueError(
      `matmul: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature (n?,k),(k,m?)->(n?,m?) (size ${innerB} is different from ${inner})`,
    );
  }
  const batch = batchOf(a, b);
  const dtype = promote(a.dtype, b.dtype);
  const shape = [...batch, rows, cols];
  const data = newData(context.allocate(shape), dtype);
  const count = sizeOf(batch);
  context.spend(count * rows * inner * cols);
  const first = flat(broadcastTo(left, [...batch, rows, inner]));
  const second = flat(broadcastTo(right, [...batch, inner, cols]));
  for (let k = 0; k < count; k++)
    multiply(first, k * rows * inner, second, k * inner * cols, data, k * rows * cols, rows, inner, cols, dtype);
  const trimmed = [...batch, ...(a.shape.length === 1 ? [] : [rows]), ...(b.shape.length === 1 ? [] : [cols])];
  return arrayOf(data, trimmed, dtype, { notation: a.notation ?? b.notation });
}

/** The axes before the last two. */
function batchOf(a: PyArray, b: PyArray): number[] {
  try {
    return broadcastShapes(a.shape.slice(0, -2), b.shape.slice(0, -2));
  } catch {
    const remapped = [a, b].map(
      ({ shape }) => `${shapeText(shape)}->(${shape.slice(0, -2).join(',')},newaxis,newaxis) `,
    );
    throw valueError(
      `operands could not be broadcast together with remapped shapes [original->remapped]: ${remapped.join('')} and requested shape (${a.shape.at(-2)},${b.shape.at(-1)})`,
    );
  }
}

/** `np.dot`: sums over the last axis of `a` and the second-to-last of `b`. Both have axes. */
export function dotProduct(a: PyArray, b: PyArray, context: Context): PyArray {
  const axisA = a.shape.length - 1;
  const axisB = Math.max(0, b.shape.length - 2);
  if (a.shape[axisA] !== b.shape[axisB]) {
    throw valueError(
      `shapes ${shapeText(a.shape)} and ${shapeText(b.shape)} not aligned: ${a.shape[axisA]} (dim ${axisA}) != ${b.shape[axisB]} (dim ${axisB})`,
    );
  }
  return contract(a, b, [axisA], [axisB], context);
}

/** Sums over pairs of axes of equal extent (`np.tensordot`). */
export function contract(
  a: PyArray,
  b: PyArray,
  axesA: readonly number[],
  axesB: readonly number[],
  context: Context,
): PyArray {
  const freeA = [...a.shape.keys()].filter((axis) => !axesA.includes(axis));
  const freeB = [...b.shape.keys()].filter((axis) => !axesB.includes(axis));
  const inner = axesA.reduce((product, axis) => product * a.shape[axis]!, 1);
  const shapeA = freeA.map((axis) => a.shape[axis]!);
  const shapeB = freeB.map((axis) => b.shape[axis]!);
  const left = reshapeTo(permuteAxes(a, [...freeA, ...axesA]), [sizeOf(shapeA), inner], context);
  const right = reshapeTo(permuteAxes(b, [...axesB, ...freeB]), [inner, sizeOf(shapeB)], context);
  return reshapeTo(matmul(left, right, context), [...shapeA, ...shapeB], context);
}

function multiply(
  left: ArrayLike<number>,
  leftStart: number,
  right: ArrayLike<number>,
  rightStart: number,
  result: Float64Array | Float32Array,
  start: number,
  rows: number,
  inner: number,
  cols: number,
  dtype: Dtype,
): void {
  const store = storing(dtype);
  const product = dtype === 'int32' || dtype === 'uint32' ? Math.imul : undefined;
  for (let row = 0; row < rows; row++) {
    for (let col = 0; col < cols; col++) {
      let sum = 0;
      for (let k = 0; k < inner; k++) {
        const [x, y] = [left[leftStart + row * inner + k]!, right[rightStart + k * cols + col]!];
        sum += product ? product(x, y) : x * y;
      }
      result[start + row * cols + col] = store ? store(sum) : sum;
    }
  }
}
