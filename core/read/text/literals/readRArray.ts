/** R's `c(1, 2)`, `matrix(c(…), nrow = 2)` and `array(c(…), dim = c(2, 2))`: filled column by column. */
import { formatShape, sizeOf } from '../../../array/NdArray';
import { msg } from '../../../message';
import type { Wrapped } from '../types/Wrapped';
import type { Dialect } from '../types/Dialect';
import { problem, type Problem } from '../types/Problem';
import { scanNested } from './scanNested';
import { skipBrackets } from '../scan/skip';
import { reordered } from '../matrix/transposed';

const CALL = /(c|matrix|array)\(\s*(?:data\s*=\s*)?/y;
const COMBINE = /c\(/y;

/** The call that starts at `start`; undefined where none of the three does. */
export function readRArray(
  text: string,
  start: number,
  dialect: Dialect,
): Wrapped | (Problem & { end: number }) | undefined {
  CALL.lastIndex = start;
  const call = CALL.exec(text);
  if (!call) return undefined;
  const calls = { ...dialect, tuples: true };
  const open = call[1] === 'c' ? start + 1 : CALL.lastIndex + 1;
  if (call[1] !== 'c') {
    COMBINE.lastIndex = CALL.lastIndex;
    if (!COMBINE.test(text)) return undefined;
  }
  const nested = scanNested(text, open, calls);
  if ('problem' in nested) return { ...nested.problem, end: nested.end };
  const { array, ranges } = nested;
  if (call[1] === 'c') return { array, ranges, range: [start, nested.end] };
  const end = skipBrackets(text, nested.end, 1, dialect);
  const rest = text.slice(nested.end, end);
  const shape = shapeOf(rest, array.data.length);
  if (sizeOf(shape) !== array.data.length) {
    const detail = msg(
      'the text gives the shape {0}, but the number of values is {1}',
      formatShape(shape),
      array.data.length,
    );
    return { ...problem('shape', detail, start, end), end };
  }
  if (/byrow\s*=\s*T/.test(rest)) return { array: { shape, data: array.data }, ranges, range: [start, end] };
  return { ...reordered(array.data, ranges, shape, (k) => columnMajor(k, shape)), range: [start, end] };
}

function shapeOf(rest: string, count: number): number[] {
  const dim = /dim\s*=\s*c\(([\d,\sL]*)\)/.exec(rest)?.[1];
  if (dim !== undefined) return dim.split(',').map((extent) => parseInt(extent, 10));
  const rows = Number(/nrow\s*=\s*(\d+)/.exec(rest)?.[1] ?? NaN);
  const cols = Number(/ncol\s*=\s*(\d+)/.exec(rest)?.[1] ?? NaN);
  if (Number.isNaN(rows)) return Number.isNaN(cols) ? [count, 1] : [count / cols, cols];
  return [rows, Number.isNaN(cols) ? count / rows : cols];
}

/** The position of the element with C-order index `k` when the first axis runs fastest. */
function columnMajor(k: number, shape: readonly number[]): number {
  let rest = k;
  let place = 0;
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    place += (rest % shape[axis]!) * sizeOf(shape.slice(0, axis));
    rest = Math.floor(rest / shape[axis]!);
  }
  return place;
}
