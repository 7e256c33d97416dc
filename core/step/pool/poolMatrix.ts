/** The same step with windows as rows: a pooling reduces each row of the unrolled channel, or spreads back over it. */
import { pixelAt } from '../../layer/window';
import { msg } from '../../message';
import { CellKind, type MapView, type StageItem, type StageRow } from '../Frame';
import type { StepPosition } from '../shared/LoopTimeline';
import type { PoolScene } from './PoolScene';
import { stageRow } from '../shared/words/rows';
import { glyphs, map } from '../shared/stage';
import { excerptAround, type Excerpt } from '../shared/excerpt';
import { matrixMap } from '../shared/matrixMap';

export function poolMatrixStage(scene: PoolScene, position: StepPosition): StageRow[] {
  const { planes, names } = scene;
  const { rows, cols } = planes.geometry;
  const window = position.h * cols.outSize + position.w;
  const windows = excerptAround(window, rows.outSize * cols.outSize);
  const input = map(unrolled(scene, position, windows, window));
  if (scene.layer.pass === 'forward') {
    const label = planes.max ? msg('the maximum') : msg('the mean');
    const reduce: StageItem = { kind: 'glyph', glyph: planes.max ? 'max' : 'mean', label };
    return [
      stageRow({
        id: 'matrix',
        title: `${names.z}_col = np.${planes.max ? 'max' : 'mean'}(${names.x}_col, axis=1)`,
        aside: msg('one row per window'),
        items: [input, reduce, map(column(scene, position, windows, window))],
        even: true,
      }),
    ];
  }
  return [
    stageRow({
      id: 'matrix',
      title: planes.max ? `${names.dX}_col = mask · ${names.dZ}` : `${names.dX}_col = ${names.dZ} / n`,
      aside: msg('one row per window'),
      items: [
        input,
        glyphs.dot,
        map(column(scene, position, windows, window)),
        glyphs.arrow,
        map(spread(scene, position, windows, window)),
      ],
      even: true,
    }),
  ];
}

function unrolled(scene: PoolScene, { i, c }: StepPosition, windows: Excerpt, window: number): MapView {
  const { planes, names } = scene;
  const cellAt = (row: number, tap: number) => {
    const { h, w } = pixelAt(planes.geometry, row);
    return planes.windowCells(i, h, w, c).find((cell) => cell.tap === tap);
  };
  return matrixMap({
    id: 'xCol',
    title: `${names.x}_col`,
    rows: windows,
    cols: excerptAround(0, planes.taps),
    scale: scene.scales.x,
    value: (row, tap) => cellAt(row, tap)?.value ?? (planes.max ? -Infinity : 0),
    kind: (row, tap) => (cellAt(row, tap) ? CellKind.Data : CellKind.Padding),
    row: window,
    style: 'window',
  });
}

/** A or dA of the visible channel, one row per window. */
function column(scene: PoolScene, { i, c }: StepPosition, windows: Excerpt, window: number): MapView {
  const { planes, names } = scene;
  const forward = scene.layer.pass === 'forward';
  const plane = forward ? planes.outputPlane(i, c) : planes.gradientPlane(i, c);
  return matrixMap({
    id: forward ? 'zCol' : 'dZCol',
    title: `${forward ? names.z : names.dZ}_col`,
    rows: windows,
    cols: { start: 0, count: 1, size: 1 },
    scale: forward ? scene.scales.x : scene.scales.dA,
    value: (row) => plane[row]!,
    ...(forward ? { kind: (row: number) => (row <= window ? CellKind.Data : CellKind.Empty) } : {}),
    row: window,
    style: 'result',
  });
}

/** What each window's row gives back, before the rows are folded into the image. */
function spread(scene: PoolScene, { i, c }: StepPosition, windows: Excerpt, window: number): MapView {
  const { planes, names } = scene;
  const share = (row: number, tap: number): number => {
    const { h, w } = pixelAt(planes.geometry, row);
    return planes.contributions(i, h, w, c).find(({ cell }) => cell.tap === tap)?.value ?? 0;
  };
  return matrixMap({
    id: 'dXCol',
    title: `${names.dX}_col`,
    rows: windows,
    cols: excerptAround(0, planes.taps),
    scale: scene.scales.dA,
    value: share,
    kind: (row) => (row <= window ? CellKind.Data : CellKind.Empty),
    row: window,
    style: 'window',
  });
}
