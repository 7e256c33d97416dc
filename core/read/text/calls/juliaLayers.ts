/** Layer calls of Julia's DSP and NNlib. */
import type { NdArray } from '../../../array/NdArray';
import { permute, turnedKernel } from '../../../layer/layout';
import type { Conv2dOptions, Pair } from '../../../layer/options';
import type { CallArgument, CallArguments } from './CallArguments';
import { unsupportedLayer, type LayerTable, type Reading } from './LayerTable';
import { fullSides, onePair, planarConvolution, poolReading, requireRank } from './planes';

/** Julia: `conv` of DSP on matrices; `conv`, `maxpool` and `meanpool` of NNlib on (W, H, C, N). */
export const JULIA: LayerTable = {
  conv: (call) =>
    call.array(0).shape.length === 4
      ? nnlibConv(call)
      : planarConvolution(call.array(0), call.array(1), fullSides(call.array(1)), true),
  'NNlib.conv': nnlibConv,
  'DSP.conv': (call) => planarConvolution(call.array(0), call.array(1), fullSides(call.array(1)), true),
  imfilter: (call) => {
    if (call.positional.length > 2 || call.named.size > 0) throw call.unsupported('a border');
    const [image, kernel] = [call.array(0), call.array(1)];
    requireRank(call, image, 2);
    const [rows, cols] = requireRank(call, kernel, 2) as [number, number];
    // Other kernels have their origin at their first element.
    if (rows % 2 === 0 || cols % 2 === 0 || !/^centered\(/.test(call.positional[1]!.text))
      throw call.unsupported('a kernel that is not centered');
    const sides = { top: rows >> 1, bottom: rows >> 1, left: cols >> 1, right: cols >> 1 };
    const { options, ...reading } = planarConvolution(image, kernel, sides, false);
    return { ...reading, options: { ...options, paddingMode: 'replicate' } } as Reading;
  },
  maxpool: (call) => nnlibPool(call, 'max'),
  meanpool: (call) => nnlibPool(call, 'average'),
  'NNlib.maxpool': (call) => nnlibPool(call, 'max'),
  'NNlib.meanpool': (call) => nnlibPool(call, 'average'),
};

/** Flux's classes: the input, then the arguments of the class. */
export const FLUX: LayerTable = {
  ...Object.fromEntries(
    (['', 'Flux.'] as const).flatMap((prefix): [string, LayerTable[string]][] => [
      [`${prefix}MaxPool`, (call) => nnlibPool(call, 'max')],
      [`${prefix}MeanPool`, (call) => nnlibPool(call, 'average')],
      [`${prefix}Conv`, (call) => fluxConv(call, true)],
      [`${prefix}Chain`, unsupportedLayer],
      [`${prefix}CrossCor`, (call) => fluxConv(call, false)],
    ]),
  ),
};

/** `Conv(weight, bias, activation)`; `Conv((2, 2), 1 => 3)` draws its weights. */
function fluxConv(call: CallArguments, flips: boolean): Reading {
  const [, weight, bias, activation] = call.positional;
  if (!weight || weight.text.startsWith('(') || bias?.text.includes('=>') === true) throw call.withoutWeights();
  const other = otherOption(call, ['stride', 'pad', 'dilation']) ?? call.positional[4]?.text;
  if (other !== undefined) throw call.unsupported(other);
  if (activation && !/^(?:identity|relu|sigmoid|σ|tanh|gelu|leakyrelu|elu)$/.test(activation.text))
    throw call.unsupported(activation.text);
  const added = bias === undefined || /^(?:true|false)$/.test(bias.text) ? undefined : call.array(2);
  const { arrays, ...reading } = correlation(call, !flips);
  return { ...reading, arrays: { ...arrays, ...(added && { b: biasOf(added) }) } };
}

function biasOf({ data }: NdArray): NdArray {
  return { shape: [1, 1, 1, data.length], data };
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

function nnlibConv(given: CallArguments): Reading {
  const dims = withDims(given, 2);
  if (dims) return nnlibConvolution(dims, undefined);
  return nnlibConvolution(given, given.positional[2]);
}

function nnlibConvolution(call: CallArguments, third: CallArgument | undefined): Reading {
  const other = third?.text ?? otherOption(call, ['stride', 'pad', 'dilation', 'flipped']);
  if (other !== undefined) throw call.unsupported(other);
  return correlation(call, call.named.get('flipped')?.text === 'true');
}

/** `flipped`: the kernel is used as it is written; else it is turned, a true convolution. */
function correlation(call: CallArguments, flipped: boolean): Extract<Reading, { operation: 'conv_forward' }> {
  const [x, w] = [call.array(0), call.array(1)];
  [x, w].forEach((array) => requireRank(call, array, 4));
  const W = permute(w, [1, 0, 2, 3]);
  return {
    operation: 'conv_forward',
    arrays: { A_prev: permute(x, [3, 1, 0, 2]), W: flipped ? W : turnedKernel(W) },
    options: { ...juliaOptions(call, [1]), ...(!flipped && { kernelFlipped: true }) },
    layout: 'nchw',
  };
}

/** An option that would change the layer and is not read. */
function otherOption(call: CallArguments, read: readonly string[]): string | undefined {
  return [...call.named.keys()].find((name) => !read.includes(name));
}

function nnlibPool(given: CallArguments, mode: 'max' | 'average'): Reading {
  const dims = withDims(given, 1);
  const call = dims ?? given;
  const x = call.array(0);
  requireRank(call, x, 4);
  const other = call.positional[2]?.text ?? otherOption(call, ['stride', 'pad', 'k']);
  if (other !== undefined) throw call.unsupported(other);
  const size = call.numbers(dims ? call.named.get('k') : (call.positional[1] ?? call.named.get('k')), []);
  const options = { mode, kernel: reversedPair(size, call), ...juliaOptions(call, size), ties: 'first' } as const;
  return poolReading(permute(x, [3, 1, 0, 2]), options, 'nchw');
}

/** Julia's pairs are (width, height). */
function juliaOptions(call: CallArguments, stride: readonly number[]): Conv2dOptions {
  return {
    stride: reversedPair(call.numbers(call.named.get('stride'), stride), call),
    padding: reversedPair(call.numbers(call.named.get('pad'), [0]), call),
    ...(call.named.has('dilation') && { dilation: reversedPair(call.numbers(call.named.get('dilation'), [1]), call) }),
  };
}

function reversedPair(values: readonly number[], call: CallArguments): Pair {
  return onePair([...values].reverse(), call);
}
