/** A search for the maximum that starts from a number or a cell that is larger than those of some windows. */
import type { SyntaxNode } from '@lezer/common';
import { msg } from '../../../../message';
import { isPooling, type CourseFunction } from '../../../CourseFunction';
import { childNodes } from '../../../source/PythonTree';
import { editOf, type Candidate } from '../../Candidate';
import type { FunctionScope } from '../../scope/FunctionScope';
import { argumentsOf } from '../../scope/argumentsOf';

export function* maximumStarts(scope: FunctionScope, operation: CourseFunction): Iterable<Candidate> {
  if (!isPooling(operation) || !/max|[<>]/i.test(scope.text(scope.node))) return;
  const compared = scope.all('CompareOp').map(({ parent }) => scope.text(parent!));
  for (const statement of scope.all('AssignStatement')) {
    const [target, , value] = childNodes(statement);
    if (target?.name !== 'VariableName' || !value) continue;
    const name = scope.text(target);
    const isNumber = /^-?\d[\d.e]*$/.test(scope.text(value));
    const isCompared = compared.some((text) => new RegExp(`\\b${name}\\b`).test(text));
    if (isNumber || (isCompared && value.name === 'MemberExpression')) {
      const cost = /max|best|large|peak|top|m$/i.test(name) ? 1.6 : 2.6;
      yield start(scope, value, 'float("-inf")', cost);
    }
    for (const tiny of scope.tree.all('MemberExpression', value)) {
      if (/\bfinfo\(.*\)\.(?:tiny|eps|smallest_\w+)$/.test(scope.text(tiny))) yield start(scope, tiny, '-np.inf', 1.6);
    }
    const shape = shapeOfZeros(scope, value);
    if (shape !== undefined) yield start(scope, value, `np.full(${shape}, -np.inf)`, 2.6);
  }
}

function start(scope: FunctionScope, value: SyntaxNode, text: string, cost: number): Candidate {
  return {
    id: 'maximum-start',
    detail: msg('The search for the maximum starts from {0}: of smaller inputs none is found', scope.text(value)),
    edits: [editOf(value, text)],
    cost,
  };
}

function shapeOfZeros(scope: FunctionScope, value: SyntaxNode): string | undefined {
  const callee = value.name === 'CallExpression' ? scope.text(value.firstChild!) : '';
  const [shape] = argumentsOf(scope, value);
  if (/\.zeros_like$/.test(callee)) return `${shape}.shape`;
  return /\.zeros$/.test(callee) ? shape : undefined;
}
