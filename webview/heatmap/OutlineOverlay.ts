/**
 * Outlines above a map: the step's window and result, linked cells, the focused, pinned and cursor cells. They are elements, so
 * that moving them repaints no value; the outlines of a step glide by a transform in the time that the stage sets as `--glide`.
 */
import { el } from '../ui/el';
import type { HeatmapView, Region } from './paint/HeatmapView';
import { outlinesOf, type Outline } from './paint/outlines';

/** An element and what was written to it: only what differs is written again. */
interface Drawn {
  readonly element: HTMLElement;
  kind: string;
  transform: string;
  size: string;
}

export class OutlineOverlay {
  readonly element = el('div', { class: 'map-marks', 'aria-hidden': 'true' });
  private readonly drawn: Drawn[] = [];

  /** `region`: the visible part; `cell`: its pixels per cell. */
  update(view: HeatmapView, region: Region, cell: number): void {
    const outlines = outlinesOf(view, region, cell);
    outlines.forEach((outline, index) => this.place(index, outline));
    for (const { element } of this.drawn.splice(outlines.length)) element.remove();
  }

  private place(index: number, { kind, stroke, left, top, width, height }: Outline): void {
    const drawn = (this.drawn[index] ??= this.add());
    const { style } = drawn.element;
    if (drawn.kind !== kind) {
      drawn.element.className = `mark mark-${kind}`;
      drawn.kind = kind;
    }
    const size = `${width} ${height} ${stroke}`;
    if (drawn.size !== size) {
      style.width = `${width}px`;
      style.height = `${height}px`;
      style.borderWidth = `${stroke}px`;
      drawn.size = size;
    }
    const transform = `translate(${left}px, ${top}px)`;
    if (drawn.transform !== transform) {
      style.transform = transform;
      drawn.transform = transform;
    }
  }

  private add(): Drawn {
    const element = el('div');
    this.element.append(element);
    return { element, kind: '', transform: '', size: '' };
  }
}
