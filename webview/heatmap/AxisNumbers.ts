/** Row and column numbers along a map whose cells are too small for values. */
import { axisTicks } from '../layout/axisGutter';
import { el } from '../ui/el';
import type { Region } from './paint/HeatmapView';

export class AxisNumbers {
  private readonly rows = el('div', { class: 'axis-rows' });
  private readonly cols = el('div', { class: 'axis-cols' });
  readonly element = el('div', { class: 'map-axes', 'aria-hidden': 'true' }, this.rows, this.cols);

  /** `region`: the visible part; `cell`: pixels per cell. */
  update(region: Region, cell: number, shown: boolean): void {
    this.element.hidden = !shown;
    if (!shown) return;
    const at = (index: number, start: number): string => `${(index + 0.5 - start) * cell}px`;
    this.rows.replaceChildren(
      ...axisTicks(region.row, region.rows, cell).map((row) => numbered(row, 'top', at(row, region.row))),
    );
    this.cols.replaceChildren(
      ...axisTicks(region.col, region.cols, cell).map((col) => numbered(col, 'left', at(col, region.col))),
    );
  }
}

function numbered(index: number, side: 'top' | 'left', place: string): HTMLElement {
  const tick = el('span', {}, String(index));
  tick.style[side] = place;
  return tick;
}
