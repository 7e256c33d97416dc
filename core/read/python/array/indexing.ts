/** NumPy's indexing: integers, slices, None and Ellipsis give views; masks and index arrays give copies. */
import { sizeOf } from '../../../array/NdArray';
import { PythonError, typeError, valueError } from '../runtime/PythonError';
import type { Context } from '../runtime/Context';
import { axesUsed, type IndexPart } from './IndexPart';
import { picksOf, type Picked, type PickOrder } from './advancedIndexing';
import { broadcastTo, broadcasts, shapeText } from './broadcast';
import { castTo } from './dtype';
import { inverse } from './keptOrder';
import {
  arrayOf,
  flat,
  isFloatStore,
  newData,
  stridedView,
  walk,
  writable,
  write,
  type PyArray,
  type StridedView,
} from './PyArray';
import { permuteAxes } from './reshaping';
import { resolveIndex, resolveSlice } from './slices';

export function getItem(
  array: PyArray,
  parts: readonly IndexPart[],
  context: Context,
  order: PickOrder = 'K',
): PyArray {
  const selected = select(array, parts, context, order);
  if (!('places' in selected)) return stridedView(array, selected.offset, selected.shape, selected.strides);
  const { shape, places, axes } = selected;
  const { data } = array.store;
  const result = newData(places.length, array.dtype);
  for (let i = 0; i < result.length; i++) result[i] = data[places[i]!]!;
  const picked = arrayOf(result, shape, array.dtype, { notation: array.notation });
  return axes ? permuteAxes(picked, inverse(axes)) : picked;
}

export function setItem(array: PyArray, parts: readonly IndexPart[], value: PyArray, context: Context): void {
  const selected = select(array, parts, context, 'C');
  if (!('places' in selected)) {
    writeView(stridedView(array, selected.offset, selected.shape, selected.strides), value, context);
    return;
  }
  const { shape, places } = selected;
  const values = valuesFor(value, shape, selected.mask);
  const data = writable(array, context);
  const cast = isFloatStore(array.dtype) ? undefined : castTo(array.dtype, value.dtype);
  for (let i = 0; i < places.length; i++) data[places[i]!] = cast ? cast(values[i]!) : values[i]!;
}

/** Assigns `value` to all of a view, with broadcasting. Overlapping source and target are read before they are written. */
export function writeView(target: PyArray, value: PyArray, context: Context): void {
  const size = context.allocate(target.shape);
  if (target.shape.length === 0) {
    if (sizeOf(value.shape) !== 1) throw valueError('setting an array element with a sequence.');
    const data = writable(target, context);
    data[target.offset] = castTo(target.dtype, value.dtype)(value.store.data[value.offset]!);
    return;
  }
  if (sizeOf(value.shape) === 1) {
    const cast = castTo(target.dtype, value.dtype);
    const number = cast(value.store.data[value.offset]!);
    const data = writable(target, context);
    if (size > 0) walk(target, (place) => (data[place] = number));
    return;
  }
  let fitted = value;
  if (value.shape.length > target.shape.length) {
    // Leading axes of one element are dropped.
    const extra = value.shape.length - target.shape.length;
    if (value.shape.slice(0, extra).every((extent) => extent === 1))
      fitted = { ...value, shape: value.shape.slice(extra), strides: value.strides.slice(extra) };
  }
  if (!broadcasts(fitted.shape, target.shape)) {
    throw valueError(
      `could not broadcast input array from shape ${shapeText(value.shape)} into shape ${shapeText(target.shape)}`,
    );
  }
  const values = flat(broadcastTo(fitted, target.shape));
  const own = value.store === target.store ? values.slice() : values;
  write(target, own, context);
}

function valuesFor(value: PyArray, shape: readonly number[], mask: boolean): ArrayLike<number> {
  const size = sizeOf(shape);
  if (mask && value.shape.length > 1)
    throw typeError(
      `NumPy boolean array indexing assignment requires a 0 or 1-dimensional input, input has ${value.shape.length} dimensions`,
    );
  if (sizeOf(value.shape) === 1) {
    const number = value.store.data[value.offset]!;
    return new Float64Array(size).fill(number);
  }
  let fitted = value;
  const extra = value.shape.length - shape.length;
  if (extra > 0 && value.shape.slice(0, extra).every((extent) => extent === 1))
    fitted = { ...value, shape: value.shape.slice(extra), strides: value.strides.slice(extra) };
  if (!broadcasts(fitted.shape, shape)) {
    if (mask && value.shape.length === 1) {
      throw valueError(
        `NumPy boolean array indexing assignment cannot assign ${value.shape[0]} input values to the ${size} output values where the mask is true`,
      );
    }
    throw valueError(
      `shape mismatch: value array of shape ${shapeText(value.shape)} could not be broadcast to indexing result of shape ${shapeText(shape)}`,
    );
  }
  return flat(broadcastTo(fitted, shape)).slice();
}

/** The view or the elements that an index selects. */
function select(array: PyArray, parts: readonly IndexPart[], context: Context, order: PickOrder): StridedView | Picked {
  let used = 0;
  let picks = 0;
  let ellipses = 0;
  for (const part of parts) {
    used += axesUsed(part);
    if (part.kind === 'pick') picks += 1;
    if (part.kind === 'ellipsis') ellipses += 1;
  }
  if (ellipses > 1) throw new PythonError('IndexError', "an index can only have a single ellipsis ('...')");
  const rank = array.shape.length;
  if (used > rank) {
    throw new PythonError(
      'IndexError',
      `too many indices for array: array is ${rank}-dimensional, but ${used} were indexed`,
    );
  }
  return picks > 0 ? picksOf(array, parts, rank - used, context, order) : basicView(array, parts, rank - used);
}

function basicView(array: PyArray, parts: readonly IndexPart[], hidden: number): StridedView {
  let offset = array.offset;
  const shape: number[] = [];
  const strides: number[] = [];
  let axis = 0;
  for (const part of parts) {
    if (part.kind === 'integer') {
      offset += resolveIndex(part.value, array.shape[axis]!, axis, array.notation) * array.strides[axis]!;
      axis += 1;
    } else if (part.kind === 'slice') {
      const { start, step, count } = resolveSlice(part, array.shape[axis]!, array.notation);
      if (count > 0) offset += start * array.strides[axis]!;
      shape.push(count);
      strides.push(step * array.strides[axis]!);
      axis += 1;
    } else if (part.kind === 'none') {
      shape.push(1);
      strides.push(0);
    } else {
      for (let i = 0; i < hidden; i++, axis++) {
        shape.push(array.shape[axis]!);
        strides.push(array.strides[axis]!);
      }
    }
  }
  for (; axis < array.shape.length; axis++) {
    shape.push(array.shape[axis]!);
    strides.push(array.strides[axis]!);
  }
  return { offset, shape, strides };
}
