/** The end of a window: `start + f`, not `start + f - 1` nor `start + stride`. */
import { msg } from '../../../../message';
import { mapTuple } from '../../../../tuples';
import { roleOf } from '../../../adapt/roles/roles';
import { editOf, type Candidate } from '../../Candidate';
import type { FunctionScope } from '../../scope/FunctionScope';
import { subscriptItems } from '../../scope/subscriptItems';
import { twinPairs } from '../../../source/twins';

export function* windowEnd(scope: FunctionScope): Iterable<Candidate> {
  const unpacked = unpackedSizes(scope);
  const kernels = scope.names.filter(
    (name) =>
      unpacked.includes(name) ||
      /^(?:f|k|f_?[hw]|k_?[hw]|HH|WW|FH|FW|filter_[hw]|pool_(?:height|width)|\w*size)$/.test(name) ||
      (/^kernel/.test(roleOf(name) ?? '') && name !== 'N' && !scope.isLoopVariable(name)),
  );
  yield* sliceEnds(scope);
  yield* stridedSlices(scope);
  yield* endsByStride(scope, kernels);
  yield* endsOfClipped(scope);
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

/** `bottom = min(top + k, h)` after `top = max(i * s - pad, 0)`: the window ends where it would without the edge. */
function* endsOfClipped(scope: FunctionScope): Iterable<Candidate> {
  for (const statement of scope.all('AssignStatement')) {
    const [, start, own, first, other] =
      /^(\w+) *= *max\((?:([^(),]+), *(0)|0, *([^(),]+))\)$/.exec(scope.text(statement)) ?? [];
    const clipped = (first === undefined ? other : own)?.trim();
    if (start === undefined || clipped === undefined) continue;
    for (const sum of scope.all('BinaryExpression')) {
      const { firstChild: left } = sum;
      if (sum.from < statement.to || left?.name !== 'VariableName' || scope.text(left) !== start) continue;
      yield {
        id: 'window-end',
        detail: msg('The window ends at {0}, not at {1}', scope.text(sum).replace(start, clipped), scope.text(sum)),
        edits: [editOf(left, clipped)],
        cost: 1.9,
      };
    }
  }
}

/** `p_h, p_w = pool_size` */
function unpackedSizes(scope: FunctionScope): string[] {
  return scope.all('AssignStatement').flatMap((statement) => {
    const [, rows, cols, size = ''] = /^\(?(\w+), *(\w+)\)? *= *(\w+)$/.exec(scope.text(statement)) ?? [];
    return rows && cols && /^kernel/.test(roleOf(size) ?? '') ? [rows, cols] : [];
  });
}

/** `x[i * s:i * s + f]` for `x[i * s:(i + 1) * s]`, in all slices or in one: the window has the size of the stride. */
function* endsByStride(scope: FunctionScope, kernels: readonly string[]): Iterable<Candidate> {
  const strides = [scope.stride ?? [], scope.names.filter((name) => /^stride/.test(roleOf(name) ?? ''))].flat();
  const slices = scope.all('MemberExpression').flatMap((member) =>
    subscriptItems(scope, member)
      .filter(({ text }) => /^[^:]+:/.test(text))
      .flatMap((item, axis) => {
        const [start = '', end = '', step] = item.text.split(':').map((part) => part.trim());
        return step === undefined && start !== '' && strides.some((stride) => isNext(start, end, stride))
          ? [{ item, start, end, axis }]
          : [];
      }),
  );
  if (slices.length === 0) return;
  for (const [rows, cols] of sizesOf(scope, kernels)) {
    const repairs = slices.map(({ item, start, end, axis }) => {
      const correct = `${start} + ${axis === 0 ? rows : cols}`;
      return {
        edit: editOf(item, `${start}:${correct}`),
        detail: msg('The window ends at {0}, not at {1}', correct, end),
      };
    });
    const [first, ...others] = repairs;
    const edits = repairs.map(({ edit }) => edit);
    const details = repairs.map(({ detail }) => detail);
    if (first && others.length > 0) yield { id: 'window-end', detail: first.detail, edits, details, cost: 1.4 };
    for (const { edit, detail } of repairs) yield { id: 'window-end', detail, edits: [edit], cost: 1.7 };
  }
}

/** `(i + 1) * s`, `i * s + s`, or `start + s`. */
function isNext(start: string, end: string, stride: string): boolean {
  const [from, to, step] = mapTuple([start, end, stride], (text) => text.replace(/\s/g, ''));
  if (to === `${from}+${step}`) return true;
  const index = from.startsWith(`${step}*`) ? from.slice(step.length + 1) : from.replace(`*${step}`, '');
  return index !== from && [`(${index}+1)*${step}`, `${step}*(${index}+1)`].includes(to);
}

/** Names of the rows and columns of the window, then the keys of the function's options. */
function sizesOf(scope: FunctionScope, kernels: readonly string[]): (readonly [string, string])[] {
  const pairs = twinPairs(kernels);
  const others = kernels.filter((name) => !pairs.flat().includes(name)).map((name) => [name, name] as const);
  const options = scope.names.find((name) => roleOf(name) === 'options');
  const keys: (readonly [string, string])[] = [
    ['pool_height', 'pool_width'],
    ['f', 'f'],
  ];
  const [known] = keys.filter((key) => key.every((each) => new RegExp(`['"]${each}['"]`).test(scope.tree.source)));
  const read = options && known ? [[`${options}["${known[0]}"]`, `${options}["${known[1]}"]`] as const] : [];
  return [...pairs, ...others, ...read];
}

/** `x[u:u + rows, v:v + cols]` for `x[u:u + s * rows:s, v:v + s * cols:s]`: the cells that one tap of the kernel reads. */
function* stridedSlices(scope: FunctionScope): Iterable<Candidate> {
  const { stride } = scope;
  if (stride === undefined) return;
  for (const member of scope.all('MemberExpression')) {
    const edits = subscriptItems(scope, member).flatMap((item) => {
      const [, start, extent] = /^(\w+)\s*:\s*\1\s*\+\s*([\w.]+)$/.exec(item.text) ?? [];
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
