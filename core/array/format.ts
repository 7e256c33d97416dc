/** Arrays as text that reads back to the same numbers: NumPy source, JSON, CSV. */
import { formatShape, type NdArray } from './NdArray';

/** `np.array([[1.0, 2.5], [nan, -inf]])` on as many lines as there are rows; float32 is named. Needs `import numpy as np`. */
export function formatNumPy(array: NdArray): string {
  const dtype = array.data instanceof Float32Array ? ', dtype=np.float32' : '';
  if (array.data.length === 0) return `np.zeros(${formatShape(array.shape)}${dtype})`;
  const text = nested(array, 'np.array('.length, pythonNumber);
  return `np.array(${text}${dtype})`;
}

/** Nested lists. JSON has no word for NaN and the infinities: they are written as Python and JavaScript read them. */
export function formatJson(array: NdArray): string {
  return nested(array, 0, plainNumber).replace(/\n */g, '');
}

/** One line a row of the last axis, all axes before it in C order. */
export function formatCsv({ shape, data }: NdArray): string {
  const width = shape.at(-1) ?? 1;
  const single = data instanceof Float32Array;
  let text = '';
  for (let start = 0; start < data.length; start += width) {
    for (let col = 0; col < width; col++) {
      const value = data[start + col]!;
      text += (col ? ',' : '') + (Number.isFinite(value) ? shortest(value, single) : pythonWord(value));
    }
    text += '\n';
  }
  return text;
}

/** The shortest decimal digits that give `value` again, as a double or as a float32; −0 keeps its sign. */
export function shortest(value: number, single = false): string {
  if (Object.is(value, -0)) return '-0';
  if (!single) return String(value);
  for (let digits = 6; digits < 9; digits++) {
    const text = value.toPrecision(digits);
    if (Math.fround(Number(text)) === value) return String(Number(text));
  }
  return String(Number(value.toPrecision(9)));
}

/** The lists of an array, their rows on lines of their own, indented by `indent`. */
function nested(array: NdArray, indent: number, write: (value: number, single: boolean) => string): string {
  const { shape, data } = array;
  const single = data instanceof Float32Array;
  let next = 0;
  const list = (axis: number): string => {
    if (axis === shape.length) return write(data[next++]!, single);
    const items: string[] = [];
    for (let k = 0; k < shape[axis]!; k++) items.push(list(axis + 1));
    const separator = axis === shape.length - 1 ? ', ' : `,\n${' '.repeat(indent + axis + 1)}`;
    return `[${items.join(separator)}]`;
  };
  return list(0);
}

function pythonNumber(value: number, single: boolean): string {
  if (Number.isNaN(value)) return 'np.nan';
  if (!Number.isFinite(value)) return value > 0 ? 'np.inf' : '-np.inf';
  const text = shortest(value, single);
  return /[.e]/.test(text) ? text : `${text}.0`;
}

function plainNumber(value: number, single: boolean): string {
  return Number.isFinite(value) ? shortest(value, single) : String(value);
}

function pythonWord(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  return value > 0 ? 'inf' : '-inf';
}
