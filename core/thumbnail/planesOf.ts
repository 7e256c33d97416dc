/** The planes of an array that a thumbnail shows: rows and columns as the panel chooses them, the first indices along the rest. */
import { unravelIndex, type NdArray } from '../array/NdArray';
import { inspectArray } from '../inspect/inspectArray';
import type { Scale } from '../step/Frame';

export interface Plane {
  readonly rows: number;
  readonly cols: number;
  readonly values: Float64Array;
}

export interface Planes {
  readonly planes: readonly Plane[];
  /** Scale of all numbers of the array. */
  readonly scale: Scale;
  /** How many planes the array has. */
  readonly total: number;
}

/** The first planes of an array, at most `most`; the last axis is counted first, as channels are. */
export function planesOf(array: NdArray, most: number): Planes {
  const { map, fields } = inspectArray([{ name: '', array }]);
  const axes = fields.flatMap(({ id, max }) => (id.startsWith('index') ? [{ id, extent: (max ?? 0) + 1 }] : []));
  const total = axes.reduce((product, { extent }) => product * extent, 1);
  const planes: Plane[] = [map];
  for (let plane = 1; plane < Math.min(total, most); plane++) {
    planes.push(inspectArray([{ name: '', array }], choicesOf(plane, axes)).map);
  }
  return { planes: map.values.length === 0 ? [] : planes, scale: map.scale, total };
}

/** The choices of the inspector's index fields. */
function choicesOf(plane: number, axes: readonly { readonly id: string; readonly extent: number }[]) {
  const indices = unravelIndex(
    axes.map(({ extent }) => extent),
    plane,
  );
  return Object.fromEntries(axes.map(({ id }, axis) => [id, String(indices[axis])]));
}
