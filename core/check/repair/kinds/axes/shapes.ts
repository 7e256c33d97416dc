/** Sizes of another array: `np.unravel_index(k, out.shape)` for `window.shape`, `kh, kw = w.shape` for `w.shape[2:]`. */
import type { SyntaxNode } from '@lezer/common';
import { msg } from '../../../../message';
import { roleOf, type Role } from '../../../adapt/roles/roles';
import { isTwin } from '../../../source/twins';
import { childNodes } from '../../../source/PythonTree';
import { editOf, type Candidate } from '../../Candidate';
import type { FunctionScope } from '../../scope/FunctionScope';
import { argumentsOf } from '../../scope/argumentsOf';

export function* shapes(scope: FunctionScope): Iterable<Candidate> {
  for (const call of scope.all('CallExpression')) {
    yield* unravelled(scope, call);
    yield* tiled(scope, call);
    yield* channelsApart(scope, call);
  }
  for (const statement of scope.all('AssignStatement')) yield* unpacked(scope, statement);
  for (const member of scope.all('MemberExpression')) yield* otherArrays(scope, member);
  for (const product of scope.all('BinaryExpression')) yield* spreadSizes(scope, product);
  yield* windowSizes(scope);
}

/** `im2col(x)` for `im2col(x.reshape(n * c, 1, h, w))`: a window of each channel is a column. */
function* channelsApart(scope: FunctionScope, call: SyntaxNode): Iterable<Candidate> {
  const [array] = call.getChild('ArgList')?.getChildren('VariableName') ?? [];
  if (!array || !/col|patch|window|unfold/i.test(scope.text(call.firstChild!))) return;
  const name = scope.text(array);
  const sizes = new RegExp(`^\\s*\\(?(\\w+), *(\\w+), *(\\w+), *(\\w+)\\)? *= *${name}\\.shape`, 'm').exec(
    scope.text(scope.node),
  );
  if (!sizes) return;
  const [, n, c, h, w] = sizes;
  const text = `${name}.reshape(${n!} * ${c!}, 1, ${h!}, ${w!})`;
  yield {
    id: 'channels-together',
    detail: msg('{0} is used where {1} belongs', name, text),
    edits: [editOf(array, text)],
    cost: 3.4,
  };
}

/** `(n_H, n_W)` or `n_H * n_W` for the window's `(f, f)` or `f * f`. */
function* windowSizes(scope: FunctionScope): Iterable<Candidate> {
  const known = [...scope.names, ...scope.attributes].map((name) => [name, roleOf(name, KERNEL_ROLES)] as const);
  const named = (role: Role): string[] => known.flatMap(([name, each]) => (each === role ? [name] : []));
  const sides = named('kernel').slice(0, 2);
  const pairs = [...sides.map((side) => [side, side]), [...named('kernelRows'), ...named('kernelCols')]];
  for (const node of scope.all(['TupleExpression', 'BinaryExpression'])) {
    const [, a, operator, b] = /^\(?(\w+) *([,*]) *(\w+)\)?$/.exec(scope.text(node)) ?? [];
    if (a === undefined || b === undefined || !isTwin(a, b) || sides.includes(a)) continue;
    for (const [rows, cols, ...rest] of pairs) {
      if (rows === undefined || cols === undefined || rest.length > 0 || rows === a) continue;
      const text = operator === ',' ? `(${rows}, ${cols})` : `${rows} * ${cols}`;
      yield {
        id: 'wrong-shape',
        detail: msg('{0} is used where {1} belongs', scope.text(node), text),
        edits: [editOf(node, text)],
        cost: 2.2,
      };
    }
  }
}

const KERNEL_ROLES: readonly Role[] = ['kernelRows', 'kernelCols', 'kernel'];

/** A position in a window is unravelled with the window's shape. */
function* unravelled(scope: FunctionScope, call: SyntaxNode): Iterable<Candidate> {
  const [position, shape, ...rest] = argumentsOf(scope, call);
  if (!/unravel_index$/.test(scope.text(call.firstChild!)) || position === undefined || shape === undefined) return;
  const sizes = [...scope.names, ...scope.attributes].filter((name) => /k|f|size|pool|window|[hw]/i.test(name));
  const arrays = scope.names.filter((name) => scope.kindOf(name) !== 'scalar' && !scope.isLoopVariable(name));
  const wanted = [...arrays.map((name) => `${name}.shape`), ...sizes.flatMap((a) => sizes.map((b) => `(${a}, ${b})`))];
  for (const text of wanted) {
    if (text === shape || rest.length > 0) continue;
    const name = scope.text(call.firstChild!);
    yield {
      id: 'wrong-shape',
      detail: msg('{0} is used where {1} belongs', shape, text),
      edits: [editOf(call, `${name}(${position}, ${text})`)],
      cost: 2.6,
    };
  }
}

/** A shape with more axes than there are names. */
function* unpacked(scope: FunctionScope, statement: SyntaxNode): Iterable<Candidate> {
  const value = statement.lastChild;
  const count = childNodes(statement).filter(({ name }) => name === ',').length;
  const names = statement.firstChild?.name === 'TupleExpression' ? 2 : count + 1;
  if (!value || names < 2 || !/\.shape$/.test(scope.text(value))) return;
  for (const part of ['[2:]', '[:2]', '[-2:]', '[1:]', '[1:3]', '[:-1]']) {
    yield {
      id: 'wrong-shape',
      detail: msg('{0} must be {1}', scope.text(value), `${scope.text(value)}${part}`),
      edits: [editOf({ from: value.to, to: value.to }, part)],
      cost: 3,
    };
  }
}

/** `np.tile(g, (1, 1, k, l))` for every value k times and l times: copies of the whole array side by side. */
function* tiled(scope: FunctionScope, call: SyntaxNode): Iterable<Candidate> {
  const [array, counts] = argumentsOf(scope, call);
  if (!/(?:^|\.)tile$/.test(scope.text(call.firstChild!)) || array === undefined || counts === undefined) return;
  const each = counts.replace(/^\(|,?\s*\)$/g, '').split(/\s*,\s*/);
  const repeated = each.flatMap((count, axis) => (count === '1' ? [] : [`.repeat(${count}, axis=${axis})`]));
  if (repeated.length === 0 || each.some((count) => !/^[\w.]+$/.test(count))) return;
  const text = `${array}${repeated.join('')}`;
  yield {
    id: 'tiled',
    detail: msg('{0} must be {1}', scope.text(call), text),
    edits: [editOf(call, text)],
    cost: 1.8,
  };
}

/** `x.shape` for `w.shape`. */
function* otherArrays(scope: FunctionScope, member: SyntaxNode): Iterable<Candidate> {
  const array = member.firstChild;
  if (!array || member.lastChild?.name !== 'PropertyName' || !/^(?:shape|strides)$/.test(scope.text(member.lastChild)))
    return;
  const property = scope.text(member.lastChild);
  const known = [...scope.names.filter((name) => scope.kindOf(name) !== 'scalar'), ...scope.attributes];
  for (const other of new Set(known)) {
    if (other === scope.text(array) || scope.isLoopVariable(other)) continue;
    yield {
      id: 'wrong-shape',
      detail: msg('{0} is used where {1} belongs', scope.text(member), `${other}.${property}`),
      edits: [editOf(array, other)],
      cost: property === 'strides' ? 2 : 4,
    };
  }
}

/** `size * stride` for `(size - 1) * stride + 1`: the zeros between the cells of a gradient. */
function* spreadSizes(scope: FunctionScope, product: SyntaxNode): Iterable<Candidate> {
  const [left, operator, right] = childNodes(product);
  if (!left || !operator || !right || scope.text(operator) !== '*') return;
  const isTerm = product.parent?.name === 'BinaryExpression';
  const [a, b] = [left, right].map((node) => scope.text(node).replace(/^\((\w+)\)$/, '$1'));
  for (const [size, factor] of [
    [a, b],
    [b, a],
  ]) {
    if (!/^[\w.[\]]+$/.test(size!) || /^\d+$/.test(size!)) continue;
    // The extent of the window is added already: `n * s + k` for `(n - 1) * s + k`.
    const text = isTerm ? `(${size} - 1) * ${factor}` : `(${size} - 1) * ${factor} + 1`;
    yield {
      id: 'output-size',
      detail: msg('{0} must be {1}', scope.text(product), text),
      edits: [editOf(product, text)],
      cost: 3.8,
    };
  }
}
