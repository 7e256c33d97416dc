/** A call of a layer function with the course's own test arrays, for a text that only defines the function. */
import { courseCases } from '../../../core/check/cases/courseCases';
import type { NdArray } from '../../../core/array/NdArray';
import type { CallContent, LayerCall, OperationName } from '../../../core/read/LayerCall';

export function courseCall(operation: OperationName, callee: string, offset: number): LayerCall {
  const range = [offset, offset + callee.length] as const;
  return { callee, range, layout: 'nhwc', notation: 'numpy', ...contentOf(operation) };
}

/** ReLU and transposed convolutions are not in the course: theirs are made from the convolution's. */
function contentOf(operation: OperationName): CallContent {
  switch (operation) {
    case 'zero_pad': {
      const { x, pad } = courseCases(operation)[0]!;
      return { operation, arrays: { X: x! }, options: { pad } };
    }
    case 'conv_single_step': {
      const { x, w, b } = courseCases(operation)[0]!;
      return { operation, arrays: { a_slice_prev: x!, W: w!, b: b! }, options: {} };
    }
    case 'create_mask_from_window':
      return { operation, arrays: { x: courseCases(operation)[0]!.x! }, options: {} };
    case 'distribute_value': {
      const { value, kernel } = courseCases(operation)[0]!;
      return { operation, arrays: {}, options: { dz: value!, shape: kernel } };
    }
    case 'conv_forward':
    case 'conv_backward': {
      const { x, w, b, gradient, stride, pad } = courseCases(operation)[0]!;
      const arrays = { A_prev: x!, W: w!, b: b! };
      const options = { stride, padding: pad };
      if (operation === 'conv_forward') return { operation, arrays, options };
      return { operation, arrays: { ...(gradient && { dZ: gradient }), ...arrays }, options };
    }
    case 'pool_forward':
    case 'pool_backward': {
      const { stride, kernel, mode, x, gradient } = courseCases(operation)[0]!;
      const arrays = { A_prev: x! };
      const options = { mode, kernel: kernel[0], stride, ties: 'all' } as const;
      if (operation === 'pool_forward') return { operation, arrays, options };
      return { operation, arrays: { ...(gradient && { dA: gradient }), ...arrays }, options };
    }
    case 'conv_transpose_forward':
    case 'conv_transpose_backward': {
      const { x, w } = courseCases('conv_forward')[0]!;
      const transposed: NdArray = { shape: [3, 3, 8, 4], data: w!.data };
      return { operation, arrays: { A_prev: x!, W: transposed }, options: { stride: 2, padding: 1 } };
    }
    case 'relu_forward':
    case 'relu_backward':
      return { operation, arrays: { Z: courseCases('pool_forward')[0]!.x! }, options: {} };
  }
}
