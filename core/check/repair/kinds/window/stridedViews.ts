/** Strides of a view of windows that leave out the factor of the stride or of the dilation. */
import { msg } from '../../../../message';
import { rolesOf } from '../../../adapt/roles';
import { listItems } from '../../../source/PythonTree';
import { editOf, type Candidate } from '../../Candidate';
import type { FunctionScope } from '../../FunctionScope';

/** `as_strided(x, (oh, ow, kh, kw), (s0, s1, s0, s1))`: two neighbouring strides, or one, are multiplied. */
export function* stridedViews(scope: FunctionScope): Iterable<Candidate> {
  const attributes = scope.attributes.filter((name) => isFactor(name.slice('self.'.length)));
  const factors = [...scope.names.filter(isFactor), ...attributes];
  for (const call of scope.all('CallExpression')) {
    if (!/as_strided$/.test(scope.text(call.firstChild ?? call))) continue;
    const tuples = call.getChild('ArgList')?.getChildren('TupleExpression') ?? [];
    const strides = tuples.at(-1);
    const items = strides ? listItems(strides, '(', ')').map((nodes) => nodes[0]!) : [];
    if (tuples.length === 0 || items.length < 4) continue;
    for (const [k, item] of items.entries()) {
      for (const factor of factors) {
        const edits = items.slice(k, k + 2).map((each) => editOf(each, `${factor} * ${scope.text(each)}`));
        const detail = msg('{0} must be {1}', scope.text(item), edits[0]!.text);
        const id = 'stride-of-view';
        if (edits.length > 1) yield { id, detail, edits, isOne: true, cost: 1.8 };
        yield { id, detail, edits: edits.slice(0, 1), cost: 2.2 };
      }
    }
  }
}

function isFactor(name: string): boolean {
  return rolesOf(name).some((role) => ['stride', 'strideCols', 'dilation', 'rate'].includes(role));
}
