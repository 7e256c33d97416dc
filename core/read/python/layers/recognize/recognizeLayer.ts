/**
 * Recognises a convolution, a pooling or ReLU in a function of the text that no course or book names: by its result. Arguments and
 * layouts that could be meant are tried, and only what computes exactly the returned numbers is recorded.
 */
import { sizeOf, type NdArray } from '../../../../array/NdArray';
import { combinations } from '../../../../combinations';
import { toPair } from '../../../../layer/axis';
import { outputShape, pool2dGeometry } from '../../../../layer/geometry';
import type { Padding, Pair, Pool2dOptions } from '../../../../layer/options';
import { pool2d } from '../../../../layer/pool2d';
import { tileOf } from '../../../../layer/tileOf';
import { attempt, msg, type Message } from '../../../../message';
import type { CallContent, CallSite } from '../../../LayerCall';
import type { TextRange } from '../../../TextRange';
import { flat, publish, type PyArray } from '../../array/PyArray';
import { sliceAxis } from '../../array/reshaping';
import type { Context } from '../../runtime/Context';
import { placedIn } from '../forward';
import { imageLayouts, sequenceOptions, MOST_WORK, optionsOf } from './layouts';
import { KERNEL, PAD_NAME, sizesNamed, STRIDE, type OwnCall } from './ownCall';
import { recognizeConv } from './recognizeConv';
import { recognizeReluGradient } from './recognizeGradients';
import { isResult } from './sameNumbers';

export type Recognized = CallContent<
  | 'conv_forward'
  | 'conv_transpose_forward'
  | 'pool_forward'
  | 'relu_forward'
  | 'conv_backward'
  | 'pool_backward'
  | 'relu_backward'
> &
  Pick<CallSite, 'layout' | 'notes'>;

/** Undefined where no layer gives `result`. */
export function recognizeLayer(own: OwnCall, result: PyArray, context: Context): Recognized | undefined {
  if (result.shape.length === 0 || sizeOf(result.shape) < 2) return undefined;
  const isLine = result.shape.length === 1;
  if (isLine && sizeOf(result.shape) < 3) return undefined;
  const relu = isLine ? undefined : recognizeRelu(own, result, context);
  return (
    relu ??
    recognizeConv(own, result, context) ??
    recognizePool(own, result, context, isLine) ??
    recognizeInner(own, result, context)
  );
}

/** A convolution whose loops leave the border of a plane of the input's size as it was made: 0, or a copy of the input. */
function recognizeInner(own: OwnCall, result: PyArray, context: Context): Recognized | undefined {
  const [height = 0, width = 0] = result.shape;
  const images = own.arrays.filter(([, { shape }]) => shape.join() === result.shape.join());
  for (const [[, image], [, { shape }]] of combinations(images, own.arrays)) {
    const [rows = 0, cols = 0] = shape.map((extent) => extent >> 1);
    const isFilter = shape.length === 2 && shape.every((extent) => extent % 2 === 1);
    if (!isFilter || result.shape.length !== 2 || height - 2 * rows < 2 || width - 2 * cols < 2) continue;
    const [values, original] = [flat(result), flat(image)];
    const border = [...values.keys()].filter((at) => {
      const [row, col] = [Math.floor(at / width), at % width];
      return row < rows || row >= height - rows || col < cols || col >= width - cols;
    });
    if (border.some((at) => values[at] !== 0) && border.some((at) => values[at] !== original[at])) continue;
    const inner = sliceAxis(sliceAxis(result, 0, rows, height - rows), 1, cols, width - cols);
    const found = recognizeConv(own, inner, context);
    if (found?.operation !== 'conv_forward' || found.arrays.W?.shape.slice(0, 2).join() !== shape.join()) continue;
    return { ...found, notes: [msg('the text computes no cell whose window is cut by the border')] };
  }
  return undefined;
}

/**
 * Only an input with positive and negative values shows that the function is ReLU. A gradient whose values are positive where the
 * input's are has the same result.
 */
function recognizeRelu(own: OwnCall, result: PyArray, context: Context): Recognized | undefined {
  for (const [, x] of own.arrays) {
    if (x.shape.join() !== result.shape.join()) continue;
    const [values, results] = [flat(x), flat(result)];
    context.spend(values.length);
    const signs = new Set<number>();
    let agrees = true;
    for (let i = 0; i < values.length && agrees; i++) {
      signs.add(Math.sign(values[i]!));
      agrees = results[i] === Math.max(0, values[i]!);
    }
    const isGradient = ([, z]: OwnCall['arrays'][number]): boolean =>
      flat(z).join() !== values.join() && recognizeReluGradient(z, x, result, context) !== undefined;
    if (agrees && signs.has(1) && signs.has(-1) && !own.arrays.some(isGradient))
      return { operation: 'relu_forward', arrays: { Z: publish(x, context) }, options: {}, layout: 'nhwc' };
  }
  return undefined;
}

/** Records what was recognised. */
export function recordRecognized(
  found: Recognized,
  callee: string,
  range: TextRange,
  context: Context,
  further: readonly Message[] = [],
): void {
  const notes = [msg('{0} computes {1}', callee, layerName(found)), ...(found.notes ?? []), ...further];
  context.calls.push({ ...found, callee, range, ...placedIn(context, range), notation: 'numpy', notes });
}

export function layerName({ operation }: Recognized): Message {
  switch (operation) {
    case 'relu_forward':
      return msg('ReLU');
    case 'conv_forward':
      return msg('a convolution');
    case 'conv_transpose_forward':
      return msg('a transposed convolution');
    case 'pool_forward':
      return msg('a pooling');
    case 'conv_backward':
      return msg('the gradients of a convolution');
    case 'pool_backward':
      return msg('the gradient of a pooling');
    case 'relu_backward':
      return msg('the gradient of ReLU');
  }
}

/** A convolution whose output has every window that overlaps the input; the gradient of an input is one too. */
export function recognizeFull(own: OwnCall, result: PyArray, context: Context): Recognized | undefined {
  return recognizeConv(own, result, context, true);
}

const MODES = ['max', 'average'] as const;

/** Along a line, the size of the window is among the arguments. */
function recognizePool(own: OwnCall, result: PyArray, context: Context, isLine: boolean): Recognized | undefined {
  // `ph, pw` are the sides of a pooling's window, too.
  const sizes = eitherOrder([...sizesNamed(own, KERNEL), ...sizesNamed(own, /^p$/)]);
  const kernels = isLine ? sizes : optionsOf(sizes, [2, 3]);
  const strides = optionsOf(eitherOrder(sizesNamed(own, STRIDE)), []);
  const pads = new Set<Padding>([0, ...optionsOf(sizesNamed(own, PAD_NAME), [])]);
  for (const [, x] of own.arrays) {
    if ((x.shape.length === 1) !== isLine) continue;
    const tile = tileOf(x.shape, result.shape);
    for (const [[images, layout], kernel] of combinations(imageLayouts(x, context), [...kernels, ...tile])) {
      for (const [stride, padding, mode] of combinations([...strides, kernel, 1, 2], pads, MODES)) {
        const options: Pool2dOptions = {
          mode,
          kernel: isLine ? [1, toPair(kernel)[1]] : kernel,
          ...(isLine ? sequenceOptions(stride, padding) : { stride, ...(padding !== 0 && { padding }) }),
          ties: 'all',
        };
        const A_prev = pooled(images, options, result, context);
        if (A_prev) return { operation: 'pool_forward', arrays: { A_prev }, options: { ...options }, layout };
      }
    }
  }
  return undefined;
}

/** Pairs may count rows or columns first. */
function eitherOrder(sizes: readonly Pair[]): Pair[] {
  return [...sizes, ...sizes.flatMap((size): Pair[] => (typeof size === 'number' ? [] : [[size[1], size[0]]]))];
}

function pooled(images: PyArray, options: Pool2dOptions, result: PyArray, context: Context): NdArray | undefined {
  return attempt(() => {
    const geometry = pool2dGeometry(images.shape, options);
    const shape = outputShape(geometry);
    // One window in a plane may be any reduction, not only a pooling.
    if (geometry.rows.outSize * geometry.cols.outSize === 1) return undefined;
    const work = sizeOf(shape) * geometry.rows.kernel * geometry.cols.kernel;
    if (sizeOf(shape) !== sizeOf(result.shape) || work > MOST_WORK) return undefined;
    context.spend(work);
    const A_prev = publish(images, context);
    return isResult(pool2d(A_prev, options), result, context) ? A_prev : undefined;
  });
}
