/** The index of a cell in a flat array: a row has as many cells as its array has columns. */
import { msg } from '../../../../../message';
import { childNodes } from '../../../../source/PythonTree';
import { editOf, type Candidate } from '../../../Candidate';
import type { FunctionScope } from '../../../scope/FunctionScope';

/** `row * out_w + col` for `row * x.shape[1] + col`. */
export function* flatIndices(scope: FunctionScope): Iterable<Candidate> {
  for (const product of scope.all('BinaryExpression')) {
    const [, operator, width] = childNodes(product);
    if (!operator || !width || scope.text(operator) !== '*' || product.parent?.name !== 'BinaryExpression') continue;
    if (scope.text(childNodes(product.parent)[1]!) !== '+' || !/^[A-Za-z_]\w*$/.test(scope.text(width))) continue;
    for (const array of scope.parameters.filter((name) => scope.kindOf(name) === 'array' || scope.indexed.has(name))) {
      yield candidate(scope.text(width), `${array}.shape[1]`, width);
    }
    const [first] = scope.parameters;
    if (first !== undefined) yield candidate(scope.text(width), `${first}.shape[-1]`, width);
  }
}

function candidate(from: string, to: string, node: Parameters<typeof editOf>[0]): Candidate {
  return {
    id: 'wrong-width',
    detail: msg('{0} is used where {1} belongs', from, to),
    edits: [editOf(node, to)],
    cost: 2.9,
  };
}
