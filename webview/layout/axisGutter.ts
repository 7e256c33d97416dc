/** Space for the row and column numbers of large maps, and of maps whose cells are too small for numbers. Pure. */
import { fewCells, readableCell } from './StageLayout';

/** Height of the column numbers above a map, in CSS pixels. */
const above = 12;

/** Height of the colour bar with its numbers, below a map whose cells have none. */
export const labelledBar = 20;

const digitWidth = 5.6;

/** Width of the arrow from a large map to its magnified window, the same as in map.css. */
const arrowWidth = 15;

interface Extent {
  readonly rows: number;
  readonly cols: number;
}

export interface AxisGutter {
  readonly left: number;
  readonly above: number;
}

export const noGutter: AxisGutter = { left: 0, above: 0 };

/** Left of the map: the width of its longest row number, or of the arrow to a magnified window. */
export function axisGutter({ rows, cols }: Extent, cell: number, magnifies?: string): AxisGutter {
  if (cell >= readableCell && Math.max(rows, cols) <= fewCells)
    return magnifies === undefined ? noGutter : { left: arrowWidth, above: 0 };
  return { left: Math.ceil(String(Math.max(0, rows - 1)).length * digitWidth) + 4, above };
}

/** Pixels between two numbers of an axis. */
const tickDistance = 34;

/** The indices that an axis numbers: of `count` cells from `start` on, at a round distance of at least 34 px. */
export function axisTicks(start: number, count: number, cell: number): number[] {
  const step = roundStep(tickDistance / cell);
  const ticks: number[] = [];
  for (let index = Math.ceil(start / step) * step; index + 0.5 < start + count; index += step) ticks.push(index);
  return ticks;
}

/** 1, 2, 5, 10, 20, …: the first that is not smaller. */
function roundStep(least: number): number {
  for (let power = 1; ; power *= 10) {
    const step = [1, 2, 5].map((factor) => factor * power).find((each) => each >= least);
    if (step !== undefined) return step;
  }
}
