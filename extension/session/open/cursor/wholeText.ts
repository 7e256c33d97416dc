/** When the whole text is meant although there is a cursor: nothing at the cursor is a layer, but the text has one. */
import type { NdArray } from '../../../../core/array/NdArray';
import { arraysOfCall, placeOfCall, type LayerCall } from '../../../../core/read/LayerCall';
import type { ParseResult, TextRange } from '../../../../core/read/ParseResult';
import { findArrays, type FoundArray } from '../../../../core/read/text/findArrays';
import type { OpenRequest } from '../OpenRequest';
import type { Setup } from '../../../../core/setup/Setup';
import { usersOf } from '../definitions/usersOf';
import { isPrintedResult } from '../guess/shown/agreement';
import { isLongData } from '../document/isLongData';
import { isText, readDocument, toDocument, type Piece } from '../document/pieces';
import type { Meaning } from '../meaning';
import { isOneOfNames } from './shownValue';
import { lineAt } from '../../source/assignment';
import { missingNames } from '../../source/errorOf';
import { overlap } from '../../source/overlap';

type Place = Pick<OpenRequest, 'text' | 'languageId' | 'cursor'>;

/** What a file has above its code: comments, a docstring, imports, options of the notebook. Each takes its lines as a whole. */
const HEAD = new RegExp(
  [
    String.raw`[ \t]*\n`,
    String.raw`[ \t]*(?:#(?!\[)|\/\/|%|!|;;|--)[^\n]*(?:\n|$)`,
    String.raw`[ \t]*(?:\/\*[^]*?\*\/|"""[^]*?"""|'''[^]*?'''|<!--[^]*?-->|---\n[^]*?\n---)[^\n]*(?:\n|$)`,
    String.raw`[ \t]*(?:import|from|package|using|use|require|library|include|module|extern|open|pkg)\b[^\n({]*(?:\([^)]*\)|\{[^}]*\})?[^\n({]*(?:\n|$)`,
    String.raw`[ \t]*(?:"use strict"|'use strict'|(?:clc|clear|close)\b)[^\n]*(?:\n|$)`,
  ].join('|'),
  'y',
);

/** Whether the whole text has to be read, by what the cursor alone means. */
export function mayMeanWhole(place: Place, meaning: Meaning): boolean {
  if (place.cursor === undefined || meaning.kind === 'layer' || isLongData(place.text)) return false;
  if (meaning.kind === 'array' || isOutsideCode(place)) return true;
  // The cells of a document are about different things.
  if (readDocument(place.text, place.languageId).divided) return false;
  return meaning.error.kind === 'empty' || meaning.error.kind === 'noLayer';
}

/** Whether the whole text is meant: it has a layer, which uses the array at the cursor if there is one. */
export function meansWhole(place: Place, atCursor: Meaning, whole: Meaning): boolean {
  if (atCursor.kind === 'layer') return false;
  if (isOutsideCode(place)) return whole.kind === 'layer' || (whole.kind === 'array' && atCursor.kind === 'refused');
  // Of several tests, another one has the layer.
  if (whole.kind !== 'layer' || !whole.call || whole.call.shown) return false;
  if (isOfOther(placeOfCall(whole.call), place)) return false;
  if (atCursor.kind === 'array') return usesOneOf(whole.call, atCursor.parsed.arrays);
  const isUnknownHere = atCursor.error.kind === 'noLayer' && isAtLine(atCursor.error, place);
  return !isUnknownHere || isAtLine(whole.call, place);
}

/** The text of the one array at the cursor, which is not opened or gets a filter that is assumed: the text around it may have the layer. */
export function loneInput({ text, languageId, cursor }: Place, { meaning, setup }: Opened): string | undefined {
  if (cursor === undefined || meaning.kind === 'refused' || isLongData(text)) return undefined;
  const isLone = meaning.kind === 'layer' ? setup?.layer.kind === 'conv' && !meaning.call : isText(languageId);
  const [array, ...others] = isLone ? meaning.parsed.arrays : [];
  return array && others.length === 0 ? text.slice(...array.range) : undefined;
}

/** Whether an array is the input or the result of a layer, or its filter where no call has another one. */
export function isOfLayer(written: string, { meaning, setup }: Opened): boolean {
  if (meaning.kind !== 'layer' || setup?.layer.kind !== 'conv') return false;
  const { x, w } = setup.layer;
  const numbers = written.match(/[-+]?\d[\d.]*(?:e[-+]?\d+)?/gi)?.map(Number);
  const given = String(Float32Array.from(numbers ?? []));
  const own = meaning.call ? [x] : [x, w];
  return own.some(({ data }) => String(Float32Array.from(data)) === given) || isPrintedResult(setup, [written]);
}

/** Whether an input and a filter at the cursor are convolved without a call: another part of the text may have the call. */
export function isUncalledPair({ text, languageId, cursor }: Place, { meaning, setup }: Opened): boolean {
  const isUncalled = meaning.kind === 'layer' && setup?.layer.kind === 'conv' && !meaning.call;
  return isUncalled && cursor !== undefined && isText(languageId) && !isLongData(text);
}

/** Whether a call has the arrays of a layer, which it may turn. */
export function callsPair({ setup: pair }: Opened, { meaning, setup }: Opened): boolean {
  const [own, other] = [pair?.layer, setup?.layer];
  if (meaning.kind !== 'layer' || !meaning.call || meaning.call.shown) return false;
  if (own?.kind !== 'conv' || other?.kind !== 'conv') return false;
  return numbersOf(own.x) === numbersOf(other.x) && numbersOf(own.w) === numbersOf(other.w);
}

interface Opened {
  readonly meaning: Meaning;
  readonly setup?: Setup;
}

const MOST_CELLS = 4;

/** A cell that is meant in place of another one, if it opens something of a kind. */
export interface OtherCell {
  readonly cursor: number;
  readonly kinds: readonly Meaning['kind'][];
}

/**
 * The cells that are meant in place of one that opens nothing. With a cursor: where later cells use what the cell at it makes or
 * changes, if this has nothing but perhaps a layer that it does not apply or arrays that may be those of one, then where earlier cells have the arrays that it names.
 * Without one: where cells have arrays, the last one first. For a name that is not defined, cells that only show its value.
 */
export function otherCells({ text, languageId, cursor }: Place, meaning: Meaning): readonly OtherCell[] {
  const reason = meaning.kind === 'refused' ? meaning.error.kind : undefined;
  const names = meaning.kind === 'refused' ? missingNames(meaning.error) : [];
  if (names.length > 0) return cellsThatShow(names, readDocument(text, languageId).pieces);
  const isGuessed = meaning.kind === 'layer' && !meaning.call && cursor !== undefined;
  if (!isGuessed && reason !== 'empty' && (reason !== 'unapplied' || cursor === undefined)) return [];
  const { pieces, divided } = readDocument(text, languageId);
  if (cursor === undefined) return divided ? arraysOf(pieces) : [];
  const index = pieces.findIndex(({ range: [start, end] }) => start <= cursor && cursor < end);
  const made = [...(pieces[index]?.text ?? '').matchAll(/^[ \t]*([A-Za-z_]\w*)(?:\.\w+\(|[ \t]*=(?!=))/gm)].map(
    ([, name]) => name,
  );
  const uses = new RegExp(`(?<![\\w.])(?:${made.join('|')})\\b`);
  const later = made.length === 0 ? [] : pieces.slice(index + 1);
  const applied = later
    .filter((each) => uses.test(each.text))
    .slice(0, MOST_CELLS)
    .map((each): OtherCell => ({ cursor: toDocument(each, each.text.search(uses)), kinds: ['layer'] }));
  return reason === 'empty'
    ? [...applied, ...arraysOf(pieces.slice(0, Math.max(0, index)), pieces[index]?.text)]
    : applied;
}

/** Cells of a session that are one of the names: its value is printed below them. */
function cellsThatShow(names: readonly string[], pieces: readonly Piece[]): OtherCell[] {
  return pieces
    .filter(({ text }) => isOneOfNames(text, names))
    .map((piece) => ({ cursor: piece.range[0], kinds: ['array'] }));
}

/** The cells with arrays, the last one first; with `used` those whose arrays this code names. */
function arraysOf(pieces: readonly Piece[], used?: string): OtherCell[] {
  const words = used === undefined ? undefined : new Set(used.split(/[^\w.]+/));
  return [...pieces].reverse().flatMap((piece) => {
    const isUsed = ({ name }: FoundArray): boolean => !words || (name !== undefined && words.has(name));
    const last = findArrays(piece.text, piece).filter(isUsed).at(-1);
    return last ? [{ cursor: toDocument(piece, last.range[0]), kinds: ['layer', 'array'] as const }] : [];
  });
}

function isAtLine({ range }: { readonly range?: TextRange | undefined }, { text, cursor = 0 }: Place): boolean {
  const { start, end } = lineAt(text, cursor);
  return range !== undefined && range[1] - range[0] < text.length && overlap(range, [start, end]);
}

/** Whether the cursor is in a definition whose calls are other ones. */
function isOfOther(range: TextRange, { text, languageId, cursor = 0 }: Place): boolean {
  const users = languageId === 'python' ? usersOf(text, cursor) : [];
  return users.length > 0 && !users.some((each) => overlap(each, range));
}

/** By their numbers: a layer may have them in another order of the axes. */
function usesOneOf(call: LayerCall, arrays: ParseResult['arrays']): boolean {
  const used = Object.values(arraysOfCall(call));
  return arrays.some(({ array }) =>
    used.some((each) => each.data.length === array.data.length && numbersOf(each) === numbersOf(array)),
  );
}

function numbersOf({ data }: NdArray): string {
  return String(Float32Array.from(data).sort());
}

/** Above all code of a text, or behind its last character. */
function isOutsideCode({ text, languageId, cursor = 0 }: Place): boolean {
  if (cursor >= text.trimEnd().length || cursor < endOfHead(text)) return true;
  const { pieces, divided } = readDocument(text, languageId);
  return divided && pieces[0] !== undefined && cursor < pieces[0].range[0];
}

function endOfHead(text: string): number {
  HEAD.lastIndex = 0;
  let end = 0;
  while (end < text.length && HEAD.test(text) && HEAD.lastIndex > end) end = HEAD.lastIndex;
  return end;
}
