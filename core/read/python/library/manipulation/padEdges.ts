/** Padding cells computed from a whole axis: `np.pad` with constants by side, ramps and statistics. */
import { castTo, kindOf } from '../../array/dtype';
import { arrayOf, flat, newData, type PyArray } from '../../array/PyArray';
import { extremeOf } from '../../array/reduce';
import { permuteAxes } from '../../array/reshaping';
import type { Call } from '../call/Call';
import { roundEven } from '../ufunc/floats';

export type PadWidth = readonly [before: number, after: number];

/** The cells before and after one row, nearest to the row last and first. */
type Edges = (row: Float64Array, [before, after]: PadWidth, whole: boolean) => readonly [number[], number[]];

type Statistic = (values: Float64Array) => number;

export const STATISTICS: Readonly<Record<string, Statistic>> = {
  maximum: (values) => extremeOf(1)(values, 0, values.length),
  minimum: (values) => extremeOf(-1)(values, 0, values.length),
  mean: (values) => values.reduce((sum, value) => sum + value, 0) / values.length,
  median: (values) => {
    if (values.some(Number.isNaN)) return NaN;
    const sorted = values.slice().sort((a, b) => a - b);
    const half = sorted.length >> 1;
    return sorted.length % 2 === 1 ? sorted[half]! + 0 : (sorted[half - 1]! + sorted[half]!) / 2;
  },
};

export function constantEdges([first, last]: PadWidth): Edges {
  return (_, [before, after]) => [
    Array.from({ length: before }, () => first),
    Array.from({ length: after }, () => last),
  ];
}

/** Values from the edge to an end value in equal steps (`np.linspace` without its end point). */
export function rampEdges([first, last]: PadWidth): Edges {
  return (row, [before, after], whole) => {
    const cut = (value: number): number => (whole ? Math.floor(value) : value);
    const ramp = (end: number, edge: number, count: number): number[] =>
      Array.from({ length: count }, (_, i) => cut(i * ((edge - end) / count) + end));
    return [ramp(first, row[0]!, before), ramp(last, row[row.length - 1]!, after).reverse()];
  };
}

/** A statistic of the whole row or of its first and last elements. Whole numbers are rounded half to even. */
export function statisticEdges(statistic: Statistic, lengths: PadWidth | undefined): Edges {
  return (row, [before, after], whole) => {
    const [head, tail] = lengths ?? [row.length, row.length];
    const round = (value: number): number => (whole ? roundEven(value) : value);
    const first = round(statistic(row.slice(0, head)));
    const last = round(statistic(row.slice(Math.max(0, row.length - tail))));
    return [Array.from({ length: before }, () => first), Array.from({ length: after }, () => last)];
  };
}

/** Mirrored about the value of the edge, `reflect_type='odd'`. `repeated`: the edge itself is mirrored too, as in "symmetric". */
export function oddEdges(repeated: boolean): Edges {
  return (row, [before, after]) => {
    const last = row.length - 1;
    const skip = repeated ? 1 : 0;
    const extended = Array.from(row);
    if (last === 0 && !repeated)
      return [new Array<number>(before).fill(row[0]!), new Array<number>(after).fill(row[0]!)];
    // Both sides grow by at most one row, then about their new ends.
    let [left, right] = [0, 0];
    while (left < before || right < after) {
      const known = [...extended];
      const [first, end] = [known[0]!, known[known.length - 1]!];
      const reach = known.length - 1 + skip;
      const toLeft = Math.min(reach, before - left);
      const toRight = Math.min(reach, after - right);
      for (let k = 1; k <= toLeft; k++) extended.unshift(2 * first - known[k - skip]!);
      for (let k = 1; k <= toRight; k++) extended.push(2 * end - known[known.length - 1 - k + skip]!);
      left += toLeft;
      right += toRight;
    }
    return [extended.slice(0, before), extended.slice(before + row.length)];
  };
}

/** Pads one axis; later axes are padded over the result, as in NumPy. */
export function surround(call: Call, array: PyArray, axis: number, pair: PadWidth, edges: Edges): PyArray {
  const [before, after] = pair;
  if (before + after === 0) return array;
  const order = [...[...array.shape.keys()].filter((each) => each !== axis), axis];
  const moved = permuteAxes(array, order);
  const length = array.shape[axis]!;
  const shape = [...moved.shape.slice(0, -1), before + length + after];
  const data = newData(call.context.allocate(shape, call.range), array.dtype);
  const values = Float64Array.from(flat(moved));
  const cast = castTo(array.dtype);
  const width = before + length + after;
  for (let row = 0; row * width < data.length; row++) {
    const own = values.subarray(row * length, (row + 1) * length);
    const [left, right] = edges(own, pair, kindOf(array.dtype) === 1);
    data.set([...left.map(cast), ...own, ...right.map(cast)], row * width);
  }
  const back = order.map((_, position) => order.indexOf(position));
  return permuteAxes(arrayOf(data, shape, array.dtype, { notation: array.notation }), back);
}
