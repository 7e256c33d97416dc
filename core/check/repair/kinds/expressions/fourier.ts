/** Convolution by Fourier transforms: sizes of the transforms, the part of the result that is kept, a missing conjugate. */
import type { SyntaxNode } from '@lezer/common';
import { msg } from '../../../../message';
import { editOf, type Candidate } from '../../Candidate';
import type { FunctionScope } from '../../scope/FunctionScope';
import { subscriptItems } from '../../scope/subscriptItems';
import { argumentsOf } from '../../scope/argumentsOf';
import { childNodes } from '../../../source/PythonTree';

const TRANSFORM = /^(?:\w+\.)*i?r?fft[2n]?$/;

export function* fourier(scope: FunctionScope): Iterable<Candidate> {
  if (!scope.text(scope.node).includes('fft')) return;
  const sizes = sizesOf(scope);
  for (const member of scope.all('MemberExpression')) yield* crops(scope, member, sizes);
  for (const tuple of scope.all('TupleExpression')) yield* larger(scope, tuple, sizes);
  const calls = scope.all('CallExpression').filter((call) => TRANSFORM.test(scope.text(call.firstChild!)));
  const given = calls.flatMap((call) => argumentsOf(scope, call).slice(1));
  const shapes = new Set([
    ...given.map((text) => text.replace(/^\w+\s*=\s*/, '')),
    ...sizes.map((pair) => `(${pair.join(', ')})`),
  ]);
  for (const call of scope.all('CallExpression')) {
    yield* magnitudes(scope, call);
    yield* conjugates(scope, call);
  }
  for (const call of calls) yield* transforms(scope, call, [...shapes]);
}

/** `np.abs(np.fft.ifft2(…))` for `np.real(np.fft.ifft2(…))`: a negative result would lose its sign. */
function* magnitudes(scope: FunctionScope, call: SyntaxNode): Iterable<Candidate> {
  const callee = call.firstChild;
  if (!callee || !/^(?:\w+\.)?abs(?:olute)?$/.test(scope.text(callee)) || !/\bifft/.test(scope.text(call))) return;
  yield {
    id: 'sign-lost',
    detail: msg('{0} is used where {1} belongs', scope.text(callee), 'np.real'),
    edits: [editOf(callee, 'np.real')],
    cost: 1.4,
  };
}

/** `np.conj(X) * K` for `X * np.conj(K)`: the conjugate belongs to the filter. */
function* conjugates(scope: FunctionScope, call: SyntaxNode): Iterable<Candidate> {
  const [, array] = /^(?:\w+\.)?conj(?:ugate)?\((\w+)\)$/.exec(scope.text(call)) ?? [];
  const { parent } = call;
  if (array === undefined || !parent || !/^(?:ArgList|BinaryExpression)$/.test(parent.name)) return;
  for (const other of childNodes(parent)) {
    if (other.name !== 'VariableName' || scope.text(other) === array) continue;
    const text = scope.text(call).replace(`(${array})`, `(${scope.text(other)})`);
    yield {
      id: 'wrong-conjugate',
      detail: msg('{0} is used where {1} belongs', scope.text(call), text),
      edits: [editOf(call, array), editOf(other, text)],
      isOne: true,
      cost: 1.5,
    };
  }
}

/** Names of the last two axes of each array whose shape is unpacked. */
function sizesOf(scope: FunctionScope): (readonly [string, string])[] {
  const unpacked = scope.text(scope.node).matchAll(/(\w+), (\w+) = [\w.]+\.shape\b/g);
  return [...unpacked].map(([, rows, cols]) => [rows!, cols!]);
}

/** The slices of all axes, changed in the same way. */
const CROPS: readonly ((slice: string) => string)[] = [
  (slice) => slice.replace(/^([^:]+):([^:]+)$/, '$1 - 1:$2 - 1'),
  (slice) => slice.replace(/^([^:]+):([^:]+)$/, '$1 + 1:$2 + 1'),
  (slice) => slice.replace(/^(?:0 *)?: *(\w+) - (\w+) \+ 1$/, '$2 - 1:$1'),
  (slice) => slice.replace(/\b(\w+) \/\/ 2\b/g, '($1 - 1)'),
  (slice) => slice.replace(/\((\w+) - 1\) \/\/ 2\b/g, '($1 - 1)'),
  (slice) => slice.replace(/\b(\w+) - 1(?= *[:+])/g, '($1 - 1) // 2'),
  (slice) => slice.replace(/^(\w+(?:\.shape\[-?\d\])?)(?= *:)/, '$1 - 1'),
];

/** `:H - kh + 1` for `kh - 1:` and `kh - 1:H`: a correlation is at the start of the circular result. */
function fromStart(
  image: readonly [string, string],
  _: number,
  sizes: readonly (readonly [string, string])[],
): (slice: string) => string {
  return (slice) => {
    const [, kernel] = /^(\w+) - 1 *: *\w*$/.exec(slice) ?? [];
    const axis = sizes.flatMap((pair) => (kernel === undefined ? [] : [pair.indexOf(kernel)])).find((k) => k >= 0);
    const size = axis === undefined ? undefined : image[axis];
    return kernel === undefined || size === undefined || size === kernel ? slice : `:${size} - ${kernel} + 1`;
  };
}

function* crops(
  scope: FunctionScope,
  member: SyntaxNode,
  sizes: readonly (readonly [string, string])[],
): Iterable<Candidate> {
  const items = subscriptItems(scope, member).filter(({ text }) => text.includes(':') && text !== ':');
  for (const change of [...CROPS, ...sizes.map(fromStart)]) {
    const changed = items.filter(({ text }) => change(text) !== text);
    if (changed.length === 0) continue;
    yield {
      id: 'wrong-part',
      detail: msg(
        '{0} is used where {1} belongs',
        changed.map(({ text }) => text).join(', '),
        changed.map(({ text }) => change(text)).join(', '),
      ),
      edits: changed.map((item) => editOf(item, change(item.text))),
      isOne: true,
      cost: 1.6,
    };
  }
}

/** `(H, W)` for `(H + kh - 1, W + kw - 1)`: the product of transforms of that size is a circular convolution. */
function* larger(
  scope: FunctionScope,
  tuple: SyntaxNode,
  sizes: readonly (readonly [string, string])[],
): Iterable<Candidate> {
  const image = sizes.find((pair) => scope.text(tuple) === `(${pair.join(', ')})`);
  for (const kernel of image ? sizes : []) {
    if (!image || kernel[0] === image[0]) continue;
    const text = `(${image.map((name, axis) => `${name} + ${kernel[axis]} - 1`).join(', ')})`;
    yield {
      id: 'circular',
      detail: msg('Transforms of the size {0} make the convolution circular: {1} is needed', scope.text(tuple), text),
      edits: [editOf(tuple, text)],
      cost: 1.6,
    };
  }
}

function* transforms(scope: FunctionScope, call: SyntaxNode, shapes: readonly string[]): Iterable<Candidate> {
  const [name, args] = [scope.text(call.firstChild!), argumentsOf(scope, call)];
  for (const shape of shapes) {
    const text = `${name}(${args[0]}, s=${shape})`;
    if (args.length > 2 || args[1]?.endsWith(shape)) continue;
    yield {
      id: 'size-of-transform',
      detail: msg('{0} is used where {1} belongs', scope.text(call), text),
      edits: [editOf(call, text)],
      cost: 1.8,
    };
  }
  if (/ir?fft/.test(name)) return;
  yield {
    id: 'missing-conjugate',
    detail: msg('Without the conjugate of {0} the product is a convolution with the flipped filter', scope.text(call)),
    edits: [editOf(call, `np.conj(${scope.text(call)})`)],
    cost: 1.8,
  };
}
