/** The layer that a case describes, as the stepping surface opens it. */
import { ndarray } from '../../array/NdArray';
import { paddingOfCase, stridesOfCase, type LayerCase } from '../cases/LayerCase';
import { isBackward } from '../CourseFunction';
import type { ConvLayer, PoolLayer } from '../../step/Layer';

/** `layerCase` must be one of a convolution or a pooling. */
export function layerOfCase(layerCase: LayerCase): ConvLayer | PoolLayer {
  const { operation, x, w, b, gradient, kernel, mode, dilation, groups, ceilMode } = layerCase;
  const stride = stridesOfCase(layerCase);
  const padding = paddingOfCase(layerCase);
  const pass = isBackward(operation) ? 'backward' : 'forward';
  if (!w) {
    const options = { mode, kernel, stride, padding, ...(ceilMode && { ceilMode }) };
    return { kind: 'pool', pass, x: x!, ...(gradient && { dZ: gradient }), options };
  }
  const bias = b && ndarray([1, 1, 1, b.data.length], b.data);
  const options = { stride, padding, ...(dilation && { dilation }), ...(groups && { groups }) };
  return { kind: 'conv', pass, x: x!, w, ...(bias && { b: bias }), ...(gradient && { dZ: gradient }), options };
}
