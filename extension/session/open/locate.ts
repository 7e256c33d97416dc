/** Which part of a text is meant: the call nearest to the cursor with the code before it, the literal at the cursor, or all of it. */
import { blockText } from '../../../core/read/documents/documents';
import type { TextRange } from '../../../core/read/ParseResult';
import { readPrinted } from '../../../core/read/prints/readPrinted';
import type { RequestedKind } from '../../../core/setup/Setup';
import type { Segment, Surrounding, TextSource } from '../source/LensSource';
import type { Purpose } from '../source/Purpose';
import { lineAt } from '../source/assignment';
import type { OpenRequest } from './OpenRequest';
import { withDefinitionsBelow } from './definitions/definedBelow';
import { courseDefinitions, nameOfTestAt } from './definitions/definitions';
import { escaped, literalAt, rangeAt, sameLine } from './cursor/ranges';
import { callsOwn, docstringExamples } from './cursor/docstringExamples';
import { isLongData } from './document/isLongData';
import { docstringAsSession, plainRequest, unmarked } from './document/plainText';
import { isRequested } from '../../../core/setup/callOperations';
import { layerCalls } from './calls/layerCalls';
import { callOfOwn, onlyDefines, ownCallAt } from './cursor/ownCalls';
import { requestedKind } from './purpose';
import {
  isText,
  ofSameTab,
  outputAfter,
  readDocument,
  toDocument,
  toPiece,
  type Document,
  type Piece,
} from './document/pieces';
import { pieceAt, pieceWithCall } from './cursor/choosePiece';
import { ofOneExercise } from './document/sections';
import { statedAt } from './document/withStated';

export interface Located {
  readonly source: TextSource;
  /** The piece of the document that the source is; undefined where the source is another text. */
  readonly piece: Piece | undefined;
  /** The index among `after` of the cell that the source is. */
  readonly later?: number;
}

export function locate(asked: OpenRequest, purpose: Purpose): Located {
  const request = docstringAsSession(unmarked(plainRequest(asked)));
  const located = partOf(request, purpose);
  if (request.output || located.later !== undefined || isLongData(request.text)) return located;
  return { ...located, source: withDefinitionsBelow(located.source, [request.text, ...(request.after ?? [])]) };
}

function partOf(request: OpenRequest, purpose: Purpose): Located {
  const { text: written, languageId, output = false } = request;
  const examples = output ? undefined : docstringExamples(written, request.cursor, languageId);
  const text = examples ?? ofOneExercise(written, languageId, request.cursor);
  const given = request.before ?? [];
  const before = examples !== undefined && callsOwn(examples, written) ? [...given, `${written}\npass\n`] : given;
  const requested = requestedKind(purpose);
  const inspects = purpose === 'inspect';
  if (output) return locateOutput(request, requested);
  const foreign = before.map((each): Surrounding => ({ text: each }));
  if (request.cursor === undefined && isLongData(text)) return whole(request, foreign);
  const document = readDocument(text, languageId);
  const { cursor } = request;
  const printed = cursor === undefined ? undefined : outputAt(document, cursor);
  if (printed && inspects)
    return { source: { kind: 'text', name: '', segments: [], printed: [printed] }, piece: undefined };
  const index = cursor === undefined ? pieceWithCall(document, requested) : pieceAt(document, cursor, requested);
  if (index === undefined) return literalAlone(request) ?? whole(request, foreign);
  const piece = document.pieces[index]!;
  const literals = cursor === undefined && !inspects ? allPieces(document) : undefined;
  if (literals) {
    const stated = isText(languageId) ? statedAt(document, cursor) : undefined;
    return { source: { ...literals, surroundings: foreign, ...(stated && { stated }) }, piece };
  }
  const above = [...foreign, ...ofSameTab(document.pieces.slice(0, index), piece).map(asSurrounding)];
  const local = cursor === undefined ? undefined : toPiece(piece, cursor);
  const label = printed && labelAt(printed, cursor!);
  const labelled = label === undefined ? undefined : assignedRange(piece, label, requested);
  const own =
    local === undefined || labelled || inspects
      ? undefined
      : ownCallAt(piece, local, [...before, ...textsOf(document)]);
  const range =
    local === undefined || (piece.example && !inspects)
      ? undefined
      : (labelled ??
        (own && ([0, lineAt(piece.text, own.range[1]).end] as const)) ??
        rangeAt(piece, local, inspects, requested));
  if (!range && !inspects && layerCalls(piece.text).length === 0) {
    const later = laterCall(document, index, request, requested);
    if (later) return later;
  }
  const source = sourceOf(document, piece, range ?? [0, piece.text.length], above);
  const stated = isText(languageId) ? statedAt(document, cursor) : undefined;
  const test =
    local === undefined || own || layerCalls(piece.text).length > 0 ? undefined : nameOfTestAt(piece.text, local);
  const shift = source.segments[0]!.offset - (range?.[0] ?? 0);
  const line = local === undefined ? undefined : lineAt(piece.text, Math.min(local, range?.[1] ?? local));
  return {
    source: {
      ...source,
      ...(own && { callee: own.callee }),
      ...(line && { line: [line.start + shift, line.end + shift] as const }),
      ...(stated && { stated }),
      ...(test && { test: { name: test.name, start: test.start + shift } }),
    },
    piece,
  };
}

function textsOf({ pieces }: Document): string[] {
  return pieces.map(({ text }) => text);
}

/** The code that printed a text, with the text as its output; the text itself where the code has no layer. */
function locateOutput({ text, before = [] }: OpenRequest, requested: RequestedKind): Located {
  const code = before.at(-1);
  if (code === undefined || !layerCalls(code).some((call) => isRequested(call, requested))) {
    return { source: { kind: 'text', name: '', segments: [], printed: [{ offset: 0, text }] }, piece: undefined };
  }
  const source: TextSource = {
    kind: 'text',
    name: '',
    languageId: 'python',
    segments: [{ offset: 0, text: code }],
    surroundings: before.slice(0, -1).map((each) => ({ text: each })),
    printed: [{ offset: code.length + 1, text }],
  };
  return { source, piece: undefined };
}

/** The literal at the cursor in the prose of a document: the code of the document is not about it. */
function literalAlone({ text, languageId, cursor }: OpenRequest): Located | undefined {
  const literal = cursor === undefined ? undefined : literalAt(text, cursor, languageId);
  if (!literal) return undefined;
  const [start, end] = sameLine(text, literal.range, languageId);
  const segments = [{ offset: start, text: text.slice(start, end) }];
  const piece: Piece = { text, range: [0, text.length] };
  return { source: { kind: 'text', name: '', segments, ...(languageId !== undefined && { languageId }) }, piece };
}

function whole({ text, languageId }: OpenRequest, surroundings: readonly Surrounding[]): Located {
  const range = [0, text.length] as const;
  const piece: Piece = { text, range, ...(languageId !== undefined && { languageId }) };
  const source: TextSource = {
    kind: 'text',
    name: '',
    segments: [{ offset: 0, text }],
    surroundings,
    ...(languageId !== undefined && { languageId }),
  };
  return { source, piece };
}

/** Documents of Python without a call: the arrays of all pieces belong together. */
function allPieces({ pieces, divided }: Document): TextSource | undefined {
  if (!divided || pieces.length < 2 || pieces.length > MOST_PIECES || pieces[0]!.example) return undefined;
  const plain = pieces.every(({ languageId, origins }) => (languageId ?? 'python') === 'python' && !origins);
  if (
    !plain ||
    pieces.some(({ text }) => layerCalls(text).length > 0 || /^[ \t]*(?:def|class|for|while)\b/m.test(text))
  )
    return undefined;
  const segments = pieces.map(({ text, range: [offset] }): Segment => ({ offset, text }));
  return { kind: 'text', name: '', segments, languageId: 'python' };
}

const MOST_PIECES = 8;

/** The output of a document around an offset. */
function outputAt({ text, blocks, divided }: Document, cursor: number): Segment | undefined {
  const block = divided ? blocks.find(({ range: [start, end] }) => start <= cursor && cursor < end) : undefined;
  return block?.kind === 'output' ? { offset: block.range[0], text: blockText(text, block) } : undefined;
}

/** The variable whose value is printed at an offset: `dA_prev1` of `dA_prev1[1,1] = …`. */
function labelAt({ offset, text }: Segment, cursor: number): string | undefined {
  const printed = readPrinted(text).filter(({ label }) => label?.name !== undefined);
  return printed.filter(({ range: [start] }) => start + offset <= cursor).at(-1)?.label?.name;
}

/** The code up to the call whose line assigns a name. */
function assignedRange({ text }: Piece, name: string, requested: RequestedKind): TextRange | undefined {
  const call = layerCalls(text).find(({ range: [start], ...rest }) => {
    const before = text.slice(lineAt(text, start).start, start);
    return isRequested(rest, requested) && new RegExp(`(?<![\\w.])${escaped(name)}(?!\\w)[^=]*=[^=]*$`).test(before);
  });
  return call && [0, lineAt(text, call.range[1]).end];
}

function asSurrounding({ text, range, origins }: Piece): Surrounding {
  return origins ? { text } : { text, offset: range[0] };
}

/** The first call of a function that the piece defines, in a later piece or cell. */
function laterCall(
  document: Document,
  index: number,
  request: OpenRequest,
  requested: RequestedKind,
): Located | undefined {
  const { pieces } = document;
  const { before = [], after = [] } = request;
  const names = new Set(courseDefinitions(pieces[index]!.text).map(({ name }) => name));
  const own = onlyDefines(pieces[index]!.text) ? pieces[index]!.text : undefined;
  const callIn = (text: string): { readonly range: TextRange; readonly callee?: string } | undefined => {
    const call = layerCalls(text).find((each) => names.has(each.callee) && isRequested(each, requested));
    return call
      ? { range: call.range }
      : own === undefined
        ? undefined
        : callOfOwn(text, own, [...textsOf(document), ...after]);
  };
  const foreign = before.map((text): Surrounding => ({ text }));
  const upToCall = (at: number, call: NonNullable<ReturnType<typeof callIn>>): Located => {
    const piece = pieces[at]!;
    const above = [...foreign, ...ofSameTab(pieces.slice(0, at), piece).map(asSurrounding)];
    const range: TextRange = [0, lineAt(piece.text, call.range[1]).end];
    return { source: { ...sourceOf(document, piece, range, above), ...calleeOf(call) }, piece };
  };
  for (let later = index + 1; later < pieces.length; later++) {
    const call = callIn(pieces[later]!.text);
    if (call) return upToCall(later, call);
  }
  for (const [position, text] of after.entries()) {
    const call = callIn(text);
    if (!call) continue;
    const segments = [{ offset: 0, text: text.slice(0, lineAt(text, call.range[1]).end) }];
    const surroundings = [...before, request.text, ...after.slice(0, position)].map((each) => ({ text: each }));
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

function calleeOf({ callee }: { readonly callee?: string }): Pick<TextSource, 'callee'> {
  return callee === undefined ? {} : { callee };
}

/** Offsets are the document's; those of a decoded piece are the piece's own. */
function sourceOf(document: Document, piece: Piece, range: TextRange, above: readonly Surrounding[]): TextSource {
  const offset = piece.origins ? range[0] : piece.range[0] + range[0];
  const gap: Surrounding[] =
    range[0] > 0 ? [{ text: piece.text.slice(0, range[0]), ...(!piece.origins && { offset: piece.range[0] }) }] : [];
  const printed: Segment[] = outputAfter(document, toDocument(piece, range[1]));
  return {
    kind: 'text',
    name: '',
    segments: [{ offset, text: piece.text.slice(...range) }],
    surroundings: [...above, ...gap],
    ...(printed.length > 0 && { printed }),
    ...(piece.languageId !== undefined && { languageId: piece.languageId }),
  };
}
