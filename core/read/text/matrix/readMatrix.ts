/** MATLAB's and Julia's `[1 2; 3 4]`, and Octave's print of an empty matrix, `[](0x3)`. */
import type { Dialect } from '../types/Dialect';
import type { Nested, NestedFailure } from '../types/Nested';
import { skipBlank } from '../scan/skip';
import { scanMatrix } from './scanMatrix';

/** Undefined where Julia writes a vector of vectors, `[[1, 2], [3, 4]]`. */
export function readMatrix(text: string, start: number, dialect: Dialect): Nested | NestedFailure | undefined {
  if (text[start] !== '[') return undefined;
  if (dialect.matrix?.vectors && text[skipBlank(text, start + 1, dialect)] === '[') return undefined;
  return readEmptySize(text, start) ?? scanMatrix(text, start, dialect);
}

function readEmptySize(text: string, start: number): Nested | undefined {
  const sized = /\[\]\s?\((\d+)x(\d+)\)/y;
  sized.lastIndex = start;
  const match = sized.exec(text);
  if (!match || Number(match[1]) * Number(match[2]) !== 0) return undefined;
  const array = { shape: [Number(match[1]), Number(match[2])], data: new Float64Array(0) };
  return { array, ranges: new Uint32Array(0), end: sized.lastIndex, kind: 'float' };
}
