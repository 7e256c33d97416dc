/** Where the window of an output cell lies on the unpadded input: `rows 1–3, columns 3–5 of A_prev`. */
import { tapPosition, type Axis } from '../../layer/window';
import type { Geometry } from '../../layer/geometry';
import { msg, type Message } from '../../message';
import type { StepPosition } from './LoopTimeline';

function windowPlace({ rows, cols }: Geometry, h: number, w: number, inputName: string): Message {
  const inRows = covered(rows, h);
  const inCols = covered(cols, w);
  if (!inRows || !inCols) return msg('entirely in the padding of {0}', inputName);
  return msg(
    '{0}, {1} of {2}',
    isOne(inRows) ? msg('row {0}', inRows[0]) : msg('rows {0}–{1}', ...inRows),
    isOne(inCols) ? msg('column {0}', inCols[0]) : msg('columns {0}–{1}', ...inCols),
    inputName,
  );
}

/** Place of the step's window; of the last one where a step has several. */
export function stepPlace(geometry: Geometry, { h, w, covered }: StepPosition, inputName: string): Message {
  const place = windowPlace(geometry, h, w, inputName);
  const windows = covered.rows * covered.cols;
  return windows === 1 ? place : msg('last of {0}: {1}', windows, place);
}

type Range = readonly [first: number, last: number];

function isOne([first, last]: Range): boolean {
  return first === last;
}

/** Rows or columns of the unpadded input that a window covers; undefined where it covers padding only. */
function covered(axis: Axis, out: number): Range | undefined {
  const taps = Array.from({ length: axis.kernel }, (_, tap) => tapPosition(axis, out, tap));
  const inside = taps.filter((position) => position >= 0 && position < axis.size);
  return inside.length === 0 ? undefined : [inside[0]!, inside.at(-1)!];
}
