/** Pieces of a document as a source: the code that is evaluated, the code before it, and its output. */
import type { TextRange } from '../../../../core/read/ParseResult';
import { findCalls } from '../../../../core/read/python/findCalls';
import { roleOfName } from '../../../../core/setup/roles/roles';
import type { Segment, Surrounding, TextSource } from '../../source/LensSource';
import { ofSameTab, outputAfter, toDocument, type Document, type Piece } from './pieces';

const MOST_PIECES = 8;

/**
 * A part of a piece, after `before` (earlier cells) and the pieces above it. Offsets are the document's; those of a decoded piece
 * are the piece's own.
 */
export function pieceSource(
  document: Document,
  index: number,
  range: TextRange,
  before: readonly string[],
): TextSource {
  const piece = document.pieces[index]!;
  const above = ofSameTab(document.pieces.slice(0, index), piece).map(asSurrounding);
  const offset = piece.origins ? range[0] : piece.range[0] + range[0];
  const gap: Surrounding[] =
    range[0] > 0 ? [{ text: piece.text.slice(0, range[0]), ...(!piece.origins && { offset: piece.range[0] }) }] : [];
  const printed: Segment[] = outputAfter(document, toDocument(piece, range[1]));
  return {
    kind: 'text',
    name: '',
    segments: [{ offset, text: piece.text.slice(...range) }],
    surroundings: [...before.map(textOnly), ...above, ...gap],
    ...(printed.length > 0 && { printed }),
    ...(piece.languageId !== undefined && { languageId: piece.languageId }),
  };
}

/** Documents of Python that neither call nor make a layer: the arrays of all pieces belong together, with what a session prints of a variable. */
export function allPieces(document: Document): TextSource | undefined {
  const { pieces, divided } = document;
  if (!divided || pieces.length < 2 || pieces.length > MOST_PIECES || pieces[0]!.example) return undefined;
  const plain = pieces.every(({ languageId, origins }) => (languageId ?? 'python') === 'python' && !origins);
  if (!plain || pieces.some(({ text }) => findCalls(text).length > 0 || /^[ \t]*(?:def|class|for|while)\b/m.test(text)))
    return undefined;
  const segments = pieces.map(({ text, range: [offset] }): Segment => ({ offset, text }));
  const showing = pieces.filter(({ text }) => /^(?:>>>|In[ \t]*\[\d*\]:)[ \t]*[A-Za-z_]\w*\s*$/m.test(text));
  const printed = showing.length === 1 ? outputAfter(document, showing[0]!.range[1]) : [];
  return { kind: 'text', name: '', segments, languageId: 'python', ...(printed.length > 0 && { printed }) };
}

/**
 * A piece that makes only filters, with the pieces above it, which make their input; one that makes only an input, with its filter
 * above or below it.
 */
export function piecesOfLayer(document: Document, index: number): TextSource | undefined {
  const roles = document.pieces.map(({ text }) => namesIn(text).map(roleOfName));
  const isFilter = (made: readonly Role[]): boolean =>
    made.length > 0 && made.every((role) => role === 'w' || role === 'b');
  const below = roles.findIndex((made, other) => other > index && isFilter(made));
  // Directly above its filter an array of any name is the input.
  const isInput =
    roles[index]!.length > 0 &&
    roles[index]!.every((role) => role === 'x' || (role === undefined && below === index + 1));
  const above = roles.slice(0, index).some((made) => made.includes('w'));
  const isNext = isInput && below === index + 1;
  const end = isFilter(roles[index]!) || (isInput && above && !isNext) ? index : isInput ? below : -1;
  if (end < 0) return undefined;
  const used = document.pieces.slice(0, end + 1);
  // Of two that make the same arrays the later one counts.
  const isRemade = ({ text }: Piece, at: number): boolean => {
    const made = namesIn(text);
    return (
      made.length > 0 &&
      made.every((name) => used.some((each, other) => other > at && namesIn(each.text).includes(name)))
    );
  };
  return allPieces({ ...document, pieces: used.filter((each, at) => !isRemade(each, at)) });
}

type Role = ReturnType<typeof roleOfName>;

/** The variables that code assigns. */
function namesIn(text: string): string[] {
  return [...text.matchAll(/^([A-Za-z_]\w*)[ \t]*=(?!=)/gm)].map(([, name = '']) => name);
}

function asSurrounding({ text, range, origins }: Piece): Surrounding {
  return origins ? { text } : { text, offset: range[0] };
}

/** Text outside of the document. */
export function textOnly(text: string): Surrounding {
  return { text };
}

export function textsOf({ pieces }: Document): string[] {
  return pieces.map(({ text }) => text);
}
