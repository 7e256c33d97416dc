/** NumPy's indexing: integers, slices, None and Ellipsis give views; one mask or one list of indices picks elements. */
import { formatShape } from '../../../array/NdArray';
import { LensError, msg } from '../../../message';
import type { Context } from '../run/Context';
import type { PySlice } from '../value';
import { broadcastTo } from './elementwise';
import { arrayOf, flat, newData, walk, write, type PyArray, type View } from './PyArray';

export type IndexPart =
  | { readonly kind: 'integer'; readonly value: number }
  | PySlice
  | { readonly kind: 'none' }
  | { readonly kind: 'ellipsis' }
  | { readonly kind: 'pick'; readonly array: PyArray };

/** Elements picked out of a view: where each stands in the store, in C order of `shape`. */
interface Picked {
  readonly shape: readonly number[];
  readonly places: Int32Array;
}

export function getItem(array: PyArray, parts: readonly IndexPart[], context: Context): PyArray {
  const selected = select(array, parts, context);
  if (!('places' in selected)) return { ...array, ...selected };
  const { shape, places } = selected;
  const data = newData(places.length, array.dtype);
  for (let i = 0; i < data.length; i++) data[i] = array.store.data[places[i]!]!;
  return arrayOf(data, shape, array.dtype, { notation: array.notation });
}

export function setItem(array: PyArray, parts: readonly IndexPart[], value: PyArray, context: Context): void {
  const selected = select(array, parts, context);
  context.allocate(selected.shape);
  // Leading axes of one element are dropped, as NumPy does when it assigns.
  const extra = Math.max(0, value.shape.length - selected.shape.length);
  const drop = value.shape.slice(0, extra).every((extent) => extent === 1) ? extra : 0;
  const trimmed = { ...value, shape: value.shape.slice(drop), strides: value.strides.slice(drop) };
  const values = flat(broadcastTo(trimmed, selected.shape)).slice();
  if (!('places' in selected)) {
    write({ ...array, ...selected }, values, context);
    return;
  }
  selected.places.forEach((place, i) => {
    write({ ...array, offset: place, shape: [], strides: [] }, [values[i]!], context);
  });
}

function select(array: PyArray, parts: readonly IndexPart[], context: Context): View | Picked {
  const picks = parts.filter((part) => part.kind === 'pick');
  if (picks.length > 1) throw new LensError(msg('only one mask or list of indices is read in an index'));
  const { view, pickAxis } = basicView(array, parts);
  const pick = picks[0]?.array;
  return pick ? pickFrom(view, pickAxis, pick, context) : view;
}

/** The view that the basic parts cut; a pick's axes stay whole and start at `pickAxis`. */
function basicView(array: PyArray, parts: readonly IndexPart[]): { view: View; pickAxis: number } {
  const used = parts.reduce((sum, part) => sum + axesUsed(part), 0);
  const rank = array.shape.length;
  if (used > rank) {
    throw new LensError(msg('{0} indices are too many for shape {1}', used, formatShape(array.shape)));
  }
  if (parts.filter(({ kind }) => kind === 'ellipsis').length > 1)
    throw new LensError(msg('an index has one ... at most'));
  let offset = array.offset;
  const shape: number[] = [];
  const strides: number[] = [];
  let axis = 0;
  let pickAxis = -1;
  const keep = (count: number): void => {
    for (let i = 0; i < count; i++, axis++) {
      shape.push(array.shape[axis]!);
      strides.push(array.strides[axis]!);
    }
  };
  for (const part of parts) {
    if (part.kind === 'none') {
      shape.push(1);
      strides.push(0);
    } else if (part.kind === 'ellipsis') {
      keep(rank - used);
    } else if (part.kind === 'pick') {
      pickAxis = shape.length;
      keep(axesUsed(part));
    } else if (part.kind === 'integer') {
      offset += resolveIndex(part.value, array.shape[axis]!, axis) * array.strides[axis]!;
      axis += 1;
    } else {
      const { start, step, count } = resolveSlice(part, array.shape[axis]!);
      offset += count > 0 ? start * array.strides[axis]! : 0;
      shape.push(count);
      strides.push(step * array.strides[axis]!);
      axis += 1;
    }
  }
  keep(rank - axis);
  return { view: { offset, shape, strides }, pickAxis };
}

function pickFrom(view: View, at: number, pick: PyArray, context: Context): Picked {
  context.spend(pick.store.data.length);
  const width = axesUsed({ kind: 'pick', array: pick });
  const picked: View = {
    offset: 0,
    shape: view.shape.slice(at, at + width),
    strides: view.strides.slice(at, at + width),
  };
  const offsets = pick.dtype === 'bool' ? maskOffsets(picked, pick) : indexOffsets(picked, pick, at);
  const pickShape = pick.dtype === 'bool' ? [offsets.length] : pick.shape;
  const before: View = { offset: view.offset, shape: view.shape.slice(0, at), strides: view.strides.slice(0, at) };
  const after: View = { offset: 0, shape: view.shape.slice(at + width), strides: view.strides.slice(at + width) };
  const shape = [...before.shape, ...pickShape, ...after.shape];
  const places = new Int32Array(context.allocate(shape));
  let next = 0;
  walk(before, (outer) => {
    for (const offset of offsets) walk(after, (inner) => (places[next++] = outer + offset + inner));
  });
  return { shape, places };
}

function maskOffsets(view: View, mask: PyArray): number[] {
  if (formatShape(view.shape) !== formatShape(mask.shape)) {
    throw new LensError(
      msg('a mask of shape {0} does not fit axes {1}', formatShape(mask.shape), formatShape(view.shape)),
    );
  }
  const chosen = flat(mask);
  const offsets: number[] = [];
  walk(view, (place, index) => {
    if (chosen[index] !== 0) offsets.push(place);
  });
  return offsets;
}

function indexOffsets({ shape, strides }: View, indices: PyArray, axis: number): number[] {
  return Array.from(flat(indices), (index) => resolveIndex(index, shape[0]!, axis) * strides[0]!);
}

function axesUsed(part: IndexPart): number {
  if (part.kind === 'none' || part.kind === 'ellipsis') return 0;
  return part.kind === 'pick' && part.array.dtype === 'bool' ? part.array.shape.length : 1;
}

export function resolveIndex(index: number, extent: number, axis: number): number {
  const resolved = index < 0 ? index + extent : index;
  if (Number.isInteger(index) && resolved >= 0 && resolved < extent) return resolved;
  throw new LensError(msg('index {0} is outside axis {1}, which has {2} elements', index, axis, extent));
}

/** Python's rules for missing, negative and too large bounds. */
export function resolveSlice(slice: PySlice, extent: number): { start: number; step: number; count: number } {
  const step = slice.step ?? 1;
  if (step === 0) throw new LensError(msg('a slice cannot step by 0'));
  const [least, most] = step > 0 ? [0, extent] : [-1, extent - 1];
  const clamp = (bound: number | undefined, missing: number): number =>
    bound === undefined ? missing : Math.min(Math.max(bound < 0 ? bound + extent : bound, least), most);
  const start = clamp(slice.start, step > 0 ? 0 : extent - 1);
  const stop = clamp(slice.stop, step > 0 ? extent : -1);
  return { start, step, count: Math.max(0, Math.ceil((stop - start) / step)) };
}
