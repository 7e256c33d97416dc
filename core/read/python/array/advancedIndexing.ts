/** NumPy's advanced indexing: several index arrays and masks broadcast together and pick elements. */
import { sizeOf } from '../../../array/NdArray';
import { PythonError } from '../runtime/PythonError';
import type { Context } from '../runtime/Context';
import { broadcastShapes, broadcastTo, shapeText } from './broadcast';
import { axesUsed, type IndexPart } from './IndexPart';
import { keptOrder } from './keptOrder';
import { arrayOf, flat, walk, type PyArray, type StridedView } from './PyArray';
import { resolveIndex, resolveSlice } from './slices';

/** Elements of a store in C order of `shape`. */
export interface Picked {
  readonly shape: readonly number[];
  readonly places: Int32Array;
  /** Picked by one mask of all axes. */
  readonly mask: boolean;
  /** Axes of the result in the order of `shape`, where that is the order in which the result is stored. */
  readonly axes?: readonly number[] | undefined;
}

/** `K`: the result is stored as NumPy stores it; `C`: in the order of its axes. */
export type PickOrder = 'K' | 'C';

/** Offsets into the store of one index array, in C order of its shape. */
interface Pick {
  readonly shape: readonly number[];
  readonly offsets: ArrayLike<number>;
}

/** `hidden`: axes that an ellipsis, or the end of the index, leaves whole. Integers count as index arrays here. */
export function picksOf(
  array: PyArray,
  parts: readonly IndexPart[],
  hidden: number,
  context: Context,
  order: PickOrder,
): Picked {
  const picked = parts.filter((part) => part.kind === 'pick').map((part) => part.array);
  if (picked.length > 1 && picked.every(({ dtype }) => dtype !== 'bool')) jointShape(picked);
  const { picks, kept, front } = divide(array, parts, hidden);
  const joint = jointShape(picks);
  const stored = order === 'K' ? storedOrder(kept, joint.length, front, array.notation) : undefined;
  const rest = stored ?? kept;
  const lead = stored ? 0 : front;
  const shape = [...rest.shape.slice(0, lead), ...joint, ...rest.shape.slice(lead)];
  const places = new Int32Array(context.allocate(shape));
  if (places.length > 0) fillPlaces(places, sumOffsets(picks, joint), rest, lead);
  const [first] = parts;
  const mask = parts.length === 1 && first?.kind === 'pick' && isMaskOf(array, first.array);
  return { shape, places, mask, axes: stored?.axes };
}

interface Divided {
  readonly picks: readonly Pick[];
  /** The axes that are not picked. */
  readonly kept: StridedView;
  /** Where the picked axes go: their place among the others, or 0 where a slice separates them. */
  readonly front: number;
}

/** The picked axes and the others. */
function divide(array: PyArray, parts: readonly IndexPart[], hidden: number): Divided {
  const picks: Pick[] = [];
  const shape: number[] = [];
  const strides: number[] = [];
  let offset = array.offset;
  let axis = 0;
  let at = -1;
  let separated = false;
  let closed = false;
  const keep = (): void => {
    shape.push(array.shape[axis]!);
    strides.push(array.strides[axis]!);
    axis += 1;
  };
  for (const part of parts) {
    if (part.kind === 'integer' || part.kind === 'pick') {
      if (at < 0) at = shape.length;
      else if (closed) separated = true;
      const found =
        part.kind === 'integer' ? [integerPick(array, part.value, axis)] : arrayPicks(array, part.array, axis);
      picks.push(...found);
      axis += axesUsed(part);
      continue;
    }
    if (at >= 0) closed = true;
    if (part.kind === 'none') {
      shape.push(1);
      strides.push(0);
    } else if (part.kind === 'ellipsis') {
      for (let i = 0; i < hidden; i++) keep();
    } else {
      const { start, step, count } = resolveSlice(part, array.shape[axis]!);
      if (count > 0) offset += start * array.strides[axis]!;
      shape.push(count);
      strides.push(step * array.strides[axis]!);
      axis += 1;
    }
  }
  while (axis < array.shape.length) keep();
  return { picks, kept: { offset, shape, strides }, front: separated ? 0 : at };
}

/** The kept axes as NumPy stores them, behind `joint` picked axes; undefined where that is the order of the result. */
function storedOrder(
  { offset, shape, strides }: StridedView,
  joint: number,
  front: number,
  notation: PyArray['notation'],
): (StridedView & { readonly axes: readonly number[] }) | undefined {
  const found = keptOrder(shape, [strides], notation);
  if (!found && (front <= 0 || notation !== undefined)) return undefined;
  const order = found ?? [...shape.keys()];
  // The picked axes are the slowest of the result.
  const picked = Array.from({ length: joint }, (_, axis) => front + axis);
  return {
    offset,
    shape: order.map((axis) => shape[axis]!),
    strides: order.map((axis) => strides[axis]!),
    axes: [...picked, ...order.map((axis) => (axis < front ? axis : axis + joint))],
  };
}

/** `lead`: how many of the kept axes come before the picked ones. */
function fillPlaces(places: Int32Array, offsets: Float64Array, kept: StridedView, lead: number): void {
  const { offset, shape, strides } = kept;
  const before: StridedView = { offset, shape: shape.slice(0, lead), strides: strides.slice(0, lead) };
  const after: StridedView = { offset: 0, shape: shape.slice(lead), strides: strides.slice(lead) };
  let next = 0;
  walk(before, (outer) => {
    for (let i = 0; i < offsets.length; i++) walk(after, (inner) => (places[next++] = outer + offsets[i]! + inner));
  });
}

function isMaskOf(array: PyArray, { dtype, shape }: PyArray): boolean {
  return dtype === 'bool' && shape.length === array.shape.length;
}

function integerPick(array: PyArray, index: number, axis: number): Pick {
  return { shape: [], offsets: [resolveIndex(index, array.shape[axis]!, axis) * array.strides[axis]!] };
}

/** A mask counts as one index array per axis. */
function arrayPicks(array: PyArray, pick: PyArray, axis: number): Pick[] {
  if (pick.dtype !== 'bool') {
    const [extent, stride] = [array.shape[axis]!, array.strides[axis]!];
    return [
      { shape: pick.shape, offsets: Array.from(flat(pick), (index) => resolveIndex(index, extent, axis) * stride) },
    ];
  }
  // One truth value adds an axis of one element or none.
  if (pick.shape.length === 0) {
    const offsets = pick.store.data[pick.offset] === 0 ? [] : [0];
    return [{ shape: [offsets.length], offsets }];
  }
  pick.shape.forEach((extent, inner) => {
    const own = array.shape[axis + inner]!;
    if (own === extent) return;
    throw new PythonError(
      'IndexError',
      `boolean index did not match indexed array along dimension ${axis + inner}; dimension is ${own} but corresponding boolean dimension is ${extent}`,
    );
  });
  const chosen: number[] = [];
  flat(pick).forEach((value, index) => {
    if (value !== 0) chosen.push(index);
  });
  return pick.shape.map((extent, inner) => {
    const width = sizeOf(pick.shape.slice(inner + 1));
    const stride = array.strides[axis + inner]!;
    return { shape: [chosen.length], offsets: chosen.map((index) => (Math.floor(index / width) % extent) * stride) };
  });
}

/** Throws NumPy's error, which comes before those of single indices. */
function jointShape(picks: readonly { readonly shape: readonly number[] }[]): number[] {
  try {
    return broadcastShapes(...picks.map(({ shape }) => shape));
  } catch (error) {
    if (!(error instanceof PythonError)) throw error;
    const shapes = picks.map(({ shape }) => `${shapeText(shape)} `).join('');
    throw new PythonError(
      'IndexError',
      `shape mismatch: indexing arrays could not be broadcast together with shapes ${shapes}`,
    );
  }
}

function sumOffsets(picks: readonly Pick[], shape: readonly number[]): Float64Array {
  const sums = new Float64Array(sizeOf(shape));
  for (const pick of picks) {
    const array = arrayOf(Float64Array.from(pick.offsets), pick.shape, 'float64');
    flat(broadcastTo(array, shape)).forEach((value, i) => (sums[i]! += value));
  }
  return sums;
}
