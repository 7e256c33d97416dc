/** The explanation of any cell: which element it is and its value. */
import { unravelIndex } from '../../array/NdArray';
import { msg } from '../../message';
import { flatIndexOf } from './address';
import { CellKind, type CellRef, type Explanation, type Frame, type Line, type MapView } from '../Frame';
import { element, line, number, say, text } from './words/spans';
import { cellBox, mapsOf } from './stage';

export function explainPlain(frame: Frame, cell: CellRef): Explanation | undefined {
  const map = findMap(frame, cell.map);
  if (!map) return undefined;
  return { cell, title: cellTitle(map, cell), boxes: outline(cell), lines: [], steps: [] };
}

export function findMap(frame: Frame, id: string): MapView | undefined {
  return mapsOf(frame.stage).find((map) => map.id === id);
}

/** `A_prev[0, 1, 2, 0] = 1.62`, or that the cell is padding or not computed yet. */
export function cellTitle(map: MapView, { row, col }: CellRef): Line {
  const index = row * map.cols + col;
  const kind = map.cells?.[index] ?? CellKind.Data;
  if (kind === CellKind.Padding) return line(text(`${map.title}[${row}, ${col}]  `), say(msg('padding')));
  const name = cellName(map, row, col);
  if (kind === CellKind.Empty) return line(name, text('  '), say(msg('not computed yet')));
  return line(name, text(' = '), number(map.values[index]!, 'strong'));
}

export function outline(cell: CellRef): Explanation['boxes'] {
  return { [cell.map]: [cellBox(cell.row, cell.col, 'result')] };
}

function cellName(map: MapView, row: number, col: number): Line['spans'][number] {
  const flat = map.address && flatIndexOf(map.address, row, col);
  if (!map.address || flat === undefined) return element(map.title, row, col);
  return element(map.address.name, ...unravelIndex(map.address.shape, flat));
}
