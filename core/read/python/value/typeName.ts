/** Python's name of a value's type. */
import type { Py } from './Py';

const BUILT_IN: Readonly<Partial<Record<Py['kind'], string>>> = {
  array: 'numpy.ndarray',
  text: 'str',
  none: 'NoneType',
  ellipsis: 'ellipsis',
  slice: 'slice',
  range: 'range',
  set: 'set',
  namespace: 'module',
  class: 'type',
  property: 'property',
  staticmethod: 'staticmethod',
  classmethod: 'classmethod',
  super: 'super',
};

const NUMPY_SCALARS: Readonly<Record<string, string>> = { bool: 'bool_' };

/** Name of a value's type as Python's messages write it: `'int' object is not iterable`, `numpy.ndarray`. */
export function typeName(value: Py): string {
  switch (value.kind) {
    case 'number':
      if (value.numpy || !/^(bool|int64|float64)$/.test(value.dtype))
        return `numpy.${NUMPY_SCALARS[value.dtype] ?? value.dtype}`;
      return value.dtype === 'bool' ? 'bool' : value.dtype === 'int64' ? 'int' : 'float';
    case 'array':
      return value.notation === 'pytorch' ? 'Tensor' : 'numpy.ndarray';
    case 'instance':
      return value.class.name;
    case 'generator':
      return value.modern ? 'numpy.random._generator.Generator' : 'numpy.random.mtrand.RandomState';
    case 'iterator':
      return value.type;
    case 'function':
      if (value.type !== undefined) return 'type';
      return value.user ? 'function' : 'builtin_function_or_method';
    case 'layer':
      return value.callee.split('.').pop()!;
    case 'dictionary':
      return value.type ?? 'dict';
    case 'list':
      return value.view ?? 'list';
    case 'tuple':
      return value.view === undefined ? 'tuple' : value.view.split('.').pop()!;
    case 'dtype':
      if (value.torch) return 'torch.dtype';
      return value.instance ? `numpy.dtype[${NUMPY_SCALARS[value.dtype] ?? value.dtype}]` : 'type';
    case 'set':
      return value.frozen ? 'frozenset' : 'set';
    default:
      return BUILT_IN[value.kind] ?? value.kind;
  }
}
