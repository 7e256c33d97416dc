/** How the user's gradients grow: the writes of a traced run into dA_prev and dW, as cells of the layer's arrays. */
import { sizeOf } from '../../array/NdArray';
import type { Trace, TraceWrite } from '../../read/python/trace/Trace';
import type { AxisLayout } from '../adapt/Adapter';
import { toFilter, userIndex } from '../adapt/layout/layouts';
import type { LayerCase } from '../cases/LayerCase';
import type { Growth, GrowthWrite } from './TracedRun';
import { layerCell, gradientTarget } from './matchSteps';

/** Absent arrays have no writes that are known. */
export function growthOf({ writes }: Trace, layerCase: LayerCase, layout: AxisLayout): Growth[] {
  const input: GrowthWrite[] = [];
  const filter: GrowthWrite[] = [];
  writes.forEach((write, moment) => {
    const cells = inputCells(write, layerCase, layout);
    if (cells) input.push({ moment, cells, values: write.values });
    const filterFlats = filterCells(write, layerCase, layout);
    if (filterFlats) filter.push({ moment, cells: filterFlats, values: write.values });
  });
  const grown: Growth[] = [
    { name: 'dA_prev', writes: input },
    { name: 'dW', writes: filter },
  ];
  return grown.filter((each) => each.writes.length > 0);
}

function inputCells({ target, sources }: TraceWrite, layerCase: LayerCase, layout: AxisLayout): Int32Array | undefined {
  const found = gradientTarget(target, layerCase, layout);
  const source = sources.find(({ array }) => array === 'g');
  if (!found || !source) return undefined;
  const [m = 1, rows = 1, cols = 1, channels = 1] = layerCase.x!.shape;
  // An array of one example belongs to the example of the gradient that is added to it.
  const example = found.shape[0] === 1 && m > 1 ? layerCell(source.cells[0]!, source.shape, 'NHWC')[0] : 0;
  return found.cells.map((flat) => {
    const [i, padRow, padCol, c] = layerCell(flat, found.shape, layout);
    const [row, col] = [padRow - found.pad, padCol - found.pad];
    if (row < 0 || col < 0 || row >= rows || col >= cols) return -1;
    return (((i + example) * rows + row) * cols + col) * channels + c;
  });
}

function filterCells({ target, sources }: TraceWrite, { w }: LayerCase, layout: AxisLayout): Int32Array | undefined {
  if (!w || !sources.some(({ array }) => array === 'g')) return undefined;
  const own = userIndex(w.shape, layout, 'filter');
  // A view is known by its size only.
  const isView = target.shape.length === 1 && target.shape[0] === sizeOf(own);
  if (!isView && target.shape.join() !== own.join()) return undefined;
  const positions = toFilter(
    { shape: own, data: Float64Array.from({ length: sizeOf(own) }, (_, flat) => flat) },
    layout,
  );
  const flats = new Int32Array(sizeOf(own));
  positions?.data.forEach((flat, k) => (flats[flat] = k));
  return target.cells.map((flat) => flats[flat]!);
}
