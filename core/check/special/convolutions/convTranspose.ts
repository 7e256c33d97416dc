/** Transposed convolution: each input cell adds its multiple of the filter to a window of the output. */
import { vector, type NdArray } from '../../../array/NdArray';
import { convTranspose2d, convTranspose2dBackward } from '../../../layer/convTranspose2d';
import type { ConvTranspose2dOptions, Pair } from '../../../layer/options';
import { attempt, LensError, msg } from '../../../message';
import { RandomState } from '../../../random/RandomState';
import { roleOf, type Role } from '../../adapt/roles/roles';
import { isPairUnpacked } from '../../adapt/arguments/pairs';
import { numberOf, type ProgramValue } from '../../run/ProgramValue';
import { fromLetters, toLetters } from '../../adapt/layout/letters';
import type { SpecialCase, SpecialLayer, SpecialVariant, VariantRequest } from '../SpecialLayer';

interface Axes {
  /** Of n, h, w, c, in the function's order. */
  readonly input: string;
  /** Of h, w, o (channels of the output), i (channels of the input). */
  readonly filter: string;
}

const AXES: readonly Axes[] = [
  { input: 'hw', filter: 'hw' },
  { input: 'nchw', filter: 'iohw' },
  { input: 'nchw', filter: 'oihw' },
  { input: 'nhwc', filter: 'hwoi' },
  { input: 'nhwc', filter: 'hwio' },
  { input: 'chw', filter: 'iohw' },
  { input: 'chw', filter: 'oihw' },
  { input: 'hwc', filter: 'hwoi' },
  { input: 'w', filter: 'w' },
  { input: 'cw', filter: 'iow' },
  { input: 'cw', filter: 'oiw' },
  { input: 'ncw', filter: 'iow' },
  { input: 'ncw', filter: 'oiw' },
];

interface Sizes {
  readonly rows: number;
  readonly cols: number;
  readonly kernel: readonly [number, number];
  readonly stride: number;
  readonly strideCols?: number;
  readonly pad: number;
  /** Rows and columns that the result has more. */
  readonly more?: number;
}

const SIZES: readonly Sizes[] = [
  { rows: 2, cols: 3, kernel: [2, 2], stride: 1, pad: 0 },
  { rows: 3, cols: 2, kernel: [3, 3], stride: 2, pad: 0 },
  { rows: 3, cols: 4, kernel: [3, 3], stride: 2, pad: 1 },
  { rows: 2, cols: 3, kernel: [2, 2], stride: 3, pad: 0 },
  { rows: 4, cols: 3, kernel: [3, 3], stride: 1, pad: 1 },
  { rows: 3, cols: 4, kernel: [3, 3], stride: 2, pad: 1, more: 1 },
];
/** Where both strides are read. */
const UNEQUAL: Sizes = { rows: 3, cols: 4, kernel: [2, 2], stride: 1, strideCols: 2, pad: 0 };
const OBLONG: Sizes = { rows: 3, cols: 4, kernel: [2, 3], stride: 1, pad: 0 };

/** Rows and columns of the filter have names of their own. */
const OBLONG_TEXT =
  /\b(?:kw|k_w|fw|f_w|kernel_w\w*|filter_w\w*)\b|\b(?!_)\w+\s*,\s*(?!_)\w+\s*=\s*(?:K|k|kernel|filt\w*)\.shape/i;

const ROLES: readonly Role[] = [
  'filter',
  'bias',
  'stride',
  'pad',
  'padCols',
  'inChannels',
  'outChannels',
  'kernelRows',
  'kernelCols',
  'kernel',
  'input',
];

function argument(role: Role): string | undefined {
  const sources: Partial<Record<Role, string>> = {
    input: 'x.copy()',
    filter: 'w.copy()',
    bias: 'b.copy()',
    stride: 's',
    pad: 'p',
    kernelRows: 'kh',
    kernelCols: 'kw',
    kernel: 'kh',
    padCols: 'pc',
    inChannels: 'int(g[0])',
    outChannels: 'int(g[1])',
  };
  return sources[role];
}

export const convTranspose: SpecialLayer = {
  id: 'conv_transpose',
  pattern:
    /conv\w*_?tra(?:ns|spuest)|trans\w*_?(?:conv|falt)|faltung_?transp|zhuan_?zhi_?juan_?ji|deconv|conv_?t(?:_|2d|$)|(?:^|_)up_?conv/i,
  operation: 'conv_backward',
  roles: ROLES,
  // The input may be the output of a convolution.
  named: (name) => (/^out(?:put)?_?pad/i.test(name) ? 'padCols' : name === 'y' ? 'input' : undefined),
  argument,
  variants: ({ roles, calls, text, results }) =>
    AXES.filter(({ input, filter }) => fitsCalls(input, calls) && fitsShape(filter, text)).map(
      (axes): SpecialVariant => {
        const own = calls.flatMap((values) => attempt(() => ownCase(axes, values, results)) ?? []);
        const isOblong = OBLONG_TEXT.test(text) && !roles.has('kernel');
        const hasStrides = roles.has('stride') && ['stride', 'strides'].some((name) => isPairUnpacked(text, name));
        const sizes = [...SIZES, ...(isOblong ? [OBLONG] : []), ...(hasStrides ? [UNEQUAL] : [])]
          .filter(({ stride }) => stride === 1 || roles.has('stride'))
          .filter(({ pad, more }) => (pad === 0 || roles.has('pad')) && (more === undefined || roles.has('padCols')));
        const others = sizes.flatMap(
          (each, k) => drawnCase(axes, each, { hasBias: roles.has('bias'), results }, k) ?? [],
        );
        return { cases: own.length > 0 ? [...own, ...others] : others.map((each, k) => ({ ...each, own: k === 0 })) };
      },
    ),
};

export const convTransposeGradient: SpecialLayer = {
  ...convTranspose,
  id: 'conv_transpose_gradient',
  isGradient: true,
};

type Results = VariantRequest['results'];

function fitsCalls(input: string, calls: readonly ReadonlyMap<Role, ProgramValue>[]): boolean {
  return calls.every((values) => {
    const x = values.get('input');
    return x?.kind !== 'array' || x.array.shape.length === input.length;
  });
}

/** Whether weights that the text draws have their channels in this order: `randn(in_channels, out_channels, k, k)`. */
function fitsShape(filter: string, text: string): boolean {
  const drawn = /\b(?:rand\w*|normal|standard_normal|uniform|zeros|ones)\(([^\n]*)/g;
  return [...text.matchAll(drawn)].every(([, args = '']) => {
    const roles = (args.match(/[A-Za-z_]\w*/g) ?? []).map((name) => roleOf(name));
    const [inputs, outputs] = [roles.indexOf('inChannels'), roles.indexOf('outChannels')];
    if (inputs < 0 || outputs < 0 || !filter.includes('i')) return true;
    return inputs < outputs === filter.indexOf('i') < filter.indexOf('o');
  });
}

function drawnCase(
  axes: Axes,
  { rows, cols, kernel, more, ...steps }: Sizes,
  { hasBias, results }: { readonly hasBias: boolean; readonly results: Results },
  k: number,
): SpecialCase | undefined {
  const random = new RandomState(k + 21);
  const extents: Record<string, number> = {
    n: axes.input.includes('n') ? 2 : 1,
    h: rows,
    w: cols,
    c: axes.input.includes('c') ? 2 : 1,
  };
  const sizes: Record<string, number> = {
    h: kernel[0],
    w: kernel[1],
    o: axes.input.includes('c') ? 3 : 1,
    i: extents['c']!,
  };
  const x = random.randn(...[...axes.input].map((letter) => extents[letter]!));
  const w = random.randn(...[...axes.filter].map((letter) => sizes[letter]!));
  const b = hasBias ? random.randn(sizes['o']!) : undefined;
  return caseOf(axes, { x, w, b }, { ...steps, more, results }, false);
}

function ownCase(axes: Axes, values: ReadonlyMap<Role, ProgramValue>, results: Results): SpecialCase | undefined {
  const x = values.get('input');
  const w = values.get('filter');
  const b = values.get('bias');
  if (x?.kind !== 'array' || w?.kind !== 'array' || w.array.shape.length !== axes.filter.length) return undefined;
  const options = {
    stride: numberOf(values.get('stride')) ?? 1,
    pad: numberOf(values.get('pad')) ?? 0,
    more: numberOf(values.get('padCols')),
    results,
  };
  return caseOf(axes, { x: x.array, w: w.array, b: b?.kind === 'array' ? b.array : undefined }, options, true);
}

interface Options {
  readonly stride: number;
  readonly strideCols?: number | undefined;
  readonly pad: number;
  readonly more: number | undefined;
  /** Absent: the output is compared. */
  readonly results: Results;
}

function caseOf(
  { input, filter }: Axes,
  { x, w, b }: { readonly x: NdArray; readonly w: NdArray; readonly b: NdArray | undefined },
  { stride, strideCols, pad, more = 0, results }: Options,
  own: boolean,
): SpecialCase | undefined {
  const images = toLetters(x, input, 'nhwc');
  const weights = toLetters(w, filter, 'hwoi');
  const [kh = 0, kw = 0, outChannels = 0, inChannels = 0] = weights.shape;
  try {
    const isLine = !input.includes('h');
    const along = (value: number, rows: number): Pair => (isLine ? [rows, value] : value);
    const strides = strideCols === undefined ? along(stride, 1) : ([stride, strideCols] as const);
    const options = { stride: strides, padding: along(pad, 0), outputPadding: along(more, 0) };
    const z = convTranspose2d(images, weights, b && { shape: [1, 1, 1, b.data.length], data: b.data }, options);
    const back = results && gradientsOf({ input, filter }, { images, weights, z }, options, results);
    return {
      layerCase: {
        operation: 'conv_backward',
        label:
          strideCols === undefined
            ? msg('stride {0}, pad {1}, {2}×{3} input', stride, pad, images.shape[1]!, images.shape[2]!)
            : msg('stride 1 for rows, 2 for columns'),
        x,
        w,
        b: b ?? { shape: [outChannels], data: new Float64Array(outChannels) },
        gradient: vector([inChannels, outChannels, ...(back?.given ?? [])]),
        stride,
        ...(strideCols !== undefined && { strideCols }),
        pad,
        padCols: more,
        kernel: [isLine ? kw : kh, kw],
        mode: 'max',
      },
      expected: back?.expected ?? fromLetters(z, 'nhwc', input),
      own,
    };
  } catch (error) {
    if (error instanceof LensError) return undefined;
    throw error;
  }
}

/** A random gradient of the output as its shape and its values, and the gradients that it gives in one array. */
function gradientsOf(
  { input, filter }: Axes,
  { images, weights, z }: { readonly images: NdArray; readonly weights: NdArray; readonly z: NdArray },
  options: ConvTranspose2dOptions,
  results: NonNullable<Results>,
): { readonly given: readonly number[]; readonly expected: NdArray } {
  const dZ = new RandomState(z.data.length).randn(...z.shape);
  const { dX, dW, db } = convTranspose2dBackward(dZ, images, weights, options);
  const arrays = { dX: fromLetters(dX, 'nhwc', input), dW: fromLetters(dW, 'hwoi', filter), db };
  const own = fromLetters(dZ, 'nhwc', input);
  return { given: [...own.shape, ...own.data], expected: vector(results.flatMap((name) => [...arrays[name].data])) };
}
