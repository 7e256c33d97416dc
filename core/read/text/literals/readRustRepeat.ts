/** Rust's repeated elements: `[0.5; 3]`, `[[0.0; 2]; 3]`. */
import { budget } from '../../../budget';
import { msg } from '../../../message';
import type { Dialect } from '../types/Dialect';
import { readElement } from '../scan/readElement';
import { problem } from '../types/Problem';
import { skipBlank } from '../scan/skip';
import type { Nested, NestedFailure } from '../types/Nested';

const MAX_REPEAT = budget.programElements;

export function readRustRepeat(text: string, start: number, dialect: Dialect): Nested | NestedFailure | undefined {
  return repeat(text, start, dialect, 0);
}

function repeat(text: string, start: number, dialect: Dialect, depth: number): Nested | NestedFailure | undefined {
  const first = skipBlank(text, start + 1, dialect);
  if (depth > budget.depth) return undefined;
  const inner = text[first] === '[' ? repeat(text, first, dialect, depth + 1) : readElement(text, first, dialect);
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
