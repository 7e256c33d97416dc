/** The result of a forward pass that a text's call computes. */
import type { NdArray } from '../../../array/NdArray';
import { conv2d } from '../../../layer/conv2d';
import { pool2d } from '../../../layer/pool2d';
import type { CallContent } from '../../LayerCall';

/** Throws a LensError where the layer cannot be computed; undefined for other operations. */
export function outputOf({ operation, arrays, options }: CallContent): NdArray | undefined {
  if (operation === 'pool_forward') return pool2d(arrays.A_prev, options);
  return operation === 'conv_forward' && arrays.W ? conv2d(arrays.A_prev, arrays.W, arrays.b, options) : undefined;
}
