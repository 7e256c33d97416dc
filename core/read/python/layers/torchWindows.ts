/** `F.unfold`: the windows of (N, C, H, W) as columns (N, C · f_H · f_W, windows). */
import { toPair } from '../../../layer/axis';
import { LensError, msg } from '../../../message';
import { arrayOf, flat, newData, type PyArray } from '../array/PyArray';
import type { Call } from '../library/Call';
import { optionalPair, pairArgument } from './arguments';

/** `call` holds kernel_size, dilation, padding and stride. */
export function unfold(input: PyArray, call: Call): PyArray {
  if (input.shape.length !== 4)
    throw new LensError(
      msg('{0} needs four axes (N, C, H, W), not {1}', call.callee, input.shape.length),
      'input',
      call.range,
    );
  const [count, channels, height, width] = input.shape as [number, number, number, number];
  const kernel = toPair(pairArgument(call, 'kernel_size'));
  const [dilation, pad, stride] = (['dilation', 'padding', 'stride'] as const).map((name) =>
    toPair(optionalPair(call, name) ?? (name === 'padding' ? 0 : 1)),
  ) as [Pair, Pair, Pair];
  const [rows, cols] = [height, width].map(
    (size, axis) => Math.floor((size + 2 * pad[axis]! - dilation[axis]! * (kernel[axis]! - 1) - 1) / stride[axis]!) + 1,
  ) as [number, number];
  if (!(rows >= 1 && cols >= 1))
    throw new LensError(
      msg('no window of {0} fits: stride {1}, pad {2}', kernel.join(' × '), stride.join(', '), pad.join(', ')),
      'kernel',
      call.range,
    );
  const [taps, windows] = [kernel[0] * kernel[1], rows * cols];
  const shape = [count, channels * taps, windows];
  const to = newData(call.context.allocate(shape, call.range), input.dtype);
  const from = flat(input);
  for (let at = 0; at < to.length; at++) {
    const window = at % windows;
    const line = Math.floor(at / windows);
    const [tap, plane] = [line % taps, Math.floor(line / taps)];
    const row = Math.floor(window / cols) * stride[0] + Math.floor(tap / kernel[1]) * dilation[0] - pad[0];
    const col = (window % cols) * stride[1] + (tap % kernel[1]) * dilation[1] - pad[1];
    const inside = row >= 0 && row < height && col >= 0 && col < width;
    to[at] = inside ? from[(plane * height + row) * width + col]! : 0;
  }
  return arrayOf(to, shape, input.dtype, { notation: input.notation });
}

type Pair = readonly [vertical: number, horizontal: number];
