/** A bias that is added after ReLU: `relu(z) + b` for `relu(z + b)`, also through variables. */
import type { SyntaxNode } from '@lezer/common';
import { msg } from '../../../../message';
import { roleOf } from '../../../adapt/roles/roles';
import { isConvolution, type CourseFunction } from '../../../CourseFunction';
import { childNodes, listItems } from '../../../source/PythonTree';
import { editOf, type Candidate } from '../../Candidate';
import type { FunctionScope } from '../../scope/FunctionScope';

export function* rectifiedBias(scope: FunctionScope, operation: CourseFunction): Iterable<Candidate> {
  if (!isConvolution(operation)) return;
  for (const call of scope.all('CallExpression')) {
    const value = rectified(scope, call);
    if (!value) continue;
    for (const { node, kept, term } of biases(scope)) {
      if (call.from <= node.from && node.to <= call.to && node.from >= value.from) continue;
      const text = `${scope.text(value)} + ${term}`;
      const detail = msg('The bias is added after ReLU: it is added before, {0}', text);
      const edits =
        call.from >= node.from && call.to <= node.to
          ? [editOf(node, kept.replace(scope.text(value), text))]
          : [editOf(value, text), editOf(node, kept)];
      yield { id: 'bias-after-relu', detail, edits, isOne: true, cost: 2.8 };
    }
  }
}

/** The argument of `relu(z)`, `np.maximum(z, 0)` or `max(0, z)`. */
function rectified(scope: FunctionScope, call: SyntaxNode): SyntaxNode | undefined {
  const name = /\w+$/.exec(scope.text(call.firstChild!))?.[0] ?? '';
  const values = listItems(call.getChild('ArgList')!, '(', ')').map(([node]) => node!);
  if (/relu|^(?:act|activation|activate|rectify)$/i.test(name)) return values[0];
  if (!/^(?:maximum|max)$/.test(name) || values.length !== 2) return undefined;
  const others = values.filter((node) => node.name !== 'Number');
  return others.length === 1 ? others[0] : undefined;
}

interface Bias {
  /** What is replaced, and the text in its place. */
  readonly node: SyntaxNode;
  readonly kept: string;
  readonly term: string;
}

function biases(scope: FunctionScope): Bias[] {
  const sums = scope.all('BinaryExpression').flatMap((node): Bias[] => {
    const [left, operator, right] = childNodes(node);
    if (!left || !right || !operator || scope.text(operator) !== '+' || !isBias(scope.text(right))) return [];
    return [{ node, kept: scope.text(left), term: scope.text(right) }];
  });
  const updates = scope.all('UpdateStatement').flatMap((node): Bias[] => {
    const [, operator, value] = childNodes(node);
    const isAdded = operator && value && scope.text(operator) === '+=' && isBias(scope.text(value));
    return isAdded ? [{ node, kept: 'pass', term: scope.text(value) }] : [];
  });
  return [...sums, ...updates];
}

function isBias(text: string): boolean {
  const name = /^(?:np\.\w+\(|float\(|\w+\.)?\s*(?:self\.)?(\w+)/.exec(text)?.[1];
  return name !== undefined && roleOf(name, ['bias']) === 'bias';
}
