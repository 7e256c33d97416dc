/** The gradient of a filter that the layer turns: it must be turned back, in the way in which the function or another method turns. */
import { msg } from '../../../../message';
import { GRADIENTS } from '../../../adapt/roles/returnedResults';
import type { CourseFunction } from '../../../CourseFunction';
import { editOf, type Candidate } from '../../Candidate';
import { isRead, type FunctionScope } from '../../scope/FunctionScope';

/** `w[:, :, ::-1, ::-1]` */
const INDEX = /\w\s*(\[[^[\]]*::-1[^[\]]*\])/g;
/** `np.flip(w, (2, 3))`, `np.rot90(w, 2)` */
const CALL = /((?:\w+\.)*(?:flip(?:ud|lr)?|rot90)\()[\w.]+(\s*(?:,[^()]*(?:\([^()]*\))?[^()]*)?\))/g;
const INDICES = ['[::-1, ::-1]', '[:, :, ::-1, ::-1]'];

export function* turnedGradients(scope: FunctionScope, operation: CourseFunction): Iterable<Candidate> {
  if (operation !== 'conv_backward') return;
  const source = scope.ownerText;
  const indices = new Set([...source.matchAll(INDEX)].map(([, index]) => index!));
  const calls = new Map([...source.matchAll(CALL)].map(([, start, end]) => [start!, end!]));
  const isShown = indices.size + calls.size > 0;
  for (const node of scope.all(['VariableName', 'CallExpression'])) {
    const { parent } = node;
    const isPlaced = parent && ['ReturnStatement', 'TupleExpression', 'AssignStatement'].includes(parent.name);
    if (!isPlaced || !(node.name === 'CallExpression' || isRead(node))) continue;
    const text = scope.text(node);
    if (scope.kindOf(text) === 'scalar') continue;
    const isAssigned = parent.name === 'AssignStatement';
    const isGradient = [node, ...(isAssigned ? [parent.firstChild!] : [])].some((each) =>
      GRADIENTS.filter.test(scope.text(each).replace(/^self\./, '')),
    );
    if (!isGradient && (!isShown || node.name === 'CallExpression')) continue;
    const cost = (isGradient ? 1.6 : 2.4) - (isAssigned ? 0.1 : 0) + (isShown ? 0 : 2);
    const ends = isShown ? [...indices] : INDICES;
    for (const turned of [...ends.map((index) => text + index), ...[...calls].map(([a, z]) => a + text + z)])
      yield {
        id: 'filter-not-turned',
        detail: msg('{0} must be turned by 180 degrees', text),
        edits: [editOf(node, turned)],
        cost,
      };
  }
}
