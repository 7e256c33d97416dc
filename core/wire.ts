/**
 * How frames travel: each distinct array once. Maps that did not change share one instance over many frames; on the wire
 * they carry its number, and the panel keeps the arrays it has. The host forgets what it sent when the generation changes.
 */
import type { Frame, MapView, StageGroup, StageItem } from './step/Frame';

export type WireMap = Omit<MapView, 'values'> & { readonly array: number };
export type WireItem = Exclude<StageItem, { kind: 'map' }> | { readonly kind: 'map'; readonly map: WireMap };
export type WireFrame = Omit<Frame, 'stage'> & {
  readonly stage: readonly (readonly WireItem[])[];
  /** The arrays that this frame is the first to use. */
  readonly arrays: readonly { readonly id: number; readonly values: Float64Array }[];
};

/** One for each generation. */
export class FrameEncoder {
  private readonly ids = new Map<Float64Array, number>();

  encode(frame: Frame): WireFrame {
    const arrays: { id: number; values: Float64Array }[] = [];
    const number = (values: Float64Array): number => {
      const known = this.ids.get(values);
      if (known !== undefined) return known;
      const id = this.ids.size;
      this.ids.set(values, id);
      arrays.push({ id, values });
      return id;
    };
    const stage = frame.stage.map((group) =>
      group.map((item): WireItem => {
        if (item.kind !== 'map') return item;
        const { values, ...rest } = item.map;
        return { kind: 'map', map: { ...rest, array: number(values) } };
      }),
    );
    return { ...frame, stage, arrays };
  }
}

/** The panel's side. `decode` must see the frames of a generation in the order in which they were encoded. */
export class FrameDecoder {
  private readonly arrays = new Map<number, Float64Array>();

  decode(wire: WireFrame): Frame {
    const { arrays, ...frame } = wire;
    for (const { id, values } of arrays) this.arrays.set(id, values);
    const stage = frame.stage.map((group): StageGroup =>
      group.map((item): StageItem => {
        if (item.kind !== 'map') return item;
        const { array, ...rest } = item.map;
        const values = this.arrays.get(array);
        if (!values) throw new Error(`frame ${frame.t} uses array ${array}, which was never sent`);
        return { kind: 'map', map: { ...rest, values } };
      }),
    );
    return { ...frame, stage };
  }
}
