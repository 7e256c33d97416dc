/** The part of a text that is meant. */
import type { TextSource } from '../source/LensSource';
import type { Piece } from './document/pieces';

export interface Located {
  readonly source: TextSource;
  /** The piece of the document that the source is; undefined where the source is another text. */
  readonly piece: Piece | undefined;
  /** The index among `after` of the cell that the source is. */
  readonly later?: number;
}
