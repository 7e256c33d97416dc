/** `@` and `np.dot` for one and two axes. */
import { formatShape } from '../../../array/NdArray';
import { LensError, msg } from '../../../message';
import type { Context } from '../run/Context';
import { castTo, promote } from './dtype';
import { arrayOf, flat, newData, type PyArray } from './PyArray';

/** (n,) is a row on the left and a column on the right, and leaves no axis. */
export function matrixProduct(a: PyArray, b: PyArray, context: Context): PyArray {
  const [rows, inner] = a.shape.length === 1 ? [1, a.shape[0]!] : a.shape;
  const [innerB, cols] = b.shape.length === 1 ? [b.shape[0]!, 1] : b.shape;
  const flatEnough = [a, b].every(({ shape }) => shape.length === 1 || shape.length === 2);
  if (!flatEnough || inner !== innerB) {
    throw new LensError(msg('no matrix product of shapes {0} and {1}', formatShape(a.shape), formatShape(b.shape)));
  }
  const dtype = promote(a.dtype, b.dtype);
  const shape = [...a.shape.slice(0, -1), ...b.shape.slice(1)];
  context.spend(rows! * inner! * cols!);
  const data = newData(context.allocate(shape), dtype);
  const [left, right] = [flat(a), flat(b)];
  const cast = castTo(dtype);
  for (let row = 0; row < rows!; row++) {
    for (let col = 0; col < cols!; col++) {
      let sum = 0;
      for (let k = 0; k < inner!; k++) sum += left[row * inner! + k]! * right[k * cols! + col]!;
      data[row * cols! + col] = cast(sum);
    }
  }
  return arrayOf(data, shape, dtype, { notation: a.notation ?? b.notation });
}
