/** A test of a C-like language at the cursor that has arrays of its own, where only other tests have a result of a known layer. */
import { LensError, msg } from '../../../../core/message';
import type { LayerCall, TextRange } from '../../../../core/read/ParseResult';
import { blockApart, blockEnd, placesInBlock } from '../../../../core/read/text/code/codeBlocks';
import { caseAround } from '../../../../core/read/text/code/codeCases';
import { plainCode } from '../../../../core/read/text/code/reader/definitions';
import { casesOfCode } from '../../../../core/read/text/code/readCodeCalls';
import { arraysOnly } from '../../../../core/read/text/languages/arraysOnly';
import { lineAt } from '../../source/assignment';
import type { TextSource } from '../../source/LensSource';

/** Three numbers in brackets, or a nested list. */
const NUMBERS = /[[{(](?:[-+\s]*\d[\d.eE]*[fF]?\s*,){2}[-+\s]*\d|[[{]\s*[[{][-+\s]*\.?\d/;

export function otherTest(
  { line, segments, languageId }: TextSource,
  recorded: readonly LayerCall[],
): LensError | undefined {
  const segment = segments.find(({ offset, text }) => line && offset <= line[0] && line[0] <= offset + text.length);
  if (!line || !segment) return undefined;
  const { offset, text } = segment;
  const calls = recorded.map(({ range }) => ({ range: [range[0] - offset, range[1] - offset] as const }));
  const block = apartAt(text, line[0] - offset, calls, languageId);
  if (!block) return undefined;
  if (recorded.some(({ uncalled }) => !uncalled)) {
    // A function may make the arrays of the call; a test does not.
    const head = plainCode(text.slice(0, block[0])).slice(-200).split(/[;{}]/).at(-1)!;
    if (!TEST.test(head)) return undefined;
    return new LensError(msg('the test at the cursor has no call of a known layer'), undefined, line);
  }
  const detail = msg('the result that the text shows does not tell one known layer of the arrays at the cursor');
  return new LensError(detail, undefined, line);
}

/** Whether the cursor is in a block of code with arrays of its own and without one of the calls. */
export function isApart(
  text: string,
  cursor: number,
  calls: readonly { readonly range: TextRange }[],
  languageId: string | undefined,
): boolean {
  return apartAt(text, cursor, calls, languageId) !== undefined;
}

const TEST = /#\[test|\btest|Test|TEST|_test\b|\bit\s*\(/;

/** A number that a test expects. */
const CHECKS = /\b\w*(?:assert|expect|require|check|equal)\w*!?\s*\([^;]*?[^\w\s([,.]\s*(?:,|==)?\s*-?\d/i;

function apartAt(
  text: string,
  cursor: number,
  calls: readonly { readonly range: TextRange }[],
  languageId: string | undefined,
): TextRange | undefined {
  if (arraysOnly(languageId) === undefined) return undefined;
  const code = plainCode(text);
  const own = caseAt(text, cursor, languageId);
  if (own && callsIn(own, calls).length === 0) return own;
  const places = calls.map(({ range }) => range[0]);
  const block = blockApart(code, withinBlock(code, cursor), places);
  if (!block) return undefined;
  const head = code.slice(lineAt(code, block[0]).start, block[0]);
  const isOwn = NUMBERS.test(code.slice(...block)) || (TEST.test(head) && CHECKS.test(code.slice(...block)));
  return isOwn ? block : undefined;
}

/** The calls of the innermost block around a cursor that has some; a block begins on the line of its head. */
export function callsInBlock<T extends { readonly range: TextRange }>(
  text: string,
  cursor: number,
  calls: readonly T[],
  languageId: string | undefined,
): readonly T[] {
  if (arraysOnly(languageId) === undefined) return calls;
  const own = caseAt(text, cursor, languageId);
  const inCase = own ? callsIn(own, calls) : [];
  if (inCase.length > 0) return inCase;
  const code = plainCode(text);
  const places = calls.map(({ range }) => range[0]);
  const inside = placesInBlock(code, withinBlock(code, cursor), places);
  return calls.filter(({ range }) => inside.includes(range[0]));
}

/** The layer of the case around a cursor. */
export function callOfCase<T extends { readonly range: TextRange }>(
  text: string,
  cursor: number,
  calls: readonly T[],
  languageId: string | undefined,
): T | undefined {
  if (arraysOnly(languageId) === undefined || calls.length === 0) return undefined;
  const own = caseAround(casesOfCode(text, languageId), cursor);
  return own && callsIn(own, calls)[0];
}

/** The case around a cursor, or of its line. */
function caseAt(text: string, cursor: number, languageId: string | undefined): TextRange | undefined {
  const cases = casesOfCode(text, languageId);
  const { start, end } = lineAt(text, cursor);
  return caseAround(cases, cursor) ?? cases.find((each) => each[0] < end && each[1] > start);
}

/** The layers of the case of a table that the cursor's line is in. */
export function callsOfTable(
  { line, segments, languageId }: TextSource,
  recorded: readonly LayerCall[],
): readonly LayerCall[] {
  const segment = segments.find(({ offset, text }) => line && offset <= line[0] && line[0] <= offset + text.length);
  const own = line && segment && caseAt(segment.text, line[0] - segment.offset, languageId);
  return own ? callsIn([own[0] + segment.offset, own[1] + segment.offset], recorded) : [];
}

function callsIn<T extends { readonly range: TextRange }>([start, end]: TextRange, calls: readonly T[]): readonly T[] {
  return calls.filter(({ range }) => start <= range[0] && range[1] <= end);
}

function withinBlock(code: string, cursor: number): number {
  const { start, end } = lineAt(code, cursor);
  return code.slice(start, end).trimEnd().endsWith('{') ? end : cursor;
}

/** The end of the block of a call, up to the next one: options of a test may be written below its result. */
export function endOfTest(text: string, call: TextRange, calls: readonly { readonly range: TextRange }[]): number {
  const next = calls.map(({ range }) => range[0]).filter((start) => start >= call[1]);
  return Math.min(blockEnd(plainCode(text), call[1] - 1), ...next);
}
