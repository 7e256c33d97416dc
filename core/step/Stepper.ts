/** The stepping surface: a layer opened for looking at. */
import type { CellRef, Explanation, Frame, Line, LoopPosition, Span } from './Frame';
import type { Layer } from './Layer';

/** How much one step does. `filter` follows one filter: to the same filter's next window. */
export type Granularity = 'product' | 'channel' | 'window' | 'filter' | 'example';

/** What the user looks at, besides the step. */
export interface View {
  /** The visible input channel (convolution; pooling shows the step's channel). */
  readonly channel: number;
  readonly granularity: Granularity;
}

export interface Timeline {
  /** Steps at this granularity. */
  readonly count: number;
  readonly granularity: Granularity;
  readonly granularities: readonly Granularity[];
}

export interface CodeListing {
  readonly id: 'loop' | 'numpy' | 'pytorch' | 'tensorflow' | 'formula';
  readonly title: string;
  readonly language: 'python' | 'mathml';
  readonly text: string;
}

export interface Stepper {
  readonly layer: Layer;
  /** `conv_forward  A_prev (2, 5, 7, 4) ∗ W (3, 3, 4, 8) + b → Z (2, 3, 4, 8)`. */
  readonly sentence: readonly Span[];
  /** The size formula with the user's numbers, or what the operation does. */
  readonly size: readonly Line[];
  readonly listings: readonly CodeListing[];
  /** Channels the `channel` field can choose from; 1 where there is nothing to choose. */
  readonly channels: number;
  /** Extents of the loop: m, n_H, n_W, n_C. */
  readonly loop: LoopPosition;
  timeline(granularity: Granularity): Timeline;
  /** Step `t` (0 … count − 1) of `view.granularity`. A pure function, whatever was asked before. */
  frame(t: number, view: View): Frame;
  /** The step of granularity `to` at which as much has been computed as after step `t` of `from`. */
  convert(t: number, from: Granularity, to: Granularity): number;
  /** The step of `granularity` that stands at a loop position. */
  stepAt(position: LoopPosition, granularity: Granularity): number;
  explain(cell: CellRef, t: number, view: View): Explanation | undefined;
}
