/** Layers that change their input: `nn.ReLU(inplace=True)`. */
import { writeView } from '../../array/indexing';
import type { PyArray } from '../../array/PyArray';
import { copyOf } from '../../array/reshaping';
import { tapeOf } from '../../autograd/Tape';
import type { Context } from '../../runtime/Context';

/** Gives a tensor the values that `compute` gives of its old ones. Gradients pass through both. */
export function changeInPlace(array: PyArray, compute: (before: PyArray) => PyArray, context: Context): PyArray {
  const tape = tapeOf(context);
  tape.refuseChange(array);
  const before = copyOf(array, context);
  tape.copyOperation(array, before);
  const result = compute(before);
  writeView(array, result, context);
  tape.copyOperation(result, array);
  return array;
}
