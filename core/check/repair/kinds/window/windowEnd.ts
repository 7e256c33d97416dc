/** The end of a window: `start + f`, not `start + f - 1` nor `start + stride`. */
import { msg } from '../../../../message';
import { roleOf } from '../../../adapt/roles';
import { editOf, type Candidate } from '../../Candidate';
import type { FunctionScope } from '../../FunctionScope';
import { subscriptItems } from '../../subscriptItems';

export function* windowEnd(scope: FunctionScope): Iterable<Candidate> {
  const kernels = scope.names.filter(
    (name) =>
      /^(?:f|k|f_?[hw]|k_?[hw]|HH|WW|FH|FW|filter_[hw]|pool_(?:height|width)|\w*size)$/.test(name) ||
      roleOf(name) === 'kernel',
  );
  yield* sliceEnds(scope);
  yield* stridedSlices(scope);
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

/** `x[u:u + rows, v:v + cols]` for `x[u:u + s * rows:s, v:v + s * cols:s]`: the cells that one tap of the kernel reads. */
function* stridedSlices(scope: FunctionScope): Iterable<Candidate> {
  const { stride } = scope;
  if (stride === undefined) return;
  for (const member of scope.all('MemberExpression')) {
    const edits = subscriptItems(scope, member).flatMap((item) => {
      const [, start, extent] = /^(\w+)\s*:\s*\1\s*\+\s*(\w+)$/.exec(item.text) ?? [];
      const [, end] = /^:\s*(\w+)$/.exec(item.text) ?? [];
      if (end) return [editOf(item, `:${stride} * ${end}:${stride}`)];
      return start && extent ? [editOf(item, `${start}:${start} + ${stride} * ${extent}:${stride}`)] : [];
    });
    const [first, second] = edits;
    for (const own of second ? [edits, [first!], [second]] : edits.map((edit) => [edit])) {
      yield {
        id: 'stride-ignored',
        detail: msg('The cells that are read are {0} apart: the slice needs this step', stride),
        edits: own,
        cost: 2.4,
      };
    }
  }
}

/** `x[top:f]` for `x[top:top + f]`. */
function* sliceEnds(scope: FunctionScope): Iterable<Candidate> {
  for (const member of scope.all('MemberExpression')) {
    for (const item of subscriptItems(scope, member)) {
      const [, start, end] = /^(\w+)\s*:\s*([\w.]+)$/.exec(item.text) ?? [];
      if (!start || !end || /^\d+$/.test(start)) continue;
      if (scope.stride !== undefined) {
        yield {
          id: 'stride-ignored',
          detail: msg(
            'The stride is not the step of the slice: {0} must be {1}',
            item.text,
            `${item.text}:${scope.stride}`,
          ),
          edits: [editOf(item, `${item.text}:${scope.stride}`)],
          cost: 2.3,
        };
      }
      yield {
        id: 'window-end',
        detail: msg('The window ends at {0}, not at {1}', `${start} + ${end}`, end),
        edits: [editOf(item, `${start}:${start} + ${end}`)],
        cost: 2,
      };
    }
  }
}
