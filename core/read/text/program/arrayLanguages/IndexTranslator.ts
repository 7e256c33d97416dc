/** Indices behind arrays of MATLAB, Julia and R as Python's. */
import { Untranslated } from '../Untranslated';
import { OperatorTranslator, type TranslatedPart } from './OperatorTranslator';
import { placeOf } from './placeOf';

export abstract class IndexTranslator extends OperatorTranslator {
  /** Arrays whose index is read, for `end`, with the axis and the number of axes. */
  private readonly indexed: { readonly array: string; axis: number; readonly count: number }[] = [];

  /** An index behind an array. */
  protected indexedBy(array: string, close: ')' | ']'): TranslatedPart {
    const { places, flat, isMask } = this.index(array, close);
    if (isMask) return { py: `_flat(${array})[_flat(${places})]` };
    return { py: flat ? `_flat(${array})[${places}]` : `${array}[${places}]` };
  }

  /** The index at the cursor as Python's; `flat`: of the elements in the order of columns; `isMask`: where a comparison is true. */
  index(
    array: string,
    close: ')' | ']',
  ): { readonly places: string; readonly flat: boolean; readonly isMask?: boolean } {
    const { cursor } = this;
    cursor.at += 1;
    const outer = this.inMatrix;
    this.inMatrix = false;
    const count = this.argumentsAhead();
    const place = { array, axis: 0, count };
    this.indexed.push(place);
    const pieces: TranslatedPart[] = [];
    let isKept = false;
    for (let isOpen = true; isOpen; place.axis += 1) {
      if (this.language === 'r' && cursor.peek() === 'drop' && cursor.peek(1) === '=') {
        cursor.at += 2;
        isKept = this.value() === 'False';
      } else if (this.endsIndex(0)) pieces.push({ py: ':', all: true });
      else if (cursor.peek() === ':' && this.endsIndex(1)) {
        cursor.at += 1;
        pieces.push({ py: ':', all: true });
      } else pieces.push(this.expression());
      isOpen = cursor.accepts(',') !== undefined;
    }
    cursor.requires(close);
    this.indexed.pop();
    this.inMatrix = outer;
    const [only] = pieces;
    if (pieces.length === 1 && only?.isMask) return { places: only.py, flat: false, isMask: true };
    const slices = pieces.some(({ all, range }) => all ?? range);
    const lists = pieces.filter(({ isVector }) => isVector).length;
    if (lists > 1) {
      if (lists < pieces.length) throw new Untranslated('index');
      return { places: `np.ix_(${pieces.map(({ py }) => `_places(${py})`).join(', ')})`, flat: false };
    }
    const keeps = isKept || (this.language === 'matlab' && pieces.length > 1 && (slices || lists > 0));
    return {
      places: pieces.map((piece, axis) => placeOf(piece, keeps && axis < 2)).join(', '),
      flat: pieces.length === 1,
    };
  }

  /** How many parts the index at the cursor has. */
  private argumentsAhead(): number {
    let [depth, count] = [0, 1];
    for (let at = this.cursor.at; at < this.cursor.tokens.length; at++) {
      const { text, kind } = this.cursor.tokens[at]!;
      if (kind === 'string') continue;
      if ('([{'.includes(text)) depth += 1;
      else if (')]}'.includes(text) && --depth < 0) return count;
      else if (text === ',' && depth === 0) count += 1;
    }
    return count;
  }

  /** `end` or `begin` in an index. */
  protected lastIndex(name: string): TranslatedPart {
    const place = this.indexed.at(-1);
    if (!place) throw new Untranslated(name);
    if (name === 'begin') return { py: '1' };
    return { py: place.count === 1 ? `${place.array}.size` : `${place.array}.shape[${place.axis}]` };
  }
}
