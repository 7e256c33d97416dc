/** The course's names of a layer's arrays, by its kind. */
import type { Layer } from '../../Layer';
import type { Names } from './names';

/** `own`: the user's names, from which others are made: `X_pad`. */
export function usualNames({ kind }: Layer, own: Partial<Names>): Pick<Names, 'z' | 'dZ'> & { readonly x?: string } {
  switch (kind) {
    case 'conv':
    case 'convTranspose':
      return { z: 'Z', dZ: 'dZ' };
    case 'pool':
      return { z: 'A', dZ: 'dA' };
    case 'relu':
      return { x: 'Z', z: 'A', dZ: 'dA' };
    case 'pad':
      return { x: 'X', z: `${own.x ?? 'X'}_pad`, dZ: 'dA' };
  }
}
