/** Which lenses a text gets: over array literals of a useful size, and over calls of layers. Nothing is evaluated. */
import { formatShape, sizeOf } from '../../../core/array/NdArray';
import { msg, type Message } from '../../../core/message';
import type { TextRange } from '../../../core/read/ParseResult';
import { findArrays } from '../../../core/read/text/findArrays';
import { layerCalls } from '../open/layerCalls';
import type { Purpose } from '../source/Purpose';
import { lineAt, withName } from '../source/segmentAtCursor';
import { callSegment } from './callSegment';

export interface FoundLens {
  /** Above the line of this offset. */
  readonly offset: number;
  readonly title: Message;
  /** What the command opens. */
  readonly segment: TextRange;
  readonly purpose: Purpose;
}

export interface LensSearch {
  readonly languageId: string;
  /** The part of the text that is looked at. */
  readonly from: number;
  readonly to: number;
}

export interface FoundLenses {
  readonly lenses: readonly FoundLens[];
  /** What was read: at least [from, to), and literals that reach out of it. */
  readonly read: TextRange;
}

/** A longer line is data or minified code, where a CodeLens is not useful. */
const longestLine = 2000;

export function findLenses(text: string, search: LensSearch): FoundLenses {
  const arrays = findArrays(text, search);
  const read: TextRange = [
    Math.min(search.from, ...arrays.map(({ range }) => range[0])),
    Math.max(search.to, ...arrays.map(({ range }) => range[1])),
  ];
  const literals = arrays
    .filter(({ shape, range }) => isWorthALens(shape) && isReadable(text, range[0]))
    .flatMap(({ shape, range }) => literalLenses(text, shape, range));
  const calls = search.languageId === 'python' ? callLenses(text, search) : [];
  return { lenses: [...literals, ...calls].sort((a, b) => a.offset - b.offset), read };
}

/** At least 2×2, or 8 numbers. */
export function isWorthALens(shape: readonly number[]): boolean {
  return sizeOf(shape) >= 8 || (sizeOf(shape) > 0 && shape.filter((extent) => extent > 1).length >= 2);
}

function literalLenses(text: string, shape: readonly number[], range: TextRange): FoundLens[] {
  const segment: TextRange = [withName(text, range[0]), range[1]];
  const [offset] = range;
  return [
    { offset, title: msg('Inspect {0}', formatShape(shape)), segment, purpose: 'inspect' },
    { offset, title: msg('Step through'), segment, purpose: 'any' },
  ];
}

function callLenses(text: string, range: LensSearch): FoundLens[] {
  return layerCalls(text, range)
    .filter((call) => isReadable(text, call.range[0]))
    .map(({ callee, range }) => ({
      offset: range[0],
      title: msg('Step through {0}', callee),
      segment: callSegment(text, range),
      purpose: 'any',
    }));
}

function isReadable(text: string, offset: number): boolean {
  const { start, end } = lineAt(text, offset);
  return end - start <= longestLine;
}
