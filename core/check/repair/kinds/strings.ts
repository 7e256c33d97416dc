/** A wrong dictionary key or mode: `["pad"]` for `["stride"]`, `"max"` for `"average"`. */
import { msg } from '../../../message';
import { roleOf } from '../../adapt/roles';
import { editOf, type Candidate } from '../Candidate';
import type { FunctionScope } from '../FunctionScope';

const MODE = /^(?:max|average|avg|mean)$/;

export function* strings(scope: FunctionScope): Iterable<Candidate> {
  const nodes = scope
    .all('String')
    .filter((node) => !/^[rbuf]*("""|''')/i.test(scope.text(node)) && node.to - node.from < 30);
  const known = new Set(nodes.map((node) => scope.text(node).slice(1, -1)));
  for (const key of ['stride', 'pad', 'f', 'max', 'average']) known.add(key);
  for (const node of nodes) {
    const text = scope.text(node).slice(1, -1);
    for (const other of known) {
      if (other === text) continue;
      yield {
        id: 'wrong-key',
        detail: msg('{0} must be {1}', scope.text(node), `"${other}"`),
        edits: [editOf(node, `"${other}"`)],
        cost: MODE.test(other) && MODE.test(text) ? 1.8 : 3,
      };
    }
  }
  const mode = scope.parameters.find((name) => roleOf(name, ['mode']) === 'mode');
  for (const node of mode === undefined ? [] : nodes) {
    if (
      !MODE.test(scope.text(node).slice(1, -1)) ||
      ['BinaryExpression', 'ParamList'].includes(node.parent?.name ?? '')
    )
      continue;
    yield {
      id: 'wrong-key',
      detail: msg('{0} must be {1}', scope.text(node), mode!),
      edits: [editOf(node, mode!)],
      cost: 2.4,
    };
  }
  const modes = nodes.filter(
    (node) => /^["'](?:max|average|avg|mean)["']$/.test(scope.text(node)) && node.parent?.name === 'BinaryExpression',
  );
  const [first, second] = modes;
  if (first && second && scope.text(first) !== scope.text(second)) {
    yield {
      id: 'modes-swapped',
      detail: msg('The branches of max and average are swapped'),
      edits: [editOf(first, scope.text(second)), editOf(second, scope.text(first))],
      cost: 2,
    };
  }
}
