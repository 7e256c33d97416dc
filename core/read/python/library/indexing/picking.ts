/** Elements that index arrays pick along an axis. */
import { getItem } from '../../array/indexing';
import type { IndexPart } from '../../array/IndexPart';
import { arrayOf, type PyArray } from '../../array/PyArray';
import { normalizeAxis } from '../../array/reshaping';
import { valueError } from '../../runtime/PythonError';
import type { Call } from '../call/Call';

/** The elements of axis `at` at `indices`. Throws NumPy's IndexError. */
export function pick(array: PyArray, indices: PyArray, at: number, call: Call): PyArray {
  return getItem(
    array,
    [...whole(normalizeAxis(at, array.shape.length)), { kind: 'pick', array: indices }],
    call.context,
    'C',
  );
}

/** Full slices of the first axes. */
function whole(count: number): IndexPart[] {
  return Array.from({ length: count }, () => ({ kind: 'slice', start: undefined, stop: undefined, step: undefined }));
}

/** Index arrays of all axes of `array`, `indices` for one of them. */
export function gridParts(array: PyArray, indices: PyArray, axis: number): IndexPart[] {
  if (array.shape.length !== indices.shape.length)
    throw valueError('`indices` and `arr` must have the same number of dimensions');
  return array.shape.map((extent, each): IndexPart => {
    if (each === axis) return { kind: 'pick', array: indices };
    const shape = array.shape.map((_, position) => (position === each ? extent : 1));
    return {
      kind: 'pick',
      array: arrayOf(
        Float64Array.from({ length: extent }, (_, i) => i),
        shape,
        'int64',
      ),
    };
  });
}
