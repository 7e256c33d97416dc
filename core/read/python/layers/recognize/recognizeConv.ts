/** Recognises a convolution by its result; see `recognizeLayer`. */
import { sizeOf, type NdArray } from '../../../../array/NdArray';
import { combinations } from '../../../../combinations';
import { conv2d } from '../../../../layer/conv2d';
import { conv2dGeometry, outputShape } from '../../../../layer/geometry';
import type { Conv2dOptions, Padding, Pair, Sides } from '../../../../layer/options';
import { attempt, msg } from '../../../../message';
import type { ArraysOf, CallContent, CallSite } from '../../../LayerCall';
import { arrayOf, flat, publish, type PyArray } from '../../array/PyArray';
import type { Context } from '../../runtime/Context';
import { asBias, flipAxes } from '../Caller';
import {
  imageLayouts,
  lineLayouts,
  sequenceOptions,
  kernelLayouts,
  MOST_WORK,
  optionsOf,
  squareLayout,
} from './layouts';
import { numbersNamed, otherSizes, PAD_NAME, sizesNamed, STRIDE, type OwnCall } from './ownCall';
import { isResult } from './sameNumbers';

type Convolution = CallContent<'conv_forward'> & Pick<CallSite, 'layout' | 'notes'>;

/** `isFull`: with every window that overlaps the input. Undefined where no convolution of two arrays gives `result`. */
export function recognizeConv(
  own: OwnCall,
  result: PyArray,
  context: Context,
  isFull = false,
): Convolution | undefined {
  const others = otherSizes(own);
  const strides = [...optionsOf(sizesNamed(own, STRIDE), [1, 2, ...optionsOf(others, [])]), 1];
  const dilations = [1, ...numbersNamed(own, DILATION).filter((each) => Number.isInteger(each) && each > 1)];
  const named = sizesNamed(own, PAD_NAME);
  const words = [...own.words.values()].map((word) => word.toLowerCase());
  const likely = words.includes('same') ? (['same_upper'] as const) : [];
  const pads: readonly Padding[] = [
    ...likely,
    ...optionsOf(named, [0, 'same_upper', 'same_lower', ...optionsOf(others, [])] as const),
  ];
  let withNumber: Convolution | undefined;
  for (const [[xName, x], [wName, w]] of combinations(own.arrays, own.arrays)) {
    if (xName === wName) continue;
    const bias = biasBeside(own, xName, wName);
    for (const [operands, stride, dilation] of combinations(convLayouts(x, w, context), strides, dilations)) {
      const { images, kernels, layout, groups, isLine } = operands;
      const causal = isLine ? [causalPad(kernels, dilation)] : [];
      for (const [padding, flip] of combinations(isFull ? [fullPad(kernels)] : [...pads, ...causal], [false, true])) {
        // The two differ for kernels with an even side only.
        if (padding === 'same_lower' && kernels.shape.slice(0, 2).every((extent) => extent % 2 === 1)) continue;
        const options = {
          ...(isLine ? sequenceOptions(stride, padding) : { stride, padding }),
          ...(dilation !== 1 && { dilation: isLine ? ([1, dilation] as const) : dilation }),
          ...(groups > 1 && { groups }),
        };
        const withBias = (b?: PyArray): ArraysOf<'conv_forward'> | undefined =>
          convolved(images, kernels, b, options, flip, result, context, bias ? undefined : own.literals);
        // A number named b may be that of a loop.
        const arrays = withBias(bias) ?? (bias && withBias());
        const channels = images.shape[3]!;
        const repeated = arrays || !bias || channels < 2 ? undefined : withBias(times(bias, channels));
        const found = arrays ?? repeated;
        if (!found) continue;
        const added = bias ? undefined : found.b?.data[0];
        const layer: Convolution = {
          operation: 'conv_forward',
          arrays: found,
          options: { ...options, ...(flip && { kernelFlipped: true }) },
          layout,
          ...(repeated && {
            notes: [msg('the text adds its bias once per channel: b is {0} times as large', channels)],
          }),
          ...(added !== undefined && {
            notes: [msg('the text adds {0} to every sum: it is taken as the bias', added)],
          }),
        };
        if (added === undefined) return layer;
        withNumber ??= layer;
      }
    }
  }
  return withNumber;
}

const DILATION = /dilat|atrous|^rate$/i;

/** The zeros before a sequence whose output depends on no later cell. */
function causalPad({ shape: [, cols = 1] }: PyArray, dilation: number): Sides {
  return { top: 0, bottom: 0, left: (cols - 1) * dilation, right: 0 };
}

/** The bias of a call: an array other than input and filter, or a number. */
function biasBeside(own: OwnCall, ...used: readonly string[]): PyArray | undefined {
  const found = own.arrays.find(([name, { shape }]) => !used.includes(name) && /^b/i.test(name) && sizeOf(shape) > 0);
  if (found) return found[1];
  const [number] = numbersNamed(own, /^b(?:ias)?$/i);
  return number === undefined ? undefined : arrayOf(Float64Array.of(number), [1], 'float64');
}

function times(bias: PyArray, factor: number): PyArray {
  const values = Float64Array.from(flat(bias), (value) => value * factor);
  return arrayOf(values, bias.shape, 'float64');
}

/** With it, every window that overlaps the image counts. */
function fullPad({ shape: [rows = 1, cols = 1] }: PyArray): Pair {
  return [rows - 1, cols - 1];
}

function convolved(
  images: PyArray,
  kernels: PyArray,
  bias: PyArray | undefined,
  options: Conv2dOptions,
  flip: boolean,
  result: PyArray,
  context: Context,
  literals: ReadonlySet<number> | undefined,
): ArraysOf<'conv_forward'> | undefined {
  // A kernel that is larger than the image is the other operand.
  if (kernels.shape[0]! > images.shape[1]! || kernels.shape[1]! > images.shape[2]!) return undefined;
  return attempt(() => {
    const shape = outputShape(conv2dGeometry(images.shape, kernels.shape, options));
    if (sizeOf(shape) !== sizeOf(result.shape)) return undefined;
    const work = sizeOf(shape) * sizeOf(kernels.shape.slice(0, 3));
    if (work > MOST_WORK) return undefined;
    context.spend(work);
    const A_prev = publish(images, context);
    const W = publish(flip ? flipAxes(kernels, 2) : kernels, context);
    const b = bias && sizeOf(bias.shape) === kernels.shape[3] ? asBias(publish(bias, context)) : undefined;
    const output = conv2d(A_prev, W, b, options);
    if (isResult(output, result, context)) return { A_prev, W, ...(b && { b }) };
    const added = b || !literals ? undefined : addedTo(output, result, literals);
    if (added === undefined || !isResult(plus(output, added), result, context)) return undefined;
    const filters = kernels.shape[3]!;
    return { A_prev, W, b: { shape: [1, 1, 1, filters], data: new Float64Array(filters).fill(added) } };
  });
}

/** The number of the text by which the first cells differ; of an output of one value it could be any. */
function addedTo({ data }: NdArray, result: PyArray, literals: ReadonlySet<number>): number | undefined {
  const difference = flat(result)[0]! - data[0]!;
  const varies = data.some((value) => value !== data[0]);
  const isDifference = (value: number): boolean => Math.abs(value - difference) <= 1e-9 * (1 + Math.abs(data[0]!));
  return varies ? [...literals].flatMap((value) => [value, -value]).find(isDifference) : undefined;
}

function plus({ shape, data }: NdArray, added: number): NdArray {
  return { shape, data: Float64Array.from(data, (value) => value + added) };
}

interface Operands {
  /** (m, H, W, C) */
  readonly images: PyArray;
  /** (h, w, C / groups, n) */
  readonly kernels: PyArray;
  readonly layout: CallSite['layout'];
  readonly groups: number;
  /** Sequences, as images of one row. */
  readonly isLine: boolean;
}

/** For every layout that the shapes allow; those of one group are first. */
function convLayouts(x: PyArray, w: PyArray, context: Context): Operands[] {
  const isLine = x.shape.length === 1;
  const kernels = [...kernelLayouts(w, context), ...squareLayout(x, w, context)];
  const planes = imageLayouts(x, context).flatMap(([images, layout]) =>
    kernels.map((each) => ({ images, kernels: each, layout, isLine })),
  );
  return [...planes, ...lineLayouts(x, w, context)]
    .map((each) => ({ ...each, groups: each.images.shape[3]! / each.kernels.shape[2]! }))
    .filter(({ kernels, groups }) => Number.isInteger(groups) && kernels.shape[3]! % groups === 0)
    .sort((a, b) => a.groups - b.groups);
}
