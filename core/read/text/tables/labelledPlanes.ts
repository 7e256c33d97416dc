/** Planes of numbers below their labels, as CS231n's demo of a convolution shows them: `x[:,:,0]`, `w1[:,:,2]`, `b0[:,:,0]`. */
import type { NdArray } from '../../../array/NdArray';
import type { ParsedArray } from '../../ParseResult';
import { NumberSink } from '../scan/NumberSink';
import { countWork } from '../scan/countWork';
import { reordered } from '../matrix/transposed';
import { NUMBER } from './readGrids';

const LABEL = /^[ \t]*([A-Za-z]+)(\d*)\[:, ?:, ?(\d+)\][ \t]*[=:]?[ \t]*$/;
const ROW = /^[-+\d.eE,\t ]*\d[-+\d.eE,\t ]*$/;
/** Names of filters and biases, which are numbered. */
const NUMBERED = /^(?:w|b|f|k|filter|kernel|bias)$/i;
/** Planes that make it certain that the labels are axes. */
const FEWEST = 2;

interface Plane {
  readonly name: string;
  /** The filter: 1 in `w1`. */
  readonly number: string;
  readonly channel: number;
  readonly rows: { readonly start: number; readonly text: string }[];
}

/** Arrays (rows, columns, channels); those of `w0` and `w1` are one with the number as the last axis. */
export function labelledPlanes(text: string): ParsedArray[] {
  if (!/\[:, ?:, ?\d+\]/.test(text)) return [];
  countWork(text.length);
  const planes = planesOf(text);
  const groups = new Map<string, Plane[]>();
  for (const plane of planes) groups.set(plane.name, [...(groups.get(plane.name) ?? []), plane]);
  const arrays = [...groups].map(([name, group]) => arrayOfPlanes(name, group));
  const whole = arrays.filter((array) => array !== undefined);
  return planes.length < FEWEST || whole.length < arrays.length ? [] : whole;
}

function planesOf(text: string): Plane[] {
  const planes: Plane[] = [];
  let start = 0;
  let isOpen = false;
  for (const line of text.split('\n')) {
    const [, name, number = '', channel] = LABEL.exec(line) ?? [];
    if (name !== undefined) {
      const own = NUMBERED.test(name) ? { name, number } : { name: name + number, number: '' };
      planes.push({ ...own, channel: Number(channel), rows: [] });
    }
    isOpen = name !== undefined || (isOpen && (line.trim() === '' || ROW.test(line)));
    if (isOpen && name === undefined && line.trim() !== '') planes.at(-1)!.rows.push({ start, text: line });
    start += line.length + 1;
  }
  return planes;
}

/** Undefined where a plane is missing, or they differ in size. */
function arrayOfPlanes(name: string, planes: readonly Plane[]): ParsedArray | undefined {
  const sink = new NumberSink();
  const widths = planes.flatMap(({ rows }) => rows.map((row) => push(row, sink)));
  const height = planes[0]!.rows.length;
  const numbers = [...new Set(planes.map(({ number }) => number))];
  const channels = planes.length / numbers.length;
  const isWhole = planes.every(
    ({ rows, number, channel }, index) =>
      rows.length === height && channel === index % channels && number === numbers[Math.floor(index / channels)],
  );
  if (!isWhole || height === 0 || widths.some((width) => width !== widths[0])) return undefined;
  const { array, ranges } = sink.toArray([planes.length, height, widths[0]!]);
  const shape = [height, widths[0]!, channels, ...(numbers[0] === '' ? [] : [numbers.length])];
  const last = planes.at(-1)!.rows.at(-1)!;
  const range = [planes[0]!.rows[0]!.start, last.start + last.text.length] as const;
  return { ...lastAxes(array, ranges, shape, numbers.length), name: name === 'o' ? 'output' : name, range };
}

function push({ start, text }: Plane['rows'][number], sink: NumberSink): number {
  const numbers = [...text.matchAll(NUMBER)];
  for (const { 0: written, index } of numbers)
    sink.push(Number(written), start + index, start + index + written.length);
  return numbers.length;
}

/** From (planes, rows, columns) to rows and columns first; the planes are those of one number after the other. */
function lastAxes({ data }: NdArray, places: Uint32Array, shape: readonly number[], count: number) {
  const [rows = 0, cols = 0, channels = 0] = shape;
  const size = rows * cols;
  const order = (k: number): number => {
    const plane = (k % count) * channels + (Math.floor(k / count) % channels);
    return plane * size + Math.floor(k / (count * channels));
  };
  return reordered(data, places, shape, order);
}
