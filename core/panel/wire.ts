/**
 * How frames travel: each distinct array once, and an array that differs little from the one that the same map showed
 * before as that difference. The panel keeps the arrays it has and drops those that the host names.
 */
import type { Frame, MapView, StageItem, StageRow } from '../step/Frame';
import { KindDecoder, KindEncoder, type WireKinds } from './wireKinds';

export type WireMap = Omit<MapView, 'values' | 'cells' | 'picture'> & {
  readonly array: number;
  readonly kinds?: WireKinds;
  readonly pictureArray?: number;
};
export type WireItem = Exclude<StageItem, { kind: 'map' }> | { readonly kind: 'map'; readonly map: WireMap };

/** A whole array, or another one (`base`) with `values` put at `indices`. */
export type WireArray =
  | { readonly id: number; readonly values: Float64Array }
  | { readonly id: number; readonly base: number; readonly indices: Uint32Array; readonly values: Float64Array };

export type WireRow = Omit<StageRow, 'items'> & { readonly items: readonly WireItem[] };

export type WireFrame = Omit<Frame, 'stage'> & {
  readonly stage: readonly WireRow[];
  /** The arrays that this frame is the first to use. */
  readonly arrays: readonly WireArray[];
  /** Arrays that no later frame refers to by number, to be forgotten once this frame is decoded. */
  readonly drop: readonly number[];
};

/** Numbers that the panel is asked to keep: 64 MB. */
const keptNumbers = 8_000_000;

/** The host's side. One for each generation. */
export class FrameEncoder {
  /** The arrays that the panel has, the longest unused first. */
  private readonly ids = new Map<Float64Array, number>();
  /** The array that each map showed last. */
  private readonly latest = new Map<string, Float64Array>();
  private readonly kinds = new KindEncoder();
  private next = 0;
  private kept = 0;

  constructor(private readonly capacity = keptNumbers) {}

  encode(frame: Frame): WireFrame {
    const arrays: WireArray[] = [];
    const encodeItem = (item: StageItem): WireItem => {
      if (item.kind !== 'map') return item;
      const { values, cells, picture, ...rest } = item.map;
      const array = this.numberOf(rest.id, values, arrays);
      const kinds = cells ? { kinds: this.kinds.encode(cells) } : {};
      const colors = picture ? { pictureArray: this.numberOf(`${rest.id} picture`, picture, arrays) } : {};
      return { kind: 'map', map: { ...rest, array, ...kinds, ...colors } };
    };
    const stage = frame.stage.map((row) => ({ ...row, items: row.items.map(encodeItem) }));
    return { ...frame, stage, arrays, drop: this.forget() };
  }

  private numberOf(map: string, values: Float64Array, arrays: WireArray[]): number {
    const known = this.ids.get(values);
    if (known !== undefined) {
      this.ids.delete(values);
      this.ids.set(values, known);
      this.latest.set(map, values);
      return known;
    }
    const id = this.next++;
    const base = this.latest.get(map);
    const baseId = base && this.ids.get(base);
    const patch = base && baseId !== undefined ? difference(base, values) : undefined;
    arrays.push(patch && baseId !== undefined ? { id, base: baseId, ...patch } : { id, values });
    this.ids.set(values, id);
    this.latest.set(map, values);
    this.kept += values.length;
    return id;
  }

  /** Lets go of the longest unused arrays that are over the capacity, never of one that a map shows now. */
  private forget(): number[] {
    const shown = new Set(this.latest.values());
    const dropped: number[] = [];
    for (const [values, id] of this.ids) {
      if (this.kept <= this.capacity) break;
      if (shown.has(values)) continue;
      this.ids.delete(values);
      this.kept -= values.length;
      dropped.push(id);
    }
    return dropped;
  }
}

/** The panel's side. `decode` must see the frames of a generation in the order in which they were encoded. */
export class FrameDecoder {
  private readonly arrays = new Map<number, Float64Array>();
  private readonly kinds = new KindDecoder();

  decode(wire: WireFrame): Frame {
    const { arrays, drop, ...frame } = wire;
    for (const array of arrays) this.arrays.set(array.id, this.restore(array));
    const decodeItem = (item: WireItem): StageItem => {
      if (item.kind !== 'map') return item;
      const { array, kinds, pictureArray, ...rest } = item.map;
      const cells = kinds ? { cells: this.kinds.decode(kinds) } : {};
      const picture = pictureArray === undefined ? {} : { picture: this.stored(pictureArray) };
      return { kind: 'map', map: { ...rest, values: this.stored(array), ...cells, ...picture } };
    };
    const stage = frame.stage.map((row) => ({ ...row, items: row.items.map(decodeItem) }));
    for (const id of drop) this.arrays.delete(id);
    return { ...frame, stage };
  }

  private restore(array: WireArray): Float64Array {
    if (!('base' in array)) return array.values;
    const values = this.stored(array.base).slice();
    array.indices.forEach((index, position) => (values[index] = array.values[position]!));
    return values;
  }

  private stored(id: number): Float64Array {
    const values = this.arrays.get(id);
    if (!values) throw new Error(`array ${id} was never sent`);
    return values;
  }
}

/** Where `values` differs from `base` and what it holds there; undefined unless that is shorter. */
function difference(
  base: Float64Array,
  values: Float64Array,
): { indices: Uint32Array; values: Float64Array } | undefined {
  if (base.length !== values.length) return undefined;
  const most = values.length / 4;
  const indices: number[] = [];
  for (let index = 0; index < values.length; index++) {
    if (Object.is(base[index], values[index])) continue;
    if (indices.length >= most) return undefined;
    indices.push(index);
  }
  return { indices: Uint32Array.from(indices), values: Float64Array.from(indices, (index) => values[index]!) };
}
