/** Which piece of a document is meant: the one around the cursor, the one with the nearest call, or the last one with a call. */
import { isRequested } from '../../../../core/setup/callOperations';
import type { RequestedKind } from '../../../../core/setup/Setup';
import { findCalls } from '../../../../core/read/python/findCalls';
import { findTextCalls } from '../../../../core/read/text/calls/readCalls';
import { layerCalls, nearestCall } from '../calls/layerCalls';
import { exampleAt, toDocument, type Document, type Piece } from '../document/pieces';
import { literalAt } from './literalAt';

/** The last piece that calls a layer of the kind, else the last one that is not only printed, or the first example; a text of one piece is that piece. */
export function pieceWithCall({ pieces, divided }: Document, requested: RequestedKind): number {
  if (!divided || pieces[0]!.example) return 0;
  const index = lastIndexOf(pieces, ({ text }) => layerCalls(text).some((call) => isRequested(call, requested)));
  if (index >= 0) return index;
  const applied = pieceOfModel(pieces);
  if (applied >= 0) return applied;
  const code = lastIndexOf(
    pieces,
    (piece) => !PRINTED.test(piece.text) && !onlyShows(piece, pieces) && !isStep(piece, pieces),
  );
  return code < 0 ? pieces.length - 1 : code;
}

/** The last piece that applies a model whose layers the document makes: `yhat = model.predict(x)`; -1 without one. */
function pieceOfModel(pieces: readonly Piece[]): number {
  const code = pieces.map(({ text }) => text).join('\n');
  const models = [...code.matchAll(/^[ \t]*(\w+)[ \t]*=[ \t]*(?:\w+\.)*(?:Sequential|Model)\(/gm)].map(
    ([, name]) => name,
  );
  if (models.length === 0 || findCalls(code).length === 0) return -1;
  const use = new RegExp(`(?<![\\w.])(?:${models.join('|')})(?:\\.predict)?\\(`);
  return lastIndexOf(pieces, ({ text }) => use.test(text));
}

/** A worked step: the numbers of a variable that another piece takes as a window, `patch = image[i:i+2, j:j+2]`. */
function isStep(piece: Piece, pieces: readonly Piece[]): boolean {
  return [...piece.text.matchAll(/^[ \t]*([A-Za-z_]\w*)[ \t]*=[ \t]*(?:np\.array\()?\[/gm)].some(([, name]) => {
    const taken = new RegExp(`^[ \\t]*${name}[ \\t]*=[ \\t]*[\\w.]+\\[[^\\]\\n]*:[^\\n]*\\]`, 'm');
    return pieces.some((each) => each !== piece && taken.test(each.text));
  });
}

/** A piece of MATLAB, Julia or R that neither assigns nor calls a function of the document: `image(t(y))`. */
function onlyShows({ text, languageId = '' }: Piece, pieces: readonly Piece[]): boolean {
  if (!/^(?:matlab|octave|julia|r)$/.test(languageId) || findTextCalls(text, languageId).length > 0) return false;
  if (/^[ \t]*(?:function\b|[\w.$,[\] ]+(?:\([^()\n]*\)[ \t]*)?(?:<-|=(?!=)))/m.test(text)) return false;
  const called = text.match(/[A-Za-z_][\w.]*(?=\()/g) ?? [];
  return !called.some((name) =>
    pieces.some((each) =>
      new RegExp(`function[^\\n]*\\b${name}\\b|\\b${name}[ \\t]*(?:<-|=)[ \\t]*function`).test(each.text),
    ),
  );
}

/** What a cell shows: `array([[1, 2]])`. */
const PRINTED = /^\s*(?:array|tensor)\([^=]*$/;

/** The piece around the cursor, or before an output at the cursor; in prose the piece that the paragraph introduces, "for example:", else the one with the nearest call. */
export function pieceAt(
  { text, pieces, blocks, divided }: Document,
  cursor: number,
  requested: RequestedKind,
): number | undefined {
  if (!divided) return 0;
  if (pieces[0]!.example) return exampleAt({ text, pieces, blocks }, cursor);
  const block =
    blocks.find(({ range: [start, end] }) => start <= cursor && cursor < end) ??
    blocks.filter(({ range: [, end] }) => end <= cursor).at(-1);
  if (block?.kind === 'code') return pieces.findIndex(({ range }) => range[0] === block.range[0]);
  if (block?.kind === 'output') {
    const before = lastIndexOf(pieces, ({ range }) => range[1] <= block.range[0]);
    if (before >= 0) return before;
  }
  const introduced =
    block?.kind === 'prose' && /^(?!.*\n[ \t]*\n)[^]*[:\uff1a]\s*$/.test(text.slice(cursor, block.range[1]));
  const below = pieces.findIndex(({ range }) => range[0] >= cursor);
  if (introduced && below >= 0 && callsIn(pieces[below]!, requested).length > 0) return below;
  const calls = pieces.flatMap((piece, index) =>
    callsIn(piece, requested).map(({ range: [start, end] }) => ({
      index,
      range: [toDocument(piece, start), toDocument(piece, end)] as const,
    })),
  );
  const nearest = nearestCall(text, calls, cursor)?.index;
  if (nearest !== undefined || literalAt(text, cursor, undefined)) return nearest;
  // A heading is that of what is below it.
  const isHead = /^#{1,6} /.test(text.slice(text.lastIndexOf('\n', cursor - 1) + 1));
  if (block?.kind === 'prose' && isHead && below >= 0) return below;
  const above = lastIndexOf(pieces, (piece) => piece.range[1] <= cursor && !onlyShows(piece, pieces));
  return above < 0 ? undefined : above;
}

function callsIn({ text, languageId }: Piece, requested: RequestedKind): ReturnType<typeof layerCalls> {
  return [...layerCalls(text), ...findTextCalls(text, languageId)].filter((call) => isRequested(call, requested));
}

function lastIndexOf(pieces: readonly Piece[], test: (piece: Piece) => boolean): number {
  return pieces.reduce((last, piece, index) => (test(piece) ? index : last), -1);
}
