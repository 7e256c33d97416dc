/**
 * Text of tensors: PyTorch's `tensor(…)` with its default options (its `torch/_tensor_str.py`), and TensorFlow's `tf.Tensor(…)`
 * around NumPy's text of the values.
 */
import { LensError, msg } from '../../../../message';
import { formatShape, sizeOf } from '../../../../array/NdArray';
import { isFloat, type Dtype } from '../../array/dtype';
import { reprArray, strArray } from '../../array/format';
import { flat, type PyArray } from '../../array/PyArray';
import { MAY_PRINT_GRADIENTS } from '../../autograd/Tape';
import type { Machine } from '../machine/Machine';
import { exponentText, fixedText } from './floatText';

const PREFIX = 'tensor(';
const LINE_WIDTH = 80;
const PRECISION = 4;
/** More elements than this are abbreviated to `EDGE` at each end of every axis. */
const THRESHOLD = 1000;
const EDGE = 3;
/** What changes the text of all tensors. */
const OPTIONS = /\btorch\.(?:set_printoptions|set_default_(?!dtype\b))/;

/** Throws where the text of a tensor depends on what is not followed. */
export function tensorText(tensor: PyArray, { text: program, tape, context }: Machine, repr: boolean): string {
  if (tensor.notation === 'tensorflow') return tensorFlowText(tensor, program, repr);
  const origin = tape.originOf(tensor);
  const gradient = origin === 'watched' ? 'requires_grad=True' : origin?.node && `grad_fn=<${origin.node}>`;
  if (OPTIONS.test(program) || (origin && !gradient) || (!tape.wanted && MAY_PRINT_GRADIENTS.test(program)))
    throw new LensError(msg('printing a tensor that may have a gradient is not supported'));
  const { shape, dtype } = tensor;
  const suffixes: string[] = [];
  const size = sizeOf(shape);
  if (size === 0 && shape.length !== 1) suffixes.push(`size=${formatShape(shape)}`);
  if (dtype !== context.torch.dtype && (size === 0 || !['int64', 'bool'].includes(dtype)))
    suffixes.push(`dtype=torch.${dtype}`);
  if (gradient) suffixes.push(gradient);
  const text = PREFIX + (size === 0 ? '[]' : listText(tensor));
  return (tape.parameters.has(tensor) ? 'Parameter containing:\n' : '') + withSuffixes(text, suffixes);
}

function withSuffixes(text: string, suffixes: readonly string[]): string {
  let made = text;
  let line = text.length - text.lastIndexOf('\n') + 1;
  for (const suffix of suffixes) {
    const breaks = line + suffix.length + 2 > LINE_WIDTH;
    made += breaks ? `,\n${' '.repeat(PREFIX.length)}${suffix}` : `, ${suffix}`;
    line = breaks ? PREFIX.length + suffix.length : line + suffix.length + 2;
  }
  return `${made})`;
}

interface Layout {
  readonly values: ArrayLike<number>;
  readonly shape: readonly number[];
  readonly summarized: boolean;
  readonly format: (value: number) => string;
  /** Characters of one element. */
  readonly width: number;
}

function listText(tensor: PyArray): string {
  const { shape, dtype } = tensor;
  const values = flat(tensor);
  const summarized = values.length > THRESHOLD;
  const shown = summarized ? shownValues(values, shape, 0, 0) : Array.from(values);
  return nested({ values, shape, summarized, ...elementFormat(shown, dtype) }, 0, 0, PREFIX.length);
}

function nested(layout: Layout, axis: number, start: number, indent: number): string {
  const { shape, values, format } = layout;
  const left = shape.length - axis;
  if (left === 0) return format(values[start]!);
  const step = sizeOf(shape.slice(axis + 1));
  const places = shownPlaces(shape[axis]!, layout.summarized);
  if (left === 1) return line(layout, places, start, indent);
  const items = places.map((i) => (i < 0 ? '...' : nested(layout, axis + 1, start + i * step, indent + 1)));
  return `[${items.join(`,${'\n'.repeat(left - 1)}${' '.repeat(indent + 1)}`)}]`;
}

/** Elements of the last axis, in lines of equally many. */
function line({ values, format, width }: Layout, places: readonly number[], start: number, indent: number): string {
  const each = Math.max(1, Math.floor((LINE_WIDTH - indent) / (width + 2)));
  const items = places.map((i) => (i < 0 ? ' ...' : format(values[start + i]!)));
  const lines: string[] = [];
  for (let at = 0; at < items.length; at += each) lines.push(items.slice(at, at + each).join(', '));
  return `[${lines.join(`,\n${' '.repeat(indent + 1)}`)}]`;
}

/** Indices along an axis, −1 for the ellipsis. */
function shownPlaces(extent: number, summarized: boolean): number[] {
  const all = Array.from({ length: extent }, (_, i) => i);
  return summarized && extent > 2 * EDGE ? [...all.slice(0, EDGE), -1, ...all.slice(-EDGE)] : all;
}

function shownValues(values: ArrayLike<number>, shape: readonly number[], axis: number, start: number): number[] {
  if (axis === shape.length) return [values[start]!];
  const step = sizeOf(shape.slice(axis + 1));
  return shownPlaces(shape[axis]!, true)
    .filter((i) => i >= 0)
    .flatMap((i) => shownValues(values, shape, axis + 1, start + i * step));
}

/** The format that all elements share; floats are whole, with decimals or scientific together. */
function elementFormat(shown: readonly number[], dtype: Dtype): Pick<Layout, 'format' | 'width'> {
  if (!isFloat(dtype)) {
    const text = (value: number): string => (dtype === 'bool' ? (value ? 'True' : 'False') : String(value));
    const width = Math.max(...shown.map((value) => text(value).length));
    return { width, format: (value) => text(value).padStart(width) };
  }
  const finite = shown.filter((value) => Number.isFinite(value) && value !== 0);
  const magnitudes = finite.map(Math.abs);
  const [smallest, largest] = [Math.min(...magnitudes), Math.max(...magnitudes)];
  const whole = finite.every(Number.isInteger);
  const scientific = finite.length > 0 && (largest / smallest > 1000 || largest > 1e8 || (!whole && smallest < 1e-4));
  const text = (value: number): string => {
    if (!Number.isFinite(value)) return Number.isNaN(value) ? 'nan' : value > 0 ? 'inf' : '-inf';
    if (scientific) return exponentText(value, PRECISION);
    return whole ? `${fixedText(value, 0)}.` : fixedText(value, PRECISION);
  };
  const width = finite.reduce((most, value) => Math.max(most, text(value).length), 1);
  return { width, format: (value) => text(value).padStart(width) };
}

function tensorFlowText(tensor: PyArray, program: string, repr: boolean): string {
  if (/\btf\.(?:Variable|compat|function|ragged|sparse)\b/.test(program))
    throw new LensError(msg('printing a tensor that may be a variable is not supported'));
  const plain = { ...tensor, notation: undefined };
  const single = tensor.shape.length === 0;
  const values = repr && !single ? reprArray(plain) : strArray(plain);
  const text = values.includes('\n') ? `\n${values}` : values;
  const shape = formatShape(tensor.shape);
  return repr
    ? `<tf.Tensor: shape=${shape}, dtype=${tensor.dtype}, numpy=${text}>`
    : `tf.Tensor(${text}, shape=${shape}, dtype=${tensor.dtype})`;
}
