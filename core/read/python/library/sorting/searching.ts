/** Functions that find and count elements: `np.nonzero`, `np.searchsorted`, `np.bincount`, `np.histogram`, … */
import { sizeOf } from '../../../../array/NdArray';
import { LensError, msg } from '../../../../message';
import { tuple2 } from '../../../../tuples';
import { castTo, isFloat } from '../../array/dtype';
import { arrayOf, flat, newData, type PyArray } from '../../array/PyArray';
import { typeError, valueError } from '../../runtime/PythonError';
import { pyTuple } from '../../value/constructors';
import type { Py } from '../../value/Py';
import { orderOf } from '../call/orderOf';
import type { Call, FunctionTable } from '../call/Call';
import { indexByMode } from '../call/indexByMode';
import { scalarOf } from '../call/scalarOf';

/** Functions of `numpy` by name. */
export const SEARCHING: FunctionTable = {
  nonzero: ['a', (call) => nonzero(call.array('a'), call)],
  flatnonzero: ['a', (call) => indexArray(places(call.array('a')))],
  argwhere: ['a', argwhere],
  searchsorted: ['a v side? sorter?', searchSorted],
  digitize: ['x bins right?', digitize],
  bincount: ['x weights? minlength?', bincount],
  histogram: ['a bins? range? density?', histogram],
  unravel_index: ['indices shape order?', unravel],
  ravel_multi_index: ['multi_index dims mode? order?', ravelIndex],
};

/** One index array per axis. */
export function nonzero(array: PyArray, call: Call): Py {
  call.context.allocate(array.shape);
  const found = places(array);
  if (array.shape.length === 0) return pyTuple([indexArray(found)]);
  return pyTuple(
    array.shape.map((_, axis) => ({
      ...indexArray(found.map((place) => coordinate(place, array.shape, axis))),
      notation: array.notation,
    })),
  );
}

export function indexArray(values: readonly number[]): PyArray {
  return arrayOf(Float64Array.from(values), [values.length], 'int64');
}

function places(array: PyArray): number[] {
  const found: number[] = [];
  flat(array).forEach((value, index) => {
    if (value !== 0) found.push(index);
  });
  return found;
}

/** The index along `axis` of a position in C order. */
export function coordinate(place: number, shape: readonly number[], axis: number): number {
  return Math.floor(place / sizeOf(shape.slice(axis + 1))) % shape[axis]!;
}

function argwhere(call: Call): PyArray {
  const array = call.array('a');
  const found = places(array);
  const rank = array.shape.length;
  const data = newData(call.context.allocate([found.length, rank]), 'int64');
  found.forEach((place, row) => {
    for (let axis = 0; axis < rank; axis++) data[row * rank + axis] = coordinate(place, array.shape, axis);
  });
  return arrayOf(data, [found.length, rank], 'int64');
}

/** How many entries of a sorted list are below `value`, or not above it. */
function rankOf(sorted: ArrayLike<number>, value: number, right: boolean): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const before = right
      ? !(value < sorted[middle]!)
      : sorted[middle]! < value || (Number.isNaN(value) && !Number.isNaN(sorted[middle]!));
    if (before) low = middle + 1;
    else high = middle;
  }
  return low;
}

function searchSorted(call: Call): Py {
  const source = call.array('a');
  if (source.shape.length > 1) throw valueError('object too deep for desired array');
  const values = call.array('v');
  const line = flat(source);
  if (!call.lacks('sorter') && call.array('sorter').shape.join() !== String(line.length))
    throw valueError('sorter.size must equal a.size');
  const sorted = call.lacks('sorter') ? line : Float64Array.from(flat(call.array('sorter')), (at) => line[at]!);
  const side = call.text('side', 'left');
  if (!/^[lr]/.test(side)) throw valueError(`search side must be 'left' or 'right' (got '${side}')`);
  const data = Float64Array.from(flat(values), (value) => rankOf(sorted, value, side.startsWith('r')));
  return scalarOf(arrayOf(data, values.shape, 'int64'));
}

function digitize(call: Call): Py {
  const bins = flat(call.array('bins'));
  const values = call.array('x');
  const falls = bins.length > 1 && bins[0]! > bins[bins.length - 1]!;
  const rising = falls ? bins.slice().reverse() : bins;
  if (rising.some((edge, i) => i > 0 && edge < rising[i - 1]!))
    throw valueError('bins must be monotonically increasing or decreasing');
  const right = !call.flag('right', false);
  const binOf = falls
    ? (value: number): number => bins.length - rankOf(rising, value, right)
    : (value: number): number => rankOf(bins, value, right);
  return scalarOf(arrayOf(Float64Array.from(flat(values), binOf), values.shape, 'int64'));
}

function bincount(call: Call): PyArray {
  const given = call.array('x');
  if (isFloat(given.dtype) && call.value('x').kind === 'array')
    throw typeError(
      `Cannot cast array data from dtype('${given.dtype}') to dtype('int64') according to the rule 'safe'`,
    );
  const values = flat(given).map(Math.trunc);
  if (values.some((value) => value < 0)) throw valueError("'list' argument must have no negative elements");
  const weights = call.lacks('weights') ? undefined : flat(call.array('weights'));
  if (weights && weights.length !== values.length) throw valueError("The weights and list don't have the same length.");
  let length = call.integer('minlength', 0);
  if (length < 0) throw valueError("'minlength' must not be negative");
  values.forEach((value) => (length = Math.max(length, value + 1)));
  const data = newData(call.context.allocate([length]), 'float64');
  values.forEach((value, i) => (data[value]! += weights ? weights[i]! : 1));
  return arrayOf(data, [length], weights ? 'float64' : 'int64');
}

/** `np.histogram` with equal bins or given edges; the last bin includes its right edge. */
function histogram(call: Call): Py {
  const values = flat(call.array('a'));
  const edges = binEdges(call, values);
  const counts = new Float64Array(edges.length - 1);
  const last = edges[edges.length - 1]!;
  for (const value of values) {
    if (!(value >= edges[0]! && value <= last)) continue;
    const bin = value === last ? counts.length - 1 : rankOf(edges, value, true) - 1;
    counts[bin]! += 1;
  }
  if (!call.flag('density', false))
    return pyTuple([arrayOf(counts, [counts.length], 'int64'), arrayOf(edges, [edges.length], edgeType(call))]);
  const total = counts.reduce((sum, count) => sum + count, 0);
  const type = edgeType(call);
  const round = castTo(type);
  const density = counts.map((count, i) => count / round(edges[i + 1]! - edges[i]!) / total);
  return pyTuple([arrayOf(density, [density.length], 'float64'), arrayOf(edges, [edges.length], type)]);
}

/** Given edges keep their type; equal bins have that of the numbers, where it is a floating type. */
function edgeType(call: Call): PyArray['dtype'] {
  const equal = call.lacks('bins') || call.value('bins').kind === 'number';
  const { dtype } = call.array(equal ? 'a' : 'bins');
  return equal && !isFloat(dtype) ? 'float64' : dtype;
}

function binEdges(call: Call, values: ArrayLike<number>): Float64Array {
  const bins = call.lacks('bins') ? undefined : call.value('bins');
  if (bins && bins.kind !== 'number') {
    if (bins.kind === 'text')
      throw new LensError(
        msg('{0} with {1} is not supported', 'histogram', 'bins=' + bins.value),
        undefined,
        call.range,
      );
    const edges = Float64Array.from(flat(call.array('bins')));
    if (edges.some((edge, i) => edge < edges[i - 1]!))
      throw valueError('`bins` must increase monotonically, when an array');
    return edges;
  }
  const count = call.integer('bins', 10);
  if (count < 1) throw valueError('`bins` must be positive, when an integer');
  call.context.allocate([count]);
  let [low, high] = [Infinity, -Infinity];
  for (let i = 0; i < values.length; i++) [low, high] = [Math.min(low, values[i]!), Math.max(high, values[i]!)];
  if (!call.lacks('range')) [low, high] = rangeOf(call);
  else if (values.length === 0) [low, high] = [0, 1];
  if (low === high) [low, high] = [low - 0.5, high + 0.5];
  const step = (high - low) / count;
  const round = castTo(edgeType(call));
  return Float64Array.from({ length: count + 1 }, (_, i) => round(i === count ? high : i * step + low));
}

function rangeOf(call: Call): readonly [number, number] {
  const range = Array.from(flat(call.array('range')));
  if (range.length === 2) {
    if (range[0]! > range[1]!) throw valueError('max must be larger than min in range parameter.');
    return tuple2(range);
  }
  throw valueError(
    range.length > 2
      ? 'too many values to unpack (expected 2)'
      : `not enough values to unpack (expected 2, got ${range.length})`,
  );
}

function unravel(call: Call): Py {
  const shape = call.integers('shape');
  const indices = call.array('indices');
  const size = sizeOf(shape);
  const turned = orderOf(call) === 'F' ? [...shape].reverse() : undefined;
  for (const index of flat(indices)) {
    if (index < 0 || index >= size) throw valueError(`index ${index} is out of bounds for array with size ${size}`);
  }
  return pyTuple(
    shape.map((_, axis) =>
      scalarOf(
        arrayOf(
          Float64Array.from(flat(indices), (index) =>
            turned ? coordinate(index, turned, shape.length - 1 - axis) : coordinate(index, shape, axis),
          ),
          indices.shape,
          'int64',
        ),
      ),
    ),
  );
}

function ravelIndex(call: Call): Py {
  const shape = call.integers('dims');
  const parts = call.sequence('multi_index');
  if (parts.length !== shape.length)
    throw valueError(`parameter multi_index must be a sequence of length ${shape.length}`);
  const arrays = call.arrays('multi_index');
  const data = new Float64Array(sizeOf(arrays[0]!.shape));
  const axes = [...arrays.keys()];
  for (const axis of orderOf(call) === 'F' ? axes.reverse() : axes) {
    const array = arrays[axis]!;
    if (array.shape.join() !== arrays[0]!.shape.join())
      throw new LensError(
        msg('{0} with index arrays of different shapes is not supported', 'ravel_multi_index'),
        undefined,
        call.range,
      );
    const placed = indexByMode(call, shape[axis]!);
    flat(array).forEach((given, i) => {
      const index = placed(given);
      if (index < 0 || index >= shape[axis]!) throw valueError('invalid entry in coordinates array');
      data[i] = data[i]! * shape[axis]! + index;
    });
  }
  return scalarOf(arrayOf(data, arrays[0]!.shape, 'int64'));
}
