/** Expressions that the reader makes for a pattern of `match`. */
import type { TextRange } from '../../../ParseResult';
import type { BinaryOperator, Expression } from '../tree/ast';

/** Always true: `_` matches without a name, every other name gets the value. */
export function capture(name: string, value: Expression, range: TextRange): Expression {
  if (name === '_') return { type: 'constant', value: 'True', range };
  const bound: Expression = { type: 'walrus', name, value, range };
  return { type: 'tuple', items: [{ value: bound, spread: false }], range };
}

export function instanceTest(subject: Expression, classes: readonly Expression[], range: TextRange): Expression {
  const types: Expression = { type: 'tuple', items: classes.map((value) => ({ value, spread: false })), range };
  return call('isinstance', [subject, classes.length === 1 ? classes[0]! : types], range);
}

/** A name with members: `Color.RED`. */
export function named(written: string, range: TextRange): Expression {
  const [first, ...members] = written.split('.');
  return members.reduce<Expression>((object, name) => ({ type: 'member', object, name, range }), {
    type: 'name',
    name: first!,
    range,
  });
}

export function call(name: string, values: readonly Expression[], range: TextRange): Expression {
  return { type: 'call', callee: named(name, range), args: values.map((value) => ({ spread: '', value })), range };
}

export function comparison(
  operator: BinaryOperator,
  left: Expression,
  right: Expression,
  range: TextRange,
): Expression {
  return { type: 'binary', operator, left, right, range };
}

export function item(object: Expression, index: Expression, range: TextRange): Expression {
  return { type: 'subscript', object, index: { items: [index], many: false }, range };
}

export function numberLiteral(value: number, range: TextRange): Expression {
  return { type: 'number', value, whole: true, range };
}

export function textLiteral(value: string, range: TextRange): Expression {
  return { type: 'text', value, range };
}

export function allTests(tests: readonly Expression[], range: TextRange): Expression {
  return tests.reduce((left, right) => ({ type: 'logic', operator: 'and', left, right, range }));
}

export function anyTest(tests: readonly Expression[], range: TextRange): Expression {
  return tests.reduce((left, right) => ({ type: 'logic', operator: 'or', left, right, range }));
}
