/** The padding of a maximum that is filled with 0, or another number: its cells are never the maximum, they are −∞. */
import type { SyntaxNode } from '@lezer/common';
import { msg } from '../../../../message';
import { childNodes } from '../../../source/PythonTree';
import { editOf, type Candidate } from '../../Candidate';
import type { FunctionScope } from '../../scope/FunctionScope';
import { argumentsOf } from '../../scope/argumentsOf';

const BASE = {
  id: 'pad-value',
  detail: msg('The padding is filled with 0: a maximum of negative values at the border becomes 0'),
} as const;

export function* lowestPadding(scope: FunctionScope): Iterable<Candidate> {
  const lowest = lowestOf(scope);
  if (lowest === undefined) return;
  for (const call of scope.all('CallExpression')) {
    const list = call.getChild('ArgList');
    const callee = scope.text(call.firstChild!);
    if (list && TENSOR_PAD.test(callee))
      yield* ofCall(scope, list, lowest.replace('-np.inf', 'float("-inf")'), 'value');
    else if (list && /(?:^|\.)pad$/.test(callee)) yield* ofCall(scope, list, lowest, 'constant_values');
  }
  yield* ofFrame(scope, lowest);
}

/** Source of the value; undefined where a mean, which counts the padding as 0, is not told from the maximum by a comparison. */
function lowestOf(scope: FunctionScope): string | undefined {
  const text = scope.text(scope.node);
  if (!/mean|average|avg|\bsum\(/i.test(text)) return '-np.inf';
  const [, mode, name] = /([\w.]+(?:\[["']\w+["']\])?)\s*==\s*(["']\w+["'])/.exec(text) ?? [];
  if (mode === undefined) return undefined;
  return /max/i.test(name!) ? `-np.inf if ${mode} == ${name} else 0` : `0 if ${mode} == ${name} else -np.inf`;
}

/** `F.pad` of PyTorch. */
const TENSOR_PAD = /(?:^|\.)(?:F|functional)\.pad$/;

/** `np.pad(x, …)`, with a number or with the name of one. */
function* ofCall(scope: FunctionScope, list: SyntaxNode, lowest: string, name: string): Iterable<Candidate> {
  const keyword = list.getChildren('VariableName').find((child) => scope.text(child) === name);
  const value = keyword?.nextSibling?.nextSibling;
  const end = { from: list.to - 1, to: list.to - 1 };
  if (!value) yield { ...BASE, edits: [editOf(end, `, ${name}=${lowest}`)], cost: 2 };
  else if (value.name !== 'VariableName') yield { ...BASE, edits: [editOf(value, lowest)], cost: 1.4 };
  else {
    for (const number of assignedTo(scope, scope.text(value)))
      if (number.name === 'Number') yield { ...BASE, edits: [editOf(number, lowest)], cost: 1.4 };
  }
}

/** `framed = np.zeros(…)` before `framed[:, pad:pad + rows] = x`. */
function* ofFrame(scope: FunctionScope, lowest: string): Iterable<Candidate> {
  const targets = scope.all('AssignStatement').map(({ firstChild }) => firstChild!);
  const filled = targets.filter((target) => target.name === 'MemberExpression' && scope.text(target).includes(':'));
  for (const name of new Set(filled.map((target) => scope.text(target.firstChild!)))) {
    for (const value of assignedTo(scope, name)) {
      const callee = value.name === 'CallExpression' ? scope.text(value.firstChild!) : '';
      const [shape] = argumentsOf(scope, value);
      if (/\.(?:zeros|full|empty)$/.test(callee))
        yield { ...BASE, edits: [editOf(value, `np.full(${shape}, ${lowest})`)], cost: 2 };
    }
  }
}

/** The values that a name is assigned. */
function assignedTo(scope: FunctionScope, name: string): SyntaxNode[] {
  return scope.all('AssignStatement').flatMap((statement) => {
    const [target, , value, ...others] = childNodes(statement);
    return target && value && others.length === 0 && scope.text(target) === name ? [value] : [];
  });
}
