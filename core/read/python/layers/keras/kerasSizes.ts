/** Keras' layers that pad, cut and enlarge images. */
import { pad2d } from '../../../../layer/pad2d';
import { LensError, msg } from '../../../../message';
import { sliceAxis } from '../../array/reshaping';
import type { Call, FunctionTable } from '../../library/call/Call';
import { SHAPING } from '../../library/manipulation/shaping';
import { pyInteger } from '../../value/constructors';
import type { Py } from '../../value/Py';
import { optionalPair } from '../arguments';
import { inputToNhwc, resultFromNhwc } from '../Caller';
import { unsupportedArgument } from '../torch/torchCaller';
import { plain } from './plainLayer';
import { caller, dataFormatOf } from './tensorflow';

/** Classes of `tf.keras.layers` by name. */
export const KERAS_SIZES: FunctionTable = {
  ZeroPadding2D: ['padding? data_format? name? input_shape?', padding],
  Cropping2D: ['cropping? data_format? name? input_shape?', cropping],
  UpSampling2D: ['size? data_format? interpolation? name? input_shape?', enlarging],
};

interface Sides {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** One number, one for each axis, or a pair for each axis. */
function sidesOf(call: Call, name: string): Sides {
  if (call.lacks(name)) return sides([1, 1], [1, 1]);
  const { shape, store, offset } = call.array(name);
  const values = Array.from(store.data.slice(offset, offset + 4));
  const [a = 1, b = a, c = 1, d = c] = values;
  switch (shape.join()) {
    case '':
      return sides([a, a], [a, a]);
    case '2':
      return sides([a, a], [b, b]);
    case '2,2':
      return sides([a, b], [c, d]);
    default:
      throw new LensError(msg('{0} of {1} is not supported', name, call.callee), undefined, call.range);
  }
}

function sides([top, bottom]: readonly [number, number], [left, right]: readonly [number, number]): Sides {
  return { top, bottom, left, right };
}

function padding(call: Call): Py {
  const by = sidesOf(call, 'padding');
  const layout = dataFormatOf(call);
  return plain(call, (use, input) => {
    const from = caller(use, layout, call.callee);
    const images = inputToNhwc(input, from, use.context);
    const [count = 1, rows = 1, cols = 1, channels = 1] = images.shape;
    use.context.allocate([count, rows + by.top + by.bottom, cols + by.left + by.right, channels]);
    return resultFromNhwc(pad2d(images, by), from, input);
  });
}

function cropping(call: Call): Py {
  const { top, bottom, left, right } = sidesOf(call, 'cropping');
  const first = firstAxis(call);
  return plain(call, (_, input) => {
    const [rows = 0, cols = 0] = input.shape.slice(first);
    return sliceAxis(sliceAxis(input, first, top, rows - bottom), first + 1, left, cols - right);
  });
}

/** Each cell becomes a block of its value. */
function enlarging(call: Call): Py {
  if (call.text('interpolation', 'nearest') !== 'nearest') throw unsupportedArgument(call, 'interpolation');
  const size = optionalPair(call, 'size') ?? 2;
  const first = firstAxis(call);
  const [signature, run] = SHAPING['repeat']!;
  return plain(call, (use, input) =>
    [size]
      .flat()
      .concat(typeof size === 'number' ? size : [])
      .reduce<Py>(
        (made, count, axis) => use.with(signature, [made, pyInteger(count), pyInteger(first + axis)], run),
        input,
      ),
  );
}

/** The axis of the rows. */
function firstAxis(call: Call): number {
  return dataFormatOf(call) === 'nhwc' ? 1 : 2;
}
