/** What a panel can write: the arrays of its layer or source, and the slices that its maps show. */
import type { NdArray } from '../../../core/array/NdArray';
import type { CellRange } from '../../../core/inspect/copyCells';
import type { MapView } from '../../../core/step/Frame';
import { mapsOf } from '../../../core/step/shared/stage';
import { inspectedMap, type InspectPicture } from '../picture/InspectPicture';
import type { LayerPicture } from '../picture/LayerPicture';
import { layerArrays, type LayerArray } from './layerArrays';

/** The map of an inspected array has no step and therefore one fixed id. */
const inspectedMapId = 'array';

export function exportableArrays(picture: LayerPicture | InspectPicture): LayerArray[] {
  if (picture.kind === 'layer') return layerArrays(picture.setup.layer, picture.setup.names);
  return picture.parsed.arrays.map(({ name, array, dtype }, index) => ({
    role: 'array',
    name: name ?? (picture.parsed.arrays.length > 1 ? `array_${index + 1}` : 'array'),
    shape: array.shape,
    ...(dtype !== undefined && { dtype }),
    load: () => Promise.resolve(array),
  }));
}

/** A map that the panel shows at its step; undefined for an unknown id. */
export function shownMap(picture: LayerPicture | InspectPicture, id: string): MapView | undefined {
  if (picture.kind === 'layer') {
    return mapsOf(picture.stepper.frame(picture.t, picture.view).stage).find((each) => each.id === id);
  }
  return id === inspectedMapId ? { ...inspectedMap(picture).map, id, boxes: [], notes: [] } : undefined;
}

/** What a map of the panel shows: its selected cells, its slice, and the whole array that the slice is of. */
export function exportableOfMap(picture: LayerPicture | InspectPicture, id: string, cells?: CellRange): LayerArray[] {
  const map = cells && shownMap(picture, id);
  const arrays = exportableOfWholeMap(picture, id);
  return map && isInside(cells, map) ? [selection(map, cells), ...arrays] : arrays;
}

function isInside({ row, col, rows, cols }: CellRange, map: MapView): boolean {
  return rows > 0 && cols > 0 && row + rows <= map.rows && col + cols <= map.cols;
}

/** Selected cells of a map as a matrix. */
function selection(map: MapView, { row, col, rows, cols }: CellRange): LayerArray {
  const data = new Float64Array(rows * cols);
  for (let r = 0; r < rows; r++) {
    const from = (row + r) * map.cols + col;
    data.set(map.values.subarray(from, from + cols), r * cols);
  }
  const array: NdArray = { shape: [rows, cols], data };
  const name = `${map.title}_cells`;
  return { role: map.address?.role ?? 'array', name, shape: array.shape, load: () => Promise.resolve(array) };
}

function exportableOfWholeMap(picture: LayerPicture | InspectPicture, id: string): LayerArray[] {
  const arrays = exportableArrays(picture);
  if (picture.kind === 'inspect') {
    if (id !== inspectedMapId) return [];
    const { map, selected } = inspectedMap(picture);
    const whole = arrays[selected]!;
    return whole.shape!.length > 2 ? [{ ...slice(map), ...(whole.dtype && { dtype: whole.dtype }) }, whole] : [whole];
  }
  const map = mapsOf(picture.stepper.frame(picture.t, picture.view).stage).find((each) => each.id === id);
  if (!map) return [];
  const whole = arrays.filter(({ role }) => role === map.address?.role);
  return [slice(map), ...whole];
}

/** A map's cells as a matrix, padding included. */
function slice({
  title,
  index,
  rows,
  cols,
  values,
  address,
}: Pick<MapView, 'title' | 'index' | 'rows' | 'cols' | 'values' | 'address'>): LayerArray {
  const array: NdArray = { shape: [rows, cols], data: values };
  return {
    role: address?.role ?? 'array',
    name: index === undefined ? title : `${title}${index}`,
    shape: array.shape,
    load: () => Promise.resolve(array),
  };
}
