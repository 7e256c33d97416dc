/** Elements of arrays of MATLAB, Julia and R: `A(2:7, 2:7)`, `W[:, :, 1, 2]`, and assignments to them. Indices begin at 1. */
import { sizeOf, type NdArray } from '../../../../array/NdArray';
import { inColumnOrder } from './columnOrder';

/** The value of one index; undefined where it is not certain. */
type Evaluate = (index: string) => NdArray | undefined;

/** Assignments to elements: their index and their value. */
export function elementAssignment(name: string): RegExp {
  return new RegExp(
    `(?<=^|[\\n;])[ \\t]*${name}[ \\t]*[([]([^()[\\]]*)[)\\]][ \\t]*(?:\\.?=(?!=)|<-)[ \\t]*((?:\\[[^\\]]*\\]|\\([^()]*\\)|[^;\\n[(])+)`,
    'g',
  );
}

/** `keepsAxes`: an index that is one number keeps its axis, except behind the second one: MATLAB. */
export function elementsOf(array: NdArray, index: string, keepsAxes: boolean, evaluate: Evaluate): NdArray | undefined {
  // All elements: `A(:)`.
  if (index.trim() === ':')
    return { shape: keepsAxes ? [array.data.length, 1] : [array.data.length], data: inColumnOrder(array) };
  const places = placesOf(array, index, evaluate);
  if (!places) return undefined;
  const extents = places.map(({ at }) => at.length);
  const full = pick(
    array,
    places.map(({ at }) => at),
    extents,
  );
  const kept = places.flatMap(({ isNumber, at }) => (isNumber && !keepsAxes ? [] : [at.length]));
  if (keepsAxes) while (kept.length > 2 && kept.at(-1) === 1) kept.pop();
  return { shape: kept, data: full };
}

/** The array with other values at the places of the index; one number fills them all. */
export function withElements(array: NdArray, index: string, value: NdArray, evaluate: Evaluate): NdArray | undefined {
  const places = placesOf(array, index, evaluate)?.map(({ at }) => at);
  if (!places) return undefined;
  const count = places.reduce((product, at) => product * at.length, 1);
  const isNumber = value.data.length === 1;
  if (!isNumber && value.data.length !== count) return undefined;
  // Axes of one element may be missing on either side; the others agree in their order.
  const extents = places.map((at) => at.length);
  const bare = (shape: readonly number[]): string => shape.filter((extent) => extent !== 1).join();
  if (!isNumber && bare(extents) !== bare(value.shape)) return undefined;
  const data = array.data.slice();
  let k = 0;
  visit(array.shape, places, (offset) => {
    data[offset] = isNumber ? value.data[0]! : value.data[k]!;
    k += 1;
  });
  return { shape: array.shape, data };
}

interface Places {
  readonly at: readonly number[];
  readonly isNumber: boolean;
}

function placesOf({ shape }: NdArray, index: string, evaluate: Evaluate): Places[] | undefined {
  const parts = index.split(',').map((part) => part.trim());
  // MATLAB's missing axes have one element.
  const full = [...shape, ...Array.from({ length: Math.max(0, parts.length - shape.length) }, () => 1)];
  if (parts.length !== full.length) return undefined;
  const found = parts.map((part, axis): Places | undefined => {
    const extent = full[axis]!;
    if (part === '' || part === ':') return { at: Array.from({ length: extent }, (_, k) => k), isNumber: false };
    const value = evaluate(part.replace(/\bend\b/g, String(extent)));
    if (!value || value.shape.length > 1) return undefined;
    const at = Array.from(value.data, (number) => number - 1);
    const isInside = at.every((each) => Number.isInteger(each) && each >= 0 && each < extent);
    return isInside ? { at, isNumber: value.shape.length === 0 } : undefined;
  });
  return found.every((each) => each !== undefined) ? found : undefined;
}

function pick(array: NdArray, places: readonly (readonly number[])[], extents: readonly number[]): Float64Array {
  const data = new Float64Array(sizeOf(extents));
  let k = 0;
  visit(array.shape, places, (offset) => {
    data[k++] = array.data[offset]!;
  });
  return data;
}

/** Offsets of the places in C order. */
function visit(shape: readonly number[], places: readonly (readonly number[])[], use: (offset: number) => void): void {
  const strides = places.map((_, axis) => sizeOf(shape.slice(axis + 1)));
  const step = (axis: number, offset: number): void => {
    if (axis === places.length) return use(offset);
    for (const at of places[axis]!) step(axis + 1, offset + at * strides[axis]!);
  };
  step(0, 0);
}

/** Rows below each other; a vector is a row, and fewer numbers are repeated: R's `rbind`. */
export function boundRows(parts: readonly NdArray[]): NdArray | undefined {
  if (parts.some(({ shape }) => shape.length > 2)) return undefined;
  const matrices = parts.filter(({ shape }) => shape.length === 2).map(({ shape }) => shape[1]!);
  const cols = matrices[0] ?? Math.max(...parts.map(({ data }) => data.length));
  if (matrices.some((each) => each !== cols)) return undefined;
  const rows = parts.flatMap((part): number[][] => {
    if (part.shape.length === 2)
      return Array.from({ length: part.shape[0]! }, (_, row) =>
        Array.from(part.data.slice(row * cols, (row + 1) * cols)),
      );
    return [Array.from({ length: cols }, (_, col) => part.data[col % part.data.length]!)];
  });
  return { shape: [rows.length, cols], data: Float64Array.from(rows.flat()) };
}
