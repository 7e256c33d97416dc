/** Functions of other files and libraries whose arguments show by their names what they are: `max_pool_simple(&x, kernel_size, stride)`. */
import { optionNamed } from './layerOptions';
import type { ArgumentRole, LayerFunction } from './libraries';
import type { CallNode, Node } from './reader/nodes';

const NAME =
  /^(?:(conv(?:ol(?:ution|ve))?_?(?:2d?)?|(?:cross_?)?correlat(?:e|ion)_?(?:2d)?)|(max|avg|average|mean)_?pool(?:ing)?_?(?:2d)?)(?:_?(?:simple|array|naive|basic|cpu|forward|fwd|impl|layer|op|f32|f64))*$/i;
const ROLES: readonly (readonly [ArgumentRole, RegExp])[] = [
  ['padding', /pad/i],
  ['stride', /stride|step/i],
  ['dilation', /dilat/i],
  ['groups', /group/i],
  ['b', /bias|^b$/i],
  ['kernel', /kernel|window|pool|filter|^(?:k|f)(?:_?size)?$/i],
];

/** Undefined where the name of the function or an argument leaves open what is computed. `isMethod`: the input is its object. */
export function namedRow(name: string, { args, named }: CallNode, isMethod: boolean): LayerFunction | undefined {
  const [, convolution, mode] = NAME.exec(name) ?? [];
  const keywords = [...named.keys()].map(optionNamed);
  if ((convolution === undefined && mode === undefined) || keywords.includes(undefined)) return undefined;
  // An object is made with its options.
  if (args.length === 0 && !isMethod && !keywords.includes('x')) return undefined;
  const isTurnedRound = convolution !== undefined && !isMethod && areKernelFirst(args);
  const arrays: ArgumentRole[] = convolution === undefined ? ['x'] : isTurnedRound ? ['w', 'x'] : ['x', 'w'];
  const options = args.slice(arrays.length - (isMethod ? 1 : 0));
  const roles = options.map(roleOf);
  const signature = [
    ...arrays,
    ...(roles.every((role) => role !== undefined) ? roles : (counted(options, mode) ?? [])),
  ];
  const isStated = [...roles, ...keywords].some((role) => role === 'padding' || role === 'stride') || roles.length > 1;
  // Two sizes, of rows and of columns.
  const known = [...roles, ...keywords].filter((role) => role !== undefined && role !== '-');
  if (new Set(known).size < known.length) return undefined;
  const given = [...signature, ...keywords];
  // A convolution of two arrays alone has the usual stride and pad, which is stated.
  const areArrays = args.every(({ kind }) => kind !== 'text' && kind !== 'number');
  const isBare = convolution !== undefined && options.length === 0 && keywords.length === 0 && areArrays;
  if (!isBare && (given.length === arrays.length || (convolution !== undefined && !isStated))) return undefined;
  if (isBare && args.length < arrays.length - (isMethod ? 1 : 0)) return undefined;
  if (convolution === undefined && !given.includes('kernel')) return undefined;
  return {
    operation: convolution === undefined ? (/max/i.test(mode!) ? 'max' : 'average') : 'conv',
    signature,
    layout: 'nchw',
    ...(convolution !== undefined && { filters: 'oihw' as const }),
    stride: convolution === undefined ? 'kernel' : 1,
    isNamed: true,
    ...(isBare && { isBare: true as const }),
  };
}

/** `applyConvolution(kernel, image)`. */
function areKernelFirst([first, second]: readonly Node[]): boolean {
  return KERNEL.test(lastName(first)) && !KERNEL.test(lastName(second));
}

const KERNEL = /kernel|filter|mask|weight|^[kw]\d*$/i;

function lastName(node: Node | undefined): string {
  return node?.kind === 'name' ? node.path.slice(node.path.lastIndexOf('.') + 1) : '';
}

function roleOf(node: Node): ArgumentRole | undefined {
  if (node.kind === 'text' && /^(?:same|valid)$/i.test(String(node.value))) return 'padding';
  if (node.kind === 'constant' && node.value === null) return '-';
  return ROLES.find(([, pattern]) => pattern.test(lastName(node)))?.[0];
}

/** `MaxPool(x, 2, 2)`: whether the numbers are sides or strides, they give the same layer. */
function counted(options: readonly Node[], mode: string | undefined): ArgumentRole[] | undefined {
  const numbers = options.map((node) => (node.kind === 'number' ? node.value : undefined));
  if (mode === undefined || numbers.length > 3 || numbers.some((each) => each === undefined || each !== numbers[0]))
    return undefined;
  return (['kernel', 'stride', 'stride'] as const).slice(0, numbers.length);
}
