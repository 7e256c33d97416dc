/** A value that is computed and not kept: `out + b` for `out = out + b`, `out[i] == x` for `out[i] = x`. */
import { msg } from '../../../../message';
import { childNodes } from '../../../source/PythonTree';
import { editOf, type Candidate } from '../../Candidate';
import type { FunctionScope } from '../../scope/FunctionScope';

/** Methods that change their object and return nothing. */
const CHANGING =
  /\.(?:append|extend|insert|fill|sort|update|pop|remove|clear|reverse|add|resize|seed|shuffle|at|copyto|put\w*)\(/;
const TARGET = /^[A-Za-z_][\w.]*(?:\[[^[\]]*\])?$/;

export function* unusedValues(scope: FunctionScope): Iterable<Candidate> {
  for (const statement of scope.all('ExpressionStatement')) {
    const value = statement.firstChild;
    if (!value || !['BinaryExpression', 'CallExpression', 'MemberExpression'].includes(value.name)) continue;
    const text = scope.text(value);
    if (/^print\(|^super\(/.test(text) || CHANGING.test(text)) continue;
    const [left, operator] = value.name === 'BinaryExpression' ? childNodes(value) : [];
    const isCompared = operator !== undefined && scope.text(operator) === '==';
    const detail = msg('The value of {0} is computed, but not kept', text.split('\n')[0]!);
    if (left && operator && isCompared) {
      for (const sign of ['=', '+='])
        yield { id: 'unused-value', detail, edits: [editOf(operator, sign)], cost: sign === '=' ? 1.2 : 1.3 };
      continue;
    }
    for (const [k, target] of targetsOf(scope, text, left && scope.text(left)).entries()) {
      const edit = editOf({ from: value.from, to: value.from }, `${target} = `);
      yield { id: 'unused-value', detail, edits: [edit], cost: 1.2 + k / 10 };
    }
  }
}

/** The array that the value is computed from: the first operand, the first argument, the object of a method. */
function targetsOf(scope: FunctionScope, text: string, left: string | undefined): string[] {
  const [, array] = /^(?:np\.\w+(?:\.\w+)*\()?\s*((?:self\.)?[A-Za-z_]\w*)/.exec(text) ?? [];
  const found = [left, array].filter(
    (each): each is string => each !== undefined && TARGET.test(each) && each !== 'np',
  );
  const assigned = scope.names.filter(
    (name) => new RegExp(`\\b${name}\\b`).test(text) && scope.kindOf(name) === 'array',
  );
  return [...new Set([...found, ...assigned])];
}
