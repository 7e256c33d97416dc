/** Comparisons, membership and identity. */
import { typeError } from '../../runtime/PythonError';
import { typeName } from '../../value/typeName';
import { binary, cellwise } from '../../library/ufunc/operators';
import type { BinaryOperator } from '../../syntax/tree/ast';
import { arrayOfParameter } from '../../library/call/coerce';
import { pyBool, pyInteger } from '../../value/constructors';
import type { Py, PySequence } from '../../value/Py';
import type { Machine } from '../machine/Machine';
import { callSpecial } from '../objects/callSpecial';
import { isSame } from '../objects/identity';
import { isEqual, isLess } from './equality';
import { isIn } from './membership';
import { isArithmetic, isUnknown } from './operands';
import { reflectedOperand } from './reflectedOperand';
import { scalarBinary } from './scalarArithmetic';
import { asSet, compareSets, isKeys } from './setOperations';
import { truthOf } from './truthOf';

const COMPARISONS: Readonly<Partial<Record<BinaryOperator, readonly [method: string, reflected: string]>>> = {
  '==': ['__eq__', '__eq__'],
  '!=': ['__ne__', '__ne__'],
  '<': ['__lt__', '__gt__'],
  '<=': ['__le__', '__ge__'],
  '>': ['__gt__', '__lt__'],
  '>=': ['__ge__', '__le__'],
};

export function isComparison(operator: BinaryOperator): boolean {
  return /^(==|!=|<|<=|>|>=|in|not in|is|is not)$/.test(operator);
}

/** `left operator right` for comparisons, membership and identity. Arrays give arrays. */
export function compare(operator: BinaryOperator, left: Py, right: Py, machine: Machine): Py {
  const result = cellwise(operator, left, right, machine.context) ?? comparison(operator, left, right, machine);
  if (result.kind === 'array') machine.tracer?.derived(result, [left, right]);
  return result;
}

function comparison(operator: BinaryOperator, leftOperand: Py, rightOperand: Py, machine: Machine): Py {
  if (isUnknown(leftOperand, machine) || isUnknown(rightOperand, machine)) return machine.unknown();
  switch (operator) {
    case 'is':
    case 'is not':
      return pyBool(isSame(leftOperand, rightOperand) === (operator === 'is'));
    case 'in':
    case 'not in':
      return pyBool(isIn(leftOperand, rightOperand, machine) === (operator === 'in'));
    default:
  }
  const left = arrayOfParameter(leftOperand) ?? leftOperand;
  const right = arrayOfParameter(rightOperand) ?? rightOperand;
  if (left.kind === 'number' && right.kind === 'number') return scalarBinary(operator, left, right);
  if (left.kind === 'instance' || right.kind === 'instance') {
    const found = instanceComparison(operator, left, right, machine);
    if (found) return found;
  } else if ((left.kind === 'array' && isArithmetic(right)) || (right.kind === 'array' && isArithmetic(left))) {
    return binary(operator, left, right, machine.context);
  }
  const compared =
    operator === '==' || operator === '!=' ? comparedWithObject(operator, left, right, machine) : undefined;
  if (compared) return compared;
  if (isKeys(left) && isKeys(right) && (left.kind === 'list' || right.kind === 'list'))
    return comparison(operator, asSet(left), asSet(right), machine);
  if (operator === '==' || operator === '!=') return pyBool(isEqual(left, right, machine) === (operator === '=='));
  if (left.kind === 'set' && right.kind === 'set') return pyBool(compareSets(operator, left, right));
  if ((left.kind === 'list' || left.kind === 'tuple') && left.kind === right.kind)
    return compareItems(operator, left, right, machine);
  const strict = operator === '<' || operator === '>';
  const [a, b] = operator.startsWith('<') ? [left, right] : [right, left];
  // `__lt__` does not answer `>=`.
  const unordered = !strict && (left.kind === 'instance' || right.kind === 'instance');
  const less = strict ? isLess(a, b, machine) : unordered ? undefined : negated(isLess(b, a, machine));
  if (less === undefined)
    throw typeError(`'${operator}' not supported between instances of '${typeName(left)}' and '${typeName(right)}'`);
  return pyBool(less);
}

/** Order of lists and of tuples: that of the first items that differ, or of the lengths. */
function compareItems(operator: BinaryOperator, left: PySequence, right: PySequence, machine: Machine): Py {
  const [a, b] = [left.items, right.items];
  const at = a.slice(0, b.length).findIndex((item, index) => !isEqual(item, b[index]!, machine));
  machine.context.spend(Math.min(a.length, b.length));
  return at < 0
    ? scalarBinary(operator, pyInteger(a.length), pyInteger(b.length))
    : comparison(operator, a[at]!, b[at]!, machine);
}

function negated(value: boolean | undefined): boolean | undefined {
  return value === undefined ? undefined : !value;
}

function instanceComparison(operator: BinaryOperator, left: Py, right: Py, machine: Machine): Py | undefined {
  const [method, reflected] = COMPARISONS[operator]!;
  const operand = right.kind === 'instance' ? reflectedOperand(operator, left, right) : left;
  const found = callSpecial(left, method, right, machine) ?? callSpecial(right, reflected, operand, machine);
  if (found && operand !== left) return { ...pyBool(truthOf(found, machine)), numpy: true };
  if (found || operator !== '!=') return found;
  const equal = callSpecial(left, '__eq__', right, machine);
  return equal?.kind === 'number' ? pyBool(equal.value === 0) : undefined;
}

/** An array with what is not a number: each element differs from None, and the array as a whole from a string. */
function comparedWithObject(operator: '==' | '!=', left: Py, right: Py, machine: Machine): Py | undefined {
  const [array, other] = left.kind === 'array' ? [left, right] : [right, left];
  if (array.kind !== 'array') return undefined;
  if (other.kind === 'text') return pyBool(operator === '!=');
  if (other.kind !== 'none') return undefined;
  if (array.notation === 'pytorch') return pyBool(operator === '!=');
  return binary(operator, array, { kind: 'number', value: NaN, dtype: 'float64' }, machine.context);
}
