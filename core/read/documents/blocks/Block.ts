/** A part of a document: code, the output of the code before it, or prose. */
import type { TextRange } from '../../ParseResult';

export interface Block {
  readonly kind: 'code' | 'output' | 'prose';
  /** VS Code's identifier of the code's language; of an output, that of the code before it. */
  readonly languageId?: string;
  readonly range: TextRange;
  /** The decoded text where the document's own characters are not the code: HTML with tags and entities. */
  readonly decoded?: DecodedText;
}

export interface DecodedText {
  readonly text: string;
  /** The document's offset of every character of `text`, and of its end. */
  readonly origins: Uint32Array;
}

/** The block around `offset`; at a border the later one. */
export function blockAt(blocks: readonly Block[], offset: number): Block | undefined {
  const touching = blocks.filter(({ range: [start, end] }) => start <= offset && offset <= end);
  return touching.find(({ range: [, end] }) => offset < end) ?? touching.at(-1);
}

/** The code or output of a block. */
export function blockText(text: string, { range, decoded }: Block): string {
  return decoded?.text ?? text.slice(...range);
}

/** The document's range of a range in a block's text. */
export function documentRange({ range, decoded }: Block, [start, end]: TextRange): TextRange {
  if (decoded) return [decoded.origins[start]!, decoded.origins[end]!];
  return [range[0] + start, range[0] + end];
}

/** The last code among the blocks. */
export function lastCode(blocks: readonly Block[]): Block | undefined {
  return blocks.filter(({ kind }) => kind === 'code').at(-1);
}
