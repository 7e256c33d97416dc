/** All slices of an array along one axis that is neither rows nor columns. */
import type { NdArray } from '../array/NdArray';
import type { InspectPlanes } from '../panel/inspect';
import type { Choices } from '../setup/Setup';
import type { Scale } from '../step/Frame';
import { otherAxes, sliceOf, type ShownAxes } from './axes';

/** Cells of all planes together that are sent whole; otherwise every n-th row and column of each plane is. */
const mostCells = 65_536;

/** Cells along an axis of a plane that is not whole. */
const mostSide = 64;

const mostPlanes = 256;

/** The axis whose slices are shown: the chosen one, otherwise the last (channels) of those that have several. */
export function planeAxis(shape: readonly number[], axes: ShownAxes, choices: Choices): number | undefined {
  const several = otherAxes(shape, axes).filter((axis) => shape[axis]! > 1);
  const chosen = several.find((axis) => String(axis) === choices['planeAxis']);
  return chosen ?? several.at(-1);
}

/** `indices`: of the slice that is shown; the planes differ from it along `axis`. */
export function planesAlong(
  name: string,
  array: NdArray,
  axes: ShownAxes,
  indices: readonly number[],
  axis: number,
  scale: Scale,
): InspectPlanes {
  const total = array.shape[axis]!;
  const selected = indices[axis]!;
  const count = Math.min(total, mostPlanes);
  const first = Math.min(Math.max(0, selected - Math.floor(count / 2)), total - count);
  const slices = Array.from({ length: count }, (_, offset) =>
    sliceOf(
      name,
      array,
      axes,
      indices.map((index, each) => (each === axis ? first + offset : index)),
    ),
  );
  const { rows, cols } = slices[0]!;
  const step = count * rows * cols <= mostCells ? 1 : Math.max(1, Math.ceil(Math.max(rows, cols) / mostSide));
  const planes = slices.map(({ values }, offset) => ({
    index: first + offset,
    values: sample(values, rows, cols, step),
  }));
  const size = { rows: Math.ceil(rows / step), cols: Math.ceil(cols / step) };
  return { axis, field: `index${axis}`, selected, total, step, ...size, planes, scale };
}

/** Every `step`-th row and column. */
function sample(values: Float64Array, rows: number, cols: number, step: number): Float64Array {
  if (step === 1) return values;
  const width = Math.ceil(cols / step);
  return Float64Array.from(
    { length: Math.ceil(rows / step) * width },
    (_, place) => values[Math.floor(place / width) * step * cols + (place % width) * step]!,
  );
}
