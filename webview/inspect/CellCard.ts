/** The cell under the pointer or the selected cells: index, exact value, and copying. */
import { msg } from '../../core/message';
import type { CellFormat } from '../../core/panel/inspect';
import type { MapView } from '../../core/step/Frame';
import { valueOfCell } from '../heatmap/describeCell';
import { elementIndex, elementName } from '../heatmap/elementName';
import type { CellRange, Cell } from '../heatmap/MapEvents';
import { exactNumber } from '../format';
import { t } from '../l10n';
import { el, setText } from '../ui/el';

const formats: readonly (readonly [format: CellFormat, label: string])[] = [
  ['numpy', 'NumPy'],
  ['csv', 'CSV'],
  ['json', 'JSON'],
];

export class CellCard {
  private readonly name = el('h2', { class: 'inspect-card-title' });
  private readonly value = el('div', { class: 'cell-value' });
  private readonly place = el('div', { class: 'cell-place' });
  private readonly copied = el('span', { class: 'inspect-card-note' });
  readonly element: HTMLElement;

  constructor(copy: (format: CellFormat) => void) {
    const buttons = formats.map(([format, label]) => {
      const title = t(msg('copy the selected cells, or all cells of the slice, as {0}', label));
      const button = el('button', { type: 'button', class: 'text-button', 'data-copy': format, title }, label);
      button.addEventListener('click', () => copy(format));
      return button;
    });
    this.element = el(
      'section',
      { class: 'inspect-card', 'data-part': 'cell' },
      el('div', { class: 'inspect-card-head' }, this.name),
      el('div', { class: 'inspect-card-body' }, this.value, this.place),
      el(
        'div',
        { class: 'copy-row' },
        el('span', { class: 'inspect-card-note' }, t(msg('copy as'))),
        ...buttons,
        this.copied,
      ),
    );
  }

  update(map: MapView, cell: Cell | undefined, range: CellRange | undefined): void {
    if (range && range.rows * range.cols > 1) {
      const { row, col, rows, cols } = range;
      setText(this.name, t(msg('{0} × {1} cells selected', rows, cols)));
      setText(this.value, t(msg('{0} value{0||s}', rows * cols)));
      setText(this.place, t(msg('rows {0}–{1}, columns {2}–{3}', row, row + rows - 1, col, col + cols - 1)));
    } else if (cell && map.address && cell.row < map.rows && cell.col < map.cols) {
      const index = elementIndex(map.address, cell.row, cell.col);
      const value = valueOfCell(map, cell);
      setText(this.name, index === undefined ? '' : elementName(map.address, index));
      setText(this.value, value === undefined ? '' : exactNumber(value));
      setText(this.place, map.address.shape.length === 1 ? '' : t(msg('row {0}, column {1}', cell.row, cell.col)));
    } else {
      setText(this.name, map.title);
      setText(this.value, '');
      setText(this.place, t(msg('Point at a cell, or drag to select cells.')));
    }
  }

  showCopied(text: string): void {
    setText(this.copied, text);
  }
}
