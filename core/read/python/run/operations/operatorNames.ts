/** Python's names of the operators of two values. */
import type { BinaryOperator } from '../../syntax/tree/ast';

/** As in the module `operator`; a special method has the same name between underscores. */
export const OPERATOR_NAMES: Readonly<Record<string, BinaryOperator>> = {
  add: '+',
  sub: '-',
  mul: '*',
  truediv: '/',
  floordiv: '//',
  mod: '%',
  pow: '**',
  matmul: '@',
  and_: '&',
  or_: '|',
  xor: '^',
  lshift: '<<',
  rshift: '>>',
  eq: '==',
  ne: '!=',
  lt: '<',
  le: '<=',
  gt: '>',
  ge: '>=',
  is_: 'is',
  is_not: 'is not',
};

/** Of a special method's name without underscores: `and` is `__and__`. */
export function operatorOf(special: string): BinaryOperator | undefined {
  const name = /^(?:and|or)$/.test(special) ? `${special}_` : special;
  return Object.hasOwn(OPERATOR_NAMES, name) ? OPERATOR_NAMES[name] : undefined;
}
