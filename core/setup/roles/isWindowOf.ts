/** Whether a matrix shows a window of a larger one: a patch that a text explains is not a gradient. */
import type { NdArray } from '../../array/NdArray';

/** Fewer different values may be equal by chance. */
const fewestValues = 3;

export function isWindowOf(window: NdArray, input: NdArray): boolean {
  const [small, large] = [planeOf(window), planeOf(input)];
  if (!small || !large || small.data.length >= large.data.length) return false;
  if (new Set(small.data).size < fewestValues) return false;
  for (let top = 0; top + small.rows <= large.rows; top++)
    for (let left = 0; left + small.cols <= large.cols; left++) if (isAt(small, large, top, left)) return true;
  return false;
}

interface Plane {
  readonly rows: number;
  readonly cols: number;
  readonly data: NdArray['data'];
}

/** Undefined for an array of several planes. */
function planeOf({ shape, data }: NdArray): Plane | undefined {
  const extents = shape.filter((extent) => extent > 1);
  return extents.length === 2 ? { rows: extents[0]!, cols: extents[1]!, data } : undefined;
}

function isAt(small: Plane, large: Plane, top: number, left: number): boolean {
  for (let cell = 0; cell < small.data.length; cell++) {
    const row = top + Math.floor(cell / small.cols);
    const col = left + (cell % small.cols);
    if (small.data[cell] !== large.data[row * large.cols + col]) return false;
  }
  return true;
}
