/** The first line of a step in words: where the window starts, in the coordinates of the array that the code slices. */
import { msg, type Message } from '../../message';
import { isPadded, paddedStart, tapPosition, windowStart, type Axis } from '../../layer/window';
import type { Geometry } from '../../layer/geometry';
import type { Line, Span } from '../Frame';
import { integer, line, say, text } from './spans';

export function windowWords(geometry: Geometry, h: number, w: number, inputName: string): Line {
  const { rows, cols } = geometry;
  return line(
    say(msg('window')),
    text('  '),
    start('vert_start', 'h', h, rows),
    text('   '),
    start('horiz_start', 'w', w, cols),
    isPadded(geometry) ? [text('   '), say(inInput(geometry, h, w, inputName))] : [],
  );
}

/** Where a window of the padded input lies on the input itself. */
function inInput({ rows, cols }: Geometry, h: number, w: number, inputName: string): Message {
  const inRows = covered(rows, h);
  const inCols = covered(cols, w);
  if (inRows === undefined || inCols === undefined) return msg('wholly in the padding of {0}', inputName);
  return msg('in {0}: rows {1}, columns {2}', inputName, inRows, inCols);
}

/** Rows or columns of the unpadded input that a window covers: `1–3` or `0`; undefined for padding only. */
function covered(axis: Axis, out: number): string | undefined {
  const first = Math.max(0, windowStart(axis, out));
  const last = lastCell(axis, out);
  if (first > last) return undefined;
  return first === last ? String(first) : `${first}–${last}`;
}

function lastCell(axis: Axis, out: number): number {
  return Math.min(axis.size - 1, tapPosition(axis, out, axis.kernel - 1));
}

function start(variable: string, index: string, out: number, axis: Axis): Span[] {
  return [text(`${variable} = ${index}·stride = ${out}·${axis.stride} = `), integer(paddedStart(axis, out), 'strong')];
}
