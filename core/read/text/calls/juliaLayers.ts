/** Layer calls of Julia's DSP and NNlib. */
import type { NdArray } from '../../../array/NdArray';
import { permute } from '../../../layer/layout';
import type { Conv2dOptions } from '../../../layer/options';
import { tuple2 } from '../../../tuples';
import type { CallArguments } from './CallArguments';
import { unsupportedLayer, type LayerTable, type Reading } from './LayerTable';
import { correlation, earlyConv, NNLIB_GRADIENTS, nnlibConv, nnlibPool, otherOption } from './nnlib';
import { fullSides, planarConvolution, reluReading, requireRank } from './planes';

/** Julia: `conv` of DSP on matrices; `conv`, `maxpool` and `meanpool` of NNlib on (W, H, C, N). */
export const JULIA: LayerTable = {
  conv: (call) =>
    call.array(0).shape.length > 2
      ? nnlibConv(call)
      : planarConvolution(call.array(0), call.array(1), fullSides(call.array(1)), true),
  'NNlib.conv': nnlibConv,
  conv2d: earlyConv,
  'DSP.conv': (call) => planarConvolution(call.array(0), call.array(1), fullSides(call.array(1)), true),
  imfilter,
  ...Object.fromEntries(
    ['relu', 'relu.', 'NNlib.relu', 'NNlib.relu.'].map((name): [string, (call: CallArguments) => Reading] => [
      name,
      (call) => reluReading(call.array(0), (images) => permute(images, [3, 1, 0, 2]), 'nchw'),
    ]),
  ),
  maxpool: (call) => nnlibPool(call, 'max'),
  meanpool: (call) => nnlibPool(call, 'average'),
  'NNlib.maxpool': (call) => nnlibPool(call, 'max'),
  'NNlib.meanpool': (call) => nnlibPool(call, 'average'),
  ...NNLIB_GRADIENTS,
};

/** Other borders: `Fill(0)`, `Inner()`, `"replicate"`, `Pad(:reflect)`. */
const BORDERS: readonly [RegExp, Conv2dOptions['paddingMode']][] = [
  [/^(?:"replicate"|Pad\("?:?replicate"?\))$/, 'replicate'],
  [/^(?:"circular"|Pad\("?:?circular"?\))$/, 'circular'],
  [/^(?:"reflect"|Pad\("?:?reflect"?\))$/, 'reflect'],
  [/^Fill\((?:0(?:\.0*)?|zero\(eltype\(\w+\)\))\)$/, 'zeros'],
];

/** A correlation; the edge is repeated by default. */
function imfilter(call: CallArguments): Reading {
  const border = call.positional[2]?.text;
  const inner = border === 'Inner()';
  const mode = border === undefined ? 'replicate' : BORDERS.find(([pattern]) => pattern.test(border))?.[1];
  if ((!mode && !inner) || call.positional.length > 3 || call.named.size > 0) throw call.unsupported('a border');
  const [image, kernel] = [call.array(0), call.array(1)];
  requireRank(call, image, 2);
  const [rows, cols] = tuple2(requireRank(call, kernel, 2));
  // Other kernels have their origin at their first element.
  if (rows % 2 === 0 || cols % 2 === 0 || !/^centered\(/.test(call.source(call.positional[1]!)))
    throw call.unsupported('a kernel that is not centered');
  const [down, right] = inner ? [0, 0] : [rows >> 1, cols >> 1];
  const sides = { top: down, bottom: down, left: right, right };
  const { options, ...reading } = planarConvolution(image, kernel, sides, false);
  const padded = mode && mode !== 'zeros' ? { paddingMode: mode } : {};
  return { ...reading, options: { ...options, ...padded } };
}

/** Flux's classes: the input, then the arguments of the class. */
export const FLUX: LayerTable = {
  ...Object.fromEntries(
    (['', 'Flux.'] as const).flatMap((prefix): [string, LayerTable[string]][] => [
      [`${prefix}MaxPool`, (call) => nnlibPool(call, 'max')],
      [`${prefix}MeanPool`, (call) => nnlibPool(call, 'average')],
      [`${prefix}Conv`, (call) => fluxConv(call, true)],
      [`${prefix}Chain`, chain],
      [`${prefix}CrossCor`, (call) => fluxConv(call, false)],
    ]),
  ),
};

/** The weights of most layers of a chain are drawn. */
function chain(call: CallArguments): Reading {
  if (call.positional.some(({ text }) => /\bConv\(\s*\(/.test(text))) throw call.withoutWeights();
  return unsupportedLayer(call);
}

/** `Conv(weight, bias, activation)`; `Conv((2, 2), 1 => 3)` draws its weights, which the text may assign afterwards. */
function fluxConv(call: CallArguments, flips: boolean): Reading {
  const [, weight, bias, activation] = call.positional;
  if (!weight || weight.text.startsWith('(') || bias?.text.includes('=>') === true) return assignedConv(call, flips);
  requirePlain(call, call.positional[4]?.text, activation?.text);
  const added = bias === undefined || /^(?:true|false)$/.test(bias.text) ? undefined : call.array(2);
  const { arrays, ...reading } = correlation(call, call.array(1), !flips);
  return { ...reading, arrays: { ...arrays, ...(added && { b: biasOf(added) }) } };
}

/** `m = Conv((3, 3), 1 => 2)`, then `m.weight .= 1`. */
function assignedConv(call: CallArguments, flips: boolean): Reading {
  const [, size, channels, activation] = call.positional;
  const [inputs, outputs] = (channels?.text.split('=>') ?? []).map(Number);
  if (!size || !Number.isInteger(inputs) || !Number.isInteger(outputs)) throw call.withoutWeights();
  const weight = call.assigned('weight', [...call.numbers(size, []), inputs!, outputs!]);
  if (!weight) throw call.withoutWeights();
  requirePlain(call, call.positional[4]?.text, activation?.text);
  // Biases are zero until they are assigned.
  const bias = call.assigned('bias', [outputs!]);
  const { arrays, ...reading } = correlation(call, weight, !flips);
  return { ...reading, arrays: { ...arrays, ...(bias && { b: biasOf(bias) }) } };
}

function requirePlain(call: CallArguments, further: string | undefined, activation: string | undefined): void {
  const other = otherOption(call, ['stride', 'pad', 'dilation', 'init']) ?? further;
  if (other !== undefined) throw call.unsupported(other);
  if (activation !== undefined && !/^(?:identity|relu|sigmoid|\u03c3|tanh|gelu|leakyrelu|elu)$/.test(activation))
    throw call.unsupported(activation);
}

function biasOf({ data }: NdArray): NdArray {
  return { shape: [1, 1, 1, data.length], data };
}
