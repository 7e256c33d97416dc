/** The layer that a case describes, as the stepping surface opens it. */
import { ndarray } from '../../array/NdArray';
import type { LayerCase } from '../cases/LayerCase';
import { isBackward } from '../CourseFunction';
import type { ConvLayer, PoolLayer } from '../../step/Layer';

/** `layerCase` must be one of a convolution or a pooling. */
export function layerOfCase({
  operation,
  x,
  w,
  b,
  gradient,
  stride,
  pad,
  kernel,
  mode,
}: LayerCase): ConvLayer | PoolLayer {
  const pass = isBackward(operation) ? 'backward' : 'forward';
  if (!w) {
    const options = { mode, kernel, stride, padding: pad };
    return { kind: 'pool', pass, x: x!, ...(gradient && { dA: gradient }), options };
  }
  const bias = b && ndarray([1, 1, 1, b.data.length], b.data);
  const options = { stride, padding: pad };
  return { kind: 'conv', pass, x: x!, w, ...(bias && { b: bias }), ...(gradient && { dZ: gradient }), options };
}
