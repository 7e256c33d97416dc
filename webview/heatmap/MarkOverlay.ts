/**
 * Outlines above a map: the step's window and result, linked cells, the focused, pinned and cursor cells. They are elements, so
 * that moving them repaints no value; the outlines of a step glide
 * by a transform in the time that the stage sets as `--glide`.
 */
import type { Box } from '../../core/step/Frame';
import { el } from '../ui/el';
import { boxParts, type Rectangle } from './boxParts';
import type { HeatmapView, Region } from './HeatmapView';

/** Widths of outlines in CSS pixels; thinner on cells of a few pixels. */
const strokes = { window: 2.5, result: 2.5, yours: 2.5, link: 1.75, cursor: 2, pinned: 2.5, focus: 2 } as const;
type Kind = keyof typeof strokes;

interface Outline extends Rectangle {
  readonly kind: Kind;
  readonly stroke: number;
}

interface Drawn {
  readonly element: HTMLElement;
  key: string;
}

export class MarkOverlay {
  readonly element = el('div', { class: 'map-marks', 'aria-hidden': 'true' });
  private readonly drawn: Drawn[] = [];

  /** `region`: the visible part; `cell`: its pixels a cell. */
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

/** The map's own boxes first, so that each keeps its element from step to step. */
function outlinesOf(view: HeatmapView, region: Region, cell: number): Outline[] {
  const { map, extraBoxes, focus, pinned, cursor } = view;
  const outlines: Outline[] = [];
  const add = (kind: Kind, box: Box): void => {
    const stroke = Math.max(1, Math.min(strokes[kind], cell / 2));
    for (const part of boxParts(box, region, cell, stroke)) outlines.push({ kind, stroke, ...part });
  };
  for (const box of [...map.boxes, ...extraBoxes]) add(box.style, box);
  const addCell = (kind: Kind, at: { row: number; col: number } | undefined): void => {
    if (at) add(kind, { ...at, rows: 1, cols: 1, style: 'link' });
  };
  addCell('cursor', cursor);
  addCell('pinned', pinned);
  addCell('focus', focus);
  return outlines;
}
