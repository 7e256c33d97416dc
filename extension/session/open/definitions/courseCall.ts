/** A call of a layer function with the course's own test arrays, for a text that only defines the function. */
import { courseCases } from '../../../../core/check/cases/courseCases';
import type { NdArray } from '../../../../core/array/NdArray';
import { msg, type Message } from '../../../../core/message';
import type { CallContent, LayerCall, OperationName } from '../../../../core/read/LayerCall';
import { exerciseContent } from './exerciseCalls';

export function courseCall(operation: OperationName, callee: string, offset: number): LayerCall {
  const range = [offset, offset + callee.length] as const;
  const content = planarContent(callee) ?? exerciseContent(callee) ?? contentOf(operation);
  return { callee, range, layout: 'nhwc', notation: 'numpy', ...content };
}

/** Parameters of the course's functions, of the book's and of CS231n's. */
const OPTIONS = /param|^opt|config|^hp$/i;
const MODE = /^mode$/;
const SIGNATURES: Readonly<Record<string, readonly RegExp[]>> = {
  zero_pad: [/^(?:x|a|img)/i, /pad/i],
  conv_single_step: [/slice|^[ax]/i, /^w/i, /^b/i],
  conv_forward: [/^[ax]|^input/i, /^w/i, /^b/i, OPTIONS],
  conv_backward: [/^d[za]|^dout|^dy/i, /cache/i],
  pool_forward: [/^[ax]|^input/i, OPTIONS, MODE],
  pool_backward: [/^d[za]|^dout|^dy/i, /cache/i, MODE],
  create_mask_from_window: [/./],
  distribute_value: [/^d|val/i, /shape/i],
  conv_forward_naive: [/^[ax]|^input/i, /^w/i, /^b/i, OPTIONS],
  conv_backward_naive: [/^d/i, /cache/i],
  max_pool_forward_naive: [/^[ax]|^input/i, OPTIONS],
  max_pool_backward_naive: [/^d/i, /cache/i],
  corr2d: [/./, /./],
  pool2d: [/./, /./, MODE],
};

/** Whether the test arrays are for a function: it has a known name, and its parameters have the same roles in order. */
export function takesCourseArrays(callee: string, parameters: readonly string[]): boolean {
  const signature = Object.hasOwn(SIGNATURES, callee) ? SIGNATURES[callee]! : undefined;
  const required = signature?.filter((each) => each !== MODE).length ?? 0;
  return (
    signature !== undefined &&
    parameters.length >= required &&
    parameters.length <= signature.length &&
    parameters.every((name, index) => signature[index]!.test(name))
  );
}

/** What the arrays are, for a function that takes them. */
export function testArrays(callee: string): Message {
  if (planarContent(callee)) return msg('{0} is not called in the text: the numbers 0 to 8 are used', callee);
  if (exerciseContent(callee))
    return msg("{0} is not called in the text: evenly spaced numbers in the shapes of CS231n's tests are used", callee);
  return msg("{0} is not called in the text: the course's test arrays are used", callee);
}

/** The numbers 0 to 8, and the kernel 0 to 3. */
function planarContent(callee: string): CallContent | undefined {
  const A_prev: NdArray = { shape: [1, 3, 3, 1], data: Float64Array.from({ length: 9 }, (_, index) => index) };
  switch (callee) {
    case 'corr2d': {
      const W: NdArray = { shape: [2, 2, 1, 1], data: Float64Array.of(0, 1, 2, 3) };
      return { operation: 'conv_forward', arrays: { A_prev, W }, options: {} };
    }
    case 'pool2d':
      return { operation: 'pool_forward', arrays: { A_prev }, options: { mode: 'max', kernel: 2, stride: 1 } };
    default:
      return undefined;
  }
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
