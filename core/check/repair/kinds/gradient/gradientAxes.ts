/** A gradient with the axes of the output, where the forward direction moved them: `dout = dout.transpose(0, 2, 3, 1)` is missing. */
import { msg } from '../../../../message';
import { roleOf } from '../../../adapt/roles';
import { isBackward, type CourseFunction } from '../../../CourseFunction';
import { childNodes } from '../../../source/PythonTree';
import { editOf, type Candidate } from '../../Candidate';
import type { FunctionScope } from '../../FunctionScope';
import { indentOf } from '../../indentOf';

export function* gradientAxes(scope: FunctionScope, operation: CourseFunction): Iterable<Candidate> {
  const gradient = scope.parameters.find((name) => roleOf(name) === 'gradient');
  const body = scope.node.getChild('Body');
  if (!isBackward(operation) || gradient === undefined || !body) return;
  const { source } = scope.tree;
  const others = source.slice(0, scope.node.from) + source.slice(scope.node.to);
  const moves = [...others.matchAll(/\.transpose\((\d(?:, ?\d){3})\)/g)].map(([, order]) => inverse(order!));
  const first = childNodes(body).find((node) => node.name !== ':' && !/^["']/.test(scope.text(node)));
  // A function that names the axes of the gradient, `n, c, h, w = dout.shape`, reads them in the order in which they are.
  const isRead = new RegExp(`\\b${gradient}\\.transpose\\(|=\\s*${gradient}\\.shape\\b`);
  if (!first || isRead.test(scope.text(scope.node))) return;
  for (const order of new Set(moves)) {
    const line = `${gradient} = ${gradient}.transpose(${order})`;
    yield {
      id: 'missing-line',
      detail: msg('The line {0} is missing', line),
      edits: [editOf({ from: first.from, to: first.from }, `${line}\n${indentOf(scope, first)}`)],
      cost: 1.6,
    };
  }
}

function inverse(order: string): string {
  const axes = order.split(',').map(Number);
  return axes.map((_, k) => axes.indexOf(k)).join(', ');
}
