/** One bracketed literal, by the custom of its dialect: nested lists, a matrix with semicolons, or Rust's `[0.0; 3]`. */
import { msg } from '../../../message';
import { readConstructor } from './readConstructor';
import { dialect as dialectNamed, type Dialect } from '../languages/dialect';
import { readElement } from '../scan/element';
import { problem } from '../scan/Problem';
import { scanMatrix } from '../matrix/scanMatrix';
import type { Nested, NestedFailure } from './Nested';
import { scanNested } from './scanNested';
import { skipBlank } from '../scan/skip';

const MAX_REPEAT = 1e7;

/** Reads the literal whose bracket opens at `start`. Never throws. */
export function scanBrackets(text: string, start: number, dialect: Dialect): Nested | NestedFailure {
  if (dialect.id === 'rust') return readRepeat(text, start, dialect) ?? scanNested(text, start, dialect);
  if (dialect.matrix && text[start] === '[' && !isJuliaNested(text, start, dialect)) {
    return readEmptySize(text, start) ?? scanMatrix(text, start, dialect);
  }
  const nested = scanNested(text, start, dialect, dialect.tuples ? readConstructor : undefined);
  if (!('problem' in nested) || dialect.id !== 'any' || text[start] !== '[') return nested;
  const [from, to] = nested.problem.range;
  if (nested.problem.kind !== 'syntax' || text[from] !== ';') return nested;
  const matrix = scanMatrix(text, start, dialectNamed('matlab'));
  if ('problem' in matrix || !hasDecimalCommas(text, start, matrix)) return matrix;
  const detail = msg(
    'the commas here may be decimal commas or part columns; put a space behind them, or set the language',
  );
  return { problem: problem('ambiguous', detail, start, Math.max(to, matrix.end)), end: matrix.end };
}

/** Octave's `[](0x3)`. */
function readEmptySize(text: string, start: number): Nested | undefined {
  const sized = /\[\]\s?\((\d+)x(\d+)\)/y;
  sized.lastIndex = start;
  const match = sized.exec(text);
  if (!match || Number(match[1]) * Number(match[2]) !== 0) return undefined;
  const array = { shape: [Number(match[1]), Number(match[2])], data: new Float64Array(0) };
  return { array, ranges: new Uint32Array(0), end: sized.lastIndex, kind: 'float' };
}

/** `[[1, 2], [3, 4]]` is a vector of vectors in Julia. */
function isJuliaNested(text: string, start: number, dialect: Dialect): boolean {
  return dialect.id === 'julia' && text[skipBlank(text, start + 1, dialect)] === '[';
}

/** `[1,5; 2,5]`: two whole numbers a row, parted by a comma without a space. */
function hasDecimalCommas(text: string, start: number, { array, end }: Nested): boolean {
  if (array.shape[1] !== 2) return false;
  return /^\[\s*(?:[+-]?\d[\d.]*,\d+\s*;\s*)+(?:[+-]?\d[\d.]*,\d+\s*)?\]$/.test(
    text.slice(start, Math.min(end, start + 2000)),
  );
}

/** `[0.5; 3]` and `[[0.0; 2]; 3]`. */
function readRepeat(text: string, start: number, dialect: Dialect, depth = 0): Nested | NestedFailure | undefined {
  const first = skipBlank(text, start + 1, dialect);
  if (depth > 32) return undefined;
  const inner = text[first] === '[' ? readRepeat(text, first, dialect, depth + 1) : readElement(text, first, dialect);
  if (!inner || 'problem' in inner || 'detail' in inner) return undefined;
  const count = /\s*;\s*(\d+)(?:_?usize)?\s*\]/y;
  count.lastIndex = inner.end;
  const match = count.exec(text);
  if (!match) return undefined;
  const times = Number(match[1]);
  const unit = 'array' in inner ? inner : undefined;
  const size = times * (unit ? unit.array.data.length : 1);
  if (size > MAX_REPEAT) {
    const detail = msg('{0} numbers are more than the limit of {1}', size, MAX_REPEAT);
    return { problem: problem('shape', detail, start, count.lastIndex), end: count.lastIndex };
  }
  const value = 'value' in inner ? inner.value : 0;
  const data = new Float64Array(size);
  const ranges = new Uint32Array(2 * size);
  for (let k = 0; k < size; k++) {
    const from = unit ? k % unit.array.data.length : 0;
    data[k] = unit ? unit.array.data[from]! : value;
    ranges[2 * k] = unit ? unit.ranges[2 * from]! : first;
    ranges[2 * k + 1] = unit ? unit.ranges[2 * from + 1]! : inner.end;
  }
  const shape = [times, ...(unit ? unit.array.shape : [])];
  return { array: { shape, data }, ranges, end: count.lastIndex, kind: inner.kind };
}
