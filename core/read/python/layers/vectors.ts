/** Convolution and correlation of two vectors: `np.convolve`, `np.correlate`, and SciPy's on vectors, as one row. */
import { LensError, msg } from '../../../message';
import { promote } from '../array/dtype';
import { convert } from '../array/elementwise';
import type { PyArray } from '../array/PyArray';
import { reshapeTo } from '../array/reshaping';
import type { Call, FunctionTable } from '../library/call/Call';
import type { Py } from '../value/Py';
import { turned, type Caller } from './Caller';
import { convolve, placedAt } from './forward';

/** By name in `numpy`. */
export const NUMPY_VECTORS: FunctionTable = {
  convolve: [
    'a v mode?',
    (call) => slideVector(call, call.array('a'), call.array('v'), call.text('mode', 'full'), true),
  ],
  correlate: [
    'a v mode?',
    (call) => slideVector(call, call.array('a'), call.array('v'), call.text('mode', 'valid'), false),
  ],
};

/** `flip`: a convolution, which turns the kernel. `same` is the middle of the full result, from (f − 1) // 2 on. */
export function slideVector(call: Call, a: PyArray, v: PyArray, mode: string, flip: boolean): Py {
  const { callee, range, context } = call;
  for (const array of [a, v])
    if (array.shape.length > 1 || array.shape.includes(0))
      throw new LensError(msg('{0} needs two vectors that are not empty', callee), undefined, range);
  const sizes = [a, v].map(({ shape }) => shape[0] ?? 1) as [number, number];
  // A convolution is the same with both exchanged; NumPy slides the shorter vector over the longer one.
  const swapped = sizes[1] > sizes[0];
  if (swapped && !flip)
    throw new LensError(msg('{0} with a longer second vector is not supported', callee), undefined, range);
  const [image, kernel] = (swapped ? [v, a] : [a, v]).map((array, index) =>
    reshapeTo(array, [1, swapped ? sizes[1 - index]! : sizes[index]!], context),
  ) as [PyArray, PyArray];
  const size = Math.min(...sizes);
  const sides = sidesOf(mode, size);
  if (!sides) throw new LensError(msg('{0} of {1} is not supported', `mode=${mode}`, callee), undefined, range);
  const request = {
    input: image,
    filter: flip ? turned(kernel, 2) : kernel,
    bias: undefined,
    options: { padding: { top: 0, bottom: 0, ...sides } },
    kernelFlipped: flip,
    notes: [
      msg('{0} works along one axis, which is shown as one row', callee),
      ...(swapped ? [msg('{0} slides the shorter vector over the longer one', callee)] : []),
    ],
  };
  const caller: Caller = { callee, range, notation: 'numpy', layout: 'nhwc', planar: true };
  const result = placedAt(range, () => convolve(request, caller, context));
  if (result.kind !== 'array') return result;
  return reshapeTo(convert(result, promote(a.dtype, v.dtype), context), [-1], context);
}

function sidesOf(mode: string, size: number): { left: number; right: number } | undefined {
  switch (mode) {
    case 'full':
      return { left: size - 1, right: size - 1 };
    case 'same':
      return { left: size >> 1, right: size - 1 - (size >> 1) };
    case 'valid':
      return { left: 0, right: 0 };
    default:
      return undefined;
  }
}
