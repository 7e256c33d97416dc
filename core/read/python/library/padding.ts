/** `np.pad` and PyTorch's `F.pad`. */
import { formatShape, stridesOf } from '../../../array/NdArray';
import { LensError, msg } from '../../../message';
import { arrayOf, flat, newData, type PyArray } from '../array/PyArray';
import type { Call } from './Call';

type Widths = readonly (readonly [before: number, after: number])[];

/** The index that padding cell `position` (−before … extent + after − 1) repeats; undefined for a constant. */
type Source = (position: number, extent: number) => number | undefined;

const MODES: Readonly<Record<string, Source>> = {
  constant: (position, extent) => (position >= 0 && position < extent ? position : undefined),
  edge: (position, extent) => Math.min(Math.max(position, 0), extent - 1),
  wrap: (position, extent) => ((position % extent) + extent) % extent,
  reflect: (position, extent) => {
    const period = Math.max(1, 2 * (extent - 1));
    const within = ((position % period) + period) % period;
    return within < extent ? within : period - within;
  },
  symmetric: (position, extent) => {
    const within = ((position % (2 * extent)) + 2 * extent) % (2 * extent);
    return within < extent ? within : 2 * extent - 1 - within;
  },
};

/** PyTorch's names of the modes. */
const TORCH_MODES: Readonly<Record<string, string>> = { replicate: 'edge', circular: 'wrap' };

export function padArray(call: Call): PyArray {
  const array = call.array('array');
  const constant = call.lacks('constant_values') ? 0 : call.number('constant_values');
  return padded(call, array, widthsOf(call, array.shape.length), call.text('mode', 'constant'), constant);
}

/** `F.pad(input, (left, right, top, bottom, …))`: the last axis first. */
export function padTensor(call: Call): PyArray {
  const array = call.array('input');
  const pairs = call.integers('pad');
  const rank = array.shape.length;
  if (pairs.length % 2 !== 0 || pairs.length > 2 * rank) {
    throw new LensError(
      msg('{0} does not pad shape {1}', pairs.join(', '), formatShape(array.shape)),
      'pad',
      call.range,
    );
  }
  const widths = array.shape.map((_, axis) => {
    const at = 2 * (rank - 1 - axis);
    return [pairs[at] ?? 0, pairs[at + 1] ?? 0] as const;
  });
  const mode = call.text('mode', 'constant');
  return padded(call, array, widths, TORCH_MODES[mode] ?? mode, call.number('value', 0));
}

function padded(call: Call, array: PyArray, widths: Widths, mode: string, constant: number): PyArray {
  const source = Object.hasOwn(MODES, mode) ? MODES[mode] : undefined;
  if (!source) throw new LensError(msg('padding mode {0} is not read here', mode), undefined, call.range);
  if (widths.some((pair) => pair.some((width) => width < 0))) {
    throw new LensError(msg('a padding cannot be negative'), 'pad', call.range);
  }
  if (mode !== 'constant' && array.shape.includes(0)) {
    throw new LensError(msg('an empty axis can only be padded with a constant'), 'pad', call.range);
  }
  const shape = array.shape.map((extent, axis) => extent + widths[axis]![0] + widths[axis]![1]);
  const data = newData(call.context.allocate(shape, call.range), array.dtype);
  const values = flat(array);
  const strides = stridesOf(array.shape);
  const tables = shape.map((extent, axis) =>
    Array.from({ length: extent }, (_, i) => source(i - widths[axis]![0], array.shape[axis]!)),
  );
  const index = new Array<number>(shape.length).fill(0);
  for (let k = 0; k < data.length; k++) {
    let place: number | undefined = 0;
    for (let axis = 0; axis < index.length && place !== undefined; axis++) {
      const from: number | undefined = tables[axis]![index[axis]!];
      place = from === undefined ? undefined : place + from * strides[axis]!;
    }
    data[k] = place === undefined ? constant : values[place]!;
    for (let axis = index.length - 1; axis >= 0 && ++index[axis]! >= shape[axis]!; axis--) index[axis] = 0;
  }
  return arrayOf(data, shape, array.dtype, { notation: array.notation });
}

/** One number, one pair, or one pair an axis. */
function widthsOf(call: Call, rank: number): Widths {
  const given = call.array('pad_width');
  const values = flat(given);
  const pair = (at: number): readonly [number, number] => [values[at]!, values[at + 1]!];
  const { shape } = given;
  if (values.length === 1) return Array.from({ length: rank }, () => [values[0]!, values[0]!] as const);
  if (shape.length <= 2 && values.length === 2 && shape[shape.length - 1] === 2)
    return Array.from({ length: rank }, () => pair(0));
  if (shape.length === 2 && shape[0] === rank && shape[1] === 2)
    return Array.from({ length: rank }, (_, axis) => pair(2 * axis));
  throw new LensError(
    msg('a pad_width of shape {0} does not fit {1} axes', formatShape(shape), rank),
    'pad',
    call.range,
  );
}
