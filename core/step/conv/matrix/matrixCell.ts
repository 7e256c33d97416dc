/**
 * One cell of the matrix product with its numbers: a row of the unrolled input times a column of the filters. Both are folded to
 * one line per channel, as wide as the kernel has cells, so that their numbers are readable.
 */
import { pixelAt } from '../../../layer/window';
import { msg } from '../../../message';
import { CellKind, type MapView, type StageRow } from '../../Frame';
import { excerptAround } from '../../shared/excerpt';
import type { StepPosition } from '../../shared/LoopTimeline';
import { matrixMap, type MatrixRequest } from '../../shared/matrixMap';
import { stageRow } from '../../shared/words/rows';
import { glyphs, map } from '../../shared/stage';
import type { ConvScene } from '../ConvScene';
import { matrixLine } from './matrixLine';

/** Channels that are shown at once, and cells of the kernel. */
const mostChannels = 6;
const mostTaps = 16;

/** `window`: the row of the unrolled input. */
export function matrixCellRow(scene: ConvScene, position: StepPosition, window: number): StageRow {
  const { planes, names, layer, scales } = scene;
  const { i, c, lastProduct } = position;
  const { h, w } = pixelAt(planes.geometry, window);
  const isOneProduct = position.doneAfter - position.doneBefore === 1;
  const [channel, tap] = [Math.floor(lastProduct / planes.taps), lastProduct % planes.taps];
  const first = planes.firstChannel(c);
  const input = (row: number, col: number): number => planes.tapValue(i, h, w, col, first + row);
  const weight = (row: number, col: number): number => planes.weight(col, row, c);
  const folded = (request: Pick<MatrixRequest, 'id' | 'title' | 'scale' | 'value' | 'kind'>): MapView =>
    matrixMap({
      ...request,
      rows: excerptAround(isOneProduct ? channel : 0, planes.groupChannels, mostChannels),
      cols: excerptAround(isOneProduct ? tap : 0, planes.taps, mostTaps),
      ...(isOneProduct && { row: channel, col: tap }),
      style: isOneProduct ? 'result' : 'window',
      statesExtents: false,
    });
  const row = `${names.x}_col[${window}]`;
  const column = `${names.w}_col[:, ${c}]`;
  return stageRow({
    id: 'matrixCell',
    title: `${names.z}_col[${window}, ${c}] = ${row} @ ${column}${layer.b ? ` + ${names.b}` : ''}`,
    aside: msg('one line per channel'),
    items: [
      map(
        folded({
          id: 'xRow',
          title: row,
          scale: scales.x,
          value: input,
          kind: (_, col) => scene.tapKind(h, w, col),
        }),
      ),
      glyphs.times,
      map(folded({ id: 'wColumn', title: column, scale: scales.w, value: weight })),
      glyphs.equals,
      map(
        folded({
          id: 'rowProducts',
          title: 'products',
          scale: scales.products,
          value: (line, col) => input(line, col) * weight(line, col),
          kind: (line, col) => (line * planes.taps + col <= lastProduct ? CellKind.Data : CellKind.Empty),
        }),
      ),
    ],
    lines: [matrixLine(scene, position, window)],
  });
}
