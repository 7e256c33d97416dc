/** `str` and `repr` of arrays and scalars, character by character as NumPy 1.24 prints them (its `arrayprint.py`). */
import { formatShape, sizeOf } from '../../../array/NdArray';
import type { Dtype } from './dtype';
import { elementFormat } from './elementFormat';
import { strScalar } from './formatNumber';
import { PRINT_OPTIONS, type PrintOptions } from './printOptions';
import { valueAt, type PyArray } from './PyArray';

const ELLIPSIS = '...';

/** Types that `repr` leaves out. */
const IMPLIED: readonly Dtype[] = ['int64', 'float64', 'bool'];

export function strArray(array: PyArray, options: PrintOptions = PRINT_OPTIONS): string {
  if (array.shape.length === 0) return strScalar(valueAt(array, array.offset), array.dtype);
  return arrayText(array, options, ' ', 0, options.linewidth);
}

/** `own`: the type of elements that are not numbers. */
export function reprArray(array: PyArray, options: PrintOptions = PRINT_OPTIONS, own?: string): string {
  const prefix = 'array(';
  const size = sizeOf(array.shape);
  const implied = own === undefined && IMPLIED.includes(array.dtype) && size > 0;
  const suffix = implied ? ')' : ',';
  const shapeless = size === 0 && !(array.shape.length === 1);
  const list = shapeless
    ? `[], shape=${formatShape(array.shape)}`
    : arrayText(array, options, ', ', prefix.length, options.linewidth - suffix.length);
  const text = prefix + list + suffix;
  if (implied) return text;
  const type = `dtype=${own ?? array.dtype})`;
  const lastLine = text.length - (text.lastIndexOf('\n') + 1);
  const breaks = lastLine + type.length + 1 > options.linewidth;
  return text + (breaks ? `\n${' '.repeat(prefix.length)}` : ' ') + type;
}

/** NumPy's `array2string`; `indent` is the width of what precedes the brackets on the first line. */
export function arrayText(
  array: PyArray,
  options: PrintOptions,
  separator: string,
  indent: number,
  lineWidth: number,
): string {
  if (sizeOf(array.shape) === 0) return '[]';
  const summarized = sizeOf(array.shape) > options.threshold;
  const edge = summarized ? options.edgeitems : Infinity;
  const values: number[] = [];
  visitShown(array, edge, 0, array.offset, values);
  const format = elementFormat(values, array.dtype, array.shape.length, options);
  const layout: Layout = { array, edge, separator, format };
  return nested(layout, 0, array.offset, ' '.repeat(indent + 1), lineWidth);
}

interface Layout {
  readonly array: PyArray;
  readonly edge: number;
  readonly separator: string;
  readonly format: (value: number) => string;
}

/** NumPy's `_formatArray`. */
function nested(layout: Layout, axis: number, start: number, indent: string, width: number): string {
  const { array, separator, format } = layout;
  const left = array.shape.length - axis;
  if (left === 0) return format(valueAt(array, start));
  const inner = (i: number): string =>
    nested(layout, axis + 1, start + i * array.strides[axis]!, `${indent} `, width - 1);
  const items = shownItems(array.shape[axis]!, layout.edge);
  if (left === 1) return `[${lines(items, inner, separator, indent, width)}]`;
  const between = `${separator.trimEnd()}${'\n'.repeat(left - 1)}${indent}`;
  return `[${items.map((i) => (i < 0 ? ELLIPSIS : inner(i))).join(between)}]`;
}

/** Words filled into lines; the first line lacks its indent. */
function lines(
  items: readonly number[],
  word: (i: number) => string,
  separator: string,
  indent: string,
  width: number,
): string {
  const space = width - Math.max(separator.trimEnd().length, 1);
  let text = '';
  let line = indent;
  items.forEach((i, position) => {
    const next = i < 0 ? ELLIPSIS : word(i);
    if (line.length + next.length > space && line.length > indent.length) {
      text += `${line.trimEnd()}\n`;
      line = indent;
    }
    line += next + (position === items.length - 1 ? '' : separator);
  });
  return (text + line).slice(indent.length);
}

/** Indices along an axis, −1 for the ellipsis. */
function shownItems(extent: number, edge: number): number[] {
  if (2 * edge >= extent) return Array.from({ length: extent }, (_, i) => i);
  const head = Array.from({ length: edge }, (_, i) => i);
  return [...head, -1, ...head.map((i) => extent - edge + i)];
}

function visitShown(array: PyArray, edge: number, axis: number, start: number, values: number[]): void {
  if (axis === array.shape.length) {
    values.push(valueAt(array, start));
    return;
  }
  for (const i of shownItems(array.shape[axis]!, edge)) {
    if (i >= 0) visitShown(array, edge, axis + 1, start + i * array.strides[axis]!, values);
  }
}
