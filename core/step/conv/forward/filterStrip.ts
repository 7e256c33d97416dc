/** The results of all filters at one window as a strip: a step of all filters completes one cell in each of Z's channels. */
import { outputShape } from '../../../layer/geometry';
import { msg } from '../../../message';
import type { CellRef, MapView, StageRow } from '../../Frame';
import type { StepPosition } from '../../shared/LoopTimeline';
import { stageRow } from '../../shared/words/rows';
import { cellBox, filledKinds, map } from '../../shared/stage';
import type { ConvScene } from '../ConvScene';

/** Filters in a row of the strip. */
const mostCols = 16;

const stripId = 'z-filters';

/** A row with the strip where all filters of one window are one step; otherwise none. */
export function filterRow(scene: ConvScene, position: StepPosition): StageRow[] {
  const { timeline, names } = scene;
  const { filters } = timeline.extents;
  const { i, h, w, doneBefore, doneAfter } = position;
  if (filters === 1 || doneAfter - doneBefore !== timeline.productsPerCell * filters) return [];
  if (position.covered.rows * position.covered.cols > 1) return [];
  return [
    stageRow({
      id: 'filters',
      title: `${names.z}[${i}, ${h}, ${w}, :]`,
      aside: msg('{0|the filter|all {0} filters} of this window', filters),
      items: [map(filterStrip(scene, position))],
    }),
  ];
}

/** Z[i, h, w, :] in rows of at most 16 filters. */
function filterStrip({ planes, names, scales, timeline, whole }: ConvScene, { i, h, w, c }: StepPosition): MapView {
  const { filters } = timeline.extents;
  const cols = Math.min(filters, mostCols);
  const rows = Math.ceil(filters / cols);
  const cell = h * planes.geometry.cols.outSize + w;
  const values = new Float64Array(rows * cols);
  for (let filter = 0; filter < filters; filter++) values[filter] = planes.outputPlane(i, filter)[cell]!;
  return {
    id: stripId,
    title: names.z,
    index: `[${i}, ${h}, ${w}, :]`,
    rows,
    cols,
    values,
    cells: filledKinds(rows * cols, filters),
    scale: scales.z,
    integers: whole.z,
    boxes: [cellBox(Math.floor(c / cols), c % cols, 'result')],
    notes: [],
    address: {
      role: 'z',
      name: names.z,
      shape: outputShape(planes.geometry),
      offset: cell * filters + i * planes.geometry.rows.outSize * planes.geometry.cols.outSize * filters,
      rowStride: cols,
      colStride: 1,
      rowOrigin: 0,
      colOrigin: 0,
      rows,
      cols,
    },
  };
}

/** The filter of a cell of the strip; undefined for cells of other maps. */
export function filterOf({ timeline }: ConvScene, { map: id, row, col }: CellRef): number | undefined {
  if (id !== stripId) return undefined;
  const filter = row * Math.min(timeline.extents.filters, mostCols) + col;
  return filter < timeline.extents.filters ? filter : undefined;
}
