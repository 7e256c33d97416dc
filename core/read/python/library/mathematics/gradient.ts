/** `np.gradient`: differences of the neighbours on both sides, one-sided at the ends. */
import { LensError, msg } from '../../../../message';
import { castTo, isFloat } from '../../array/dtype';
import { arrayOf, flat, newData, type PyArray } from '../../array/PyArray';
import { normalizeAxis, permuteAxes } from '../../array/reshaping';
import { typeError, valueError } from '../../runtime/PythonError';
import { pyList } from '../../value/constructors';
import type { Py } from '../../value/Py';
import type { Call } from '../call/Call';
import { toNumber } from '../call/coerce';

/** One array for each axis, or the array itself where there is one axis. Distances are numbers. */
export function gradient(call: Call): Py {
  const source = call.array('f');
  if (!call.lacks('edge_order') && call.integer('edge_order') !== 1)
    throw new LensError(msg('{0} with {1} is not supported', 'gradient', 'edge_order=2'), undefined, call.range);
  const given = call.lacks('axis') ? [...source.shape.keys()] : call.integers('axis');
  const axes = given.map((axis) => normalizeAxis(axis, source.shape.length));
  const distances = call.rest.map(({ value }) => distanceOf(value, call));
  if (distances.length > 1 && distances.length !== axes.length) throw typeError('invalid number of arguments');
  if (axes.some((axis) => source.shape[axis]! < 2))
    throw valueError(
      'Shape of array too small to calculate a numerical gradient, at least (edge_order + 1) elements are required.',
    );
  const results = axes.map((axis, i) => alongAxis(source, axis, distances[i] ?? distances[0] ?? 1, call));
  return results.length === 1 ? results[0]! : pyList(results);
}

function distanceOf(value: Py, call: Call): number {
  if (value.kind === 'number') return toNumber(value);
  throw new LensError(msg('{0} with {1} is not supported', 'gradient', 'varargs=[…]'), undefined, call.range);
}

function alongAxis(source: PyArray, axis: number, distance: number, call: Call): PyArray {
  const order = [...[...source.shape.keys()].filter((each) => each !== axis), axis];
  const moved = permuteAxes(source, order);
  const dtype = isFloat(source.dtype) ? source.dtype : 'float64';
  const data = newData(call.context.allocate(moved.shape), dtype);
  const values = flat(moved);
  const cast = castTo(dtype);
  const last = source.shape[axis]! - 1;
  for (let at = 0; at < data.length; at++) {
    const place = at % (last + 1);
    const [before, after] = [place > 0 ? 1 : 0, place < last ? 1 : 0];
    data[at] = cast(cast(values[at + after]! - values[at - before]!) / ((before + after) * distance));
  }
  return permuteAxes(
    arrayOf(data, moved.shape, dtype),
    order.map((_, position) => order.indexOf(position)),
  );
}
