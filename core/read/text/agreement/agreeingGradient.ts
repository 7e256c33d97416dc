/** Gradients of a convolution or a pooling of a text's arrays that the text has as a result. */
import { sizeOf, type NdArray } from '../../../array/NdArray';
import { conv2dBackward } from '../../../layer/conv2dBackward';
import { conv2dGeometry, outputShape, pool2dGeometry } from '../../../layer/geometry';
import type { Pool2dOptions } from '../../../layer/options';
import { pool2dBackward } from '../../../layer/pool2dBackward';
import { attempt } from '../../../message';
import type { Agreeing } from './agreeingLayer';
import { couldBe, filtersOf, imagesOf, isShown, unitOf, type WrittenLayout } from './layouts';
import { convTrials, poolTrials, spends, type Trial } from './trials';

/** `gradient`: of the layer's output; undefined for ones. */
export function agreeingPoolGradient(
  x: NdArray,
  gradient: NdArray | undefined,
  result: NdArray,
  modes: readonly Pool2dOptions['mode'][],
  trial: Trial,
): Agreeing | undefined {
  if (!couldBe(x.data.length, result)) return undefined;
  for (const { array: A_prev, layout } of imagesOf(x, trial.sizes))
    for (const each of poolTrials(A_prev, modes, trial)) {
      const options: Pool2dOptions = { ...each, ties: 'first' };
      const dA = attempt(() => {
        if (!spends(trial, 0)) return undefined;
        const shape = outputShape(pool2dGeometry(A_prev.shape, options));
        const found = gradientOf(gradient, shape, layout, trial);
        if (!found || !spends(trial, 20 * sizeOf(shape))) return undefined;
        return isShown(pool2dBackward(found, A_prev, options), result, layout) ? found : undefined;
      });
      if (dA) return { operation: 'pool_backward', arrays: { dA, A_prev }, options, layout };
    }
  return undefined;
}

/** The gradient of the input or of the filters. */
export function agreeingConvGradient(
  x: NdArray,
  w: NdArray,
  gradient: NdArray | undefined,
  result: NdArray,
  trial: Trial,
): Agreeing | undefined {
  // Where each cell is used once, the gradients are the other array itself.
  if ([x, w].some(({ data }) => data.join() === result.data.join())) return undefined;
  const ofInput = couldBe(x.data.length, result);
  // Ones through equal weights count the windows, which a list or signals in another shape have too.
  if (!gradient && x.shape.length % 2 === 1 && new Set(w.data).size === 1) return undefined;
  if (!ofInput && w.data.length !== result.data.length) return undefined;
  for (const { array: A_prev, layout } of imagesOf(x, trial.sizes))
    for (const W of filtersOf(w, A_prev.shape[3]!, trial.sizes))
      for (const options of convTrials(A_prev, W, trial)) {
        const dZ = attempt(() => {
          if (!spends(trial, 0)) return undefined;
          const shape = outputShape(conv2dGeometry(A_prev.shape, W.shape, options));
          // Of one cell, the gradients are the patch and the filter themselves.
          if (!gradient && shape[1] * shape[2] === 1) return undefined;
          const found = gradientOf(gradient, shape, layout, trial);
          if (!found || !spends(trial, 3 * sizeOf(shape) * sizeOf(W.shape.slice(0, 3)))) return undefined;
          const { dX, dW } = conv2dBackward(found, A_prev, W, options);
          if (ofInput && isShown(dX, result, layout)) return found;
          return isFilterGradient(dW, W, w, result) ? found : undefined;
        });
        if (dZ) return { operation: 'conv_backward', arrays: { dZ, A_prev, W }, options, layout };
      }
  return undefined;
}

/** In one of the layouts of the filters, the same as theirs. */
function isFilterGradient(dW: NdArray, W: NdArray, written: NdArray, result: NdArray): boolean {
  if (result.data.length !== dW.data.length) return false;
  const sizes = { shapes: [written.shape], numbers: new Set<number>(), arranges: false };
  const own = filtersOf({ shape: written.shape, data: result.data }, W.shape[2]!, sizes);
  const unit = unitOf(result);
  return own.some(
    ({ shape, data }) =>
      shape.join() === dW.shape.join() &&
      data.every((number, index) => Math.abs(number - dW.data[index]!) <= unit + 1e-4 * Math.abs(number)),
  );
}

function gradientOf(
  gradient: NdArray | undefined,
  shape: readonly number[],
  layout: WrittenLayout,
  { sizes }: Trial,
): NdArray | undefined {
  if (!gradient) return { shape: [...shape], data: new Float64Array(sizeOf(shape)).fill(1) };
  const [count = 1, rows = 1, cols = 1, channels = 1] = shape;
  // One number for each plane.
  if (count * rows * cols === 1 && channels === gradient.data.length) return { shape, data: gradient.data };
  const images = imagesOf(gradient, sizes);
  return images.find((each) => each.layout === layout && each.array.shape.join() === shape.join())?.array;
}
