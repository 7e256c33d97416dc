/** NNlib's convolutions and poolings on (W, H, C, N), and their gradients. */
import type { NdArray } from '../../../array/NdArray';
import { permute, turnedKernel } from '../../../layer/layout';
import type { Conv2dOptions, Padding, Pair } from '../../../layer/options';
import { mapTuple, tuple4 } from '../../../tuples';
import type { CallArgument, CallArguments } from './CallArguments';
import type { LayerTable, Reading } from './LayerTable';
import { onePair, poolReading, requireRank } from './planes';

const ONLY_GRADIENTS: LayerTable = {
  '\u2207conv_data': (call) => convGradient(call, { dZ: 0, W: 1 }),
  '\u2207conv_filter': (call) => convGradient(call, { A_prev: 0, dZ: 1 }),
  '\u2207maxpool': (call) => poolGradient(call, 'max'),
  '\u2207meanpool': (call) => poolGradient(call, 'average'),
};

/** `∇maxpool(dy, y, x, dims)`, also as `NNlib.∇maxpool`. */
export const NNLIB_GRADIENTS: LayerTable = {
  ...ONLY_GRADIENTS,
  ...Object.fromEntries(Object.entries(ONLY_GRADIENTS).map(([name, read]) => [`NNlib.${name}`, read])),
};

/** The array that is not an argument is the one of `DenseConvDims(x, w)`. */
function convGradient(
  given: CallArguments,
  places: { readonly dZ: number; readonly W?: number; readonly A_prev?: number },
): Reading {
  const call = withDims(given, 2);
  if (!call) throw given.unsupported(given.positional[2]?.text ?? 'no DenseConvDims');
  const [x, w] = dimsArrays(given);
  const dZ = given.array(places.dZ);
  const A_prev = places.A_prev === undefined ? given.arrayOf(x) : given.array(places.A_prev);
  const filters = places.W === undefined ? given.arrayOf(w) : given.array(places.W);
  [dZ, A_prev, filters].forEach((array) => requireRank(given, array, 4));
  const flipped = call.named.get('flipped')?.text === 'true';
  const W = permute(filters, [1, 0, 2, 3]);
  return {
    operation: 'conv_backward',
    arrays: {
      dZ: permute(dZ, [3, 1, 0, 2]),
      A_prev: permute(A_prev, [3, 1, 0, 2]),
      W: flipped ? W : turnedKernel(W),
    },
    options: { ...juliaOptions(call, [1], filters.shape), ...(!flipped && { kernelFlipped: true }) },
    layout: 'nchw',
  };
}

function dimsArrays(call: CallArguments): readonly (CallArgument | undefined)[] {
  const { range } = call.positional[2]!;
  const inner = /\(([^;]*)/.exec(call.source(call.positional[2]!))?.[1] ?? '';
  return inner.split(/,(?![^()]*\))/).map((text) => ({ text: text.replace(/\)\s*$/, '').trim(), range }));
}

function poolGradient(given: CallArguments, mode: 'max' | 'average'): Reading {
  const dims = withDims(given, 3);
  const call = dims ?? given;
  const [dA, x] = [given.array(0), given.array(2)];
  [dA, x].forEach((array) => requireRank(given, array, 4));
  const size = call.numbers(dims ? call.named.get('k') : (call.positional[3] ?? call.named.get('k')), []);
  return {
    operation: 'pool_backward',
    arrays: { dA: permute(dA, [3, 1, 0, 2]), A_prev: permute(x, [3, 1, 0, 2]) },
    options: { mode, kernel: reversedPair(size, call), ...juliaOptions(call, size), ties: 'first' },
    layout: 'nchw',
  };
}

/** NNlib's `DenseConvDims(x, w; stride = 2)` and `PoolDims(x, (2, 2))` as named arguments. */
function withDims(call: CallArguments, index: number): CallArguments | undefined {
  const argument = call.positional[index];
  const dims = argument && /^(?:NNlib\.)?(DenseConvDims|PoolDims)\(([^]*)\)$/.exec(call.source(argument));
  if (!dims) return undefined;
  const parts = dims[2]!.split(/[,;](?![^()]*\))/).map((part) => part.trim());
  const named = new Map<string, CallArgument>();
  const size = dims[1] === 'PoolDims' ? parts[1] : undefined;
  if (size !== undefined && !size.includes('=')) named.set('k', { text: size, range: argument.range });
  for (const part of parts) {
    const [, name, text] = /^(\w+)\s*=\s*(.*)$/.exec(part) ?? [];
    if (name === undefined || text === undefined) continue;
    const known = { padding: 'pad', flipkernel: 'flipped' }[name] ?? name;
    named.set(known, { text, range: argument.range });
  }
  return call.withNamed(named);
}

export function nnlibConv(given: CallArguments): Reading {
  const dims = withDims(given, 2);
  if (dims) return nnlibConvolution(dims, undefined);
  return nnlibConvolution(given, given.positional[2]);
}

/** `conv2d(x, w; padding = 1)` of early versions. */
export function earlyConv(call: CallArguments): Reading {
  const { padding, ...named } = Object.fromEntries(call.named);
  return nnlibConvolution(
    call.withNamed(new Map(Object.entries({ ...named, ...(padding && { pad: padding }) }))),
    call.positional[2],
  );
}

function nnlibConvolution(call: CallArguments, third: CallArgument | undefined): Reading {
  const other = third?.text ?? otherOption(call, ['stride', 'pad', 'dilation', 'flipped']);
  if (other !== undefined) throw call.unsupported(other);
  return correlation(call, call.array(1), call.named.get('flipped')?.text === 'true');
}

/** `flipped`: the kernel is used as it is written; else it is turned, a true convolution. */
export function correlation(
  call: CallArguments,
  w: NdArray,
  flipped: boolean,
): Extract<Reading, { operation: 'conv_forward' }> {
  const given = call.array(0);
  const isFlat = given.shape.length === 3 && w.shape.length === 3 && !call.named.has('dilation');
  const x = isFlat ? withHeight(given) : given;
  const filters = isFlat ? withHeight(w) : w;
  [x, filters].forEach((array) => requireRank(call, array, 4));
  const W = permute(filters, [1, 0, 2, 3]);
  const options = isFlat ? flatOptions(call) : juliaOptions(call, [1], w.shape);
  return {
    operation: 'conv_forward',
    arrays: { A_prev: permute(x, [3, 1, 0, 2]), W: flipped ? W : turnedKernel(W) },
    options: { ...options, ...(!flipped && { kernelFlipped: true }) },
    layout: 'nchw',
  };
}

/** (W, C, N) as one row of (W, H, C, N). */
function withHeight({ shape: [width = 1, ...rest], data }: NdArray): NdArray {
  return { shape: [width, 1, ...rest], data };
}

/** The options of one axis. */
function flatOptions(call: CallArguments): Conv2dOptions {
  const pads = call.numbers(call.named.get('pad'), [0]);
  const stride = call.numbers(call.named.get('stride'), [1]);
  const [left, right = left] = pads;
  if (left === undefined || pads.length > 2 || stride.length > 1)
    throw call.unsupported([...pads, ...stride].join(', '));
  return { stride: [1, stride[0]!], padding: { top: 0, bottom: 0, left, right: right! } };
}

/** An option that would change the layer and is not read. */
export function otherOption(call: CallArguments, read: readonly string[]): string | undefined {
  return [...call.named.keys()].find((name) => !read.includes(name));
}

export function nnlibPool(given: CallArguments, mode: 'max' | 'average'): Reading {
  const dims = withDims(given, 1);
  const call = dims ?? given;
  const x = call.array(0);
  requireRank(call, x, 4);
  const counts = mode === 'average' ? call.named.get('count_include_pad')?.text : undefined;
  const known = ['stride', 'pad', 'k', ...(/^(?:true|false)$/.test(counts ?? '') ? ['count_include_pad'] : [])];
  const other = call.positional[2]?.text ?? otherOption(call, known);
  if (other !== undefined) throw call.unsupported(other);
  const size = call.numbers(dims ? call.named.get('k') : (call.positional[1] ?? call.named.get('k')), []);
  const options = { mode, kernel: reversedPair(size, call), ...juliaOptions(call, size), ties: 'first' } as const;
  const counted = counts === undefined ? {} : { countIncludePad: counts === 'true' };
  return poolReading(permute(x, [3, 1, 0, 2]), { ...options, ...counted }, 'nchw');
}

/** Julia's pairs are (width, height); four pads are both sides of the width, then of the height. */
function juliaOptions(call: CallArguments, stride: readonly number[], window = stride): Conv2dOptions {
  return {
    stride: reversedPair(call.numbers(call.named.get('stride'), stride), call),
    padding: juliaPadding(call, window),
    ...(call.named.has('dilation') && { dilation: reversedPair(call.numbers(call.named.get('dilation'), [1]), call) }),
  };
}

function juliaPadding(call: CallArguments, window: readonly number[]): Padding {
  const pad = call.named.get('pad');
  if (pad && /^(?:Flux\.|Lux\.)?SamePad\(\)$/.test(pad.text)) {
    // One cell less than the window for any stride, the larger half before the input.
    const dilation = call.numbers(call.named.get('dilation'), [1]);
    const [width, height] = mapTuple(
      [0, 1],
      (axis) => ((window[axis] ?? window[0] ?? 1) - 1) * (dilation[axis] ?? dilation[0] ?? 1),
    );
    return { top: (height + 1) >> 1, bottom: height >> 1, left: (width + 1) >> 1, right: width >> 1 };
  }
  const numbers = call.numbers(pad, [0]);
  if (numbers.length !== 4) return reversedPair(numbers, call);
  const [left, right, top, bottom] = tuple4(numbers);
  return { top, bottom, left, right };
}

function reversedPair(values: readonly number[], call: CallArguments): Pair {
  return onePair([...values].reverse(), call);
}
