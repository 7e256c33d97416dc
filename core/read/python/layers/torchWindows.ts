/** `F.unfold`: the windows of (N, C, H, W) as columns (N, C · f_H · f_W, windows). */
import { toPair } from '../../../layer/axis';
import { arrayOf, flat, newData, type PyArray } from '../array/PyArray';
import type { Call } from '../library/call/Call';
import { optionalPair, pairArgument } from './arguments';
import { elementOf, imageWindows } from './imageWindows';

/** `call` holds kernel_size, dilation, padding and stride. */
export function unfold(input: PyArray, call: Call): PyArray {
  const found = imageWindows(call, input.shape, {
    kernel: toPair(pairArgument(call, 'kernel_size')),
    dilation: toPair(optionalPair(call, 'dilation') ?? 1),
    pad: toPair(optionalPair(call, 'padding') ?? 0),
    stride: toPair(optionalPair(call, 'stride') ?? 1),
  });
  const { count, channels, taps, windows } = found;
  const shape = [count, channels * taps, windows];
  const to = newData(call.context.allocate(shape, call.range), input.dtype);
  const from = flat(input);
  for (let at = 0; at < to.length; at++) {
    const line = Math.floor(at / windows);
    const element = elementOf(found, Math.floor(line / taps), at % windows, line % taps);
    to[at] = element < 0 ? 0 : from[element]!;
  }
  return arrayOf(to, shape, input.dtype, { notation: input.notation });
}
