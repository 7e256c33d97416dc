/** NumPy's arrays and numbers as left operands of objects whose classes are in the text. */
import { LensError, msg } from '../../../../message';
import { flat } from '../../array/PyArray';
import { kindOf } from '../../array/dtype';
import { isNumPy } from '../../library/arrayMethods';
import { OPERATOR_UFUNCS } from '../../library/ufunc/operators';
import { valueError } from '../../runtime/PythonError';
import type { BinaryOperator } from '../../syntax/tree/ast';
import type { Py, PyClass, PyInstance } from '../../value/Py';
import { findMember } from '../objects/classes';
import { isComplex } from '../objects/complexArray';

/**
 * What the reflected method of `right` gets. NumPy takes an object as one element of an array of objects: the method gets each
 * element as a number of Python, unless the class has `__array_priority__` or `__array_ufunc__ = None`.
 */
export function reflectedOperand(operator: BinaryOperator, left: Py, right: PyInstance): Py {
  const type = right.class;
  const isArray = left.kind === 'array' && isNumPy(left);
  if (!isArray && !(left.kind === 'number' && left.numpy === true)) return left;
  if (isComplex(right) || isAskedFirst(type, isArray)) return left;
  const has = (name: string): boolean => findMember(type, name) !== undefined;
  const ufunc = OPERATOR_UFUNCS[operator] ?? operator;
  if (operator === '@')
    throw valueError(
      'matmul: Input operand 1 does not have enough dimensions (has 0, gufunc core with signature (n?,k),(k,m?)->(n?,m?) requires 1)',
    );
  if ((left.kind === 'array' && left.shape.length > 0) || has('__array__') || (has('__len__') && has('__getitem__')))
    throw new LensError(msg('{0} with {1} is not supported', `np.${ufunc}`, type.name));
  const value = left.kind === 'array' ? flat(left)[0]! : left.value;
  const dtype = left.dtype === 'bool' ? 'bool' : kindOf(left.dtype) === 2 ? 'float64' : 'int64';
  return { kind: 'number', value, dtype };
}

function isAskedFirst(type: PyClass, isArray: boolean): boolean {
  const [priority, ufunc] = ['__array_priority__', '__array_ufunc__'].map((name) => findMember(type, name));
  if (ufunc && ufunc.kind !== 'none') throw new LensError(msg('{0} is not supported', '__array_ufunc__'));
  return ufunc !== undefined || (isArray && priority?.kind === 'number' && priority.value > 0);
}
