/** Calls of the text's own functions at the top level, whose names are those of layers: a cursor can mean one of them. */
import type { TextRange } from '../../../../core/read/ParseResult';
import { lineAt } from '../../source/assignment';
import { definitionAt } from '../definitions/definitions';
import { callersOf, usersOf } from '../definitions/usersOf';
import { endOfCall } from '../calls/endOfCall';
import { ASKS_GRADIENT } from '../calls/gradientCalls';
import { isInDefinition, layerCalls, nearestCall } from '../calls/layerCalls';
import { literalAt, usesLiteral } from './literalAt';
import type { Piece } from '../document/pieces';

export interface OwnLayerCall {
  readonly callee: string;
  readonly range: TextRange;
}

const LAYER_LIKE = /conv|corr|pool|filter/i;
/** Also names of ReLU, padding, masks of maxima, and of values spread over windows. */
const LAYER_OR_PART = /conv|corr|pool|filter|relu|pad|bord|m[aá]s[ck]|distrib|spread|step/i;
const MOST_LINES = 5000;

/** The call that a cursor means; undefined where the text calls a known layer instead, or the cursor is at a literal. */
export function ownCallAt(
  { text, languageId = 'python' }: Piece,
  cursor: number,
  above: readonly string[],
): OwnLayerCall | undefined {
  if (languageId !== 'python') return undefined;
  const known = layerCalls(text);
  const { start, end } = lineAt(text, cursor);
  if (known.some(({ range }) => range[0] <= end && range[1] >= start)) return undefined;
  const calls = ownCalls(text, above);
  const onLine = ownCalls(text, above, LAYER_OR_PART).find(({ range }) => range[0] <= end && range[1] >= start);
  if (onLine) return onLine;
  if (ASKS_GRADIENT.test(text.slice(start, end))) return undefined;
  const literal = known.length > 0 ? undefined : literalAt(text, cursor, languageId);
  if (known.length > 0 || literal) return literal && calls.find(({ range }) => usesLiteral(text, range, literal));
  const own = definitionAt(text, cursor);
  const named = /relu/i.test(own ?? '') ? ownCalls(text, above, LAYER_OR_PART) : calls;
  const same = named.filter(({ callee }) => callee === own);
  // Another function of the text, which no name tells to be a layer.
  if (same.length === 0 && usersOf(text, cursor).length > 0) return undefined;
  return nearestCall(text, same.length > 0 ? same : calls, cursor);
}

/** Whether a text has no other statements than definitions, imports and words. */
export function onlyDefines(text: string): boolean {
  const code = text.replace(/("{3}|'{3})[^]*?\1/g, '');
  return (
    /^(?:def|class)\b/m.test(code) && !/^(?!(?:async|def|class|import|from|if __name__)\b)[A-Za-z_(].*$/m.test(code)
  );
}

/** The last call in a text of a layer function, or of an object of a class with layers, that `definitions` defines. */
export function callOfOwn(
  text: string,
  definitions: string,
  others: readonly string[],
): { readonly callee?: string; readonly range: TextRange } | undefined {
  const own = ownCalls(text, [definitions])
    .filter(({ callee }) => new RegExp(`^def[ \\t]+${callee}\\b`, 'm').test(definitions))
    .at(-1);
  if (own) return own;
  const user = callOfLayers(text, definitions);
  if (user) return user;
  const classes = LAYER_LIKE.test(definitions)
    ? [...definitions.matchAll(/^class[ \t]+(\w+)/gm)].map(([, name]) => name!)
    : [];
  const made = new RegExp(`^[ \\t]*(\\w+)[ \\t]*=[ \\t]*(?:${classes.join('|')})\\(`, 'gm');
  const objects =
    classes.length === 0 ? [] : [text, ...others].flatMap((each) => [...each.matchAll(made)].map(([, name]) => name!));
  if (objects.length === 0) return undefined;
  const call = [...text.matchAll(new RegExp(`(?<![\\w.])(?:${objects.join('|')})(?:\\.forward)?\\(`, 'g'))]
    .filter(({ index }) => !isInDefinition(text, index))
    .at(-1);
  return call && { range: [call.index, endOfCall(text, call.index + call[0].length)] };
}

/** The last call of a function of `definitions` whose body has layers: outside of definitions, else in one that is called. */
function callOfLayers(text: string, definitions: string): { readonly range: TextRange } | undefined {
  const names = [...definitions.matchAll(/^def[ \t]+(\w+)([^]*?)(?=^\S|$(?![^]))/gm)]
    .filter(([, , body = '']) => LAYER_LIKE.test(body))
    .map(([, name]) => name);
  if (names.length === 0) return undefined;
  const calls = [...text.matchAll(new RegExp(`(?<![\\w.])(?<!def[ \\t]+)(?:${names.join('|')})\\(`, 'g'))];
  const found =
    calls.filter(({ index }) => !isInDefinition(text, index)).at(-1) ??
    calls.filter(({ index }) => callersOf(text, index).length > 0).at(-1);
  return found && { range: [found.index, endOfCall(text, found.index + found[0].length)] };
}

/** Calls outside of definitions, of functions that the text or the text above it defines. */
export function ownCalls(text: string, above: readonly string[], names = LAYER_LIKE): OwnLayerCall[] {
  const defined = new Set(
    [...above, text].flatMap((each) => [...each.matchAll(/^def[ \t]+([A-Za-z_]\w*)/gm)].map(([, name]) => name!)),
  );
  const lines = [...text.matchAll(/^[ \t]*(?!(?:def|class)\b)[A-Za-z_(].*$/gm)].slice(0, MOST_LINES);
  return lines.flatMap(({ 0: line, index }) =>
    [...line.matchAll(/(?<![\w.])([A-Za-z_]\w*)\(/g)]
      .filter(([, callee]) => defined.has(callee!) && names.test(callee!) && !isInDefinition(text, index))
      .map(({ 0: written, 1: callee = '', index: at }): OwnLayerCall => {
        const from = index + at;
        return { callee, range: [from, endOfCall(text, from + written.length)] };
      }),
  );
}
