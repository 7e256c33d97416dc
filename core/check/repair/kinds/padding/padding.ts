/** Padding: its place and calls, the padding removed with `pad:-pad`, the padded array that is not used. */
import type { SyntaxNode } from '@lezer/common';
import { msg } from '../../../../message';
import { isPooling, type CourseFunction } from '../../../CourseFunction';
import { childNodes, isTarget } from '../../../source/PythonTree';
import { twinOf } from '../../../source/twins';
import { editOf, type Candidate } from '../../Candidate';
import type { FunctionScope } from '../../scope/FunctionScope';
import { subscriptItems } from '../../scope/subscriptItems';
import { lowestPadding } from './lowestPadding';
import { padCalls } from './padCalls';

export function* padding(scope: FunctionScope, operation: CourseFunction): Iterable<Candidate> {
  yield* unpadding(scope);
  yield* offsetTargets(scope);
  yield* offsetSlices(scope);
  yield* padCalls(scope);
  if (isPooling(operation)) yield* lowestPadding(scope);
  yield* unpadded(scope);
  if (operation === 'conv_backward' || operation === 'conv_forward') yield* paddedNames(scope);
}

const PAD_ZERO = msg('The padding is removed with [pad:-pad], which is empty at pad 0');

/** `x[pad:-pad, pad:-pad, :]` becomes `x[pad:x.shape[0] - pad, pad:x.shape[1] - pad, :]`; the end of an expression without a name is `-pad or None`. */
function* unpadding(scope: FunctionScope): Iterable<Candidate> {
  const all: Candidate['edits'][number][] = [];
  for (const member of scope.all('MemberExpression')) {
    const array = member.firstChild ? scope.text(member.firstChild) : '';
    const items = subscriptItems(scope, member);
    const isNamed = /^[\w.]+$/.test(array) && items.every(({ text }) => text !== '...');
    const edits = items.flatMap((item, axis) => {
      const [, start, end] = /^([\w."'[\]]+)\s*:\s*-\s*([\w."'[\]]+)$/.exec(item.text) ?? [];
      if (start === undefined || end === undefined) return [];
      const stop = isNamed ? `${array}.shape[${axis}] - ${end}` : `-${end} or None`;
      return [editOf(item, `${start}:${stop}`)];
    });
    if (edits.length > 0) yield { id: 'unpad-at-pad-0', detail: PAD_ZERO, edits, cost: 1 };
    all.push(...edits);
  }
  yield* writtenPads(scope);
  if (all.length > 2) yield { id: 'unpad-at-pad-0', detail: PAD_ZERO, edits: all, cost: 1 };
}

/** `dx_pad[:, :, 1:-1, 1:-1]` and `dx_pad[:, :, 1:H + 1, 1:W + 1]` are right for pad 1 only. */
function* writtenPads(scope: FunctionScope): Iterable<Candidate> {
  const { pad } = scope;
  if (pad === undefined) return;
  const all: Candidate[] = [];
  for (const member of scope.all('MemberExpression')) {
    const array = scope.text(member.firstChild!);
    const edits = subscriptItems(scope, member).flatMap((item, axis) => {
      const text = insideWith(pad, item.text, `${array}.shape[${axis}]`);
      return text === undefined ? [] : [editOf(item, text)];
    });
    if (edits.length === 0) continue;
    all.push({
      id: 'padding-written',
      detail: msg('{0} is right for one padding only: the padding is {1}', scope.text(member), pad),
      edits,
      isOne: true,
      cost: 1.6,
    });
  }
  yield* all;
  const sizes = writtenSizes(scope, pad);
  for (const group of [sizes, [...all, ...sizes]]) {
    if (group.length < 2) continue;
    const edits = group.flatMap((each) => each.edits);
    const details = group.flatMap((each) => each.edits.map(() => each.detail));
    yield { id: 'padding-written', detail: group[0]!.detail, edits, details, cost: 1.4 };
  }
}

/** `np.zeros((n, c, rows + 2, cols + 2))` and `np.pad(x, (1, 1))` next to such slices. */
function writtenSizes(scope: FunctionScope, pad: string): Candidate[] {
  const made = scope.all('CallExpression').filter((call) => /^(?:\w+\.)?(?:zeros|empty|pad)\(/.test(scope.text(call)));
  const nodes = made.flatMap((call) => scope.tree.all(['BinaryExpression', 'TupleExpression'], call));
  return nodes.flatMap((node): Candidate[] => {
    const text = scope.text(node);
    const written = /^(.*\w\s*\+\s*)2$/.exec(text)?.[1];
    const whole = written === undefined ? /^\(1,\s*1\)$/.test(text) && `(${pad}, ${pad})` : `${written}2 * ${pad}`;
    if (whole === false) return [];
    const detail = msg('{0} is right for one padding only: the padding is {1}', text, pad);
    return [{ id: 'padding-written', detail, edits: [editOf(node, whole)], cost: 1.6 }];
  });
}

/** The slice `1:-1`, `1:n + 1` or `1:n - pad` with the padding in the place of the number; undefined of other slices. */
function insideWith(pad: string, slice: string, extent: string): string | undefined {
  const [, width, end] = /^([1-9])\s*:\s*(.+)$/.exec(slice) ?? [];
  if (width === undefined || end === undefined) return undefined;
  if (new RegExp(`^-\\s*${width}$`).test(end)) return `${pad}:${extent} - ${pad}`;
  const [, size, sign, rest] = /^(.*[\w\])])\s*([-+])\s*([\w.]+)$/.exec(end) ?? [];
  return rest === width || rest === pad ? `${pad}:${size!} ${sign!} ${pad}` : undefined;
}

/** `wide[:, :rows] = x` becomes `wide[:, pad:pad + rows] = x`: the inside of the padded array begins after the padding. */
function* offsetSlices(scope: FunctionScope): Iterable<Candidate> {
  const { pad } = scope;
  if (pad === undefined) return;
  // Rows and columns may have a padding of their own.
  const pads = [pad, scope.names.includes(twinOf(pad)) ? twinOf(pad) : pad] as const;
  for (const member of scope.all('MemberExpression')) {
    const found = subscriptItems(scope, member).flatMap((item) => {
      const extent = /^(?:0\s*)?:\s*([^:]+)$/.exec(item.text)?.[1];
      return extent === undefined || /^\d/.test(extent) ? [] : [{ item, extent }];
    });
    const edits = found.map(({ item, extent }, k) => {
      const own = pads[k > 0 ? 1 : 0];
      return editOf(item, `${own}:${own} + ${extent}`);
    });
    if (edits.length === 0) continue;
    yield {
      id: 'padding-ignored',
      detail: msg(
        '{0} begins in the padding: the first {1|row and column|{1} rows and columns} are padding',
        scope.text(member),
        pad,
      ),
      edits,
      cost: 1.9,
    };
  }
}

/** `wide[r][c] = x[r][c]` becomes `wide[r + pad][c + pad] = x[r][c]`. */
function* offsetTargets(scope: FunctionScope): Iterable<Candidate> {
  const { pad } = scope;
  if (pad === undefined) return;
  for (const statement of scope.all('AssignStatement')) {
    const target = statement.firstChild;
    if (target?.name !== 'MemberExpression') continue;
    const indices = scope.tree
      .all('VariableName', target)
      .filter((node) => node.parent?.name === 'MemberExpression' && scope.isLoopVariable(scope.text(node)));
    for (const [k, first] of indices.entries()) {
      for (const second of indices.slice(k + 1)) {
        const names = `${scope.text(first)}, ${scope.text(second)}`;
        yield {
          id: 'padding-ignored',
          detail: msg('The padding is not counted: {0} begin after {1} cell{1||s} of padding', names, pad),
          edits: [first, second].map((node) => editOf(node, `${scope.text(node)} + ${pad}`)),
          cost: 2.5,
        };
      }
    }
  }
}

/** Widths of the padding of an array, for each order of its axes. */
const WIDTHS = [
  '(0, 0), (0, 0), (P, P), (P, P)',
  '(0, 0), (P, P), (P, P), (0, 0)',
  '(0, 0), (P, P), (P, P)',
  '(P, P), (P, P)',
];

/** `x_pad = x`: the padded array has no padding. */
function* unpadded(scope: FunctionScope): Iterable<Candidate> {
  const { pad } = scope;
  for (const statement of pad === undefined ? [] : scope.all('AssignStatement')) {
    const [target, , value] = childNodes(statement);
    if (target?.name !== 'VariableName' || !value || !/pad|^xp$/i.test(scope.text(target))) continue;
    if (!/^[\w.]+(?:\.copy\(\))?$/.test(scope.text(value)) || value.name === 'Number') continue;
    for (const widths of WIDTHS) {
      const text = `np.pad(${scope.text(value)}, (${widths.replaceAll('P', pad!)}))`;
      yield {
        id: 'padding-ignored',
        detail: msg('{0} must be {1}', scope.text(value), text),
        edits: [editOf(value, text)],
        cost: 1.8,
      };
    }
  }
}

/** The unpadded array in the place of the padded one and the reverse: everywhere, or at one place. */
function* paddedNames(scope: FunctionScope): Iterable<Candidate> {
  for (const [plain, padded] of paddedPairs(scope)) {
    yield* exchangedNames(scope, plain, padded, msg('{0} is read without its padding: use {1}', plain, padded));
    yield* exchangedNames(scope, padded, plain, msg('{0} is read with its padding: use {1}', padded, plain));
  }
}

function* exchangedNames(
  scope: FunctionScope,
  from: string,
  to: string,
  detail: Candidate['detail'],
): Iterable<Candidate> {
  const uses = scope
    .all(['VariableName', 'MemberExpression'])
    .filter((node) => scope.text(node) === from && !isTarget(node) && isArrayUse(scope, node));
  const [first] = uses;
  if (!first) return;
  const edits = uses.map((use) => editOf(use, to));
  yield { id: 'padding-ignored', detail, edits, cost: 1.9 };
  if (edits.length < 2) return;
  for (const edit of edits) yield { id: 'padding-ignored', detail, edits: [edit], cost: 2 };
}

/** Indexed, or an argument of another call than the one that pads. */
function isArrayUse(scope: FunctionScope, node: SyntaxNode): boolean {
  const { parent } = node;
  if (parent?.name === 'MemberExpression') return parent.firstChild?.from === node.from;
  const callee = parent?.name === 'ArgList' ? parent.prevSibling : undefined;
  return !!callee && !/pad/i.test(scope.text(callee));
}

/** An array and its padded copy: by their names, and by the call that pads. */
function paddedPairs(scope: FunctionScope): (readonly [plain: string, padded: string])[] {
  const named = scope.names
    .filter((name) => /pad/i.test(name) && name !== scope.pad)
    .map((padded) => [padded.replace(/_?pad(?:ded)?/i, ''), padded] as const)
    .filter(([plain, padded]) => plain !== padded && scope.names.includes(plain));
  const computed = scope.all('AssignStatement').flatMap((statement) => {
    const [target, , value] = childNodes(statement);
    const match = value && /^[\w.]*pad\w*\(\s*([\w.]+)\s*[,)]/i.exec(scope.text(value));
    return target && match?.[1] ? [[match[1], scope.text(target)] as const] : [];
  });
  // `framed[:, p:p + h] = x`
  const copied = scope.all('AssignStatement').flatMap((statement) => {
    const [target, , value] = childNodes(statement);
    const isInside = target?.name === 'MemberExpression' && scope.text(target).includes(':');
    if (!isInside || value?.name !== 'VariableName') return [];
    return [[scope.text(value), scope.text(target.firstChild!)] as const];
  });
  const pairs = new Map([...named, ...computed, ...copied].map((pair) => [pair.join(), pair]));
  return [...pairs.values()].filter(([plain, padded]) => plain !== padded);
}
