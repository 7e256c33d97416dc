/**
 * The layer of two arrays, or the pooling of one, whose result is a third array of the text: of the layouts and options that could
 * be meant, those that compute exactly the written numbers.
 */
import { sizeOf, type NdArray } from '../../../array/NdArray';
import { toPair } from '../../../layer/axis';
import { combinations } from '../../../combinations';
import { conv2d } from '../../../layer/conv2d';
import { convTranspose2d } from '../../../layer/convTranspose2d';
import { transposedShape, convTranspose2dGeometry } from '../../../layer/convTransposeGeometry';
import { conv2dGeometry, outputShape, pool2dGeometry } from '../../../layer/geometry';
import type { Conv2dOptions, Pool2dOptions } from '../../../layer/options';
import { pool2d } from '../../../layer/pool2d';
import { attempt, msg } from '../../../message';
import type { CallContent, CallSite } from '../../LayerCall';
import { turnedKernel } from '../../../layer/layout';
import { couldBe, filtersOf, imagesOf, isShown, transposedFilters, type WrittenLayout } from './layouts';
import { convTrials, poolTrials, spends, transposeTrials, type Trial } from './trials';

export type Agreeing = CallContent<
  | 'conv_forward'
  | 'conv_backward'
  | 'conv_transpose_forward'
  | 'pool_forward'
  | 'pool_backward'
  | 'zero_pad'
  | 'relu_forward'
  | 'relu_backward'
> &
  Pick<CallSite, 'layout' | 'notes'>;

export function agreeingConv(
  x: NdArray,
  w: NdArray,
  b: NdArray | undefined,
  result: NdArray,
  trial: Trial,
): Agreeing | undefined {
  for (const { array: images, layout } of imagesOf(x, trial.sizes)) {
    for (const filters of filtersOf(w, images.shape[3]!, trial.sizes)) {
      const biases = b && b.data.length === filters.shape[3] ? [b, undefined] : [undefined];
      for (const options of convTrials(images, filters, trial)) {
        if (!couldConvolve(images, filters, options, result, trial)) continue;
        for (const [isTurned, bias] of combinations([false, true], biases)) {
          const W = isTurned ? turnedKernel(filters) : filters;
          const added = bias && { shape: [1, 1, 1, bias.data.length], data: bias.data };
          const output = conv2d(images, W, added, options);
          // A plane does not show where the channels of its results are.
          const layouts = images.shape[3] === 1 && filters.shape[3]! > 1 ? (['nchw', 'nhwc'] as const) : [layout];
          const shown = layouts.find((each) => isShown(output, result, each));
          if (!shown) continue;
          return {
            operation: 'conv_forward',
            arrays: { A_prev: images, W, ...(added && { b: added }) },
            options: { ...options, ...(isTurned && { kernelFlipped: true }) },
            layout: shown,
          };
        }
      }
    }
  }
  return undefined;
}

/** Whether a convolution has as many values as a result, and the work for it is left. */
function couldConvolve(
  images: NdArray,
  filters: NdArray,
  options: Conv2dOptions,
  result: NdArray,
  trial: Trial,
): boolean {
  const fits = attempt(() => {
    if (!spends(trial, 0)) return false;
    const size = sizeOf(outputShape(conv2dGeometry(images.shape, filters.shape, options)));
    return couldBe(size, result) && spends(trial, size * sizeOf(filters.shape.slice(0, 3)));
  });
  return fits === true;
}

export function agreeingTranspose(x: NdArray, w: NdArray, result: NdArray, trial: Trial): Agreeing | undefined {
  for (const { array: images, layout } of imagesOf(x, trial.sizes))
    for (const W of transposedFilters(w, images.shape[3]!, trial.sizes))
      for (const options of transposeTrials(trial)) {
        const fits = attempt(() => {
          if (!spends(trial, 0)) return false;
          const size = sizeOf(transposedShape(convTranspose2dGeometry(images.shape, W.shape, options)));
          return couldBe(size, result) && spends(trial, images.data.length * sizeOf(W.shape.slice(0, 3)));
        });
        if (!fits || !isShown(convTranspose2d(images, W, undefined, options), result, layout)) continue;
        return { operation: 'conv_transpose_forward', arrays: { A_prev: images, W }, options, layout };
      }
  return undefined;
}

export function agreeingPool(
  x: NdArray,
  result: NdArray,
  modes: readonly Pool2dOptions['mode'][],
  trial: Trial,
): Agreeing | undefined {
  // The input itself is the result of windows of one cell, and of many others.
  if (x.data.join() === result.data.join()) return undefined;
  let uneven: Agreeing | undefined;
  for (const { array: A_prev, layout } of imagesOf(x, trial.sizes)) {
    const [options, ...others] = poolTrials(A_prev, modes, trial).filter((each) =>
      pools(A_prev, each, result, layout, trial),
    );
    if (!options) continue;
    // Growing numbers have the same maxima in many windows.
    const notes = others.length > 0 ? [msg('other sizes, strides or pads of this pooling have the same result')] : [];
    const found: Agreeing = { operation: 'pool_forward', arrays: { A_prev }, options, layout, notes };
    // In another order of axes, the windows may be as long as wide, or along the only row.
    const [rows, cols] = toPair(options.kernel);
    if (rows === cols || A_prev.shape[1] === 1 || trial.stated.windows.includes(options.kernel)) return found;
    uneven ??= found;
  }
  return uneven;
}

function pools(A_prev: NdArray, options: Pool2dOptions, result: NdArray, layout: WrittenLayout, trial: Trial): boolean {
  const fits = attempt(() => {
    if (!spends(trial, 0)) return false;
    const { rows, cols } = pool2dGeometry(A_prev.shape, options);
    const size = A_prev.shape[0]! * rows.outSize * cols.outSize * A_prev.shape[3]!;
    // One window in one plane may be any reduction.
    return couldBe(size, result) && size > 1 && spends(trial, 10 * size);
  });
  return fits === true && isShown(pool2d(A_prev, options), result, layout);
}
