/** A cell of a map: what it holds, and the text of the tooltip and of the live region. Pure. */
import { msg } from '../../core/message';
import { CellKind, type MapView } from '../../core/step/Frame';
import { exactNumber } from '../format';
import { t } from '../l10n';
import { elementIndex, elementName } from './elementName';
import type { Cell } from './MapEvents';
import { mapTitle } from './mapTitle';

/** Index and exact value. */
export function describeCell(map: MapView, cell: Cell): { readonly name: string; readonly value: string } {
  const index = elementIndex(map.address, cell.row, cell.col);
  const own = map.address && index !== undefined ? elementName(map.address, index) : '';
  const place = own && namesPlace(map) ? own : `${mapTitle(map)}[${cell.row}, ${cell.col}]`;
  const value = valueOfCell(map, cell);
  const padding = kindOfCell(map, cell) === CellKind.Padding;
  const shown = value === undefined ? t(msg('not computed yet')) : exactNumber(value);
  return {
    name: own && own !== place ? `${place} (${own})` : place,
    value: padding ? `${shown} (${t(msg('padding'))})` : shown,
  };
}

/** Whether an element's name has the row and the column of its cell, or its array is a vector, whose rows are only those of its map. */
function namesPlace({ address, title, label }: MapView): boolean {
  if (!address) return false;
  const { name, shape, rowOrigin, colOrigin } = address;
  return shape.length === 1 || (name === title && !label && rowOrigin === 0 && colOrigin === 0);
}

/** Undefined where it is not computed yet. */
export function valueOfCell(map: MapView, cell: Cell): number | undefined {
  return kindOfCell(map, cell) === CellKind.Empty ? undefined : map.values[cell.row * map.cols + cell.col];
}

function kindOfCell({ cells, cols }: MapView, { row, col }: Cell): number {
  return cells ? cells[row * cols + col]! : CellKind.Data;
}
