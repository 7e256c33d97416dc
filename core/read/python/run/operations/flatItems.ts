/** Elements of `x.flat`: read and assigned. */
import { sizeOf } from '../../../../array/NdArray';
import { getItem } from '../../array/indexing';
import { arrayOf, flat, type PyArray } from '../../array/PyArray';
import { copyOf } from '../../array/reshaping';
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

/** Several elements of `x.flat` are a copy. */
export function ofFlat<Item extends Py | undefined>(source: PyArray, item: Item, context: Context): Item | PyArray {
  const several = source.shape.length === 1 && item?.kind === 'array' && item.shape.length > 0;
  return several && FLAT_VIEWS.has(source) ? copyOf(item, context) : item;
}
