/** `F.unfold`: the windows of (N, C, H, W) as columns (N, C · f_H · f_W, windows); `F.fold`: their sums as an image. */
import { formatShape } from '../../../../array/NdArray';
import { toPair } from '../../../../layer/axis';
import { LensError, msg } from '../../../../message';
import { arrayOf, flat, newData, type PyArray } from '../../array/PyArray';
import { expandAxis, squeezeAxes } from '../../array/reshaping';
import type { Call } from '../../library/call/Call';
import { optionalPair, pairArgument } from '../arguments';
import { elementOf, imageWindows } from '../imageWindows';

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

/** `F.fold`, the reverse of `unfold`: each column is added back to the pixels of its window. */
export function fold(input: PyArray, call: Call): PyArray {
  const kernel = toPair(pairArgument(call, 'kernel_size'));
  const taps = kernel[0] * kernel[1];
  const batch = input.shape.length === 3 ? input : expandAxis(input, 0);
  const [count = 1, lines = 0, columns = 0] = batch.shape;
  if (batch.shape.length !== 3 || lines % taps !== 0)
    throw new LensError(
      msg('{0} needs (N, C · {1}, windows), not shape {2}', call.callee, taps, formatShape(input.shape)),
      'input',
      call.range,
    );
  const size = toPair(pairArgument(call, 'output_size'));
  const shape = [count, lines / taps, ...size];
  const found = imageWindows(call, shape, {
    kernel,
    dilation: toPair(optionalPair(call, 'dilation') ?? 1),
    pad: toPair(optionalPair(call, 'padding') ?? 0),
    stride: toPair(optionalPair(call, 'stride') ?? 1),
  });
  if (found.windows !== columns)
    throw new LensError(
      msg('{0} needs {1} window{1||s} for this output size, not {2}', call.callee, found.windows, columns),
      'input',
      call.range,
    );
  const to = newData(call.context.allocate(shape, call.range), input.dtype);
  const from = flat(batch);
  call.context.spend(from.length, call.range);
  for (let at = 0; at < from.length; at++) {
    const line = Math.floor(at / columns);
    const element = elementOf(found, Math.floor(line / taps), at % columns, line % taps);
    if (element >= 0) to[element]! += from[at]!;
  }
  const result = arrayOf(to, shape, input.dtype, { notation: input.notation });
  return batch === input ? result : squeezeAxes(result, [0]);
}
