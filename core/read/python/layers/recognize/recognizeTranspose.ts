/** Recognises a transposed convolution by its result: `Y[i: i + h, j: j + w] += X[i, j] * K` in loops. */
import { sizeOf } from '../../../../array/NdArray';
import { combinations } from '../../../../combinations';
import { convTranspose2d } from '../../../../layer/convTranspose2d';
import { convTranspose2dGeometry, transposedShape } from '../../../../layer/convTransposeGeometry';
import type { ConvTranspose2dOptions } from '../../../../layer/options';
import { attempt } from '../../../../message';
import type { CallContent, CallSite } from '../../../LayerCall';
import { publish, type PyArray } from '../../array/PyArray';
import type { Context } from '../../runtime/Context';
import { imageLayouts, kernelLayouts, MOST_WORK, optionsOf } from './layouts';
import { numbersNamed, PAD_NAME, STRIDE, type OwnCall } from './ownCall';
import { isResult } from './sameNumbers';

type Found = CallContent<'conv_transpose_forward'> & Pick<CallSite, 'layout'>;

/**
 * Undefined where no transposed convolution of the call's two arrays, without a bias, gives `result`. With a third array, as the
 * input in `conv_grad(d, x, w)`, the call may be the gradient of a convolution, which gives the same result.
 */
export function recognizeTranspose(own: OwnCall, result: PyArray, context: Context): Found | undefined {
  if (own.arrays.length > 2) return undefined;
  const strides = [...new Set([...optionsOf(numbersNamed(own, STRIDE), [1, 2]), 1])];
  const pads = [...new Set([...optionsOf(numbersNamed(own, PAD_NAME), [0, 1]), 0])];
  for (const [[xName, x], [wName, w]] of combinations(own.arrays, own.arrays)) {
    // One value times a kernel is a product.
    if (xName === wName || x.shape.length < 2 || sizeOf(x.shape) < 2 || sizeOf(w.shape) < 2) continue;
    const layouts = combinations(imageLayouts(x, context), kernelLayouts(w, context), strides, pads);
    for (const [[images, layout], kernels, stride, padding] of layouts) {
      const arrays = transposed(images, kernels, { stride, padding }, result, context);
      if (arrays) return { operation: 'conv_transpose_forward', arrays, options: { stride, padding }, layout };
    }
  }
  return undefined;
}

function transposed(
  images: PyArray,
  kernels: PyArray,
  options: ConvTranspose2dOptions,
  result: PyArray,
  context: Context,
): Found['arrays'] | undefined {
  if (kernels.shape[3] !== images.shape[3]) return undefined;
  return attempt(() => {
    const shape = transposedShape(convTranspose2dGeometry(images.shape, kernels.shape, options));
    const work = sizeOf(images.shape) * sizeOf(kernels.shape.slice(0, 3));
    if (sizeOf(shape) !== sizeOf(result.shape) || work > MOST_WORK) return undefined;
    context.spend(work);
    const [A_prev, W] = [publish(images, context), publish(kernels, context)];
    return isResult(convTranspose2d(A_prev, W, undefined, options), result, context) ? { A_prev, W } : undefined;
  });
}
