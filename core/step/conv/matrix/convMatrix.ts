/**
 * The same step as a matrix product (im2col): each window is a row of the unrolled input, each filter a column, each output
 * cell their product. Backward, dZ·Wᵀ is added to the row of dX_col, and the window times dZ to the column of dW.
 */
import { pixelAt } from '../../../layer/window';
import { msg } from '../../../message';
import type { ConvScene } from '../ConvScene';
import { CellKind, type MapView, type StageItem, type StageRow } from '../../Frame';
import type { StepPosition } from '../../shared/LoopTimeline';
import { stageRow } from '../../shared/words/rows';
import { scaleOf } from '../../shared/scale';
import { glyphs, map } from '../../shared/stage';
import { excerptAround, type Excerpt } from '../../shared/excerpt';
import { foldedEntries, matrixMap } from '../../shared/matrixMap';
import { matrixCellRow } from './matrixCell';
import { columnGradient, matrixGradientLines, rowGradient } from './matrixGradients';

interface Sheet {
  readonly scene: ConvScene;
  readonly position: StepPosition;
  /** Windows of an example, kernel entries (channel-major, as the products are summed), filters. */
  readonly windows: Excerpt;
  readonly entries: Excerpt;
  readonly filters: Excerpt;
  readonly window: number;
}

export function convMatrixStage(scene: ConvScene, position: StepPosition): StageRow[] {
  const { planes } = scene;
  const { rows, cols, outChannels } = planes.geometry;
  const window = position.h * cols.outSize + position.w;
  const sheet: Sheet = {
    scene,
    position,
    window,
    windows: excerptAround(window, rows.outSize * cols.outSize),
    entries: excerptAround(
      position.doneAfter - position.doneBefore === 1 ? position.lastProduct : 0,
      scene.timeline.productsPerCell,
    ),
    filters: excerptAround(position.c, outChannels),
  };
  return scene.layer.pass === 'forward' ? productRows(sheet) : gradientRows(sheet);
}

function productRows(sheet: Sheet): StageRow[] {
  const { scene, position, window } = sheet;
  const { names, layer } = scene;
  const bias = layer.b ? [glyphs.plus, map(biasMap(sheet))] : [];
  return [
    stageRow({
      id: 'matrix',
      title: `${names.z}_col = ${names.x}_col @ ${names.w}_col${layer.b ? ` + ${names.b}` : ''}`,
      aside: msg('one row per window, one column per filter'),
      items: [
        map(unrolledInput(sheet)),
        glyphs.matrix,
        map(unrolledFilters(sheet)),
        ...bias,
        glyphs.equals,
        map(product(sheet)),
      ],
      even: true,
    }),
    matrixCellRow(scene, position, window),
  ];
}

function gradientRows(sheet: Sheet): StageRow[] {
  const { scene, position, window } = sheet;
  const { names } = scene;
  const gradient: StageItem = { kind: 'glyph', glyph: names.dZ, label: msg('the incoming gradient') };
  const lines = matrixGradientLines(scene, position, window, sheet.entries);
  return [
    stageRow({
      id: 'inputGradient',
      title: `${names.dX}_col[window] += ${names.dZ} · ${names.w}_col.T`,
      aside: msg('where the gradient goes'),
      items: [
        map(gradients(sheet)),
        glyphs.dot,
        map(unrolledFilters(sheet)),
        glyphs.adds,
        ...withEntries(inputGradients(sheet), sheet),
      ],
      lines: [lines.input],
      even: true,
    }),
    stageRow({
      id: 'filterGradient',
      title: `${names.dW}_col += ${names.x}_col.T · ${names.dZ}`,
      aside: msg('what the filter learns'),
      items: [
        map(unrolledInput(sheet)),
        glyphs.dot,
        gradient,
        glyphs.adds,
        ...withEntries(filterGradients(sheet), sheet, position.c),
      ],
      lines: [lines.filter],
      even: true,
    }),
  ];
}

/** A map, and for small cells its row of the step's window, or its column of filter `column`, with numbers. */
function withEntries(of: MapView, { scene, position, window, entries }: Sheet, column?: number): StageItem[] {
  const isOneProduct = position.doneAfter - position.doneBefore === 1;
  const place = column === undefined ? `[${window}]` : `[:, ${column}]`;
  const first = isOneProduct ? position.lastProduct - entries.start : 0;
  return [map(of), map(foldedEntries(of, place, column === undefined ? 'row' : 'column', first, scene.planes.taps))];
}

function biasMap({ scene, position, filters }: Sheet): MapView {
  const { planes, names, layer } = scene;
  return matrixMap({
    id: 'bRow',
    title: names.b,
    rows: { start: 0, count: 1, size: 1 },
    cols: filters,
    scale: scaleOf(layer.b!.data),
    value: (_, c) => planes.bias(c),
    col: position.c,
    style: 'link',
  });
}

function unrolledInput({ scene, position, windows, entries, window }: Sheet): MapView {
  return matrixMap({
    id: 'xCol',
    title: `${scene.names.x}_col`,
    rows: windows,
    cols: entries,
    scale: scene.scales.x,
    value: (row, entry) => seen(scene, position, row, entry),
    kind: (row, entry) => {
      const { h, w } = pixelAt(scene.planes.geometry, row);
      return scene.tapKind(h, w, entry % scene.planes.taps);
    },
    row: window,
    style: 'window',
  });
}

function unrolledFilters({ scene, position, entries, filters }: Sheet): MapView {
  const { planes, names } = scene;
  return matrixMap({
    id: 'wCol',
    title: `${names.w}_col`,
    rows: entries,
    cols: filters,
    scale: scene.scales.w,
    value: (entry, c) => planes.weight(entry % planes.taps, Math.floor(entry / planes.taps), c),
    col: position.c,
    style: 'window',
  });
}

function product({ scene, position, windows, filters, window }: Sheet): MapView {
  const { planes, names, timeline } = scene;
  const done = Math.floor(position.doneAfter / timeline.productsPerCell);
  return matrixMap({
    id: 'zCol',
    title: `${names.z}_col`,
    rows: windows,
    cols: filters,
    scale: scene.scales.z,
    value: (row, c) => cellSum(scene, position, row, c),
    kind: (row, c) =>
      timeline.cellIndex({ ...pixelAt(planes.geometry, row), c }) < done ? CellKind.Data : CellKind.Empty,
    row: window,
    col: position.c,
    style: 'result',
  });
}

function gradients({ scene, position, windows, filters, window }: Sheet): MapView {
  const { planes, names } = scene;
  return matrixMap({
    id: 'dZCol',
    title: `${names.dZ}_col`,
    rows: windows,
    cols: filters,
    scale: scene.scales.dZ,
    value: (row, c) => planes.gradientPlane(position.i, c)[row]!,
    row: window,
    col: position.c,
    style: 'result',
  });
}

/** dX_col: before it is folded back into the image, each window has a row of its own. */
function inputGradients({ scene, position, windows, entries, window }: Sheet): MapView {
  const { names } = scene;
  return matrixMap({
    id: 'dXCol',
    title: `${names.dX}_col`,
    rows: windows,
    cols: entries,
    scale: scene.gradients!.dX,
    value: (row, entry) => rowGradient(scene, position.i, row, entry, position.doneAfter),
    before: (row, entry) => rowGradient(scene, position.i, row, entry, position.doneBefore),
    row: window,
    style: 'window',
  });
}

function filterGradients({ scene, position, entries, filters }: Sheet): MapView {
  const { names } = scene;
  const plane = (entry: number, c: number, done: number): number => columnGradient(scene, position.i, entry, c, done);
  return matrixMap({
    id: 'dWCol',
    title: `${names.dW}_col`,
    rows: entries,
    // One column: the others do not change, and each is a sum over the whole batch.
    cols: { start: position.c, count: 1, size: filters.size },
    scale: scene.gradients!.dW,
    value: (entry, c) => plane(entry, c, position.doneAfter),
    before: (entry, c) => plane(entry, c, position.doneBefore),
    col: position.c,
    style: 'window',
  });
}

/** What entry number `entry` of a window sees, in the channels that the step's filter reads. */
function seen({ planes }: ConvScene, { i, c }: StepPosition, window: number, entry: number): number {
  const { h, w } = pixelAt(planes.geometry, window);
  const channel = planes.firstChannel(c) + Math.floor(entry / planes.taps);
  return planes.tapValue(i, h, w, entry % planes.taps, channel);
}

function cellSum({ planes, timeline }: ConvScene, { i, c: current }: StepPosition, window: number, c: number): number {
  const { h, w } = pixelAt(planes.geometry, window);
  if (c === current) return planes.outputPlane(i, c)[window]!;
  let sum = 0;
  for (let entry = 0; entry < timeline.productsPerCell; entry++) {
    const groupChannel = Math.floor(entry / planes.taps);
    const tap = entry % planes.taps;
    sum += planes.tapValue(i, h, w, tap, planes.firstChannel(c) + groupChannel) * planes.weight(tap, groupChannel, c);
  }
  return sum + planes.bias(c);
}
