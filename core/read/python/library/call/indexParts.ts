/** The index of an array, from the values of a subscript. */
import type { IndexPart } from '../../array/IndexPart';
import { toArray } from './coerce';
import { PythonError } from '../../runtime/PythonError';
import type { Py } from '../../value/Py';
import type { Context } from '../../runtime/Context';

export function indexPartsOf(index: readonly Py[], context: Context): IndexPart[] {
  const parts = new Array<IndexPart>(index.length);
  for (let i = 0; i < index.length; i++) parts[i] = partOf(index[i]!, context);
  return parts;
}

function partOf(part: Py, context: Context): IndexPart {
  switch (part.kind) {
    case 'slice':
      return part;
    case 'none':
      return { kind: 'none' };
    case 'ellipsis':
      return { kind: 'ellipsis' };
    case 'number':
      if (part.dtype === 'bool') return { kind: 'pick', array: toArray(part, context) };
      if (part.dtype.startsWith('float')) throw badIndex();
      return { kind: 'integer', value: part.value };
    case 'array':
    case 'list':
    case 'tuple':
    case 'range': {
      const array = toArray(part, context);
      if (array.shape.length === 0 && array.dtype !== 'bool' && !array.dtype.startsWith('float'))
        return { kind: 'integer', value: array.store.data[array.offset]! };
      if (array.dtype.startsWith('float') && (part.kind === 'array' || !array.shape.includes(0))) {
        throw part.kind === 'array'
          ? new PythonError('IndexError', 'arrays used as indices must be of integer (or boolean) type')
          : badIndex();
      }
      return { kind: 'pick', array };
    }
    default:
      throw badIndex();
  }
}

function badIndex(): PythonError {
  return new PythonError(
    'IndexError',
    'only integers, slices (`:`), ellipsis (`...`), numpy.newaxis (`None`) and integer or boolean arrays are valid indices',
  );
}
