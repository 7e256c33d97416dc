/**
 * How CellKinds travel: a map filled in row-major order as the number of its computed cells, any other pattern once, and later
 * by number.
 */
import { CellKind } from '../step/Frame';

export type WireKinds =
  | { readonly size: number; readonly filled: number }
  | { readonly id: number; readonly kinds?: Uint8Array };

/** The latest patterns, which the panel keeps. Both sides follow the same rule, so that nothing need be told. */
const keptPatterns = 512;

export class KindEncoder {
  private readonly ids = new WeakMap<Uint8Array, number>();
  private next = 0;

  encode(kinds: Uint8Array): WireKinds {
    const known = this.ids.get(kinds);
    if (known !== undefined && known >= this.next - keptPatterns) return { id: known };
    const filled = filledCells(kinds);
    if (filled !== undefined) return { size: kinds.length, filled };
    const id = this.next++;
    this.ids.set(kinds, id);
    return { id, kinds };
  }
}

export class KindDecoder {
  private readonly patterns = new Map<number, Uint8Array>();

  decode(wire: WireKinds): Uint8Array {
    if ('size' in wire) return new Uint8Array(wire.size).fill(CellKind.Empty, wire.filled);
    if (wire.kinds) {
      this.patterns.set(wire.id, wire.kinds);
      this.patterns.delete(wire.id - keptPatterns);
    }
    const kinds = this.patterns.get(wire.id);
    if (!kinds) throw new Error(`cell kinds ${wire.id} were never sent`);
    return kinds;
  }
}

/** The number of data cells before the empty ones; undefined for any other pattern. */
function filledCells(kinds: Uint8Array): number | undefined {
  const filled = endOfRun(kinds, 0, CellKind.Data);
  return endOfRun(kinds, filled, CellKind.Empty) === kinds.length ? filled : undefined;
}

/** The first cell from `start` on that is of another kind. Four cells at a time: a map may have millions. */
function endOfRun(kinds: Uint8Array, start: number, kind: number): number {
  let cell = start;
  while (cell < kinds.length && kinds[cell] === kind && (kinds.byteOffset + cell) % 4 !== 0) cell += 1;
  if ((kinds.byteOffset + cell) % 4 === 0) {
    const words = new Uint32Array(kinds.buffer, kinds.byteOffset + cell, (kinds.length - cell) >> 2);
    const expected = kind * 0x01010101;
    let word = 0;
    while (word < words.length && words[word] === expected) word += 1;
    cell += 4 * word;
  }
  while (cell < kinds.length && kinds[cell] === kind) cell += 1;
  return cell;
}
