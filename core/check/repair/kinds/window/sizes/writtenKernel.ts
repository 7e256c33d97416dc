/** Sizes that are right for one size of the filter: `rows - 2` for `rows - self.filter_shape[0] + 1`. */
import { msg } from '../../../../../message';
import { rolesOf } from '../../../../adapt/roles/roles';
import { isConvolution, isPooling, type CourseFunction } from '../../../../CourseFunction';
import { childNodes } from '../../../../source/PythonTree';
import { editOf, type Candidate } from '../../../Candidate';
import type { FunctionScope } from '../../../scope/FunctionScope';

/** `x.shape[1]`, `h`: an extent of the input; the index tells rows from columns. */
const ROWS = /\.shape\[(\d)\]$/;

export function* writtenKernel(scope: FunctionScope, operation: CourseFunction): Iterable<Candidate> {
  if (!isConvolution(operation) && !isPooling(operation)) return;
  const sizes = [...scope.names, ...scope.attributes].filter((name) =>
    rolesOf(name.replace(/^self\./, '')).some((role) => role === 'kernel' || role === 'filterShape'),
  );
  const terms = scope.all('BinaryExpression').flatMap((node) => {
    const [left, operator, right] = childNodes(node);
    if (!left || !right || !operator || scope.text(operator) !== '-' || !/^[1-6]$/.test(scope.text(right))) return [];
    const axis = ROWS.exec(scope.text(left))?.[1];
    return axis === undefined ? [] : [{ node, extent: scope.text(left), axis: Number(axis) }];
  });
  const first = Math.min(...terms.map(({ axis }) => axis));
  for (const size of terms.length > 1 ? sizes : []) {
    const isPair = scope.ownerText.includes(`${size}[`);
    const edits = terms.map(({ node, extent, axis }) =>
      editOf(node, `${extent} - ${size}${isPair ? `[${axis - first}]` : ''} + 1`),
    );
    const details = edits.map(({ text }) => msg('The output size must be {0}', text));
    yield { id: 'output-size', detail: details[0]!, details, edits, isOne: true, cost: 2 };
  }
}
