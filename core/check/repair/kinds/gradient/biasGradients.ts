/** Gradients of the bias that do not sum over all outputs: `db = dout`, `db = dout[0].sum(axis=(1, 2))`. */
import type { SyntaxNode } from '@lezer/common';
import { msg } from '../../../../message';
import { roleOf } from '../../../adapt/roles/roles';
import type { CourseFunction } from '../../../CourseFunction';
import { childNodes } from '../../../source/PythonTree';
import { editOf, type Candidate } from '../../Candidate';
import { unchangedZeros } from '../missing/unchangedZeros';
import type { FunctionScope } from '../../scope/FunctionScope';

const AXES = ['(0, 1, 2)', '(0, 2, 3)', '(1, 2)', '(0, 1)', '0', '1'];

/** `db`, `self.grad_b`, `grads['b']` */
const BIAS = /(?:^|[._])(?:d|grad)\w*b|grad\w*\[["']d?b\w*["']\]$/i;

export function* biasGradients(scope: FunctionScope, operation: CourseFunction): Iterable<Candidate> {
  if (operation !== 'conv_backward') return;
  const unchanged = unchangedZeros(scope);
  const gradients = scope.names.filter((name) => roleOf(name) === 'gradient');
  for (const statement of scope.all(['AssignStatement', 'UpdateStatement'])) {
    const [target, , value] = childNodes(statement);
    if (!target || !value || !BIAS.test(scope.text(target))) continue;
    const text = scope.text(value);
    yield* sumsOfExamples(scope, value);
    const isArray = value.name !== 'CallExpression' || /\.(?:reshape|transpose|swapaxes)\([^()]*\)$/.test(text);
    if (isArray && /^(?:VariableName|MemberExpression|CallExpression)$/.test(value.name)) {
      for (const [k, axis] of AXES.entries()) {
        const sum = `np.sum(${text}, axis=${axis})`;
        const detail = msg('{0} is the gradient of every output: that of the bias is {1}', text, sum);
        yield { id: 'missing-sum', detail, edits: [editOf(value, sum)], cost: 2 + k / 20 };
      }
    }
    const isUnchanged = unchanged.includes(scope.text(target));
    for (const name of gradients) {
      if (!isUnchanged && !new RegExp(`\\b${name}\\b`).test(text)) continue;
      for (const axis of AXES.slice(0, 3)) {
        const sum = `np.sum(${name}, axis=${axis})`;
        if (sum === text) continue;
        const detail = msg('{0} does not sum over all outputs: the gradient of the bias is {1}', text, sum);
        yield { id: 'wrong-axes', detail, edits: [editOf(value, sum)], cost: 2.7 };
      }
    }
  }
}

/** `np.sum(dout[n], axis=(0, 1))` for `dout[n].sum(axis=0)[0]`: the gradient of one example has no first axis. */
function* sumsOfExamples(scope: FunctionScope, value: SyntaxNode): Iterable<Candidate> {
  const text = scope.text(value);
  const [, example] = /(?:^|[^\w.])(\w+\[\w+\])/.exec(text) ?? [];
  if (example === undefined || !/\b(?:sum|mean)\(/.test(text)) return;
  if (roleOf(example.split('[')[0]!) !== 'gradient') return;
  for (const axis of ['(0, 1)', '(1, 2)']) {
    const sum = `np.sum(${example}, axis=${axis})`;
    const detail = msg('{0} does not sum over all outputs: the gradient of the bias is {1}', text, sum);
    yield { id: 'wrong-axes', detail, edits: [editOf(value, sum)], cost: 2.6 };
  }
}
