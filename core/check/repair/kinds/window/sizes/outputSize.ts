/** The whole formula of an output size in the place of a division by the stride: `n // s` becomes `(n + 2 * p - f) // s + 1`. */
import type { SyntaxNode } from '@lezer/common';
import { msg } from '../../../../../message';
import { roleOf, rolesOf } from '../../../../adapt/roles/roles';
import { isConvolution, isPooling, type CourseFunction } from '../../../../CourseFunction';
import { childNodes } from '../../../../source/PythonTree';
import { editOf, type Candidate } from '../../../Candidate';
import type { FunctionScope } from '../../../scope/FunctionScope';
import { isTwin } from '../../../../source/twins';

const SIZE = /^(?:n_?[HhWw]\w*|(?:out|o|new|h|w|n|H|W|res)_?\w*|\w+_(?:out|size|height|width|rows|cols|h|w))$/;

export function* outputSizeFormula(scope: FunctionScope, operation: CourseFunction): Iterable<Candidate> {
  if (!isConvolution(operation) && !isPooling(operation)) return;
  yield* spreadSizes(scope);
  const kernels = namesOf(scope, ['kernel', 'kernelRows', 'kernelCols']);
  for (const value of scope.all('BinaryExpression')) {
    const [left, operator, right] = childNodes(value);
    if (!left || !right || !operator || !/^\/\/?$/.test(scope.text(operator))) continue;
    yield* numerators(scope, left);
    yield* roundedDown(scope, value, `${scope.text(left)} // ${scope.text(right)} + 1`);
    if (roleOf(lastName(scope.text(right))) !== 'stride' && !kernels.includes(scope.text(right))) continue;
    const extent = firstName(scope.text(left));
    if (extent === undefined) continue;
    const divisor = scope.text(right);
    const whole = wholeOf(scope, value);
    const paddings = paddingsOf(scope, operation);
    // `n // f` is the size of windows that do not overlap.
    if (kernels.includes(divisor) && scope.stride && scope.stride !== divisor)
      yield* formulas(scope, whole, extent, [divisor], paddings, scope.stride);
    yield* formulas(scope, whole, extent, kernels, paddings, divisor);
  }
  for (const statement of scope.all('AssignStatement')) {
    const [target, , value] = childNodes(statement);
    if (target?.name !== 'VariableName' || value?.name !== 'BinaryExpression' || !scope.stride) continue;
    const text = scope.text(value);
    if (!SIZE.test(scope.text(target)) || text.includes('/') || !text.includes('-')) continue;
    yield {
      id: 'output-size',
      detail: msg('The size of {0} does not take the stride into account', scope.text(target)),
      edits: [editOf(value, `(${text.replace(/\s*\+\s*1$/, '')}) // ${scope.stride} + 1`)],
      cost: 2.6,
    };
  }
}

/** `n * s + f - 1` for `(n - 1) * s + f`, of rows and columns: a transposed convolution. */
function spreadSizes(scope: FunctionScope): Candidate[] {
  const { stride } = scope;
  const single = scope.all('AssignStatement').flatMap((statement): Candidate[] => {
    const [, , value] = childNodes(statement);
    const [extent, factor, ...rest] = value ? scope.text(value).split(/ ?([*+-]) ?/) : [];
    if (!value || factor !== '*' || rest.shift() !== stride || rest[0] !== '+' || rest.length > 4) return [];
    const text = `(${extent} - 1) * ${stride} + ${rest[1]}`;
    return [
      { id: 'output-size', detail: msg('The output size must be {0}', text), edits: [editOf(value, text)], cost: 2.6 },
    ];
  });
  if (single.length < 2) return single;
  const details = single.map(({ detail }) => detail);
  return [...single, { ...single[0]!, edits: single.flatMap(({ edits }) => edits), details }];
}

/** `round(n / s + 0.5)` for `n // s + 1`: windows that are not whole are left out. */
function* roundedDown(scope: FunctionScope, value: SyntaxNode, text: string): Iterable<Candidate> {
  const whole = wholeOf(scope, value, /^(?:int|(?:np\.|math\.)?(?:floor|round|rint|ceil))$/);
  if (!/\b(?:round|rint|ceil)\(/.test(scope.text(whole))) return;
  yield {
    id: 'output-size',
    detail: msg('The output size must be {0}', text),
    edits: [editOf(whole, text)],
    cost: 1.8,
  };
}

/** `(n + s) // s` for `(n + s - 1) // s`: a division that is rounded up. */
function* numerators(scope: FunctionScope, left: SyntaxNode): Iterable<Candidate> {
  const sum = left.name === 'ParenthesizedExpression' ? childNodes(left)[1] : undefined;
  if (sum?.name !== 'BinaryExpression') return;
  for (const term of [' - 1', ' + 1']) {
    if (scope.text(sum).endsWith(term)) continue;
    yield {
      id: 'output-size',
      detail: msg('The output size must be {0}', `(${scope.text(sum)}${term}) …`),
      edits: [editOf({ from: sum.to, to: sum.to }, term)],
      cost: 2.8,
    };
  }
}

function* formulas(
  scope: FunctionScope,
  value: SyntaxNode,
  extent: string,
  kernels: readonly string[],
  paddings: readonly string[],
  stride: string,
): Iterable<Candidate> {
  for (const kernel of kernels) {
    if (kernels.length > 1 && kernels.some((other) => isTwin(extent, other))) continue;
    for (const padding of paddings) {
      const text = `(${extent}${padding} - ${kernel}) // ${stride} + 1`;
      if (scope.text(value).replace(/\s/g, '') === text.replace(/\s/g, '')) continue;
      yield {
        id: 'output-size',
        detail: msg('The output size must be {0}', text),
        edits: [editOf(value, text)],
        // `n // stride` is the size for windows of the size of the stride.
        cost: /^\w+ ?\/\/ ?[\w.]+$/.test(scope.text(value)) ? 1.7 : 2.7,
      };
    }
  }
}

/** The padding's term, and none; pooling has a padding only where the function has a variable for it. */
function paddingsOf({ pad, names, attributes }: FunctionScope, operation: CourseFunction): string[] {
  const isKnown = pad !== undefined && (isConvolution(operation) || [...names, ...attributes].includes(pad));
  return isKnown ? [` + 2 * ${pad}`, ''] : [''];
}

/** A node with the terms and calls around it: `1 + …`, `int(…)`. */
function wholeOf(
  scope: FunctionScope,
  node: SyntaxNode,
  roundings = /^(?:int|np\.floor|math\.floor|floor)$/,
): SyntaxNode {
  let at = node;
  for (;;) {
    const { parent } = at;
    if (!parent) return at;
    const isSum = parent.name === 'BinaryExpression' && /^[-+]$/.test(scope.text(childNodes(parent)[1]!));
    const isRounded = parent.name === 'ArgList' && roundings.test(scope.text(parent.prevSibling!));
    if (isSum || parent.name === 'ParenthesizedExpression') at = parent;
    else if (isRounded && parent.parent) at = parent.parent;
    else return at;
  }
}

function namesOf(scope: FunctionScope, roles: readonly string[]): string[] {
  const all = [...scope.names, ...scope.attributes];
  return all.filter((name) => rolesOf(lastName(name)).some((role) => roles.includes(role)));
}

function lastName(text: string): string {
  return /\w+(?=["'\])]*$)/.exec(text)?.[0] ?? text;
}

/** The extent in `(n - f + 2 * p)`. */
function firstName(text: string): string | undefined {
  return /^\(*\s*([A-Za-z_][\w.]*(?:\[-?\d+\])?)/.exec(text)?.[1];
}
