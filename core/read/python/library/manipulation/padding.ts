/** `np.pad` and PyTorch's `F.pad`. */
import { ownEntry } from '../../../../ownEntry';
import { formatShape, stridesOf } from '../../../../array/NdArray';
import { LensError, msg } from '../../../../message';
import { broadcastTo, shapeText } from '../../array/broadcast';
import { castTo, isFloat } from '../../array/dtype';
import { columnsAs } from '../../array/keptOrder';
import { arrayOf, flat, newData, type PyArray } from '../../array/PyArray';
import { placeError, PythonError, valueError } from '../../runtime/PythonError';
import type { Call } from '../call/Call';
import { elementsFor } from '../call/coerce';
import { STATISTICS, constantEdges, oddEdges, rampEdges, statisticEdges, surround, type PadWidth } from './padEdges';

export type Widths = readonly PadWidth[];

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
  const source = call.array('array');
  const rank = source.shape.length;
  const widths = widthsOf(call, rank);
  const mode = call.has('mode') && call.lacks('mode') ? 'None' : call.text('mode', 'constant');
  requireArguments(call, mode);
  if (mode === 'empty')
    throw new LensError(msg('{0} with {1} is not supported', 'np.pad', 'mode="empty"'), 'pad', call.range);
  const each = (pad: (array: PyArray, axis: number, pair: PadWidth) => PyArray): PyArray =>
    copied(
      widths.reduce((array, pair, axis) => pad(array, axis, pair), source),
      call,
    );
  if (mode === 'constant' && !call.lacks('constant_values')) {
    const given = elementsFor(source.dtype, call.value('constant_values'), call.context);
    const values = pairsOf(call, given, rank);
    const constants = new Set(values.flat().map(castTo(source.dtype)));
    const [constant] = constants;
    if (constant !== undefined && constants.size === 1) return paddedBy(call, source, widths, mode, constant);
    return each((array, axis, pair) => surround(call, array, axis, pair, constantEdges(values[axis]!)));
  }
  const empty = widths.findIndex((pair, axis) => source.shape[axis] === 0 && pair.some((width) => width > 0));
  if (mode !== 'constant' && empty >= 0)
    throw valueError(`can't extend empty axis ${empty} using modes other than 'constant' or 'empty'`);
  if (mode === 'linear_ramp') {
    const ends = call.lacks('end_values')
      ? widths.map(() => [0, 0] as const)
      : pairsOf(call, call.array('end_values'), rank);
    return each((array, axis, pair) => surround(call, array, axis, pair, rampEdges(ends[axis]!)));
  }
  const statistic = Object.hasOwn(STATISTICS, mode) ? STATISTICS[mode] : undefined;
  if (statistic) {
    const lengths = call.lacks('stat_length') ? undefined : pairsOf(call, call.array('stat_length'), rank);
    return each((array, axis, pair) => surround(call, array, axis, pair, statisticEdges(statistic, lengths?.[axis])));
  }
  if (!Object.hasOwn(MODES, mode)) throw valueError(`mode '${mode}' is not supported`);
  if (call.text('reflect_type', 'even') === 'odd')
    return each((array, axis, pair) => surround(call, array, axis, pair, oddEdges(mode === 'symmetric')));
  return paddedBy(call, source, widths, mode, 0);
}

/** The array with zeros around it and the widths of each axis, for padding by a function of the program. */
export function padWithZeros(call: Call): { padded: PyArray; widths: Widths } {
  const source = call.array('array');
  const widths = widthsOf(call, source.shape.length);
  return { padded: paddedBy(call, source, widths, 'constant', 0), widths };
}

function widthsOf(call: Call, rank: number): Widths {
  const given = call.value('pad_width').kind === 'text' ? undefined : call.array('pad_width');
  if (!given || isFloat(given.dtype) || given.dtype === 'bool')
    throw placeError(new PythonError('TypeError', '`pad_width` must be of integral type.'), call.range);
  const widths = pairsOf(call, given, rank);
  if (widths.some((pair) => pair.some((width) => width < 0))) throw valueError("index can't contain negative values");
  return widths;
}

/** A new array in C order: the source itself where nothing was padded, or a view of another order, must not be the result. */
function copied(array: PyArray, call: Call): PyArray {
  const data = newData(call.context.allocate(array.shape, call.range), array.dtype);
  data.set(flat(array));
  return arrayOf(data, [...array.shape], array.dtype, { notation: array.notation });
}

/** Arguments that belong to another mode raise NumPy's ValueError. */
function requireArguments(call: Call, mode: string): void {
  const allowed: Readonly<Record<string, readonly string[]>> = {
    constant: ['constant_values'],
    linear_ramp: ['end_values'],
    maximum: ['stat_length'],
    mean: ['stat_length'],
    median: ['stat_length'],
    minimum: ['stat_length'],
    reflect: ['reflect_type'],
    symmetric: ['reflect_type'],
  };
  const bad = ['constant_values', 'end_values', 'stat_length', 'reflect_type'].filter(
    (name) => call.has(name) && !(ownEntry(allowed, mode) ?? []).includes(name),
  );
  if (bad.length > 0)
    throw valueError(
      `unsupported keyword arguments for mode '${mode}': {${bad.map((name) => `'${name}'`).join(', ')}}`,
    );
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
  return paddedBy(call, array, widths, ownEntry(TORCH_MODES, mode) ?? mode, call.number('value', 0));
}

/** `mode`: one of NumPy's names; `constant` is the value of cells outside of the array in that mode. */
export function paddedBy(call: Call, array: PyArray, widths: Widths, mode: string, constant: number): PyArray {
  const source = Object.hasOwn(MODES, mode) ? MODES[mode] : undefined;
  if (!source) {
    const modes = Object.keys(MODES).join(', ');
    throw new LensError(msg('unsupported padding mode {0}; supported: {1}', mode, modes), undefined, call.range);
  }
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
  return columnsAs(arrayOf(data, shape, array.dtype, { notation: array.notation }), array, call.context);
}

/** One number, one pair, or one pair per axis. */
function pairsOf(call: Call, given: PyArray, rank: number): Widths {
  if (given.shape.length > 2) throw broadcastError(given, rank);
  try {
    const values = flat(broadcastTo(given, [rank, 2]));
    return Array.from({ length: rank }, (_, axis) => [values[2 * axis]!, values[2 * axis + 1]!] as const);
  } catch (error) {
    if (error instanceof LensError) throw placeError(broadcastError(given, rank), call.range);
    throw error;
  }
}

function broadcastError(given: PyArray, rank: number): PythonError {
  return valueError(
    `operands could not be broadcast together with remapped shapes [original->remapped]: ${shapeText(given.shape)}  and requested shape (${rank},2)`,
  );
}
