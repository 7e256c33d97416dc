/**
 * Recognises the gradients of a pooling or a convolution in a function of the text, by the gradient of the input that it returns:
 * of the layouts and options that could be meant, those that compute exactly these numbers.
 */
import { attempt } from '../../../../message';
import { sizeOf } from '../../../../array/NdArray';
import { combinations } from '../../../../combinations';
import { conv2dBackward } from '../../../../layer/conv2dBackward';
import { conv2dGeometry, outputShape, pool2dGeometry } from '../../../../layer/geometry';
import type { Conv2dOptions, Pool2dOptions } from '../../../../layer/options';
import { pool2dBackward } from '../../../../layer/pool2dBackward';
import type { CallContent, CallSite } from '../../../LayerCall';
import { flat, publish, type PyArray } from '../../array/PyArray';
import type { Context } from '../../runtime/Context';
import { imageLayouts, kernelLayouts, MOST_WORK, optionsOf } from './layouts';
import { KERNEL, PAD_NAME, sizesNamed, STRIDE, type OwnCall } from './ownCall';
import { isResult } from './sameNumbers';

type Gradients = CallContent<'conv_backward' | 'pool_backward' | 'relu_backward'> & Pick<CallSite, 'layout'>;

/** Undefined where none of `results` is the gradient of an input by an array of the call. */
export function recognizeGradients(own: OwnCall, results: readonly PyArray[], context: Context): Gradients | undefined {
  for (const [[xName, x], result] of combinations(own.arrays, results)) {
    if (result.shape.join() !== x.shape.join() || !isTelling(result, own)) continue;
    for (const [dName, gradient] of own.arrays) {
      if (dName === xName || gradient.shape.length !== x.shape.length || FILTER.test(dName)) continue;
      const passed = recognizeReluGradient(x, gradient, result, context);
      if (passed) return passed;
      const gradients = imageLayouts(gradient, context);
      for (const [index, [images, layout]] of imageLayouts(x, context).entries()) {
        const [outputs] = gradients[index]!;
        const found =
          poolGradient(own, images, outputs, result, context) ??
          convGradients(own, [xName, dName], images, outputs, result, context);
        if (found) return { ...found, layout };
      }
    }
  }
  return undefined;
}

/** The gradient and a filter of one channel exchange their places without another result. */
const FILTER = /^(?:w|k|kernel|filters?|weights?)\d*$/i;

/** One value in all cells is the gradient of many layers, unless the call gives the kernel's size. */
function isTelling(array: PyArray, own: OwnCall): boolean {
  const values = flat(array);
  if (values.some((value) => value !== values[0])) return true;
  return values[0] !== 0 && sizesNamed(own, KERNEL).length > 0;
}

/** Only an input with positive and negative values shows that the function is ReLU. */
export function recognizeReluGradient(
  x: PyArray,
  gradient: PyArray,
  result: PyArray,
  context: Context,
): Gradients | undefined {
  if (gradient.shape.join() !== x.shape.join()) return undefined;
  const [values, passed, results] = [flat(x), flat(gradient), flat(result)];
  context.spend(values.length);
  const signs = new Set(Array.from(values, Math.sign));
  if (!signs.has(1) || !signs.has(-1)) return undefined;
  for (let i = 0; i < values.length; i++) if (results[i] !== (values[i]! > 0 ? passed[i] : 0)) return undefined;
  const [dA, Z] = [publish(gradient, context), publish(x, context)];
  return { operation: 'relu_backward', arrays: { dA, Z }, options: {}, layout: 'nhwc' };
}

const POOLINGS = [
  ['max', 'all'],
  ['max', 'first'],
  ['average', 'all'],
] as const;

function poolGradient(own: OwnCall, images: PyArray, gradient: PyArray, result: PyArray, context: Context) {
  const kernels = optionsOf(sizesNamed(own, KERNEL), [2, 3]);
  const strides = optionsOf(sizesNamed(own, STRIDE), []);
  for (const kernel of kernels) {
    for (const [stride, [mode, ties]] of combinations([...strides, kernel, 1, 2], POOLINGS)) {
      const options: Pool2dOptions = { mode, kernel, stride, ties };
      const arrays = attempt(() => {
        const geometry = pool2dGeometry(images.shape, options);
        const shape = outputShape(geometry);
        const work = sizeOf(shape) * geometry.rows.kernel * geometry.cols.kernel;
        if (shape.join() !== gradient.shape.join() || work > MOST_WORK) return undefined;
        context.spend(work);
        const [A_prev, dA] = [publish(images, context), publish(gradient, context)];
        return isResult(pool2dBackward(dA, A_prev, options), result, context) ? { dA, A_prev } : undefined;
      });
      if (arrays) return { operation: 'pool_backward', arrays, options: { ...options } } as const;
    }
  }
  return undefined;
}

function convGradients(
  own: OwnCall,
  used: readonly string[],
  images: PyArray,
  gradient: PyArray,
  result: PyArray,
  context: Context,
) {
  const strides = [...optionsOf(sizesNamed(own, STRIDE), [1, 2]), 1];
  const pads = optionsOf(sizesNamed(own, PAD_NAME), [0, 'same_upper']);
  for (const [name, w] of own.arrays) {
    if (used.includes(name)) continue;
    for (const [kernels, stride, padding] of combinations(kernelLayouts(w, context), strides, pads)) {
      const options: Conv2dOptions = { stride, padding };
      const arrays = attempt(() => {
        const shape = outputShape(conv2dGeometry(images.shape, kernels.shape, options));
        const work = 3 * sizeOf(shape) * sizeOf(kernels.shape.slice(0, 3));
        if (shape.join() !== gradient.shape.join() || work > MOST_WORK) return undefined;
        context.spend(work);
        const [A_prev, W, dZ] = [publish(images, context), publish(kernels, context), publish(gradient, context)];
        return isResult(conv2dBackward(dZ, A_prev, W, options).dX, result, context) ? { dZ, A_prev, W } : undefined;
      });
      if (arrays) return { operation: 'conv_backward', arrays, options: { ...options } } as const;
    }
  }
  return undefined;
}
