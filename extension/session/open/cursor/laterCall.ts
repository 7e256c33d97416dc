/** Where the piece at the cursor defines a function without calling it, the function's first call is meant. */
import type { TextRange } from '../../../../core/read/ParseResult';
import { isRequested } from '../../../../core/setup/callOperations';
import type { RequestedKind } from '../../../../core/setup/Setup';
import { lineAt } from '../../source/assignment';
import type { TextSource } from '../../source/LensSource';
import { endOfCall } from '../calls/endOfCall';
import { isInDefinition, layerCalls } from '../calls/layerCalls';
import { courseDefinitions } from '../definitions/definitions';
import { callersOf } from '../definitions/usersOf';
import type { Document } from '../document/pieces';
import { pieceSource, textOnly, textsOf } from '../document/pieceSource';
import type { Located } from '../Located';
import type { OpenRequest } from '../OpenRequest';
import { callOfOwn, onlyDefines } from './ownCalls';

/** The first call of a function that the piece defines: in a later piece or cell, else in an earlier piece. */
export function laterCall(
  document: Document,
  index: number,
  request: OpenRequest,
  requested: RequestedKind,
): Located | undefined {
  const { pieces } = document;
  const { before = [], after = [] } = request;
  const { text: defining, languageId: language } = pieces[index]!;
  const names = new Set(courseDefinitions(defining).map(({ name }) => name));
  const own = onlyDefines(defining) ? defining : undefined;
  const functions = functionsOf(defining, language);
  const callIn = (text: string): { readonly range: TextRange; readonly callee?: string } | undefined => {
    if (functions.length > 0) return callOfProgram(text, functions);
    const call = layerCalls(text).find((each) => names.has(each.callee) && isRequested(each, requested));
    return call
      ? { range: call.range }
      : own === undefined
        ? undefined
        : callOfOwn(text, own, [...textsOf(document), ...after]);
  };
  const upToCall = (at: number, call: NonNullable<ReturnType<typeof callIn>>): Located => {
    const piece = pieces[at]!;
    const range: TextRange = [0, endOfRun(piece.text, call.range)];
    const bodyLine = lineInBody(document, index, request.cursor);
    return {
      source: { ...pieceSource(document, at, range, before), ...(bodyLine && { bodyLine }), ...calleeOf(call) },
      piece,
    };
  };
  for (let later = index + 1; later < pieces.length; later++) {
    const call = callIn(pieces[later]!.text);
    if (call) return upToCall(later, call);
  }
  for (const [position, text] of after.entries()) {
    const call = callIn(text);
    if (!call) continue;
    const segments = [{ offset: 0, text: text.slice(0, endOfRun(text, call.range)) }];
    const surroundings = [...before, request.text, ...after.slice(0, position)].map(textOnly);
    const { languageId = 'python' } = request;
    const source: TextSource = { kind: 'text', name: '', languageId, segments, surroundings, ...calleeOf(call) };
    return { source, piece: undefined, later: position };
  }
  // A page that shows the call before the function.
  for (let earlier = index - 1; earlier >= 0; earlier--) {
    const call = callIn(pieces[earlier]!.text);
    if (call) return upToCall(earlier, call);
  }
  return undefined;
}

/** The end of the line that runs a call: in a function, the one that calls it. */
function endOfRun(text: string, [start, end]: TextRange): number {
  const [user] = isInDefinition(text, start) ? callersOf(text, start) : [];
  return lineAt(text, user?.[1] ?? end).end;
}

/** The line of the cursor in the piece that defines the function. */
function lineInBody({ text, pieces }: Document, index: number, cursor: number | undefined): TextRange | undefined {
  if (cursor === undefined || pieces[index]!.origins) return undefined;
  const { start, end } = lineAt(text, cursor);
  return [start, end];
}

/** How functions are defined in languages whose programs are translated. */
const DEFINITIONS: Readonly<Record<string, RegExp>> = {
  r: /([A-Za-z.][\w.]*)[ \t]*(?:<-|=)[ \t]*function[ \t]*\(/g,
  julia: /\bfunction[ \t]+([A-Za-z_]\w*!?)[ \t]*\(/g,
  matlab: /\bfunction\b(?:[^\n=(]*=)?[ \t]*([A-Za-z]\w*)[ \t]*\(/g,
};

/** The functions that a program only defines. */
function functionsOf(text: string, languageId = ''): string[] {
  const definition = Object.hasOwn(DEFINITIONS, languageId) ? DEFINITIONS[languageId] : undefined;
  const names = definition ? [...text.matchAll(definition)].map(([, name]) => name!) : [];
  return names.some((name) => callOfProgram(text, [name])) ? [] : names;
}

/** The first call of one of the functions outside of a definition's head. */
function callOfProgram(text: string, names: readonly string[]): { readonly range: TextRange } | undefined {
  const called = names.map((name) => name.replaceAll('.', '\\.')).join('|');
  const found = new RegExp(`(?<![\\w.])(?<!\\bfunction\\b[^\\n]*)(?:${called})\\(`).exec(text);
  return found ? { range: [found.index, endOfCall(text, found.index + found[0].length)] } : undefined;
}

function calleeOf({ callee }: { readonly callee?: string }): Pick<TextSource, 'callee'> {
  return callee === undefined ? {} : { callee };
}
