/** The stride at the wrong term: `x[h + i * stride, w + j * stride]` for `x[h * stride + i, w * stride + j]`. */
import type { SyntaxNode } from '@lezer/common';
import { msg } from '../../../../message';
import { childNodes } from '../../../source/PythonTree';
import { editOf, type Candidate } from '../../Candidate';
import type { FunctionScope } from '../../scope/FunctionScope';

export function* movedFactors(scope: FunctionScope): Iterable<Candidate> {
  yield* firstOfBlock(scope);
  const { stride } = scope;
  if (stride === undefined) return;
  for (const place of scope.all(['MemberExpression', 'AssignStatement'])) {
    const sums = scope.tree.all('BinaryExpression', place).flatMap((sum) => {
      const text = moved(scope, sum, stride);
      return text === undefined ? [] : [{ sum, text }];
    });
    if (sums.length === 0) continue;
    yield {
      id: 'stride-at-other-term',
      detail: msg(
        'The stride belongs to the position of the window: {0}, not {1}',
        sums.map(({ text }) => text).join(', '),
        sums.map(({ sum }) => scope.text(sum)).join(', '),
      ),
      edits: sums.map(({ sum, text }) => editOf(sum, text)),
      isOne: true,
      cost: 1.8,
    };
  }
}

/** `range(g, (g + 1) * size)` and `x[:, g:(g + 1) * size]` for the block that begins at `g * size`. */
function* firstOfBlock(scope: FunctionScope): Iterable<Candidate> {
  for (const end of scope.all('BinaryExpression')) {
    const [, block, size] = /^\((\w+) ?\+ ?1\) ?\* ?([\w.]+)$/.exec(scope.text(end)) ?? [];
    const start = end.prevSibling?.prevSibling;
    if (block === undefined || !start || scope.text(start) !== block) continue;
    const text = `${block} * ${size}`;
    yield {
      id: 'missing-factor',
      detail: msg('{0} must be {1}', block, text),
      edits: [editOf(start, text)],
      cost: 1.6,
    };
  }
}

/** `a * s + b` of `a + b * s`; undefined for other expressions. */
function moved(scope: FunctionScope, sum: SyntaxNode, stride: string): string | undefined {
  const [left, operator, right] = childNodes(sum);
  if (!left || !operator || !right || scope.text(operator) !== '+') return undefined;
  const pairs = [
    [left, right],
    [right, left],
  ] as const;
  for (const [plain, product] of pairs) {
    const factors = product.name === 'BinaryExpression' ? childNodes(product) : [];
    const [a, sign, b] = factors.map((node) => scope.text(node));
    if (sign !== '*' || plain.name !== 'VariableName' || ![a, b].includes(stride)) continue;
    const other = a === stride ? b : a;
    if (scope.isLoopVariable(scope.text(plain)) && other !== undefined && scope.isLoopVariable(other))
      return plain === left
        ? `${scope.text(plain)} * ${stride} + ${other}`
        : `${other} + ${scope.text(plain)} * ${stride}`;
  }
  return undefined;
}
