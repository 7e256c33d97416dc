/** Attributes of a dtype: `x.dtype.name`, `x.dtype.itemsize`. */
import { isFloat, itemSize, type Dtype } from '../array/dtype';
import { pyInteger, pyText } from '../value/constructors';
import type { Py } from '../value/Py';

/** Undefined where dtypes have no such attribute, or it is not supported. */
export function dtypeMember(dtype: Dtype, name: string): Py | undefined {
  switch (name) {
    case 'name':
      return pyText(dtype);
    case 'itemsize':
      return pyInteger(itemSize(dtype));
    case 'kind':
      return pyText(kindCode(dtype));
    case 'str':
      return pyText(dtype === 'bool' ? '|b1' : `${byteOrder(dtype)}${kindCode(dtype)}${itemSize(dtype)}`);
    case 'type':
      return { kind: 'dtype', dtype };
    case 'ndim':
      return pyInteger(0);
    default:
      return undefined;
  }
}

function kindCode(dtype: Dtype): string {
  if (dtype === 'bool') return 'b';
  if (isFloat(dtype)) return 'f';
  return dtype.startsWith('u') ? 'u' : 'i';
}

/** Numbers of one byte have no order. */
function byteOrder(dtype: Dtype): string {
  return itemSize(dtype) === 1 ? '|' : '<';
}
