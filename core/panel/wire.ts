/**
 * How frames are sent: each distinct array and each unchanged part once, and an array that differs little from the one that the same map showed
 * before as that difference. The panel keeps the arrays it has and drops those that the host names.
 */
import type { CodeState, Frame, MapView, PlaneStrip, StageItem, StageRow } from '../step/Frame';
import { KindDecoder, KindEncoder, type WireKinds } from './wireKinds';
import { LookDecoder, LookEncoder } from './wireLooks';
import { decodeLines, encodeLines, type ShownMaps } from './wireSpans';

/** Parts of a map that change with its steps; the others describe how it is drawn. */
type Moving = 'id' | 'boxes' | 'changes';
type MapLook = Omit<MapView, Moving | 'values' | 'cells' | 'picture' | 'strip'>;

export type WireMap = Pick<MapView, Moving> & {
  readonly array: number;
  readonly kinds?: WireKinds;
  readonly pictureArray?: number;
  readonly strip?: Omit<PlaneStrip, 'values'> & { readonly array: number };
  /** Absent: that of the map's last frame. */
  readonly look?: MapLook;
};
type PlainItem = Exclude<StageItem, { kind: 'map' }>;
/** `null`: the item that was at this place of the row in the last frame. */
type WireItem = PlainItem | null | { readonly kind: 'map'; readonly map: WireMap };

/** A whole array, or another one (`base`) of `size` numbers with `values` put at `indices`. */
export type WireArray =
  | { readonly id: number; readonly values: Float64Array }
  | {
      readonly id: number;
      readonly base: number;
      readonly size: number;
      readonly indices: Uint32Array;
      readonly values: Float64Array;
    };

type WireRow = Omit<StageRow, 'items' | 'title' | 'lines'> & {
  readonly lines: ReturnType<typeof encodeLines>;
  readonly items: readonly WireItem[];
  /** Absent: that of the row's last frame. */
  readonly title?: StageRow['title'];
};

type Variable = CodeState['variables'][number];
type WireCode = Omit<CodeState, 'variables'> & {
  /** Without spans: those of the last frame at this place. */
  readonly variables: readonly (Omit<Variable, 'spans'> & Partial<Variable>)[];
};

export type WireFrame = Omit<Frame, 'stage' | 'code'> & {
  readonly code: WireCode;
  readonly stage: readonly WireRow[];
  /** The arrays that this frame is the first to use. */
  readonly arrays: readonly WireArray[];
  /** Arrays that no later frame refers to by number, to be forgotten once this frame is decoded. */
  readonly drop: readonly number[];
};

/** Numbers that the panel is asked to keep: 64 MB. */
const keptNumbers = 8_000_000;
/** Arrays that it is asked to keep, however small: each takes a few hundred bytes in addition to its numbers. */
const keptArrays = 4096;

/** The host's side. One for each generation. */
export class FrameEncoder {
  /** The arrays that the panel has, the least recently used first. */
  private readonly ids = new Map<Float64Array, number>();
  /** The array that each map showed last. */
  private readonly latest = new Map<string, Float64Array>();
  private readonly kinds = new KindEncoder();
  private readonly looks = new LookEncoder();
  private next = 0;
  private kept = 0;

  constructor(
    private readonly capacity = keptNumbers,
    private readonly mostArrays = keptArrays,
  ) {}

  encode(frame: Frame): WireFrame {
    const arrays: WireArray[] = [];
    const maps = mapsOf(frame.stage);
    const stage = frame.stage.map(({ title, lines, ...row }): WireRow => {
      const items = row.items.map((item, place) =>
        item.kind === 'map'
          ? ({ kind: 'map', map: this.encodeMap(item.map, arrays) } as const)
          : (this.looks.encode(`item ${row.id} ${place}`, item) ?? null),
      );
      const changed = this.looks.encode(`title ${row.id}`, title);
      return { ...row, items, lines: encodeLines(lines, maps), ...(changed && { title: changed }) };
    });
    const variables = frame.code.variables.map(({ line, spans }, place) => {
      const changed = this.looks.encode(`variable ${place} ${line}`, spans);
      return changed ? { line, spans: changed } : { line };
    });
    return { ...frame, code: { ...frame.code, variables }, stage, arrays, drop: this.forget() };
  }

  private encodeMap({ id, boxes, changes, ...rest }: MapView, arrays: WireArray[]): WireMap {
    const { values, cells, picture, strip, ...look } = rest;
    const changed = this.looks.encode(`map ${id}`, look);
    return {
      id,
      boxes,
      array: this.numberOf(id, values, arrays),
      ...(changes && { changes }),
      ...(cells && { kinds: this.kinds.encode(cells) }),
      ...(picture && { pictureArray: this.numberOf(`${id} picture`, picture, arrays) }),
      ...(strip && { strip: this.encodeStrip(id, strip, arrays) }),
      ...(changed && { look: changed }),
    };
  }

  private encodeStrip(map: string, { values, ...rest }: PlaneStrip, arrays: WireArray[]): WireMap['strip'] {
    return { ...rest, array: this.numberOf(`${map} strip`, values, arrays) };
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
    arrays.push(patch && baseId !== undefined ? { id, base: baseId, size: values.length, ...patch } : { id, values });
    this.ids.set(values, id);
    this.latest.set(map, values);
    this.kept += values.length;
    return id;
  }

  /** Drops the least recently used arrays beyond the capacity, never of one that a map shows now. */
  private forget(): number[] {
    const shown = new Set(this.latest.values());
    const dropped: number[] = [];
    for (const [values, id] of this.ids) {
      if (this.kept <= this.capacity && this.ids.size <= this.mostArrays) break;
      if (shown.has(values)) continue;
      this.ids.delete(values);
      this.kept -= values.length;
      dropped.push(id);
    }
    return dropped;
  }
}

function mapsOf(rows: readonly Pick<StageRow, 'items'>[]): ShownMaps {
  const maps = rows.flatMap(({ items }) => items.flatMap((item) => (item.kind === 'map' ? [item.map] : [])));
  return new Map(maps.map((map) => [map.id, map]));
}

/** The panel's side. `decode` must see the frames of a generation in the order in which they were encoded. */
export class FrameDecoder {
  private readonly arrays = new Map<number, Float64Array>();
  private readonly kinds = new KindDecoder();
  private readonly looks = new LookDecoder();

  decode(wire: WireFrame): Frame {
    const { arrays, drop, ...frame } = wire;
    for (const array of arrays) this.arrays.set(array.id, this.restore(array));
    const rows = frame.stage.map((row) => {
      const items = row.items.map((item, place): StageItem =>
        item?.kind === 'map'
          ? { kind: 'map', map: this.decodeMap(item.map) }
          : this.looks.decode<PlainItem>(`item ${row.id} ${place}`, item ?? undefined),
      );
      const title = this.looks.decode(`title ${row.id}`, row.title);
      return { ...row, title, items };
    });
    const maps = mapsOf(rows);
    const stage = rows.map((row): StageRow => ({ ...row, lines: decodeLines(row.lines, maps) }));
    const variables = frame.code.variables.map(({ line, spans }, place) => ({
      line,
      spans: this.looks.decode(`variable ${place} ${line}`, spans),
    }));
    for (const id of drop) this.arrays.delete(id);
    return { ...frame, code: { ...frame.code, variables }, stage };
  }

  private decodeMap({ array, kinds, pictureArray, strip, look, ...moving }: WireMap): MapView {
    return {
      ...this.looks.decode(`map ${moving.id}`, look),
      ...moving,
      values: this.stored(array),
      ...(kinds && { cells: this.kinds.decode(kinds) }),
      ...(pictureArray !== undefined && { picture: this.stored(pictureArray) }),
      ...(strip && { strip: decodeStrip(strip, this.stored(strip.array)) }),
    };
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

function decodeStrip({ selected, filled }: Omit<PlaneStrip, 'values'>, values: Float64Array): PlaneStrip {
  return { selected, filled, values };
}

/** Where `values` differs from `base` and what it holds there; undefined unless that is shorter. */
function difference(
  base: Float64Array,
  values: Float64Array,
): { indices: Uint32Array; values: Float64Array } | undefined {
  if (base.length !== values.length) return undefined;
  if (mostlyDiffers(base, values)) return undefined;
  const most = values.length / 4;
  const indices: number[] = [];
  for (let index = 0; index < values.length; index++) {
    if (Object.is(base[index], values[index])) continue;
    if (indices.length >= most) return undefined;
    indices.push(index);
  }
  return { indices: Uint32Array.from(indices), values: Float64Array.from(indices, (index) => values[index]!) };
}

/** Some cells tell that an array of millions is another one, before a list of its differences is made. */
const sampledCells = 64;

function mostlyDiffers(base: Float64Array, values: Float64Array): boolean {
  if (values.length < 100 * sampledCells) return false;
  const stride = Math.floor(values.length / sampledCells);
  let differing = 0;
  for (let index = 0; index < values.length; index += stride)
    if (!Object.is(base[index], values[index])) differing += 1;
  return differing > sampledCells / 2;
}
