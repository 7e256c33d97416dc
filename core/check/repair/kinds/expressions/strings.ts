/** A wrong dictionary key or mode: `["pad"]` for `["stride"]`, `"max"` for `"average"`. */
import { msg } from '../../../../message';
import { roleOf } from '../../../adapt/roles/roles';
import { childNodes } from '../../../source/PythonTree';
import { editOf, type Candidate } from '../../Candidate';
import type { FunctionScope } from '../../scope/FunctionScope';

const MODE = /^(?:max|average|avg|mean)$/;

export function* strings(scope: FunctionScope): Iterable<Candidate> {
  const nodes = scope
    .all('String')
    .filter((node) => !/^[rbuf]*("""|''')/i.test(scope.text(node)) && node.to - node.from < 30);
  const texts = nodes.map((node) => scope.text(node).slice(1, -1));
  const known = new Set([...texts, ...writtenKeys(scope), 'stride', 'pad', 'f', 'max', 'average']);
  for (const node of nodes) {
    const text = scope.text(node).slice(1, -1);
    for (const other of known) {
      if (other === text) continue;
      yield {
        id: 'wrong-key',
        detail: msg('{0} must be {1}', scope.text(node), `"${other}"`),
        edits: [editOf(node, `"${other}"`)],
        // A key that is read twice, next to one that the function never reads.
        cost: (MODE.test(other) && MODE.test(text)) || (!texts.includes(other) && isTwice(texts, text)) ? 1.8 : 3,
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

/** The keys of the dictionaries of the whole text, which its calls may pass. */
function writtenKeys({ tree }: FunctionScope): string[] {
  return tree
    .all('DictionaryExpression')
    .flatMap((dictionary) => childNodes(dictionary))
    .filter(({ name, nextSibling }) => name === 'String' && nextSibling?.name === ':')
    .map((key) => tree.text(key).slice(1, -1));
}

function isTwice(texts: readonly string[], text: string): boolean {
  return texts.indexOf(text) !== texts.lastIndexOf(text);
}
