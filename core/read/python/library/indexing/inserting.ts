/** `np.insert`: new elements before given places of an axis. */
import { setItem, writeView } from '../../array/indexing';
import { columnsAs } from '../../array/keptOrder';
import { arrayOf, flat, newData, type PyArray } from '../../array/PyArray';
import { moveAxes, reshapeTo, normalizeAxis, sliceAxis } from '../../array/reshaping';
import { resolveSlice } from '../../array/slices';
import { PythonError } from '../../runtime/PythonError';
import { ELLIPSIS } from '../../value/constructors';
import type { Call } from '../call/Call';

export function insert(call: Call): PyArray {
  const source = call.array('arr');
  const line = call.lacks('axis') ? reshapeTo(source, [-1], call.context) : source;
  const axis = call.lacks('axis') ? 0 : normalizeAxis(call.integer('axis'), line.shape.length);
  const extent = line.shape[axis]!;
  const { places, scalar } = placesOf(call, extent);
  return places.length === 1 ? insertAt(call, line, axis, places[0]!, scalar) : insertEach(call, line, axis, places);
}

function placesOf(call: Call, extent: number): { places: number[]; scalar: boolean } {
  const value = call.value('obj');
  if (value.kind === 'slice') {
    const { start, step, count } = resolveSlice(value, extent);
    return { places: Array.from({ length: count }, (_, i) => start + i * step), scalar: false };
  }
  const array = call.array('obj');
  return { places: Array.from(flat(array)), scalar: array.shape.length === 0 };
}

/** All values go before one place; for a number as place, the first axis of the values is the axis of the array. */
function insertAt(call: Call, line: PyArray, axis: number, index: number, scalar: boolean): PyArray {
  const { context } = call;
  const extent = line.shape[axis]!;
  const at = index < 0 ? index + extent : index;
  if (at < 0 || at > extent)
    throw new PythonError('IndexError', `index ${index} is out of bounds for axis ${axis} with size ${extent}`);
  const given = call.array('values');
  const missing = Math.max(0, line.shape.length - given.shape.length);
  const leading = new Array<number>(missing).fill(1);
  let values = reshapeTo(given, [...leading, ...given.shape], context);
  if (scalar) values = moveAxes(values, [0], [axis]);
  const count = values.shape[axis]!;
  const made = widened(call, line, axis, count);
  writeView(sliceAxis(made, axis, 0, at), sliceAxis(line, axis, 0, at), context);
  writeView(sliceAxis(made, axis, at, at + count), values, context);
  writeView(sliceAxis(made, axis, at + count, undefined), sliceAxis(line, axis, at, undefined), context);
  return made;
}

/** One value before each place. */
function insertEach(call: Call, line: PyArray, axis: number, places: readonly number[]): PyArray {
  const { context } = call;
  const extent = line.shape[axis]!;
  const resolved = places.map((place) => (place < 0 ? place + extent : place));
  const order = [...resolved.keys()].sort((a, b) => resolved[a]! - resolved[b]!);
  order.forEach((each, rank) => (resolved[each]! += rank));
  const made = widened(call, line, axis, places.length);
  const total = extent + places.length;
  const outside = resolved.find((place) => place < 0 || place >= total);
  if (outside !== undefined)
    throw new PythonError('IndexError', `index ${outside} is out of bounds for axis ${axis} with size ${total}`);
  const taken = new Set(resolved);
  const kept = [...new Array<number>(total).keys()].filter((place) => !taken.has(place));
  setItem(made, along(axis, kept), line, context);
  if (places.length > 0) setItem(made, along(axis, resolved), call.array('values'), context);
  return made;
}

function along(axis: number, places: readonly number[]): Parameters<typeof setItem>[1] {
  const whole = { kind: 'slice', start: undefined, stop: undefined, step: undefined } as const;
  const array = arrayOf(Float64Array.from(places), [places.length], 'int64');
  return [...new Array<typeof whole>(axis).fill(whole), { kind: 'pick', array }, ELLIPSIS];
}

function widened(call: Call, line: PyArray, axis: number, count: number): PyArray {
  const shape = line.shape.map((extent, each) => (each === axis ? extent + count : extent));
  const made = arrayOf(newData(call.context.allocate(shape), line.dtype), shape, line.dtype);
  return columnsAs(made, line, call.context);
}
