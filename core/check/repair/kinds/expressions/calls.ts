/** A wrong NumPy function: random numbers for zeros, the mean for the maximum, a matrix product for a product by elements. */
import { ownEntry } from '../../../../ownEntry';
import type { SyntaxNode } from '@lezer/common';
import { msg } from '../../../../message';
import { tuple4 } from '../../../../tuples';
import { listItems } from '../../../source/PythonTree';
import { editOf, type Candidate } from '../../Candidate';
import type { FunctionScope } from '../../scope/FunctionScope';
import { argumentsOf } from '../../scope/argumentsOf';

const ALTERNATIVES: Readonly<Record<string, readonly string[]>> = {
  max: ['mean', 'min', 'sum'],
  amax: ['mean'],
  min: ['max'],
  maximum: ['minimum'],
  minimum: ['maximum'],
  amin: ['amax'],
  mean: ['max', 'sum'],
  sum: ['mean', 'max'],
  average: ['max'],
  median: ['mean', 'max'],
  std: ['mean'],
  prod: ['sum'],
  trace: ['sum'],
  cumsum: ['sum'],
  sign: ['heaviside'],
  ceil: ['floor'],
  round: ['floor'],
  argmax: ['max', 'argmin'],
  argmin: ['argmax', 'min'],
  ones: ['zeros'],
  empty: ['zeros'],
  ones_like: ['zeros_like'],
  empty_like: ['zeros_like'],
  zeros: ['ones'],
  zeros_like: ['ones_like'],
  full_like: ['zeros_like'],
  repeat: ['tile'],
  tile: ['repeat'],
  resize: ['broadcast_to'],
  swapaxes: ['moveaxis'],
  moveaxis: ['swapaxes'],
  convolve2d: ['correlate2d'],
  correlate2d: ['convolve2d'],
  convolve: ['correlate'],
  correlate: ['convolve'],
};

const UNWRAPPED = ['flip', 'fliplr', 'flipud', 'rot90', 'abs', 'transpose', 'sqrt', 'square', 'exp', 'squeeze'];
const TRUNCATING = ['int', 'floor'];

export function* calls(scope: FunctionScope): Iterable<Candidate> {
  for (const call of scope.all('CallExpression')) {
    const callee = call.firstChild;
    if (!callee) continue;
    const name = callee.name === 'MemberExpression' ? callee.lastChild! : callee;
    yield* renamed(scope, call, name);
    yield* random(scope, call, callee);
    yield* products(scope, call, callee);
    yield* unwrapped(scope, call, callee, scope.text(name));
    yield* argumentSwaps(scope, call, scope.text(name));
    yield* lengths(scope, call, scope.text(callee));
    yield* gridOrder(scope, call, scope.text(name));
  }
  yield* references(scope);
}

/** `{'average': np.sum}`: a function that is kept, not called. */
function* references(scope: FunctionScope): Iterable<Candidate> {
  for (const member of scope.all('MemberExpression')) {
    const name = member.lastChild;
    const isKept = member.parent?.name !== 'CallExpression' && /^np\.\w+$/.test(scope.text(member));
    if (name?.name === 'PropertyName' && isKept) yield* renamed(scope, member, name);
    // `mask.size` for `mask.sum()`
    if (name && scope.text(name) === 'size' && member.firstChild?.name === 'MemberExpression') {
      const detail = msg('{0} must be {1}', '.size', '.sum()');
      yield { id: 'wrong-function', detail, edits: [editOf(name, 'sum()')], cost: 3 };
    }
  }
}

function* renamed(scope: FunctionScope, call: SyntaxNode, name: SyntaxNode): Iterable<Candidate> {
  const text = scope.text(name);
  for (const other of ownEntry(ALTERNATIVES, text) ?? []) {
    const zeros = other.startsWith('zeros');
    yield {
      id: zeros ? 'not-zero-at-start' : other === 'floor' ? 'not-floored' : 'wrong-function',
      detail: zeros
        ? msg('The result must start from zeros, not from {0}', scope.text(call))
        : msg('{0} is used where {1} belongs', text, other),
      edits: [editOf(name, other)],
      cost: zeros ? 1.5 : 2.5,
    };
  }
}

/** All draws of a function at once: gradients are started together. Those of a constructor are weights. */
function* random(scope: FunctionScope, call: SyntaxNode, callee: SyntaxNode): Iterable<Candidate> {
  const zero = scope.isConstructor ? undefined : zeroOf(scope, call, callee);
  if (!zero) return;
  const all = scope.all('CallExpression').flatMap((other) => {
    const text = other.firstChild && zeroOf(scope, other, other.firstChild);
    return text ? [editOf(other, text)] : [];
  });
  const detail = msg('The gradient starts from random numbers: it must start from zeros');
  if (all[0]?.range[0] === call.from && all.length > 1) yield { id: 'random-start', detail, edits: all, cost: 1 };
  yield { id: 'random-start', detail, edits: [editOf(call, zero)], cost: 1.5 };
}

function zeroOf(scope: FunctionScope, call: SyntaxNode, callee: SyntaxNode): string | undefined {
  const text = scope.text(callee);
  if (!/\.(?:randn|rand|random|random_sample|normal|uniform|standard_normal)$/.test(text)) return undefined;
  const args = scope.text(call).slice(text.length + 1, -1);
  const shape = /^\(|\.shape$|=/.test(args) ? args.replace(/^\w+\s*=\s*/, '') : `(${args})`;
  return `np.zeros(${shape.startsWith('*') ? shape.slice(1) : shape.replace(/^\(\*(\w+\.shape)\)$/, '$1')})`;
}

/** `np.dot(a, b)` becomes `a * b`; `np.sum(a) * b` stays. */
function* products(scope: FunctionScope, call: SyntaxNode, callee: SyntaxNode): Iterable<Candidate> {
  const name = scope.text(callee);
  const args = argumentsOf(scope, call);
  if (/\.(?:dot|matmul|inner|outer|vdot|add|subtract|divide|convolve)$/.test(name) && args.length === 2) {
    const detail = msg('{0} is not the product of the elements: use *', name);
    yield {
      id: 'dot-for-product',
      detail,
      edits: [editOf(call, `${factor(args[0]!)} * ${factor(args[1]!)}`)],
      cost: 1.5,
    };
    yield {
      id: 'dot-for-product',
      detail,
      edits: [editOf(call, `np.sum(${factor(args[0]!)} * ${factor(args[1]!)})`)],
      cost: 2,
    };
  }
  const object = callee.name === 'MemberExpression' ? scope.text(callee.firstChild!) : '';
  if (/\.dot$/.test(name) && args.length === 1) {
    const text = `${factor(object)} * ${factor(args[0]!)}`;
    const detail = msg('{0} is not the product of the elements: use *', name);
    yield { id: 'dot-for-product', detail, edits: [editOf(call, text)], cost: 1.9 };
  }
  if (/\.multiply$/.test(name) && args.length === 2) {
    const detail = msg('{0} is not the matrix product', name);
    yield { id: 'product-for-dot', detail, edits: [editOf(call, `np.dot(${args.join(', ')})`)], cost: 4 };
  }
}

function factor(source: string): string {
  return /[+\-/@]|\s/.test(source) && !/^[\w.]+[[(][^()]*[\])]$/.test(source) ? `(${source})` : source;
}

function* unwrapped(scope: FunctionScope, call: SyntaxNode, callee: SyntaxNode, name: string): Iterable<Candidate> {
  const owner = callee.name === 'MemberExpression' ? scope.text(callee.firstChild!) : undefined;
  // `w.flip(2, 3)` of a tensor.
  const isMethod = name === 'flip' && owner !== undefined && !/^(?:np|numpy|jnp|torch)$/.test(owner);
  const first = isMethod ? owner : argumentsOf(scope, call)[0];
  if (first !== undefined && (UNWRAPPED.includes(name) || TRUNCATING.includes(name))) {
    const flip = /flip|rot90/.test(name);
    yield {
      id: flip ? 'flipped-kernel' : 'extra-call',
      detail: flip
        ? msg('{0} is flipped: the layer does not turn the filter', first)
        : msg('{0} must not be applied', name),
      edits: [editOf(call, first)],
      cost: flip ? 1.5 : 3.5,
    };
  }
  if (callee.name === 'MemberExpression' && /^(?:copy|T|transpose)$/.test(name)) {
    const array = callee.firstChild!;
    yield {
      id: 'extra-call',
      detail: msg('{0} must not be applied', name),
      edits: [editOf(call, scope.text(array))],
      cost: 4,
    };
  }
  // A missing sum: the products of a window are assigned without being added.
  if (['multiply'].includes(name)) {
    yield {
      id: 'missing-sum',
      detail: msg('The products are not added up: use np.sum'),
      edits: [editOf(call, `np.sum(${scope.text(call)})`)],
      cost: 3,
    };
  }
}

function* argumentSwaps(scope: FunctionScope, call: SyntaxNode, name: string): Iterable<Candidate> {
  const list = call.getChild('ArgList');
  const items = list ? listItems(list, '(', ')').filter((item) => item.length === 1) : [];
  const isReshape = name === 'reshape';
  if (isReshape && items.length > 4)
    yield* pairSwaps(
      scope,
      items.map(([item]) => item!),
    );
  for (const [k, [a]] of items.entries()) {
    for (const [b] of items.slice(k + 1, isReshape ? undefined : k + 2)) {
      if (!a || !b || scope.text(a) === scope.text(b)) continue;
      yield {
        id: 'arguments-swapped',
        detail: msg('The arguments {0} and {1} are swapped', scope.text(a), scope.text(b)),
        edits: [editOf(a, scope.text(b)), editOf(b, scope.text(a))],
        cost: isReshape ? 2.3 : 4,
      };
    }
  }
}

/** `reshape(n, k, h, k, w)` for `reshape(n, h, k, w, k)`: both axes of a window before their output axes. */
function* pairSwaps(scope: FunctionScope, items: readonly SyntaxNode[]): Iterable<Candidate> {
  for (let k = 0; k + 3 < items.length; k++) {
    const [a, b, c, d] = tuple4(items.slice(k, k + 4));
    yield {
      id: 'arguments-swapped',
      detail: msg('The arguments {0} and {1} are swapped', scope.text(a), scope.text(b)),
      edits: [editOf(a, scope.text(b)), editOf(b, scope.text(a)), editOf(c, scope.text(d)), editOf(d, scope.text(c))],
      isOne: true,
      cost: 2.5,
    };
  }
}

/** `len(x)` for `len(x[0])` and back. */
function* lengths(scope: FunctionScope, call: SyntaxNode, callee: string): Iterable<Candidate> {
  const [of] = callee === 'len' ? argumentsOf(scope, call) : [];
  if (of === undefined) return;
  const other = of.endsWith('[0]') ? `len(${of.slice(0, -3)})` : `len(${of}[0])`;
  yield {
    id: 'rows-columns-swapped',
    detail: msg('{0} is used where {1} belongs: rows and columns are mixed up', scope.text(call), other),
    edits: [editOf(call, other)],
    cost: 2.2,
  };
}

/** `np.meshgrid(rows, cols)` has the columns first, unless `indexing='ij'`. */
function* gridOrder(scope: FunctionScope, call: SyntaxNode, name: string): Iterable<Candidate> {
  const list = call.getChild('ArgList');
  if (name !== 'meshgrid' || !list || scope.text(list).includes('indexing')) return;
  yield {
    id: 'grid-order',
    detail: msg("meshgrid exchanges the first two axes: indexing='ij' keeps rows first"),
    edits: [editOf({ from: list.to - 1, to: list.to - 1 }, ", indexing='ij'")],
    cost: 1.5,
  };
}
