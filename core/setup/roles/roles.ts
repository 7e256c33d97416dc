/** Which selected array is the input, the filter, the bias, the gradient: names decide, else the order of selection. */
import { sizeOf, type NdArray } from '../../array/NdArray';
import { isWindowOf } from './isWindowOf';
import type { RoleCandidate, InputRole, LayerKind, Layout } from '../Setup';

export interface Roles {
  /** Indices of candidates. */
  readonly x?: number;
  readonly w?: number;
  readonly b?: number;
  readonly dZ?: number;
  /** Roles that no name decided. */
  readonly byOrder: readonly InputRole[];
  readonly unused: readonly number[];
}

const NAMES: readonly (readonly [role: InputRole | 'result', pattern: RegExp])[] = [
  ['result', /^(da_?prev|d_?w|d_?b|d_?x|d_?k(ernels?)?|d_?filters?|d_?input|grad_(input|weight|bias))(_?pad)?$/],
  ['dZ', /^(d_?z|d_?a|d_?y|d_?out(put)?|d_?h|delta|\u03b4|upstream|grad\w*|gradient\w*|g_?out(put)?)$/],
  [
    'x',
    /^(a_?prev(_pad)?|a_slice_prev|a_prev_slice|x(_\w+)?|xs|inputs?|input_\w+|images?|imgs?|picture|data|feature_?maps?|features?|activations?)$/,
  ],
  ['w', /^(w|weights?|kernels?|filters?|filt|k|w_\w+|(weights?|kernel|filter|filt)_\w+)$/],
  ['b', /^(b|bias(es)?|b_\w+)$/],
  [
    'result',
    /^(z|a|y|(out|outputs?|results?|convolution|convolved)(_\w+)?|expected(_\w+)?|(correct|golden|truth)_\w+|gold(en)?|truth|target|reference|mask|cache|pred\w*|answers?|solution)$/,
  ],
];

/** Filters that have a name of their own: `sobel_x`. */
const KNOWN_FILTER = /^(?:sobel|prewitt|scharr|roberts|laplac\w*|gauss\w*|emboss|sharpen|blur)(?:_\w+)?$/i;

/** `conv1.weight`, `conv1/kernel`, `self.W` and `dZ2` by their last word without its number. */
export function roleOfName(name: string | undefined): InputRole | 'result' | undefined {
  if (name === undefined) return undefined;
  // `kernel k`, `the input x`: the words before a name in prose.
  const words = /^[A-Za-z]\w*(?: [A-Za-z]\w*){1,3}$/.test(name) ? name.split(' ') : undefined;
  if (words) return roleOfName(words.at(-1)) ?? roleOfName(words.at(-2));
  const last = name.slice(Math.max(name.lastIndexOf('.'), name.lastIndexOf('/')) + 1);
  // `kWeights` is a constant of C++.
  const word = last.replace(/^k(?=[A-Z][a-z])/, '').toLowerCase();
  const bare = word.replace(/_?\d+$/, '');
  for (const [role, pattern] of NAMES) if (pattern.test(word) || pattern.test(bare)) return role;
  const end = bare.slice(bare.lastIndexOf('_') + 1);
  if (end === bare) return undefined;
  return NAMES.find(([, pattern]) => pattern.test(end))?.[0];
}

/** `a` and `b`, or `a` and a smaller matrix, are an input and a filter: b is a bias only with one number per filter, in one axis. */
function roleIn(
  { name, array }: RoleCandidate,
  candidates: readonly RoleCandidate[],
): InputRole | 'result' | undefined {
  if (name !== undefined && KNOWN_FILTER.test(name) && array.shape.every((extent) => extent <= 7)) return 'w';
  const role = roleOfName(name);
  if (role === 'b' && isMatrix(array.shape)) return undefined;
  if (name?.toLowerCase() !== 'a' || role !== 'result') return role;
  const others = candidates.filter((each) => each.name !== name && isMatrix(each.array.shape));
  const isLarger = others.some(
    (each) =>
      each.name !== undefined && roleOfName(each.name) === undefined && sizeOf(each.array.shape) < sizeOf(array.shape),
  );
  return isLarger || others.some((each) => each.name?.toLowerCase() === 'b') ? undefined : role;
}

export function isMatrix(shape: readonly number[]): boolean {
  return shape.filter((extent) => extent > 1).length > 1;
}

/**
 * Names first. Then, in order of selection, the input, the filter, the bias (only when it has one number per filter), the
 * gradient; of two unnamed arrays the smaller square one is the filter. Pooling has no filter: its second is the gradient.
 */
export function guessRoles(candidates: readonly RoleCandidate[], kind: LayerKind, layout: Layout): Roles {
  const roles: Partial<Record<InputRole, number>> = {};
  const byOrder: InputRole[] = [];
  const results: number[] = [];
  const open: number[] = [];
  candidates.forEach((candidate, index) => {
    const role = candidate.role ?? roleIn(candidate, candidates);
    if (role === undefined) open.push(index);
    else if (role === 'result' || roles[role] !== undefined || !plays(role, kind)) results.push(index);
    else roles[role] = index;
  });
  const take = (role: InputRole, index: number | undefined): void => {
    if (index === undefined) return;
    roles[role] = index;
    byOrder.push(role);
    open.splice(open.indexOf(index), 1);
  };
  if (kind === 'conv' && roles.x === undefined && roles.w === undefined && open.length === 2) {
    take(
      'w',
      open.find((index) => isSmallerSquare(candidates, index, open)),
    );
  }
  if (roles.x === undefined) take('x', open[0]);
  if (roles.x === undefined && results.length > 0) {
    roles.x = results.shift()!;
    byOrder.push('x');
  }
  if (kind === 'conv' && roles.w === undefined) take('w', open[0]);
  if (kind === 'conv' && roles.w !== undefined && roles.b === undefined) {
    const filters = filterCount(candidates[roles.w]!, layout);
    take(
      'b',
      open.find((index) => isBias(candidates[index]!, filters)),
    );
  }
  const input = roles.x === undefined ? undefined : candidates[roles.x]!.array;
  if (kind !== 'pad' && roles.dZ === undefined)
    take(
      'dZ',
      open.find((index) => !input || isGradientOf(candidates[index]!, input)),
    );
  return { ...roles, byOrder, unused: [...results, ...open].sort((a, b) => a - b) };
}

/** Not a window of the input, nor a list that has another name: `lr`. */
function isGradientOf({ name, array }: RoleCandidate, input: NdArray): boolean {
  const isList = name !== undefined && array.shape.length < 2 && input.shape.length > 1;
  return !isList && !isWindowOf(array, input);
}

function plays(role: InputRole, kind: LayerKind): boolean {
  if (role === 'x') return true;
  if (role === 'dZ') return kind !== 'pad';
  return kind === 'conv' || kind === 'convTranspose';
}

function isSmallerSquare(candidates: readonly RoleCandidate[], index: number, among: readonly number[]): boolean {
  const { shape } = candidates[index]!.array;
  const other = among.find((each) => each !== index)!;
  const square = shape.length === 4 ? shape[0] === shape[1] || shape[2] === shape[3] : isSquare(shape);
  return square && sizeOf(shape) < sizeOf(candidates[other]!.array.shape);
}

function isSquare(shape: readonly number[]): boolean {
  return shape.length >= 2 && (shape[0] === shape[1] || shape[shape.length - 1] === shape[shape.length - 2]);
}

function filterCount({ array: { shape }, notation }: RoleCandidate, layout: Layout): number {
  if (shape.length < 4) return 1;
  return notation === 'pytorch' || layout === 'nchw' ? shape[0]! : shape[3]!;
}

function isBias({ name, array: { shape } }: RoleCandidate, filters: number): boolean {
  // `[[5]]` without a name is a result.
  if (name === undefined && shape.length === 2 && filters === 1) return false;
  return sizeOf(shape) === filters && shape.filter((extent) => extent > 1).length <= 1;
}
