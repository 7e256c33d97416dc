/** Functions of types: `np.dtype`, `np.result_type`, `np.promote_types`, `np.can_cast`, `np.issubdtype`. */
import { LensError, msg } from '../../../../message';
import { castsSafely, castsSameKind, isFloat, promote, type Dtype } from '../../array/dtype';
import { arrayOf, newData, type PyArray } from '../../array/PyArray';
import { pyBool } from '../../value/constructors';
import type { Py, PyNumber } from '../../value/Py';
import { toDtype, type Call, type FunctionTable } from '../call/Call';
import { isSequence } from '../call/coerce';
import { jointType } from '../ufunc/operators';

/** Functions of `numpy` by name. */
export const DTYPE_FUNCTIONS: FunctionTable = {
  dtype: ['dtype align? copy?', (call) => type(typed(call, 'dtype'))],
  promote_types: ['type1 type2', (call) => type(promote(typed(call, 'type1'), typed(call, 'type2')))],
  result_type: ['*arrays_and_dtypes', (call) => type(resultType(call))],
  can_cast: ['from_ to casting?', canCast],
  issubdtype: ['arg1 arg2', isSubtype],
};

function typed(call: Call, name: string): Dtype {
  return toDtype(call.value(name));
}

function type(dtype: Dtype): Py {
  return { kind: 'dtype', dtype, instance: true };
}

/** Numbers adapt to arrays and types, as in a sum. */
function resultType(call: Call): Dtype {
  const operands = call.rest.map(({ value }): PyArray | PyNumber => {
    if (value.kind === 'array' || value.kind === 'number') return value;
    if (isSequence(value))
      throw new LensError(msg('{0} of a list is not supported', call.callee), undefined, call.range);
    const dtype = toDtype(value);
    return arrayOf(newData(1, dtype), [1], dtype);
  });
  const [first, ...others] = operands;
  if (!first) throw new LensError(msg('{0} needs a type', call.callee), undefined, call.range);
  if (others.length > 1 && operands.some((each) => each.kind === 'number'))
    throw new LensError(msg('{0} of several values and numbers is not supported', call.callee), undefined, call.range);
  const joint = others.reduce<PyArray | PyNumber>((left, right) => {
    const dtype = jointType(left, right);
    return arrayOf(newData(1, dtype), [1], dtype);
  }, first);
  return joint.dtype;
}

function canCast(call: Call): Py {
  const given = call.value('from_');
  if (given.kind === 'number')
    throw new LensError(msg('{0} of a number is not supported', call.callee), undefined, call.range);
  const from = given.kind === 'array' ? given.dtype : toDtype(given);
  const to = typed(call, 'to');
  switch (call.text('casting', 'safe')) {
    case 'safe':
      return pyBool(castsSafely(from, to));
    case 'same_kind':
      return pyBool(castsSameKind(from, to));
    case 'unsafe':
      return pyBool(true);
    default:
      return pyBool(from === to);
  }
}

/** NumPy's abstract types. */
const KINDS: Readonly<Record<string, (dtype: Dtype) => boolean>> = {
  generic: () => true,
  number: (dtype) => dtype !== 'bool',
  integer: isWhole,
  signedinteger: (dtype) => dtype.startsWith('int'),
  unsignedinteger: (dtype) => dtype.startsWith('uint'),
  inexact: isFloat,
  floating: isFloat,
};

function isWhole(dtype: Dtype): boolean {
  return /^u?int/.test(dtype);
}

function isSubtype(call: Call): Py {
  const dtype = typed(call, 'arg1');
  const of = call.value('arg2');
  const name = of.kind === 'namespace' ? of.path.replace(/^numpy\./, '') : '';
  if (Object.hasOwn(KINDS, name)) return pyBool(KINDS[name]!(dtype));
  return pyBool(dtype === toDtype(of));
}
