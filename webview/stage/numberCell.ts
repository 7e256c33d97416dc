/** Pixels per cell from which on the small maps of a ladder have numbers. */
import type { LadderRow } from '../../core/step/Frame';
import { integersCell } from '../heatmap/paint/cellFormat';
import { windowCell } from '../layout/StageLayout';

/** The same over all steps: it follows from the maps' scales. */
export function numberCell(rows: readonly LadderRow[]): number {
  const maps = rows.flatMap(({ window, filter }) => [...(window ? [window] : []), ...(filter ? [filter] : [])]);
  if (!maps.every(({ integers }) => integers)) return windowCell;
  return Math.min(windowCell, Math.max(...maps.map(({ scale }) => integersCell(scale))));
}
