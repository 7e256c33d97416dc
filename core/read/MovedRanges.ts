/** Places of the numbers of an edited text: those after an edit move by its length. They are written out where they are asked for. */
import { omit } from '../omit';
import type { ParsedArray } from './ParseResult';

/** Entries from `first` on are further by `by`. */
interface Move {
  readonly first: number;
  readonly by: number;
}

/** Each look at an entry adds up the moves. */
const mostMoves = 32;

const known = new WeakMap<ParsedArray, { readonly moved: MovedRanges; readonly others: Omit<ParsedArray, 'ranges'> }>();

export class MovedRanges {
  private constructor(
    private written: Uint32Array,
    private moves: readonly Move[],
  ) {}

  /** Undefined where the text does not hold the numbers. */
  static of(parsed: ParsedArray): MovedRanges | undefined {
    return known.get(parsed)?.moved ?? (parsed.ranges && new MovedRanges(parsed.ranges, []));
  }

  get length(): number {
    return this.written.length;
  }

  at(index: number): number {
    let position = this.written[index]!;
    for (const { first, by } of this.moves) if (index >= first) position += by;
    return position;
  }

  /** The number of elements that begin at or before `position`. */
  beginningBy(position: number): number {
    let [from, to] = [0, this.length / 2];
    while (from < to) {
      const middle = (from + to) >>> 1;
      if (this.at(2 * middle) <= position) from = middle + 1;
      else to = middle;
    }
    return from;
  }

  /** After an edit at `position`: what begins or ends after it moves. */
  movedAfter(position: number, by: number): MovedRanges {
    const next = 2 * this.beginningBy(position);
    const first = next > 0 && this.at(next - 1) > position ? next - 1 : next;
    if (first === this.length || by === 0) return this;
    const from = this.moves.length < mostMoves ? this : new MovedRanges(this.all(), []);
    return new MovedRanges(from.written, [...from.moves, { first, by }]);
  }

  /** `parsed` with `changes`, at these places. */
  placed(parsed: ParsedArray, changes: Pick<ParsedArray, 'array' | 'range'>): ParsedArray {
    // A copy of `parsed` itself would write out its places.
    const others = { ...(known.get(parsed)?.others ?? omit(parsed, 'ranges')), ...changes };
    const all = (): Uint32Array => this.all();
    const placed: ParsedArray = {
      ...others,
      get ranges() {
        return all();
      },
    };
    known.set(placed, { moved: this, others });
    return placed;
  }

  private all(): Uint32Array {
    if (this.moves.length === 0) return this.written;
    const all = this.written.slice();
    for (const { first, by } of this.moves) for (let k = first; k < all.length; k++) all[k] = all[k]! + by;
    this.written = all;
    this.moves = [];
    return all;
  }
}
