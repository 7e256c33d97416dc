/** Cells of a gradient that belong a stride apart: `z[:h, :w] = g` for `z[::stride, ::stride] = g`. */
import { msg } from '../../../../message';
import { childNodes } from '../../../source/PythonTree';
import { editOf, type Candidate } from '../../Candidate';
import type { FunctionScope } from '../../FunctionScope';
import { subscriptItems } from '../../subscriptItems';

export function* spacedCells(scope: FunctionScope): Iterable<Candidate> {
  const { stride } = scope;
  if (stride === undefined) return;
  for (const statement of scope.all(['AssignStatement', 'UpdateStatement'])) {
    const target = statement.firstChild;
    if (target?.name !== 'MemberExpression') continue;
    const bounded = subscriptItems(scope, target).filter(({ text }) => /^(?:0\s*)?:[^:]+$/.test(text));
    if (bounded.length < 2) continue;
    yield {
      id: 'stride-ignored',
      detail: msg('The cells belong {0} apart: give the slices of {1} a step', stride, scope.text(target)),
      edits: bounded.map((item) => editOf(item, `::${stride}`)),
      isOne: true,
      cost: 1.9,
    };
  }
}

/** `h * d` becomes `(h - 1) * d + 1`: the cells of an array with `d - 1` others between its own. */
export function* spacedExtents(scope: FunctionScope): Iterable<Candidate> {
  for (const list of scope.all(['ArgList', 'AssignStatement'])) {
    const products = scope.tree.all('BinaryExpression', list).flatMap((node) => {
      const [extent, operator, factor] = childNodes(node).map((child) => scope.text(child));
      const isSpaced = operator === '*' && /^[\w.]+$/.test(extent ?? '') && isSpacing(factor ?? '');
      return isSpaced ? [{ node, text: `(${extent!} - 1) * ${factor!} + 1` }] : [];
    });
    const [first] = products;
    if (!first || products.length > 2) continue;
    const edits = products.map(({ node, text }) => editOf(node, text));
    const detail = msg('The last cell has no others after it: {0} must be {1}', scope.text(first.node), first.text);
    yield { id: 'spaced-extent', detail, edits, isOne: true, cost: 2.3 };
  }
}

function isSpacing(text: string): boolean {
  return /^(?:self\.)?(?:d|s|dil\w*|rate|stride\w*|step)$/i.test(text);
}
