/** The part of a piece that a cursor means: its call with the code above, a literal, a test, or all of it. */
import type { TextRange } from '../../../../core/read/ParseResult';
import { findTextCalls } from '../../../../core/read/text/calls/readCalls';
import { arraysOnly } from '../../../../core/read/text/languages/arraysOnly';
import { findArrayAt, findArrays } from '../../../../core/read/text/findArrays';
import { isRequested } from '../../../../core/setup/callOperations';
import { roleOfName } from '../../../../core/setup/roles';
import type { RequestedKind } from '../../../../core/setup/Setup';
import { lineAt, withName } from '../../source/assignment';
import { definitionAt, testAt } from '../definitions/definitions';
import { endOfCall } from '../calls/endOfCall';
import { layerCalls, nearestCall } from '../calls/layerCalls';
import { ASKS_GRADIENT } from '../calls/gradientCalls';
import { fillingLoopAt, loopAt } from '../calls/loops';
import { repeatedCall } from '../refusals/notReached';
import { userOfConverted } from './convertedNames';
import { isOfLayerInWords } from './arraysOfWords';
import { objectOfLayer } from './objectOfLayer';
import { layerOfPart } from '../document/layerHeads';
import { isText, type Piece } from '../document/pieces';
import { callOfCase, callsInBlock, endOfTest, isApart } from '../refusals/otherTest';
import { isNode } from '../problems';
import { unknownCalls } from '../refusals/unknownCall';

/** Undefined: the whole piece. */
export function rangeAt(
  { text, languageId }: Piece,
  cursor: number,
  inspects: boolean,
  requested: RequestedKind,
): TextRange | undefined {
  const known = arraysOnly(languageId) === undefined ? layerCalls(text) : [];
  const calls = [...known, ...findTextCalls(text, languageId)].filter((call) => isRequested(call, requested));
  const { start, end } = lineAt(text, cursor);
  const onLine = calls.find(({ range }) => range[0] <= end && range[1] >= start);
  const found = onLine ? undefined : literalAt(text, cursor, languageId);
  const object = inspects || calls.length > 0 ? undefined : objectOfLayer(text, cursor, languageId);
  if (object) return object;
  // What a check expects is a result, and so is what follows an unknown layer at the cursor.
  const isResult =
    found &&
    !inspects &&
    (CHECK.test(calleeAround(text, found.range[0]) ?? '') ||
      /[=!]=\s*$/.test(text.slice(Math.max(0, found.range[0] - REACH_BEFORE), found.range[0])) ||
      (cursor < found.range[0] &&
        unknownCalls(text, languageId).some(
          ({ range }) => range[0] >= start && range[1] <= Math.min(end, found.range[0]),
        )));
  // A filter alone has no input, which the code around it may have.
  const isFilter = !inspects && !isText(languageId) && roleOfName(found?.name) === 'w';
  // A part of an array.
  const isPart = found && JOINS.test(calleeAround(text, found.range[0]) ?? '');
  const literal =
    isResult || isFilter || isPart || (found && !inspects && isOneOfArguments(text, found, languageId))
      ? undefined
      : found;
  if (inspects)
    return literal?.range ?? (/^[ \t]*[A-Za-z_]\w*[ \t]*=[^=]/.test(text.slice(start, end)) ? [start, end] : undefined);
  // What its values are is written above or below all cases.
  if (callOfCase(text, cursor, calls, languageId)) return undefined;
  const uses = (call: (typeof calls)[number], array: Literal): boolean => usesLiteral(text, call.range, array);
  const user = literal
    ? (calls.find((call) => uses(call, literal)) ?? userOfConverted(text, literal, calls, uses))
    : undefined;
  const whole = languageId === 'python' && calls.length === 0 ? testAt(text, cursor) : undefined;
  const test = whole && (upToOwnCall(text, start) ?? whole);
  const isTested = test && literal && (literal.name === undefined || isUsedInTest(text, literal, whole[1]));
  if (literal && !user && !isTested) {
    const isPart = isText(languageId) && layerOfPart(text) !== undefined;
    if (isPart || isOfLayerInWords(text, literal.range, languageId)) return undefined;
    return isText(languageId) ? sameLine(text, literal.range, languageId) : literal.range;
  }
  const loop = onLine || literal || calls.length === 0 ? undefined : fillingLoopAt(text, cursor, languageId);
  if (loop && !calls.some(({ range }) => loop[0] < range[0] && range[0] < loop[1])) return [0, loop[1]];
  const unread = onLine || arraysOnly(languageId) !== undefined ? [] : unknownCalls(text, languageId);
  // A class only makes a layer, which runs elsewhere.
  const here = unread
    .filter(({ callee, range }) => start <= range[0] && range[1] <= end && !/^[A-Z]/.test(lastWord(callee)))
    .at(-1);
  if (here) return [0, Math.max(lineAt(text, endOfCall(text, here.range[1] + 1)).end, end)];
  const own = definitionAt(text, cursor);
  const same = own === undefined ? [] : calls.filter(({ callee }) => callee === own);
  const call =
    user ?? onLine ?? nearestCall(text, same.length > 0 ? same : callsInBlock(text, cursor, calls, languageId), cursor);
  if (!call) {
    const unread = nearestCall(text, unknownCalls(text, languageId), cursor);
    if (!unread) return test ?? loopAt(text, cursor, languageId);
    // What the call makes may run on the cursor's line.
    return [0, Math.max(lineAt(text, endOfCall(text, unread.range[1] + 1)).end, end)];
  }
  if (GRAPH.test(text) || isApart(text, cursor, calls, languageId)) return undefined;
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

/** Characters between a comparison and what it expects. */
const REACH_BEFORE = 40;

const OWN_LAYER = /(?<![\w.]|def )(\w*(?:conv|corr|pool|filter)\w*)\(/gi;

/** What builds a graph: its layers are computed further down, where it runs. */
const GRAPH = /\b(?:tf|v1)\.(?:Session|InteractiveSession)\(|\b(?:theano|pytensor|aesara)\.function\(/;

/** The text up to the call on the cursor's line of one of the text's functions, where the test calls it more than once. */
function upToOwnCall(text: string, start: number): TextRange | undefined {
  const call = repeatedCall(text, start);
  return call && [0, lineAt(text, endOfCall(text, call.arguments)).end];
}

/** The end of the statement that runs a node on arrays: `expect(node, inputs=[x, W], …)`, before the next node. */
function runOfNode(text: string, from: number): number | undefined {
  const run = /\n[ \t]*(?:[\w., \t]*=[ \t]*)?(?:[\w.]*\.)?(?:expect|run)\(/g;
  run.lastIndex = from;
  const found = run.exec(text);
  const next = text.indexOf('make_node', from);
  if (!found || (next >= 0 && next < found.index)) return undefined;
  return endOfCall(text, found.index + found[0].length);
}

export interface Literal {
  readonly name?: string;
  readonly range: TextRange;
}

export function literalAt(text: string, cursor: number, languageId: string | undefined): Literal | undefined {
  const found = findArrayAt(text, cursor, languageId === undefined ? {} : { languageId });
  if (!found || cursor < lineAt(text, found.range[0]).start || cursor > found.range[1]) return undefined;
  const [start, end] = found.range;
  // MATLAB's vectors have one row.
  const isVector = found.array.shape.filter((extent) => extent > 1).length < 2;
  const isOption = OPTION_NAME.test(found.name ?? '') || KEYWORD.test(text.slice(Math.max(0, start - 60), start));
  if (isOption || (isVector && isSetting(text, start))) return undefined;
  return { range: [withName(text, start, found.name), end], ...(found.name !== undefined && { name: found.name }) };
}

/** Names of options: `windowDimensions`, `kernel_size`. */
const OPTION_NAME =
  /^(?:pad(?:ding|s)?|strides?|dilations?|(?:kernel|pool|window)_?(?:size|shape|dim\w*)|output_?padding)$/i;

/** `padding=[[0, 0], [1, 0]]` in a call. */
const KEYWORD =
  /\b(?:pad(?:ding|s)?|strides?|dilations?|output_?padding|(?:kernel|pool|window)_?(?:size|shape))\s*=\s*$/i;

/** Options of layers in objects: `strides: [2, 2]`. */
const OPTION =
  /\b(?:pad(?:ding|s)?|strides?|dilations?|outputPadding|(?:kernel|pool|window)\w*|\w*shape|dim\w*)["']?\s*:\s*$/i;

/** Whether a literal is an option, or an argument of a call that does not make an array: `MaxPool2D(pool_size=(2, 2))`. */
function isSetting(text: string, start: number): boolean {
  if (OPTION.test(text.slice(Math.max(0, start - 60), start))) return true;
  const callee = calleeAround(text, start);
  return callee !== undefined && !makesArray(callee);
}

/** Whether brackets behind a name, or behind none, make an array. */
export function makesArray(callee: string): boolean {
  return callee.replace(CONSTRUCTOR, '') === '';
}

/** Characters of the arguments before a place. */
const LONGEST_CALL = 2000;

/** The function whose arguments a place is among; undefined where another bracket is nearer. */
export function calleeAround(text: string, start: number): string | undefined {
  let depth = 0;
  for (let at = start - 1; at >= Math.max(0, start - LONGEST_CALL); at--) {
    if (')]}'.includes(text[at]!)) depth += 1;
    else if ('([{'.includes(text[at]!) && --depth < 0)
      return text[at] === '(' ? /[\w.]*!?$/.exec(text.slice(Math.max(0, at - 60), at))![0] : undefined;
  }
  return undefined;
}

/** With the other named matrices of an equation: `patch = …, \quad kernel = …`. */
export function sameLine(text: string, [start, end]: TextRange, languageId: string | undefined): TextRange {
  const line = { from: lineAt(text, start).start, to: lineAt(text, end).end };
  const named = findArrays(text, { ...(languageId !== undefined && { languageId }), ...line }).filter(
    ({ name, shape }) => name !== undefined && shape.length > 1,
  );
  if (named.length === 2) return [line.from, line.to];
  // The words before it may name another layer: `relu1 in=[[…]]`.
  return OTHER_LAYER.test(text.slice(line.from, start)) ? [line.from, end] : [start, end];
}

const OTHER_LAYER =
  /^(?!.*(?:conv|filter|kernel)).*\b(?:pool(?:ing)?_?\d*\b|relu|sigmoid|tanh|softmax|dense|linear|batch_?norm)/i;

/** Whether a call that makes no array has several matrices: one of them alone is not what it computes with. */
function isOneOfArguments(text: string, { range: [start] }: Literal, languageId: string | undefined): boolean {
  const callee = calleeAround(text, start);
  if (callee === undefined || makesArray(callee) || PRINTS.test(callee)) return false;
  const { start: from, end: to } = lineAt(text, start);
  const matrices = findArrays(text, { ...(languageId !== undefined && { languageId }), from, to }).filter(
    ({ shape, range }) => shape.length > 1 && calleeAround(text, range[0]) === callee,
  );
  return matrices.length > 1;
}

export const PRINTS = /(?:print|log|show|disp|display|write)\w*$/i;

const CHECK = /(?:assert|expect|equal|close|check|verify|require)\w*!?$|\.to(?:\w*Equal|Be\w*)$/i;

const JOINS = /(?:^|\.)(?:[hv]?cat|concat\w*|[hvd]?stack|cbind|rbind)$/;

const CONSTRUCTOR =
  /^.*\b(?:array|asarray|asanyarray|matrix|tensor|as_tensor|\w*Tensor|constant|Variable|list|tuple|c)$/;

/** Whether a call below a literal names it among its arguments. */
export function usesLiteral(text: string, [start, end]: TextRange, { name, range }: Literal): boolean {
  if (name === undefined || start < range[1]) return false;
  return new RegExp(`(?<![\\w.])${escaped(name)}(?![\\w])`).test(text.slice(start, end));
}

export function escaped(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
