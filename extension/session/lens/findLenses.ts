/** Which lenses a text gets: over array literals of a useful size, and over calls of layers. Nothing is evaluated. */
import { formatShape, sizeOf } from '../../../core/array/NdArray';
import { msg, type Message } from '../../../core/message';
import type { TextRange } from '../../../core/read/ParseResult';
import { findArrays, type FoundArray } from '../../../core/read/text/findArrays';
import { canBeInput, isInputAlone } from '../open/guess/arrays/inputs';
import { layerCalls } from '../open/calls/layerCalls';
import { readDocument } from '../open/document/pieces';
import type { Purpose } from '../source/Purpose';
import { lineAt, withName } from '../source/assignment';
import { callSegments } from './callSegment';

export interface FoundLens {
  /** Above the line of this offset. */
  readonly offset: number;
  readonly title: Message;
  /** What the command opens. */
  readonly segment: TextRange;
  readonly purpose: Purpose;
  /** Over a call of a layer; only an evaluation shows whether it opens. */
  readonly call?: true;
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

/** Languages of documents with code. */
const DOCUMENTS = new Set(['markdown', 'rmd', 'quarto', 'plaintext', 'mdx', 'restructuredtext', 'latex']);

/** Longer documents are not searched for code. */
const longestDocument = 200_000;

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
    .flatMap((found) => literalLenses(text, found));
  const calls = callLenses(text, search);
  return { lenses: [...literals, ...calls].sort((a, b) => a.offset - b.offset), read };
}

/** Whether a lens over an array is useful: from 2×2 or 8 numbers on. */
function isWorthALens(shape: readonly number[]): boolean {
  return sizeOf(shape) >= 8 || (sizeOf(shape) > 0 && shape.filter((extent) => extent > 1).length >= 2);
}

/** A lens to step through only where the literal alone can be a layer's input. */
function literalLenses(text: string, { name, shape, range }: FoundArray): FoundLens[] {
  const segment: TextRange = [withName(text, range[0], name), range[1]];
  const [offset] = range;
  const inspect: FoundLens = { offset, title: msg('Inspect {0}', formatShape(shape)), segment, purpose: 'inspect' };
  const written = text.slice(range[0], Math.min(range[1], range[0] + longestLine));
  if (!canBeInput(name, shape, written) || !isInputAlone(name, shape, false)) return [inspect];
  return [inspect, { offset, title: msg('Step through'), segment, purpose: 'any' }];
}

/** Calls of a Python text, or of the Python code in a document. */
function callLenses(text: string, search: LensSearch): FoundLens[] {
  if (search.languageId === 'python') return lensesOfCalls(text, 0, search);
  if (!DOCUMENTS.has(search.languageId) || text.length > longestDocument) return [];
  const { pieces, divided } = readDocument(text, search.languageId);
  if (!divided) return [];
  return pieces.flatMap(({ text: code, range: [start, end], languageId, origins }) => {
    if (languageId !== 'python' || origins || end < search.from || start > search.to) return [];
    return lensesOfCalls(code, start, { from: Math.max(0, search.from - start), to: search.to - start });
  });
}

function lensesOfCalls(text: string, start: number, range: { from: number; to: number }): FoundLens[] {
  const segmentOf = callSegments(text);
  return layerCalls(text, range)
    .filter((call) => isReadable(text, call.range[0]))
    .map(({ callee, range: found }) => {
      const [from, to] = segmentOf(found);
      return {
        offset: start + found[0],
        title: msg('Step through {0}', callee),
        segment: [start + from, start + to],
        purpose: 'any',
        call: true,
      };
    });
}

function isReadable(text: string, offset: number): boolean {
  const { start, end } = lineAt(text, offset);
  return end - start <= longestLine;
}
