/** Outlines of a map in CSS pixels: the step's window and result, linked cells, the focused, pinned and cursor cells. Pure. */
import type { Box } from '../../../core/step/Frame';
import { boxParts, type Rectangle } from './boxParts';
import type { HeatmapView, Region } from './HeatmapView';

/** Widths of outlines in CSS pixels; thinner on cells of a few pixels. */
const strokes = {
  window: 2.5,
  result: 2.5,
  yours: 2.5,
  link: 1.75,
  cursor: 2,
  pinned: 2.5,
  selected: 2.5,
  focus: 2,
} as const;
type Kind = keyof typeof strokes;

export interface Outline extends Rectangle {
  readonly kind: Kind;
  readonly stroke: number;
}

/** The map's own boxes first, so that each keeps its element from step to step. */
export function outlinesOf(view: HeatmapView, region: Region, cell: number): Outline[] {
  const { map, extraBoxes, selected, focus, pinned, cursor } = view;
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
  if (selected) add('selected', { ...selected, style: 'link' });
  addCell('focus', focus);
  return outlines;
}
