/** What the parameters of a class's constructor mean, by their names and the values that the text gives. */
import { isConvolution, type CourseFunction } from '../../CourseFunction';
import type { ProgramValue } from '../../run/ProgramValue';
import type { SourceParameter } from '../../source/Definition';
import { acceptsValue } from '../roles/acceptsValue';
import { INCIDENTAL, isFactor, roleOf, type Role } from '../roles/roles';

const SHARED: readonly Role[] = ['inputRows', 'inputCols', 'options', 'rate', 'fill', ...INCIDENTAL];

const CONV_CONSTRUCTOR: readonly Role[] = [
  'kernelRows',
  'kernelCols',
  'filter',
  'bias',
  'inChannels',
  'outChannels',
  'kernel',
  'stride',
  'strideCols',
  'pad',
  'padCols',
  'dilation',
  'groups',
  ...SHARED,
];
const POOL_CONSTRUCTOR: readonly Role[] = [
  'inChannels',
  'kernelRows',
  'kernelCols',
  'kernel',
  'stride',
  'strideCols',
  'pad',
  'padCols',
  'mode',
  ...SHARED,
];

export interface ConstructorSignature {
  readonly operation: CourseFunction;
  readonly parameters: readonly SourceParameter[];
  /** Whether the text names columns before rows: `C, W, H = x.shape`. */
  readonly isTurned: boolean;
  /** Of the class. */
  readonly text: string;
  /** Whether the constructor makes the weights itself. */
  readonly ownWeights: boolean;
  /** The arguments of a call of the text. */
  readonly args: ReadonlyMap<string, ProgramValue> | undefined;
}

export function allowedRoles(operation: CourseFunction): readonly Role[] {
  return isConvolution(operation) ? CONV_CONSTRUCTOR : POOL_CONSTRUCTOR;
}

/** The role of a parameter; `kernel` and `filter` are sizes where the constructor makes the weights. */
export function roleInConstructor(name: string, signature: ConstructorSignature): Role | undefined {
  const { operation, parameters, ownWeights, args } = signature;
  const given = args?.get(name);
  const side = isConvolution(operation) && !ownWeights ? undefined : sideOf(name, signature);
  if (side) return side;
  const counted = isConvolution(operation) && ownWeights ? countOf(name, parameters) : undefined;
  if (counted) return counted;
  const meant = namedRole(name, signature) ?? roleOfArray(given, operation) ?? roleInWeights(name, signature);
  if (meant !== 'filter') return meant;
  const { type = '' } = parameters.find((each) => each.name === name) ?? {};
  const isSize =
    /\bint\b/.test(type) ||
    /size|shape|dim|^f$/i.test(name) ||
    (/kernel$|^(?:k|w)$/i.test(name) && ownWeights && given?.kind !== 'array');
  // `filters` next to `kernel_size` is their number.
  const isSized = parameters.some((each) =>
    /^(?:(?:kern[ea]l|filter|filt|k)_?)?(?:size|shape|dim(?:ension)?s?|height)$/i.test(each.name),
  );
  if (!isSize && ownWeights && (isSized || given?.kind === 'number')) return 'outChannels';
  return isSize || !isConvolution(operation) ? 'kernel' : 'filter';
}

/** The first usual role that the names of the others leave, for a required parameter of an unknown name; `text`: the class. */
export function roleByOrder(
  name: string,
  signature: ConstructorSignature,
  text: string,
  taken: readonly Role[],
): Role | undefined {
  const { operation, ownWeights, parameters, args } = signature;
  // Another layer, a generator.
  const isObject = new RegExp(
    `(?<![\\w"'])${name}(?:\\(|\\.(?!(?:shape|reshape|T|dtype|copy|astype|sum|size|ndim)\\b))`,
  ).test(text);
  if (isObject || (isConvolution(operation) && ownWeights)) return undefined;
  const others = parameters.map((each) => roleInConstructor(each.name, signature));
  const isSized = others.some((role) => role !== undefined && /^(?:kernel|options$)/.test(role));
  const order: readonly Role[] = isConvolution(operation) ? ['filter', 'bias'] : isSized ? [] : ['kernel'];
  return [...order, 'stride' as const, 'pad' as const].find(
    (role) => !taken.includes(role) && !others.includes(role) && acceptsValue(role, args?.get(name)),
  );
}

/** `c` and `f` or `n` next to the size `k` of a window: the numbers of channels and of filters. */
function countOf(name: string, parameters: readonly SourceParameter[]): Role | undefined {
  const isSized = parameters.some((each) => /^(?:k|ks|ksize|k_?size|kernel_?size)$/i.test(each.name));
  if (!isSized) return undefined;
  return /^c$/i.test(name) ? 'inChannels' : /^[fn]$/i.test(name) ? 'outChannels' : undefined;
}

/** `h` and `w`, `height` and `width`, `length` and `width`: the window, where no other parameter is one. */
function sideOf(name: string, { operation, parameters, isTurned }: ConstructorSignature): Role | undefined {
  const isSize = parameters.some((each) => /^kernel/.test(roleOf(each.name, allowedRoles(operation)) ?? ''));
  const hasBoth = [ROWS, COLS].every((side) => parameters.some((each) => side.test(each.name)));
  if (isSize || !hasBoth) return undefined;
  if (ROWS.test(name)) return isTurned ? 'kernelCols' : 'kernelRows';
  return COLS.test(name) ? (isTurned ? 'kernelRows' : 'kernelCols') : undefined;
}

const ROWS = /^(?:h|height|length)$/i;
const COLS = /^(?:w|width)$/i;

function namedRole(name: string, { operation, parameters }: ConstructorSignature): Role | undefined {
  if (isFactor(name)) return 'decay';
  if (isDepth(name, parameters)) return 'outChannels';
  return isOnlySize(name, parameters, operation) ? 'kernel' : constructorRole(name, allowedRoles(operation));
}

/** A count of channels by its place in the shape of the weights: `np.random.randn(filters, depth, size, size)`, or the sizes first. */
function roleInWeights(name: string, { operation, text, ownWeights }: ConstructorSignature): Role | undefined {
  if (!isConvolution(operation) || !ownWeights) return undefined;
  for (const [, ...sizes] of text.matchAll(WEIGHTS_SHAPE)) {
    const place = sizes.findIndex((each) => each.replace('self.', '') === name);
    const counts = sizes[2] === sizes[3] ? COUNTS : sizes[0] === sizes[1] ? COUNTS_LAST : [];
    const role = counts[place];
    if (role) return role;
  }
  return undefined;
}

const COUNTS = ['outChannels', 'inChannels'] as const;
const COUNTS_LAST = [undefined, undefined, 'inChannels', 'outChannels'] as const;

const WEIGHTS_SHAPE = new RegExp(
  `random[^\\n]*\\(${Array(4)
    .fill(String.raw`\s*([\w.]+)\s*`)
    .join(',')}[,)]`,
  'g',
);

/** Some constructors take the layer's input; other names that can mean one are those of attributes. */
function constructorRole(name: string, allowed: readonly Role[]): Role | undefined {
  const role = roleOf(name, allowed);
  return role === 'input' && !/^(?:x|(?:input|image)s?(?:_data)?|a_prev)$/i.test(name) ? undefined : role;
}

/** `P` or `shape` of a pooling without another size. */
function isOnlySize(name: string, parameters: readonly SourceParameter[], operation: CourseFunction): boolean {
  if (isConvolution(operation) || !/^(?:p|shape)$/i.test(name)) return false;
  return !parameters.some((each) =>
    ['kernel', 'kernelRows', 'options'].includes(roleOf(each.name, POOL_CONSTRUCTOR) ?? ''),
  );
}

/** `depth` next to the shape of the input is the number of filters. */
function isDepth(name: string, parameters: readonly SourceParameter[]): boolean {
  return name === 'depth' && parameters.some((each) => roleOf(each.name) === 'inputShape');
}

/** The weights of a convolution by the axes of the array that the text gives, where its name is not known. */
function roleOfArray(value: ProgramValue | undefined, operation: CourseFunction): Role | undefined {
  if (value?.kind !== 'array' || !isConvolution(operation)) return undefined;
  const rank = value.array.shape.length;
  return rank === 4 ? 'filter' : rank === 1 ? 'bias' : undefined;
}
