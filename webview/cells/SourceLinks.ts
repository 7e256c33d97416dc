/** Cells and the numbers of the text are one: the editor's cursor, the cell pointed at, reveal, edit. */
import { msg } from '../../core/message';
import type { CursorMessage } from '../../core/panel/protocol';
import type { MapView } from '../../core/step/Frame';
import { valueOfCell } from '../heatmap/describeCell';
import { cellOfElement, elementIndex } from '../heatmap/elementName';
import type { Cell } from '../heatmap/MapEvents';
import type { MapFigure } from '../heatmap/MapFigure';
import { t } from '../l10n';
import type { PageDeps } from '../PageDeps';
import { CellEditor } from './CellEditor';

export class SourceLinks {
  private cursor: CursorMessage['element'];
  private readonly editor = new CellEditor((role, index, text) =>
    this.deps.post({ type: 'editElement', role, index, text }),
  );

  constructor(private readonly deps: PageDeps) {}

  reset(): void {
    this.editor.close();
  }

  setCursor(element: CursorMessage['element']): void {
    this.cursor = element;
  }

  /** The cell at the editor's cursor. */
  cursorOn({ address }: MapView): Cell | undefined {
    const { cursor } = this;
    return cursor && address?.role === cursor.role ? cellOfElement(address, cursor.index) : undefined;
  }

  /** The cell's number is outlined in the text; undefined: none is. */
  point(map: MapView | undefined, cell: Cell | undefined): void {
    const element = map && cell && elementOf(map, cell);
    this.deps.post({ type: 'focusElement', role: element?.role ?? 'x', index: element?.index });
  }

  /** Whether the cell shows a number of an array that was read. */
  isInText(map: MapView | undefined, cell: Cell | undefined): boolean {
    const element = map && cell && elementOf(map, cell);
    return element !== undefined && isRead(element.role);
  }

  reveal(map: MapView, cell: Cell): void {
    const element = elementOf(map, cell);
    if (element) this.deps.post({ type: 'revealSource', ...element });
  }

  edit(figure: MapFigure, map: MapView, cell: Cell): void {
    const element = elementOf(map, cell);
    const value = valueOfCell(map, cell);
    if (element && isRead(element.role) && value !== undefined) {
      this.editor.open(figure, cell, value, element.role, element.index);
      return;
    }
    this.deps.say(t(msg('only numbers of the text can be changed here')));
  }
}

function elementOf({ address }: MapView, { row, col }: Cell): { role: string; index: number } | undefined {
  const index = elementIndex(address, row, col);
  return address && index !== undefined ? { role: address.role, index } : undefined;
}

/** Roles of arrays that come from the text; the others are computed. */
function isRead(role: string): boolean {
  return ['x', 'w', 'b', 'dZ', 'array'].includes(role);
}
