/** Planes of the compared arrays as maps: yours, the layer's and their difference. */
import type { NdArray } from '../../array/NdArray';
import { msg } from '../../message';
import { CellKind, type Box, type MapView, type Scale, type StageItem } from '../../step/Frame';
import { areWhole, scaleOf } from '../../step/shared/scale';
import { glyphs, map } from '../../step/shared/stage';
import { at, type ComparedArray } from './Comparison';

export type CompareView = 'layer' | 'yours' | 'difference';

/** Which plane of an array a map shows. */
export interface ShownPlane {
  /** `[0, …, 2]`. */
  readonly text: string;
  /** The equation's title has the index. */
  readonly isNamed?: true;
  /** Axes of the rows and columns. */
  readonly axes: readonly [rows: number, cols: number];
  /** The index of a cell of the plane. */
  readonly indexOf: (row: number, col: number) => readonly number[];
}

/** Activations: example i, channel c. `only`: the array has no other plane. */
export function activationPlane(i: number, c: number, only = false): ShownPlane {
  return { text: only ? '' : `[${i}, …, ${c}]`, axes: [1, 2], indexOf: (row, col) => [i, row, col, c] };
}

/** Filters: input channel, filter. */
export function filterPlane(channel: number, filter: number): ShownPlane {
  return { text: `[…, ${channel}, ${filter}]`, axes: [0, 1], indexOf: (row, col) => [row, col, channel, filter] };
}

/** The bias or its gradient: the cell of a filter. */
export function biasPlane(filter: number): ShownPlane {
  return { text: `[0, 0, 0, ${filter}]`, axes: [0, 1], indexOf: () => [0, 0, 0, filter] };
}

export interface PlaneBoxes {
  readonly own: readonly Box[];
  readonly layer: readonly Box[];
}

/** Maps of an array; ids begin with `id`. `now`: the layer's plane at this step; absent: its result. */
export function resultMaps(
  id: string,
  array: ComparedArray,
  plane: ShownPlane,
  view: Exclude<CompareView, 'layer'>,
  { own, layer }: PlaneBoxes,
  now?: Float64Array,
): StageItem[] {
  const { actual, expected } = array;
  const title = array.title ?? array.name;
  const scale = cached(expected, 'scale', () => scaleOf(expected.data));
  const integers = cached(expected, 'whole', () => areWhole(expected.data)) && (!actual || isWhole(array));
  const base = { ...indexOf(plane), scale, notes: [], ...(integers && { integers }) };
  const right: MapView = {
    ...base,
    id: id === '' ? 'layer' : `${id}-layer`,
    title,
    label: msg('{0}, layer', title),
    ...valuesOf(expected, plane),
    ...(now && { values: now }),
    boxes: layer,
  };
  if (!actual) return [map(clipped(right))];
  const yours: MapView = {
    ...base,
    id: id === '' ? 'yours' : `${id}-yours`,
    title,
    label: msg('{0}, yours', title),
    ...valuesOf(actual, plane, array.known),
    boxes: own,
    ...(array.known && { emptyNote: now ? msg('empty: not written yet') : msg('empty: not given') }),
  };
  const both = [map(clipped(yours)), map(clipped({ ...right, comparedWith: yours.id }))];
  if (view === 'yours') return both;
  return [...both, glyphs.arrow, map(clipped(differenceMap(id, array, plane, [...own, ...layer])))];
}

/** Yours − layer; cells that one of them lacks are NaN. */
function differenceMap(id: string, array: ComparedArray, plane: ShownPlane, boxes: readonly Box[]): MapView {
  const { actual, expected, known } = array;
  const title = array.title ?? array.name;
  const layer = valuesOf(expected, plane);
  const values = cached(array, `difference ${plane.text}`, () =>
    layer.values.map((value, k) => {
      const index = plane.indexOf(Math.floor(k / layer.cols), k % layer.cols);
      return (at(actual!, index) ?? NaN) - value;
    }),
  );
  return {
    id: id === '' ? 'difference' : `${id}-difference`,
    title,
    label: msg('{0}, difference', title),
    ...indexOf(plane),
    rows: layer.rows,
    cols: layer.cols,
    values,
    ...(known && { cells: valuesOf(actual!, plane, known).cells! }),
    scale: cached(array, 'difference', () => differenceScale(array)),
    boxes,
    notes: [msg('yours − layer')],
  };
}

function indexOf({ text, isNamed }: ShownPlane): { readonly index?: string } {
  return text === '' || isNamed ? {} : { index: text };
}

interface PlaneValues {
  readonly rows: number;
  readonly cols: number;
  readonly values: Float64Array;
  readonly cells?: Uint8Array;
}

/** The same instance for the same plane of an array. Cells that are not known are empty. */
function valuesOf(array: NdArray, plane: ShownPlane, known?: Uint8Array): PlaneValues {
  return cached(array, `plane ${plane.text}`, () => {
    const rows = array.shape[plane.axes[0]] ?? 1;
    const cols = array.shape[plane.axes[1]] ?? 1;
    const values = new Float64Array(rows * cols);
    const cells = known && new Uint8Array(rows * cols);
    const mask = known && { shape: array.shape, data: Float64Array.from(known) };
    for (let k = 0; k < values.length; k++) {
      const index = plane.indexOf(Math.floor(k / cols), k % cols);
      values[k] = at(array, index) ?? NaN;
      if (cells && at(mask!, index) === 0) cells[k] = CellKind.Empty;
    }
    return { rows, cols, values, ...(cells && { cells }) };
  });
}

function differenceScale({ actual, expected, known }: ComparedArray): Scale {
  if (actual!.data.length !== expected.data.length) return scaleOf(expected.data);
  return scaleOf(Float64Array.from(expected.data, (value, k) => (known?.[k] === 0 ? 0 : actual!.data[k]! - value)));
}

/** Cells that are not known are NaN. */
function isWhole({ actual }: ComparedArray): boolean {
  return cached(actual!, 'whole', () => areWhole(actual!.data));
}

/** Boxes cut off at the borders of their map. */
function clipped(view: MapView): MapView {
  const boxes = view.boxes.flatMap((box): Box[] => {
    const row = Math.max(0, box.row);
    const col = Math.max(0, box.col);
    const down = Math.min(view.rows, box.row + box.rows) - row;
    const across = Math.min(view.cols, box.col + box.cols) - col;
    return down > 0 && across > 0 ? [{ ...box, row, col, rows: down, cols: across }] : [];
  });
  return { ...view, boxes };
}

const cache = new WeakMap<object, Map<string, unknown>>();

function cached<T>(owner: object, key: string, make: () => T): T {
  const entries = cache.get(owner) ?? new Map<string, unknown>();
  cache.set(owner, entries);
  if (!entries.has(key)) entries.set(key, make());
  return entries.get(key) as T;
}
