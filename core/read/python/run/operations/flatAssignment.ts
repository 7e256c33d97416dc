/** Assignment to elements of `x.flat`. */
import { sizeOf } from '../../../../array/NdArray';
import { getItem } from '../../array/indexing';
import { arrayOf, flat } from '../../array/PyArray';
import { elementsFor } from '../../library/call/coerce';
import { indexPartsOf } from '../../library/call/indexParts';
import type { Context } from '../../runtime/Context';
import { valueError } from '../../runtime/PythonError';
import { FLAT_VIEWS } from '../../value/refuseFlat';
import type { Py } from '../../value/Py';
import type { IndexValue } from '../machine/IndexValue';

/** The values of `x.flat[…] = …`, again and again until the places are full; other values as they are. */
export function valueForFlat(target: Py, index: IndexValue, value: Py, context: Context): Py {
  if (target.kind !== 'array' || !FLAT_VIEWS.has(target)) return value;
  const { shape } = getItem(target, indexPartsOf(index.parts, context), context);
  const values = elementsFor(target.dtype, value, context, false);
  const count = sizeOf(values.shape);
  if (count <= 1) return value;
  if (shape.length === 0) throw valueError('Error setting single item of array.');
  const given = flat(values);
  const data = Float64Array.from({ length: sizeOf(shape) }, (_, i) => given[i % count]!);
  return arrayOf(data, shape, values.dtype);
}
