/** A call of a layer function with the course's own test arrays, for a text that only defines the function. */
import { courseCases } from '../../../core/check/cases/courseCases';
import type { LayerCase } from '../../../core/check/cases/LayerCase';
import type { NdArray } from '../../../core/array/NdArray';
import type { LayerCall, OperationName } from '../../../core/read/ParseResult';

export function courseCall(operation: OperationName, callee: string, offset: number): LayerCall {
  return {
    callee,
    operation,
    range: [offset, offset + callee.length],
    layout: 'nhwc',
    notation: 'numpy',
    ...argumentsOf(operation),
  };
}

/** ReLU and transposed convolutions are not in the course: theirs are made from the convolution's. */
function argumentsOf(operation: OperationName): Pick<LayerCall, 'arrays' | 'options'> {
  switch (operation) {
    case 'zero_pad': {
      const { x, pad } = courseCases(operation)[0]!;
      return { arrays: { X: x! }, options: { pad } };
    }
    case 'conv_single_step': {
      const { x, w, b } = courseCases(operation)[0]!;
      return { arrays: { a_slice_prev: x!, W: w!, b: b! }, options: {} };
    }
    case 'create_mask_from_window':
      return { arrays: { x: courseCases(operation)[0]!.x! }, options: {} };
    case 'distribute_value': {
      const { value, kernel } = courseCases(operation)[0]!;
      return { arrays: {}, options: { dz: value, shape: kernel } };
    }
    case 'conv_forward':
    case 'conv_backward': {
      const layer = courseCases(operation)[0]!;
      const { stride, pad } = layer;
      return { arrays: { ...gradient('dZ', layer), ...filtered(layer) }, options: { stride, padding: pad } };
    }
    case 'pool_forward':
    case 'pool_backward': {
      const layer = courseCases(operation)[0]!;
      const { stride, kernel, mode, x } = layer;
      const options = { mode, kernel: kernel[0], stride, ties: 'all' };
      return { arrays: { ...gradient('dA', layer), A_prev: x! }, options };
    }
    case 'conv_transpose_forward':
    case 'conv_transpose_backward': {
      const { x, w } = courseCases('conv_forward')[0]!;
      const transposed: NdArray = { shape: [3, 3, 8, 4], data: w!.data };
      return { arrays: { A_prev: x!, W: transposed }, options: { stride: 2, padding: 1 } };
    }
    case 'relu_forward':
    case 'relu_backward':
      return { arrays: { Z: courseCases('pool_forward')[0]!.x! }, options: {} };
  }
}

function filtered({ x, w, b }: LayerCase): Readonly<Record<string, NdArray>> {
  return { A_prev: x!, W: w!, b: b! };
}

function gradient(name: string, { gradient: array }: LayerCase): Readonly<Record<string, NdArray>> {
  return array ? { [name]: array } : {};
}
