/** `return_indices=True` of PyTorch's max pooling: the values, and where in its plane each of them is. */
import { toPair } from '../../../../layer/axis';
import type { Pair, Pool2dOptions } from '../../../../layer/options';
import { arrayOf, flat, newData, type PyArray } from '../../array/PyArray';
import type { Call } from '../../library/call/Call';
import { pyTuple } from '../../value/constructors';
import type { Py } from '../../value/Py';
import { placedAt } from '../forward';
import { elementOf, imageWindows } from '../imageWindows';
import { tapedPool } from '../taped';
import { torchCaller, unsupportedArgument } from './torchCaller';

/** (values, places); a place is row · W + column. The first of equal maxima counts. */
export function withPlaces(use: Call, callee: string, options: Pool2dOptions, axes?: 1): Py {
  if (options.ceilMode) throw unsupportedArgument(use, 'ceil_mode');
  return placedAt(use.range, () => {
    const input = use.array('input');
    const values = tapedPool(input, options, torchCaller(use, callee, axes), use.context);
    return values.kind === 'array' ? pyTuple([values, placesOf(use, input, values.shape, options, axes)]) : values;
  });
}

function placesOf(use: Call, input: PyArray, shape: readonly number[], options: Pool2dOptions, axes?: 1): PyArray {
  const image = axes === 1 ? [...input.shape.slice(0, -1), 1, input.shape.at(-1)!] : input.shape;
  const found = imageWindows(use, image.length === 3 ? [1, ...image] : image, {
    kernel: toPair(options.kernel),
    stride: toPair(options.stride ?? options.kernel),
    dilation: toPair(options.dilation ?? 1),
    pad: toPair((options.padding ?? 0) as Pair),
  });
  const places = newData(use.context.allocate(shape, use.range), 'int64');
  use.context.spend(places.length * found.taps, use.range);
  const from = flat(input);
  const plane = found.rows.size * found.cols.size;
  for (let at = 0; at < places.length; at++) {
    let best = -1;
    for (let tap = 0; tap < found.taps; tap++) {
      const element = elementOf(found, Math.floor(at / found.windows), at % found.windows, tap);
      if (element < 0) continue;
      const value = from[element]!;
      if (best < 0 || value > from[best]! || Number.isNaN(value)) best = element;
    }
    places[at] = best % plane;
  }
  return arrayOf(places, shape, 'int64', { notation: 'pytorch' });
}
