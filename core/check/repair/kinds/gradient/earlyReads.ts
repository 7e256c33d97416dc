/** A gradient that is read above the line that masks or scales it: `db = dout.sum()` before `dz = dout * (z > 0)`. */
import { msg } from '../../../../message';
import { roleOf } from '../../../adapt/roles/roles';
import { childNodes } from '../../../source/PythonTree';
import { isBackward, type CourseFunction } from '../../../CourseFunction';
import { editOf, type Candidate } from '../../Candidate';
import type { FunctionScope } from '../../scope/FunctionScope';

/** Statements above the line that may be meant to be behind it. */
const ABOVE = 3;

export function* earlyReads(scope: FunctionScope, operation: CourseFunction): Iterable<Candidate> {
  if (!isBackward(operation)) return;
  for (const later of scope.all('AssignStatement')) {
    const [target, , value] = childNodes(later);
    if (target?.name !== 'VariableName' || value?.name !== 'BinaryExpression') continue;
    const made = scope.text(target);
    const read = scope.tree.all('VariableName', value).map((node) => scope.text(node));
    const gradient = read.find((name) => name !== made && roleOf(name) === 'gradient');
    if (gradient === undefined) continue;
    let early = later.prevSibling;
    for (let count = 0; early && count < ABOVE; count++, early = early.prevSibling) {
      const text = scope.text(early);
      const behind = text.replace(new RegExp(`(?<![\\w.])${gradient}\\b`, 'g'), made);
      if (early.name !== 'AssignStatement' || behind === text) continue;
      yield {
        id: 'read-early',
        detail: msg('{0} is used where {1} belongs, which a later line makes: {2}', gradient, made, scope.text(later)),
        edits: [editOf(early, scope.text(later)), editOf(later, behind)],
        isOne: true,
        cost: 1.8,
      };
    }
  }
}
