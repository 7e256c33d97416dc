/** Gradients of the bias that do not sum over all outputs: `db = dout`, `db = dout[0].sum(axis=(1, 2))`. */
import type { SyntaxNode } from '@lezer/common';
import { msg } from '../../../../message';
import { roleOf } from '../../../adapt/roles';
import type { CourseFunction } from '../../../CourseFunction';
import { childNodes } from '../../../source/PythonTree';
import { editOf, type Candidate } from '../../Candidate';
import type { FunctionScope } from '../../FunctionScope';

const AXES = ['(0, 1, 2)', '(0, 2, 3)', '(1, 2)', '(0, 1)', '0', '1'];

/** `db`, `self.grad_b`, `grads['b']` */
const BIAS = /(?:^|[._])(?:d|grad)\w*b|grad\w*\[["']d?b\w*["']\]$/i;

/** Of arrays (m, n_C, n), and in the layouts. */
const SUMMED = ['(0, 2)', '(0, 2, 3)', '(0, 1, 2)', '(1, 2, 3)', '(0, 1)'];

/** `g.sum(axis=0)` for `g.sum(axis=(0, 2))`: all axes but that of the filters. */
function* otherSums(value: SyntaxNode, text: string): Iterable<Candidate> {
  const [, present = ''] = /\bsum\([^=]*axis\s*=\s*(\([^()]*\)|-?\d)/.exec(text) ?? [];
  for (const [k, axis] of present === '' ? [] : SUMMED.entries()) {
    const other = text.replace(new RegExp(`(axis\\s*=\\s*)${present.replace(/[()]/g, '\\$&')}`), `$1${axis}`);
    const detail = msg('{0} is taken over the axes {1}: it must be {2}', 'sum', present, axis);
    if (other !== text) yield { id: 'wrong-axes', detail, edits: [editOf(value, other)], cost: 1.6 + k / 20 };
  }
}

export function* biasGradients(scope: FunctionScope, operation: CourseFunction): Iterable<Candidate> {
  if (operation !== 'conv_backward') return;
  const gradients = scope.names.filter((name) => roleOf(name) === 'gradient');
  for (const statement of scope.all('AssignStatement')) {
    const [target, , value] = childNodes(statement);
    if (!target || !value || !BIAS.test(scope.text(target))) continue;
    const text = scope.text(value);
    yield* otherSums(value, text);
    const isArray = value.name !== 'CallExpression' || /\.(?:reshape|transpose|swapaxes)\([^()]*\)$/.test(text);
    if (isArray && /^(?:VariableName|MemberExpression|CallExpression)$/.test(value.name)) {
      for (const [k, axis] of AXES.entries()) {
        const sum = `np.sum(${text}, axis=${axis})`;
        const detail = msg('{0} is the gradient of every output: that of the bias is {1}', text, sum);
        yield { id: 'missing-sum', detail, edits: [editOf(value, sum)], cost: 2 + k / 20 };
      }
    }
    for (const name of gradients) {
      if (!new RegExp(`\\b${name}\\b`).test(text)) continue;
      for (const axis of AXES.slice(0, 3)) {
        const sum = `np.sum(${name}, axis=${axis})`;
        if (sum === text) continue;
        const detail = msg('{0} does not sum over all outputs: the gradient of the bias is {1}', text, sum);
        yield { id: 'wrong-axes', detail, edits: [editOf(value, sum)], cost: 2.7 };
      }
    }
  }
}
