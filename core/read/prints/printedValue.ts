/** A value in printed output: an array, a number, a tuple of numbers. */
import { python } from '../text/languages/python';
import { readConstructor } from '../text/literals/readConstructor';
import type { Nested } from '../text/types/Nested';
import { scanNested } from '../text/literals/scanNested';
import { readElement } from '../text/scan/readElement';
import type { TextRange } from '../ParseResult';
import type { PrintedNumbers, PrintedValue } from './PrintedResult';
import { unitsOf } from './lastDigit';

const SIZE = /(?:torch\.)?(?:Size|TensorShape)\(\s*/y;
const DTYPES = { float: 'float64', int: 'int64', bool: 'bool' } as const;

/** The value that begins at `at`; undefined where the text there is not a value. */
export function printedValue(text: string, at: number): PrintedValue | undefined {
  const c = text[at];
  if (c === '[' || c === '(') return bracketed(text, at);
  SIZE.lastIndex = at;
  if (SIZE.test(text)) return size(text, at, SIZE.lastIndex);
  const call = readConstructor(text, at, python);
  if (call) return 'detail' in call ? unreadable(call.detail, at, call.end) : constructed(text, call);
  const read = readElement(text, at, python);
  if ('detail' in read || !endsValue(text, read.end)) return undefined;
  const ranges = Uint32Array.from(read.range);
  const array = { shape: [], data: Float64Array.of(read.value) };
  return numbers(text, 'number', array, ranges, [at, read.end], DTYPES[read.kind]);
}

function bracketed(text: string, at: number): PrintedValue | undefined {
  const nested = scanNested(text, at, python, readConstructor);
  if (!('problem' in nested)) return fromNested(text, nested, at, nested.end);
  const numeric = /^[[(\s]*(?:[-+.]?\d|\.\.\.|nan\b|inf\b|True\b|False\b|array\(|tensor\()/.test(
    text.slice(at, at + 60),
  );
  if (!numeric || (nested.problem.kind === 'notNumeric' && nested.problem.range[0] < at + 8)) return undefined;
  return unreadable(nested.problem.detail, at, nested.end);
}

function fromNested(text: string, nested: Nested, at: number, end: number): PrintedNumbers {
  const flat = nested.array.shape.length === 1;
  const kind = text[at] === '(' && flat ? 'tuple' : 'array';
  return numbers(text, kind, nested.array, nested.ranges, [at, end], DTYPES[nested.kind]);
}

/** `torch.Size([2, 3])`, `TensorShape([2, 3])`. */
function size(text: string, at: number, inner: number): PrintedValue | undefined {
  const nested = scanNested(text, inner, python);
  if ('problem' in nested || text[nested.end] !== ')') return undefined;
  return numbers(text, 'tuple', nested.array, nested.ranges, [at, nested.end + 1], DTYPES[nested.kind]);
}

function constructed(text: string, call: Exclude<ReturnType<typeof readConstructor>, undefined>): PrintedValue {
  if ('detail' in call) return unreadable(call.detail, call.range[0], call.end);
  const { array, ranges = new Uint32Array(0), range, dtype = '' } = call;
  const kind = /^(?:u?int|bool)/.test(dtype) ? (dtype === 'bool' ? 'bool' : 'int64') : 'float64';
  return numbers(text, array.shape.length ? 'array' : 'number', array, ranges, range, kind);
}

function numbers(
  text: string,
  kind: PrintedNumbers['kind'],
  array: PrintedNumbers['array'],
  ranges: Uint32Array,
  range: TextRange,
  dtype: PrintedNumbers['dtype'],
): PrintedNumbers {
  return { kind, array, dtype, range, ranges, units: unitsOf(text, ranges) };
}

function unreadable(
  message: Extract<PrintedValue, { kind: 'unreadable' }>['message'],
  at: number,
  end: number,
): PrintedValue {
  return { kind: 'unreadable', message, range: [at, end] };
}

/** `0.5` ends a value; `0.5s`, `3 / 4` and `10%` do not. */
function endsValue(text: string, end: number): boolean {
  return /^[ \t]*(?:$|[\n\r,;|)\]]|[ \t][^\s\d*/+%-]|\.(?:\s|$))/.test(text.slice(end, end + 20));
}
