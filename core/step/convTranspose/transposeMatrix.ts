/**
 * The same step as a product of unrolled matrices: each input cell is a row, each filter a column of W_col. Forward, row h·w of
 * Z_col is x · W_colᵀ before it is folded into Z; backward, dX = dZ_col · W_col.
 */
import { pixelAt } from '../../layer/window';
import { msg } from '../../message';
import type { MapView, StageRow } from '../Frame';
import { CellKind } from '../Frame';
import { excerptAround, type Excerpt } from '../shared/excerpt';
import type { StepPosition } from '../shared/LoopTimeline';
import { foldedEntries, matrixMap } from '../shared/matrixMap';
import { stageRow } from '../shared/words/rows';
import { glyphs, map } from '../shared/stage';
import type { TransposeScene } from './TransposeScene';

interface Sheet {
  readonly scene: TransposeScene;
  readonly position: StepPosition;
  readonly pixel: number;
  readonly pixels: Excerpt;
  readonly entries: Excerpt;
  readonly filters: Excerpt;
}

export function transposeMatrixStage(scene: TransposeScene, position: StepPosition): StageRow[] {
  const { rows, cols, outChannels } = scene.planes.geometry;
  const pixel = position.h * cols.outSize + position.w;
  const sheet: Sheet = {
    scene,
    position,
    pixel,
    pixels: excerptAround(pixel, rows.outSize * cols.outSize),
    entries: excerptAround(
      position.doneAfter - position.doneBefore === 1 ? position.lastProduct : 0,
      scene.timeline.productsPerCell,
    ),
    filters: excerptAround(position.c, outChannels),
  };
  const { names, layer } = scene;
  const aside = msg('one row per input cell');
  if (layer.pass === 'forward') {
    const sums = outputRows(sheet);
    const product = position.doneAfter - position.doneBefore === 1 ? position.lastProduct - sheet.entries.start : 0;
    return [
      stageRow({
        id: 'matrix',
        title: `${names.z}_col = ${names.x}_col @ ${names.w}_col.T`,
        aside,
        items: [
          map(inputRows(sheet, 'x')),
          glyphs.matrix,
          map(filterColumns(sheet)),
          glyphs.adds,
          map(sums),
          map(foldedEntries(sums, `[${pixel}]`, 'row', product, scene.planes.taps)),
        ],
        even: true,
      }),
    ];
  }
  return [
    stageRow({
      id: 'matrix',
      title: `${names.dX}_col = ${names.dZ}_col @ ${names.w}_col`,
      aside,
      items: [
        map(gradientRows(sheet)),
        glyphs.matrix,
        map(filterColumns(sheet)),
        glyphs.arrow,
        map(inputRows(sheet, 'dX')),
      ],
      even: true,
    }),
  ];
}

/** x or dX: a row for each pixel, a column for each input channel. */
function inputRows({ scene, position, pixel, pixels, filters }: Sheet, role: 'x' | 'dX'): MapView {
  const { planes, names, scales, timeline } = scene;
  const { i, c } = position;
  const done = Math.floor(position.doneAfter / timeline.productsPerCell);
  const computed = (row: number, filter: number): boolean =>
    timeline.cellIndex({ ...pixelAt(planes.geometry, row), c: filter }) < done;
  return matrixMap({
    id: `${role}Col`,
    title: `${names[role]}_col`,
    rows: pixels,
    cols: filters,
    scale: scales[role],
    value: (row, filter) => (role === 'x' ? planes.gradientPlane(i, filter) : planes.outputPlane(i, filter))[row]!,
    ...(role === 'dX'
      ? { kind: (row: number, filter: number) => (computed(row, filter) ? CellKind.Data : CellKind.Empty) }
      : {}),
    row: pixel,
    col: c,
    style: role === 'x' ? 'window' : 'result',
  });
}

/** W_col: an entry for each output channel and kernel cell, a column for each input channel. */
function filterColumns({ scene, position, entries, filters }: Sheet): MapView {
  const { planes, names, scales } = scene;
  return matrixMap({
    id: 'wCol',
    title: `${names.w}_col`,
    rows: entries,
    cols: filters,
    scale: scales.w,
    value: (entry, c) => planes.weight(entry % planes.taps, Math.floor(entry / planes.taps), c),
    col: position.c,
    style: 'window',
  });
}

/** Z_col: the multiples of the filters that each pixel adds, before they are folded into Z. */
function outputRows({ scene, position, pixel, pixels, entries }: Sheet): MapView {
  const { names, scales } = scene;
  return matrixMap({
    id: 'zCol',
    title: `${names.z}_col`,
    rows: pixels,
    cols: entries,
    scale: scales.z,
    value: (row, entry) => rowSum(scene, position, row, entry, position.doneAfter),
    before: (row, entry) => rowSum(scene, position, row, entry, position.doneBefore),
    row: pixel,
    style: 'window',
  });
}

function gradientRows({ scene, position, pixel, pixels, entries }: Sheet): MapView {
  const { planes, names, scales } = scene;
  const { i, c } = position;
  return matrixMap({
    id: 'dZCol',
    title: `${names.dZ}_col`,
    rows: pixels,
    cols: entries,
    scale: scales.z,
    value: (row, entry) => {
      const { h, w } = pixelAt(planes.geometry, row);
      const channel = planes.firstChannel(c) + Math.floor(entry / planes.taps);
      return planes.tapValue(i, h, w, entry % planes.taps, channel);
    },
    row: pixel,
    style: 'window',
  });
}

/** Σ over the input channels of the step's group, of the products that are done. */
function rowSum(
  { planes, timeline }: TransposeScene,
  { i, c: current }: StepPosition,
  pixel: number,
  entry: number,
  done: number,
): number {
  const { h, w } = pixelAt(planes.geometry, pixel);
  const first = Math.floor(current / planes.groupFilters) * planes.groupFilters;
  let sum = 0;
  for (let c = first; c < first + planes.groupFilters; c++) {
    if (timeline.cellIndex({ h, w, c }) * timeline.productsPerCell + entry >= done) break;
    sum += planes.weight(entry % planes.taps, Math.floor(entry / planes.taps), c) * planes.dZ(i, h, w, c);
  }
  return sum;
}
