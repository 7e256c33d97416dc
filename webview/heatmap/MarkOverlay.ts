/**
 * Outlines above a map: the step's window and result, linked cells, the focused, pinned and cursor cells. They are elements, so
 * that moving them repaints no value; the outlines of a step glide by a transform in the time that the stage sets as `--glide`.
 */
import { el } from '../ui/el';
import type { HeatmapView, Region } from './HeatmapView';
import { outlinesOf, type Outline } from './outlines';

interface Drawn {
  readonly element: HTMLElement;
  key: string;
}

export class MarkOverlay {
  readonly element = el('div', { class: 'map-marks', 'aria-hidden': 'true' });
  private readonly drawn: Drawn[] = [];

  /** `region`: the visible part; `cell`: its pixels per cell. */
  update(view: HeatmapView, region: Region, cell: number): void {
    const outlines = outlinesOf(view, region, cell);
    outlines.forEach((outline, index) => this.place(index, outline));
    for (const { element } of this.drawn.splice(outlines.length)) element.remove();
  }

  private place(index: number, { kind, stroke, left, top, width, height }: Outline): void {
    let drawn = this.drawn[index];
    if (!drawn) {
      drawn = { element: el('div'), key: '' };
      this.drawn.push(drawn);
      this.element.append(drawn.element);
    }
    const key = `${kind} ${stroke} ${left} ${top} ${width} ${height}`;
    if (key === drawn.key) return;
    drawn.key = key;
    const { className, style } = drawn.element;
    if (className !== `mark mark-${kind}`) drawn.element.className = `mark mark-${kind}`;
    style.transform = `translate(${left}px, ${top}px)`;
    style.width = `${width}px`;
    style.height = `${height}px`;
    style.borderWidth = `${stroke}px`;
  }
}
