/** Which part of a text is meant: the call nearest to the cursor with the code before it, the literal at the cursor, or all of it. */
import { escapePattern } from '../../../core/escapePattern';
import { blockText } from '../../../core/read/documents/documents';
import { dialectOf } from '../../../core/read/text/languages/dialectOf';
import { scanLexemes } from '../../../core/read/python/syntax/text/lexemes';
import type { TextRange } from '../../../core/read/ParseResult';
import { readPrinted } from '../../../core/read/prints/readPrinted';
import type { RequestedKind } from '../../../core/setup/Setup';
import type { Segment, TextSource } from '../source/LensSource';
import type { Purpose } from '../source/Purpose';
import { lineAt } from '../source/assignment';
import type { OpenRequest } from './OpenRequest';
import { withDefinitionsBelow } from './definitions/definedBelow';
import { testAt } from './definitions/definitions';
import { literalAt, sameLine } from './cursor/literalAt';
import { rangeAt } from './cursor/ranges';
import { callsOwn, docstringExamples } from './cursor/docstringExamples';
import { isLongData } from './document/isLongData';
import { docstringAsSession, plainRequest, unmarked } from './document/plainText';
import { isRequested } from '../../../core/setup/callOperations';
import { layerCalls } from './calls/layerCalls';
import { isAnswer } from './guess/arrays/textResults';
import { laterCall } from './cursor/laterCall';
import { ownCallAt } from './cursor/ownCalls';
import { requestedKind } from './purpose';
import type { Located } from './Located';
import { matlabInWords } from './document/matlabInWords';
import { isText, readDocument, toPiece, type Document, type Piece } from './document/pieces';
import { allPieces, pieceSource, piecesOfLayer, textOnly, textsOf } from './document/pieceSource';
import { pieceAt, pieceWithCall } from './cursor/choosePiece';
import { ofOnePart } from './document/layerParts';
import { tableAlone } from './document/tableAlone';
import { statedAt } from './document/withStated';

export function locate(asked: OpenRequest, purpose: Purpose): Located {
  const request = matlabInWords(docstringAsSession(unmarked(plainRequest(asked))));
  const located = withAround(partOf(request, purpose), request);
  if (request.output || located.later !== undefined || isLongData(request.text)) return located;
  return { ...located, source: withDefinitionsBelow(located.source, [request.text, ...(request.after ?? [])]) };
}

/** With the text around a part of a document: an array may have its meaning from there. */
function withAround(located: Located, { text, output = false }: OpenRequest): Located {
  const { source, piece } = located;
  const [segment, ...others] = source.segments;
  if (!segment || others.length > 0 || output || located.later !== undefined) return located;
  const document = piece?.origins ? piece.text : text;
  const end = segment.offset + segment.text.length;
  const before = document.slice(Math.max(0, segment.offset - REACH_BEFORE), segment.offset);
  const after = document.slice(end, end + REACH_BEHIND);
  return before + after === '' ? located : { ...located, source: { ...source, around: { before, after } } };
}

const REACH_BEFORE = 400;
const REACH_BEHIND = 2000;

function partOf(request: OpenRequest, purpose: Purpose): Located {
  const { text: written, languageId, output = false } = request;
  const examples = output ? undefined : docstringExamples(written, request.cursor, languageId);
  const text = examples ?? ofOnePart(written, languageId, request.cursor);
  const given = request.before ?? [];
  const before = examples !== undefined && callsOwn(examples, written, /./) ? [...given, `${written}\npass\n`] : given;
  const requested = requestedKind(purpose);
  const inspects = purpose === 'inspect';
  if (output) return locateOutput(request, requested);
  if (request.cursor === undefined && isLongData(text)) return whole(request, before);
  const document = readDocument(text, languageId);
  const { cursor } = request;
  // Cells of a script without a call of a known layer: a function of one cell may be called in another.
  if (cursor === undefined && languageId === 'python' && document.divided && isWithoutLayer(document))
    return whole(request, before);
  const printed = cursor === undefined ? undefined : outputAt(document, cursor);
  if (printed && inspects)
    return { source: { kind: 'text', name: '', segments: [], printed: [printed] }, piece: undefined };
  const alone = cursor === undefined || inspects || !isText(languageId) ? undefined : tableAlone(document, cursor);
  if (alone) return alone;
  const index = cursor === undefined ? pieceWithCall(document, requested) : pieceAt(document, cursor, requested);
  if (index === undefined) return literalAlone(request, document) ?? whole(request, before);
  const pieces = inspects ? undefined : cursor === undefined ? allPieces(document) : piecesOfLayer(document, index);
  // The words tell which of the arrays are results.
  const all = { segments: [{ offset: 0, text }] };
  const hasResult = pieces?.segments.some(
    (each) => /^\s*(?:[A-Za-z]\w*\s*=\s*)?\[/.test(each.text) && isAnswer([each.offset, each.offset], all),
  );
  const literals: typeof pieces = hasResult ? { kind: 'text', name: '', ...all, languageId: 'plaintext' } : pieces;
  if (!literals) return partOfPiece(document, index, { ...request, before }, purpose);
  const last = Math.max(cursor ?? 0, literals.segments.at(-1)!.offset);
  const stated = isText(languageId) ? statedAt(document, cursor === undefined ? undefined : last) : undefined;
  return {
    source: { ...literals, surroundings: before.map(textOnly), ...(stated && { stated }) },
    piece: document.pieces[index]!,
  };
}

/** The code of one piece up to the call that the cursor means; a later piece where this one only defines the function. */
function partOfPiece(document: Document, index: number, request: OpenRequest, purpose: Purpose): Located {
  const { languageId, cursor, before = [] } = request;
  const inspects = purpose === 'inspect';
  const piece = document.pieces[index]!;
  const { text } = piece;
  const local = cursor === undefined ? undefined : commented(piece, toPiece(piece, cursor));
  const { range, own } = meantRange(document, piece, local, request, purpose);
  const hasCall = layerCalls(text).length > 0;
  const later = range || inspects || hasCall ? undefined : laterCall(document, index, request, requestedKind(purpose));
  if (later) return later;
  const source = pieceSource(document, index, range ?? [0, text.length], before);
  const stated = isText(languageId) ? statedAt(document, cursor) : undefined;
  const test = local === undefined || own || hasCall ? undefined : testAt(text, local);
  const shift = source.segments[0]!.offset - (range?.[0] ?? 0);
  const line = local === undefined ? undefined : lineAt(text, Math.min(local, range?.[1] ?? local));
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

/** The statement that a comment of lines of its own is about: the line below it. */
function commented({ text, languageId = 'python' }: Piece, local: number): number {
  const marks = dialectOf(languageId).lineComments;
  let { start, end } = lineAt(text, local);
  const isComment = (): boolean => marks.some((mark) => text.slice(start, end).trimStart().startsWith(mark));
  while (isComment() && end < text.length) ({ start, end } = lineAt(text, end + 1));
  return isComment() || text.slice(start, end).trim() === '' ? local : Math.max(local, start);
}

/** The part of a piece that the cursor means, all of it where undefined. `own`: the call of a function of the text there. */
function meantRange(
  document: Document,
  piece: Piece,
  local: number | undefined,
  { cursor, before = [] }: OpenRequest,
  purpose: Purpose,
): { readonly range?: TextRange; readonly own?: ReturnType<typeof ownCallAt> } {
  if (local === undefined) return {};
  const requested = requestedKind(purpose);
  const inspects = purpose === 'inspect';
  const printed = outputAt(document, cursor!);
  const label = printed && labelAt(printed, cursor!);
  const labelled = label === undefined ? undefined : assignedRange(piece, label, requested);
  const own = labelled || inspects ? undefined : ownCallAt(piece, local, [...before, ...textsOf(document)]);
  if (piece.example && !inspects) return { own };
  if (labelled) return { range: labelled };
  if (own) return { range: [0, lineAt(piece.text, own.range[1]).end], own };
  const range = rangeAt(piece, local, inspects, requested);
  return { range: range && [range[0], endOfStatement(piece, range[1])] };
}

/** The end of the statement around an offset: what stops inside of brackets could not be parsed. */
function endOfStatement({ text, languageId = 'python' }: Piece, offset: number): number {
  if (languageId !== 'python') return offset;
  const { end } = scanLexemes(text).find((line) => line.end >= offset) ?? { end: offset };
  return text.slice(offset, end).trim() === '' ? offset : end;
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
    surroundings: before.slice(0, -1).map(textOnly),
    printed: [{ offset: code.length + 1, text }],
  };
  return { source, piece: undefined };
}

/** The literal at the cursor in the prose of a document: the code of the document is not about it. */
function literalAlone({ text, languageId, cursor }: OpenRequest, document: Document): Located | undefined {
  const literal = cursor === undefined ? undefined : literalAt(text, cursor, languageId);
  if (!literal) return undefined;
  const [start, end] = sameLine(text, literal.range, languageId);
  const segments = [{ offset: start, text: text.slice(start, end) }];
  const piece: Piece = { text, range: [0, text.length] };
  const stated = isText(languageId) ? statedAt(document, cursor) : undefined;
  const id = languageId !== undefined && { languageId };
  return { source: { kind: 'text', name: '', segments, ...id, ...(stated && { stated }) }, piece };
}

function isWithoutLayer({ pieces }: Document): boolean {
  return pieces.every(({ text }) => layerCalls(text).length === 0);
}

function whole({ text, languageId }: OpenRequest, before: readonly string[]): Located {
  const range = [0, text.length] as const;
  const piece: Piece = { text, range, ...(languageId !== undefined && { languageId }) };
  const source: TextSource = {
    kind: 'text',
    name: '',
    segments: [{ offset: 0, text }],
    surroundings: before.map(textOnly),
    ...(languageId !== undefined && { languageId }),
  };
  return { source, piece };
}

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
    return (
      isRequested(rest, requested) && new RegExp(`(?<![\\w.])${escapePattern(name)}(?!\\w)[^=]*=[^=]*$`).test(before)
    );
  });
  return call && [0, lineAt(text, call.range[1]).end];
}
