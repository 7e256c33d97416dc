/** Masks of a maximum and gradients through them. */
import type { SyntaxNode } from '@lezer/common';
import { msg } from '../../../../message';
import type { CourseFunction } from '../../../CourseFunction';
import { childNodes } from '../../../source/PythonTree';
import { editOf, type Candidate } from '../../Candidate';
import { isRead, type FunctionScope } from '../../scope/FunctionScope';
import { gradientName, gradientSources } from '../../scope/gradientSources';
import { argumentsOf } from '../../scope/argumentsOf';

export function* masks(scope: FunctionScope, operation: CourseFunction): Iterable<Candidate> {
  if (operation !== 'create_mask_from_window' && operation !== 'pool_backward') return;
  const detail = msg('The mask is the maximum itself: it must mark the cells that equal the maximum');
  for (const call of scope.all('CallExpression')) {
    const callee = scope.text(call.firstChild ?? call);
    const array = /\.(?:max|amax)$/.test(callee)
      ? (argumentsOf(scope, call)[0] ?? callee.replace(/\.\w+$/, ''))
      : undefined;
    if (array === undefined || call.parent?.name === 'BinaryExpression') continue;
    yield { id: 'maximum-for-mask', detail, edits: [editOf(call, `(${array} == ${scope.text(call)})`)], cost: 1 };
  }
  for (const node of scope.all('ArithOp')) {
    if (node.parent?.name !== 'BinaryExpression' || !/max/.test(scope.text(node.parent))) continue;
    yield { id: 'maximum-for-mask', detail, edits: [editOf(node, '==')], cost: 2 };
  }
  yield* inputsForMasks(scope);
  if (/relu_?6|(?:clip|cap|bound)\w*re_?lu/i.test(scope.tree.source)) yield* largestValues(scope);
  if (operation === 'pool_backward') yield* gradients(scope);
}

/** `x > 0` in the gradient of ReLU6, which is 6 for larger values: `(x > 0) & (x < 6)`. */
function* largestValues(scope: FunctionScope): Iterable<Candidate> {
  const source = scope.tree.source.replace(/"""[\s\S]*?"""|#.*/g, '');
  const [, bound = '6'] = /\b(?:clip|min|minimum)\(.*, *([A-Za-z_.]+|\d+(?:\.\d*)?) *\)/.exec(source) ?? [];
  for (const node of scope.all('BinaryExpression')) {
    const [, value] = /^([\w.]+) *>=? *0(?:\.0?)?$/.exec(scope.text(node)) ?? [];
    if (value === undefined) continue;
    const text = `((${scope.text(node)}) & (${value} < ${bound}))`;
    const detail = msg('{0} must be {1}', scope.text(node), text);
    yield { id: 'largest-value', detail, edits: [editOf(node, text)], cost: 1.6 };
  }
  for (const node of scope.all('Number'))
    if (scope.text(node) !== '0' && scope.text(node) !== bound)
      yield {
        id: 'wrong-constant',
        detail: msg('{0} must be {1}', scope.text(node), bound),
        edits: [editOf(node, bound)],
        cost: 2,
      };
}

/** `window * g` where `peak = window.max(…)`: the mask `window == peak` is meant. */
function* inputsForMasks(scope: FunctionScope): Iterable<Candidate> {
  const maxima = scope.all('AssignStatement').flatMap((statement) => {
    const [target, , value] = childNodes(statement);
    const match = value && /^(?:np\.a?max\((\w+)\b|(\w+)\.max\()/.exec(scope.text(value));
    const array = match?.[1] ?? match?.[2];
    return target?.name === 'VariableName' && array ? [{ array, peak: scope.text(target) }] : [];
  });
  for (const { array, peak } of maxima) {
    for (const name of scope.all('VariableName')) {
      if (scope.text(name) !== array || name.parent?.name !== 'BinaryExpression') continue;
      yield {
        id: 'input-for-mask',
        detail: msg('The gradient is multiplied with the input {0}: it must be multiplied with its mask', array),
        edits: [editOf(name, `(${array} == ${peak})`)],
        cost: 1.8,
      };
    }
  }
}

/** The mask times the input or alone, in place of the mask times the gradient. */
function* gradients(scope: FunctionScope): Iterable<Candidate> {
  const sources = gradientSources(scope);
  const detail = msg('The mask must be multiplied with the gradient of the output cell');
  const unread = unreadMasks(scope);
  for (const update of scope.all(['UpdateStatement', 'AssignStatement'])) {
    const value = update.lastChild;
    if (!value || update.firstChild?.name !== 'MemberExpression') continue;
    // `dmax[np.arange(n), places] = 1`: one value of the gradient for each place.
    const name = gradientName(scope);
    if (name && value.name === 'Number' && /,[^=]*\]\s*=/.test(scope.text(update)))
      yield { id: 'mask-without-gradient', detail, edits: [editOf(value, `${name}.flatten()`)], cost: 2 };
    for (const mask of unread) {
      const product = `${mask} * ${scope.factor(value)}`;
      const applied = msg('{0} must be {1}', scope.text(value), product);
      yield { id: 'missing-factor', detail: applied, edits: [editOf(value, product)], cost: 1.7 };
    }
    for (const source of sources) {
      if (scope.text(value).includes(source)) continue;
      yield {
        id: 'mask-without-gradient',
        detail,
        edits: [editOf(value, `${scope.factor(value)} * ${source}`)],
        cost: 2.3,
      };
      yield* factors(scope, value, { source, sources, detail });
    }
  }
}

/** Masks that are computed and never read. */
function unreadMasks(scope: FunctionScope): string[] {
  const read = new Set(scope.all('VariableName').flatMap((node) => (isRead(node) ? scope.text(node) : [])));
  return scope.all('AssignStatement').flatMap((statement) => {
    const [target, , value] = childNodes(statement);
    const isMask = target?.name === 'VariableName' && value && /mask|[=><]=|[<>]/i.test(scope.text(statement));
    return isMask && !read.has(scope.text(target)) ? [scope.text(target)] : [];
  });
}

interface Factors {
  readonly source: string;
  readonly sources: readonly string[];
  readonly detail: Candidate['detail'];
}

function* factors(scope: FunctionScope, value: SyntaxNode, { source, sources, detail }: Factors): Iterable<Candidate> {
  const items =
    value.name === 'BinaryExpression'
      ? [childNodes(value)[0], childNodes(value)[2]]
      : childNodes(value.getChild('ArgList') ?? value);
  for (const item of items) {
    // `da` is a gradient already.
    if (!item || item.to - item.from < 2 || sources.includes(scope.text(item))) continue;
    yield { id: 'input-for-gradient', detail, edits: [editOf(item, source)], cost: 2.3 };
  }
}
