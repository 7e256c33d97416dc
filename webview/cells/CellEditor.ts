/** An input over a cell: Enter writes the number back to the text, Escape leaves it. */
import { msg } from '../../core/message';
import { exactNumber } from '../format';
import type { Cell } from '../heatmap/MapEvents';
import type { MapFigure } from '../heatmap/MapFigure';
import { t } from '../l10n';
import { el } from '../ui/el';

const smallestWidth = 90;

export class CellEditor {
  private input: HTMLInputElement | undefined;

  constructor(private readonly write: (role: string, index: number, text: string) => void) {}

  open(figure: MapFigure, cell: Cell, value: number, role: string, index: number): void {
    this.close();
    const input = el('input', { type: 'text', class: 'cell-editor', 'aria-label': t(msg('new value of the cell')) });
    input.value = exactNumber(value);
    const { left, top, size } = figure.rectangleOf(cell);
    input.style.left = `${left + figure.surfaceElement.offsetLeft}px`;
    input.style.top = `${top + figure.surfaceElement.offsetTop}px`;
    input.style.width = `${Math.max(size, smallestWidth)}px`;
    input.addEventListener('keydown', (event) => {
      event.stopPropagation();
      if (event.key === 'Escape') this.finish(figure, cell);
      if (event.key !== 'Enter') return;
      const text = input.value.trim();
      this.finish(figure, cell);
      if (text !== '' && text !== exactNumber(value)) this.write(role, index, text);
    });
    input.addEventListener('blur', () => this.close());
    figure.element.append(input);
    this.input = input;
    input.focus();
    input.select();
  }

  close(): void {
    const { input } = this;
    this.input = undefined;
    input?.remove();
  }

  private finish(figure: MapFigure, cell: Cell): void {
    this.close();
    figure.focusCell(cell);
  }
}
