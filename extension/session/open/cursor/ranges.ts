/** The part of a piece that a cursor means: its call with the code above, a literal, a test, or all of it. */
import type { TextRange } from '../../../../core/read/ParseResult';
import { hasBody } from '../../../../core/read/text/code/codeSites';
import { plainCode } from '../../../../core/read/text/code/reader/definitions';
import { findTextCalls } from '../../../../core/read/text/calls/readCalls';
import { arraysOnly } from '../../../../core/read/text/languages/arraysOnly';
import { isRequested } from '../../../../core/setup/callOperations';
import type { RequestedKind } from '../../../../core/setup/Setup';
import { lineAt } from '../../source/assignment';
import { testAt } from '../definitions/definitions';
import { runsOwnObject, usersOf } from '../definitions/usersOf';
import { overlap } from '../../source/overlap';
import { endOfCall } from '../calls/endOfCall';
import { layerCalls, nearestCall } from '../calls/layerCalls';
import { appliedClass } from '../calls/unknownLayers';
import { ASKS_GRADIENT } from '../calls/gradientCalls';
import { fillingLoopAt, loopAt } from '../calls/loops';
import { repeatedCall } from '../refusals/notReached';
import { userOfConverted } from './convertedNames';
import { isOfLayerInWords } from './arraysOfWords';
import { objectOfLayer } from './objectOfLayer';
import { layerOfPart } from '../document/layerHeads';
import { isInTest } from '../document/oneTest';
import { isText, type Piece } from '../document/pieces';
import { callOfCase, callsInBlock, endOfTest, isApart } from '../refusals/otherTest';
import { isNode } from '../problems';
import { unknownCalls } from '../refusals/unknownCall';
import { isNoInput, literalAt, sameLine, usesLiteral, type Literal } from './literalAt';

type Calls = ReturnType<typeof layerCalls>;

/** Undefined: the whole piece. */
export function rangeAt(
  piece: Piece,
  cursor: number,
  inspects: boolean,
  requested: RequestedKind,
): TextRange | undefined {
  const { text, languageId } = piece;
  const known = arraysOnly(languageId) === undefined ? layerCalls(text) : [];
  const calls = [...known, ...findTextCalls(text, languageId)].filter((call) => isRequested(call, requested));
  const { start, end } = lineAt(text, cursor);
  const onLine = calls.find(({ range }) => range[0] <= end && range[1] >= start);
  const object = inspects || calls.length > 0 ? undefined : objectOfLayer(text, cursor, languageId);
  if (object) return object;
  const found = onLine ? undefined : literalAt(text, cursor, languageId);
  const literal = found && !isNoInput(piece, cursor, found, inspects) ? found : undefined;
  if (inspects)
    return literal?.range ?? (/^[ \t]*[A-Za-z_]\w*[ \t]*=[^=]/.test(text.slice(start, end)) ? [start, end] : undefined);
  // What its values are is written above or below all cases.
  if (callOfCase(text, cursor, calls, languageId)) return undefined;
  return rangeOfLayer(piece, cursor, { calls, onLine, literal, found });
}

/** What the cursor is at. */
interface Place {
  readonly calls: Calls;
  readonly onLine: Calls[number] | undefined;
  readonly literal: Literal | undefined;
  /** The same also where a layer does not compute with it alone. */
  readonly found: Literal | undefined;
}

function rangeOfLayer(piece: Piece, cursor: number, { calls, onLine, literal, found }: Place): TextRange | undefined {
  const { text, languageId } = piece;
  const { start, end } = lineAt(text, cursor);
  const uses = (call: Calls[number], array: Literal): boolean => usesLiteral(text, call.range, array);
  const user =
    (found && calls.find((call) => uses(call, found))) ?? (literal && userOfConverted(text, literal, calls, uses));
  const whole = languageId === 'python' && calls.length === 0 ? testAt(text, cursor)?.range : undefined;
  const test = whole && (upToOwnCall(text, start) ?? upToCheck(text, start, whole[1]));
  const isTested = test && literal && (literal.name === undefined || isUsedInTest(text, literal, whole[1]));
  if (literal && !user && !isTested) return rangeOfLiteral(piece, literal);
  const loop = onLine || literal || calls.length === 0 ? undefined : fillingLoopAt(text, cursor, languageId);
  if (loop && !calls.some(({ range }) => loop[0] < range[0] && range[0] < loop[1])) return [0, loop[1]];
  const isOnlyShown =
    arraysOnly(languageId) !== undefined && (calls.length === 0 || isInTest(text, languageId, cursor));
  const unread = onLine || isOnlyShown ? [] : unknownCalls(text, languageId);
  // A class only makes a layer, which runs elsewhere.
  const here = unread
    .filter((call) => start <= call.range[0] && call.range[1] <= end && runs(text, call, languageId))
    .at(-1);
  // The nodes of a graph run below it.
  if (here && isNode(here.callee) && /\bmake_graph\(/.test(text)) return undefined;
  if (here) return upToUnknown(text, here, end);
  if (!onLine && languageId === 'python' && appliedClass(text.slice(start, end))) return [0, end];
  const users = languageId === 'python' && !onLine && !literal ? usersOf(text, cursor) : [];
  const same = calls.filter(({ range }) => users.some((each) => overlap(each, range)));
  const used =
    same.length > 0
      ? undefined
      : nearestCall(
          text,
          users.map((range) => ({ range })),
          cursor,
        );
  // Another use may run lines that the nearest one leaves out.
  if (used && !user) return [0, lineAt(text, Math.max(...users.map(([, last]) => last))).end];
  if (!onLine && !literal && languageId === 'python' && runsOwnObject(text, start, end)) return [0, end];
  const made = /^[ \t]*([A-Za-z_]\w*)[ \t]*=[ \t]*[\w.]*\b[A-Z]\w*\(/.exec(text.slice(start, end))?.[1];
  const applied = calls.find(({ callee, range }) => range[0] > end && callee.replace(/\.forward$/, '') === made);
  const call =
    user ??
    onLine ??
    applied ??
    nearestCall(text, same.length > 0 ? same : callsInBlock(text, cursor, calls, languageId), cursor);
  if (call) return rangeOfCall(piece, cursor, calls, call);
  const nearest = nearestCall(text, unknownCalls(text, languageId), cursor);
  // The text has the function's body: its calls tell what it computes.
  if (nearest && arraysOnly(languageId) !== undefined && hasBody(plainCode(text), lastWord(nearest.callee)))
    return undefined;
  return nearest ? upToUnknown(text, nearest, end) : (test ?? loopAt(text, cursor, languageId));
}

function rangeOfLiteral({ text, languageId }: Piece, { range }: Literal): TextRange | undefined {
  const isPart = isText(languageId) && layerOfPart(text) !== undefined;
  if (isPart || isOfLayerInWords(text, range, languageId)) return undefined;
  return isText(languageId) ? sameLine(text, range, languageId) : range;
}

/** Whether a call computes: not one that makes an object, and not one of a function of the text in a language whose calls are not read. */
function runs(text: string, { callee, range }: Pick<Calls[number], 'callee' | 'range'>, languageId?: string): boolean {
  const name = lastWord(callee);
  if (arraysOnly(languageId) === undefined) return !/^[A-Z]/.test(name);
  const { start } = lineAt(text, range[0]);
  const made = /(?:^|[\s*&])(\w+)(?:[ \t]*:[ \t]*[\w<>]+)?[ \t]*:?=[^=\n]*$/.exec(text.slice(start, range[0]))?.[1];
  const isUsed = made !== undefined && new RegExp(`\\b${made}(?:\\(|(?:\\.|->)\\w+\\()`).test(text.slice(range[1]));
  return callee.includes('.') && !isUsed && !new RegExp(`\\b(?:def|fn|func?|function)\\b.*\\b${name}\\b`).test(text);
}

/** Up to the call of an unknown layer and the cursor's line, on which what the call makes may run. */
function upToUnknown(text: string, { range }: { readonly range: TextRange }, end: number): TextRange {
  return [0, Math.max(lineAt(text, endOfCall(text, range[1] + 1)).end, end)];
}

function rangeOfCall(
  { text, languageId }: Piece,
  cursor: number,
  calls: Calls,
  call: Calls[number],
): TextRange | undefined {
  if (GRAPH.test(text) || isApart(text, cursor, calls, languageId)) return undefined;
  const { start, end } = lineAt(text, cursor);
  const last = isNode(call.callee) ? (runOfNode(text, call.range[1]) ?? call.range[1]) : call.range[1];
  const asked = ASKS_GRADIENT.exec(text.slice(start, end));
  const gradient = asked ? endOfCall(text, start + asked.index + asked[0].length) : 0;
  // The arrays of a layer that is known by its result are above the line that calls it.
  const below = arraysOnly(languageId) === undefined ? 0 : Math.max(end, endOfTest(text, call.range, calls));
  return [0, Math.max(lineAt(text, last).end, last, below, asked ? lineAt(text, gradient).end : 0)];
}

function lastWord(callee: string): string {
  return callee.slice(callee.lastIndexOf('.') + 1);
}

/** Whether a function of the text that has the name of a layer is called with a literal before an offset. */
function isUsedInTest(text: string, literal: Literal, end: number): boolean {
  return [...text.slice(0, end).matchAll(OWN_LAYER)].some(({ 0: written, 1: callee = '', index }) => {
    const range = [index, endOfCall(text, index + written.length)] as const;
    return usesLiteral(text, range, literal) && new RegExp(`^def[ \\t]+${callee}\\b`, 'm').test(text);
  });
}

const OWN_LAYER = /(?<![\w.]|def )(\w*(?:conv|corr|pool|filter)\w*)\(/gi;

/** What builds a graph: its layers are computed further down, where it runs. */
const GRAPH = /\b(?:tf|v1)\.(?:Session|InteractiveSession)\(|\b(?:theano|pytensor|aesara)\.function\(/;

/** The text up to the call on the cursor's line of one of the text's functions, where the test calls it more than once. */
function upToOwnCall(text: string, start: number): TextRange | undefined {
  const call = repeatedCall(text, start);
  return call && [0, lineAt(text, endOfCall(text, call.arguments)).end];
}

/** The text up to the check of a result at or below a line of a test, whose later checks are of other layers. */
function upToCheck(text: string, start: number, end: number): TextRange {
  const checks = [...text.slice(start, end).matchAll(CHECK)].filter(([line]) => !/shape|dtype/.test(line));
  return [0, checks.length > 1 ? lineAt(text, start + checks[0]!.index).end : end];
}

const CHECK = /^[ \t]*(?:\w+\.)*\w*assert\w*\b.*$/gim;

/** The end of the statement that runs a node on arrays: `expect(node, inputs=[x, W], …)`, before the next node. */
function runOfNode(text: string, from: number): number | undefined {
  const run = /\n[ \t]*(?:[\w., \t]*=[ \t]*)?(?:[\w.]*\.)?(?:expect|run)\(/g;
  run.lastIndex = from;
  const found = run.exec(text);
  const next = text.indexOf('make_node', from);
  if (!found || (next >= 0 && next < found.index)) return undefined;
  return endOfCall(text, found.index + found[0].length);
}
