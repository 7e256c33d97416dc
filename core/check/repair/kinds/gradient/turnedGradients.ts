/** The gradient of a filter that the function turns: it must be turned back, in the same way. */
import { msg } from '../../../../message';
import { GRADIENTS } from '../../../adapt/returnedResults';
import type { CourseFunction } from '../../../CourseFunction';
import { editOf, type Candidate } from '../../Candidate';
import { isRead, type FunctionScope } from '../../FunctionScope';

/** `w[:, :, ::-1, ::-1]` */
const INDEX = /\w\s*(\[[^[\]]*::-1[^[\]]*\])/g;
/** `np.flip(w, (2, 3))`, `np.rot90(w, 2)` */
const CALL = /((?:\w+\.)*(?:flip(?:ud|lr)?|rot90)\()[\w.]+(\s*(?:,[^()]*(?:\([^()]*\))?[^()]*)?\))/g;

export function* turnedGradients(scope: FunctionScope, operation: CourseFunction): Iterable<Candidate> {
  const source = scope.text(scope.node);
  const indices = new Set([...source.matchAll(INDEX)].map(([, index]) => index!));
  const calls = new Map([...source.matchAll(CALL)].map(([, start, end]) => [start!, end!]));
  if (operation !== 'conv_backward' || indices.size + calls.size === 0) return;
  for (const name of scope.all('VariableName')) {
    const { parent } = name;
    const isPlaced = parent && ['ReturnStatement', 'TupleExpression', 'AssignStatement'].includes(parent.name);
    if (!isPlaced || !isRead(name) || scope.kindOf(scope.text(name)) === 'scalar') continue;
    const text = scope.text(name);
    const isGradient = [name, parent.firstChild!].some((each) => GRADIENTS.filter.test(scope.text(each)));
    const cost = parent.name === 'AssignStatement' && isGradient ? 1.5 : isGradient ? 1.6 : 2.4;
    for (const turned of [...[...indices].map((index) => text + index), ...[...calls].map(([a, z]) => a + text + z)])
      yield {
        id: 'filter-not-turned',
        detail: msg('{0} must be turned by 180 degrees', text),
        edits: [editOf(name, turned)],
        cost,
      };
  }
}
