/** Computes a recorded call again from its own arrays and options. */
import type { NdArray } from '../../../../../core/array/NdArray';
import { conv2d } from '../../../../../core/layer/conv2d';
import { conv2dBackward } from '../../../../../core/layer/conv2dBackward';
import { convTranspose2d } from '../../../../../core/layer/convTranspose2d';
import { pool2d } from '../../../../../core/layer/pool2d';
import { pool2dBackward } from '../../../../../core/layer/pool2dBackward';
import type { LayerCall } from '../../../../../core/read/ParseResult';

/** Every result, and its positive part, because activations are not part of a call. */
export function resultsOfCall(call: LayerCall): NdArray[] {
  return resultsOf(call).flatMap((result) => [
    result,
    { shape: result.shape, data: result.data.map((value) => Math.max(0, value)) },
  ]);
}

function resultsOf({ operation, arrays, options }: LayerCall): NdArray[] {
  switch (operation) {
    case 'conv_forward':
      return [conv2d(arrays.A_prev, arrays.W!, arrays.b, options)];
    case 'conv_backward':
      return Object.values(conv2dBackward(arrays.dZ!, arrays.A_prev, arrays.W!, options));
    case 'pool_forward':
      return [pool2d(arrays.A_prev, options)];
    case 'pool_backward':
      return [pool2dBackward(arrays.dA!, arrays.A_prev, options)];
    case 'conv_transpose_forward':
      return [convTranspose2d(arrays.A_prev, arrays.W!, arrays.b, options)];
    case 'relu_forward':
      return [arrays.Z];
    default:
      return [];
  }
}
