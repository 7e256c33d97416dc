/** The end of a window: `start + f`, not `start + f - 1` nor `start + stride`. */
import { msg } from '../../../message';
import { roleOf } from '../../adapt/roles';
import { editOf, type Candidate } from '../Candidate';
import type { FunctionScope } from '../FunctionScope';

export function* windowEnd(scope: FunctionScope): Iterable<Candidate> {
  const kernels = scope.names.filter(
    (name) =>
      /^(?:f|k|f_?[hw]|k_?[hw]|HH|WW|FH|FW|filter_[hw]|pool_(?:height|width)|\w*size)$/.test(name) ||
      roleOf(name) === 'kernel',
  );
  for (const statement of scope.all('AssignStatement')) {
    const value = statement.lastChild;
    const target = statement.firstChild;
    if (target?.name !== 'VariableName' || value?.name !== 'BinaryExpression') continue;
    const text = scope.text(value);
    const end = /^(\w+) \+ (\w+)( - 1)?$/.exec(text.replace(/\s*([-+])\s*/g, ' $1 '));
    if (!end || !/end|stop|[2e1]$|max|bottom|right/i.test(scope.text(target))) continue;
    const [, start, extent, less] = end;
    const others = kernels.filter((name) => name !== extent).map((name) => `${start} + ${name}`);
    for (const correct of less ? [`${start} + ${extent}`, ...others] : others) {
      yield {
        id: 'window-end',
        detail: msg('The window ends at {0}, not at {1}', correct, text),
        edits: [editOf(value, correct)],
        cost: 1.6,
      };
    }
  }
}
