/** The stride at the wrong term: `x[h + i * stride, w + j * stride]` for `x[h * stride + i, w * stride + j]`. */
import type { SyntaxNode } from '@lezer/common';
import { msg } from '../../../../message';
import { childNodes } from '../../../source/PythonTree';
import { editOf, type Candidate } from '../../Candidate';
import type { FunctionScope } from '../../scope/FunctionScope';

export function* movedFactors(scope: FunctionScope): Iterable<Candidate> {
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
