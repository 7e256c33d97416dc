/** The literal at a cursor, and whether a layer computes with it alone. */
import { escapePattern } from '../../../../core/escapePattern';
import type { TextRange } from '../../../../core/read/ParseResult';
import { findArrayAt, findArrays } from '../../../../core/read/text/findArrays';
import { roleOfName } from '../../../../core/setup/roles/roles';
import { lineAt, withName } from '../../source/assignment';
import { isText, type Piece } from '../document/pieces';
import { unknownCalls } from '../refusals/unknownCall';

export interface Literal {
  readonly name?: string;
  readonly range: TextRange;
}

export function literalAt(text: string, cursor: number, languageId: string | undefined): Literal | undefined {
  const found = findArrayAt(text, cursor, languageId === undefined ? {} : { languageId });
  if (!found || cursor < lineAt(text, found.range[0]).start || cursor > found.range[1]) return undefined;
  const [start, end] = found.range;
  // An index: `run(x)[0]`.
  if (text[start] === '[' && /[)\]]/.test(text[start - 1] ?? '')) return undefined;
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

/** Characters between a comparison and what it expects. */
const REACH_BEFORE = 40;

/** Whether the literal at the cursor is a part of an array or, for a layer, not what it computes with alone. */
export function isNoInput({ text, languageId }: Piece, cursor: number, found: Literal, inspects: boolean): boolean {
  const [from] = found.range;
  const callee = calleeAround(text, from) ?? '';
  if (JOINS.test(callee)) return true;
  if (inspects) return false;
  // A part of an array: `W(:, :, 1) = [1 0; 0 1]`.
  if (PART.test(text.slice(lineAt(text, from).start, from))) return true;
  // What a check expects is a result, and so is what follows an unknown layer at the cursor.
  if (CHECK.test(callee) || /[=!]=\s*$/.test(text.slice(Math.max(0, from - REACH_BEFORE), from))) return true;
  const { start, end } = lineAt(text, cursor);
  if (isText(languageId) && COMPUTED.test(text.slice(lineAt(text, from).start, from))) return true;
  // The gradient that a call is given.
  if (/\.backward\([^\n]*$/.test(text.slice(start, from))) return true;
  const isBetween = ({ range }: { readonly range: TextRange }): boolean =>
    range[0] >= start && range[1] <= Math.min(end, from);
  if (cursor < from && unknownCalls(text, languageId).some(isBetween)) return true;
  // A filter alone has no input, which the code around it may have; what a test expects is the result of that code.
  const isExpected = EXPECTED_NAME.test(found.name ?? '') && /assert|close|expect\w*\(/i.test(text);
  const isOther = !isText(languageId) && (roleOfName(found.name) === 'w' || isExpected);
  return isOther || isOneOfArguments(text, found, languageId);
}

const PART = /\w[([][^=\n]*[:,][^=\n]*[)\]][ \t]*=[ \t]*(?:[\w.]+\()?[ \t]*$/;

/** Whether brackets behind a name, or behind none, make an array. */
export function makesArray(callee: string): boolean {
  return callee.replace(CONSTRUCTOR, '') === '';
}

const EXPECTED_NAME = /^(?:expected|want(?:ed)?|correct|golden|desired|ground_?truth)(?:_|[A-Z]|$)/;

/** `X * K =`, `Y = X \ast K =`, also without `K =`, which may belong to the literal: it is computed from other arrays. */
const COMPUTED =
  /[\w})\]]\s*(?:[*⊛⊗∗]|\\(?:ast|star|circledast|otimes)\b)\s*[\\({]*(?:[A-Za-z][\w{}\\)^]*\s*=\s*(?:\\left)?[\s$[(]*)?$/;

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
  return new RegExp(`(?<![\\w.])${escapePattern(name)}(?![\\w])`).test(text.slice(start, end));
}
