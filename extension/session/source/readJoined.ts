/** Pieces of text read as one, with ranges in the document. */
import { parseArrays } from '../../../core/read/parseArrays';
import { movedCall } from '../../../core/read/LayerCall';
import type {
  ParsedArray,
  ParseOptions,
  ParseResult,
  ReadCheck,
  ReadError,
  TextRange,
} from '../../../core/read/ParseResult';
import type { Segment } from './LensSource';

const separator = '\n\n';

/** Ranges are offsets into the document that the pieces' own offsets refer to. */
export function readJoined(pieces: readonly Segment[], languageId: string | undefined, check?: ReadCheck): ParseResult {
  const starts: number[] = [];
  let text = '';
  for (const piece of pieces) {
    starts.push(text.length);
    text += piece.text + separator;
  }
  const toDocument = (position: number): number => {
    const index = pieceAt(starts, position);
    const { offset, text: own } = pieces[index]!;
    return offset + Math.min(position - starts[index]!, own.length);
  };
  return moved(parseArrays(text, parseOptions(languageId, check)), toDocument);
}

export function parseOptions(languageId: string | undefined, check: ReadCheck | undefined): ParseOptions {
  return { ...(languageId !== undefined && { languageId }), ...(check && { check }) };
}

/** The last of the ascending `starts` that is not after `position`. */
function pieceAt(starts: readonly number[], position: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (starts[middle]! <= position) low = middle;
    else high = middle - 1;
  }
  return low;
}

function moved({ arrays, calls, values, errors }: ParseResult, to: (position: number) => number): ParseResult {
  const range = ([start, end]: TextRange): TextRange => [to(start), to(end)];
  return {
    arrays: arrays.map((each): ParsedArray => ({
      ...each,
      range: range(each.range),
      ...(each.ranges && { ranges: each.ranges.map(to) }),
    })),
    calls: calls.map((call) => movedCall(call, range)),
    values,
    errors: errors.map((error): ReadError => ({ ...error, range: range(error.range) })),
  };
}
