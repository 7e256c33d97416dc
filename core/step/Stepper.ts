/** A layer as a list of steps, and what can be asked about a step. */
import type { Message } from '../message';
import type { CellRef, Explanation, Frame, Line, LoopPosition, Span } from './Frame';
import type { Layer } from './Layer';
import type { Montage } from './shared/montage';

/**
 * How much one step does: one product of a window, all products of one input channel, one output cell (one window and one
 * filter: `conv_single_step`), all filters at one window position, all windows of one output row, or a whole example.
 */
export type Granularity = 'product' | 'channel' | 'window' | 'filter' | 'row' | 'example';

/** What the user looks at, besides the step. */
export interface View {
  /** The visible input channel (convolution); `product` and `channel` steps show the channel they work on. */
  readonly channel: number;
  /** The visible filter (output channel) of `filter`, `row` and `example` steps; finer steps show the filter they work on. */
  readonly filter: number;
  /** Whether the stage shows the step as a product of unrolled matrices (im2col). */
  readonly matrix?: boolean;
  /** Whether an input of three channels is shown in colours; absent: where it is large. */
  readonly picture?: boolean;
  readonly granularity: Granularity;
}

export interface Timeline {
  /** Steps at this granularity. */
  readonly count: number;
  readonly granularity: Granularity;
  readonly granularities: readonly Granularity[];
  /** Its windows are single elements. */
  readonly elementwise?: true;
  /** Steps at which the user's results differ from the layer's, ascending. */
  readonly marks?: readonly number[];
}

export interface CodeListing {
  readonly id: 'yours' | 'loop' | 'numpy' | 'pytorch' | 'tensorflow' | 'formula';
  readonly title: Message;
  readonly language: 'python' | 'mathml';
  readonly text: string;
  /** 1-based number of each line in the user's text, 0 for one that is not in it; absent for generated listings. */
  readonly lineNumbers?: readonly number[];
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
  /** Whether the operation can be shown as a product of unrolled matrices. */
  readonly hasMatrix: boolean;
  /** Whether the input can be shown in colours; `usually`: unless the user chose its channels. */
  readonly picture: 'usually' | 'possible' | 'impossible';
  timeline(granularity: Granularity): Timeline;
  /** Step `t` (0 … count − 1) of `view.granularity`. A pure function, whatever was asked before. */
  frame(t: number, view: View): Frame;
  /** The step of granularity `to` at the position of step `t` of `view.granularity`. */
  convert(t: number, view: View, to: Granularity): number;
  /** The step of `granularity` that completes the output cell at a loop position. */
  stepAt(position: LoopPosition, granularity: Granularity): number;
  explain(cell: CellRef, t: number, view: View): Explanation | undefined;
  /** All planes that a map could show instead of its own; undefined where there is no choice. */
  montage(map: string, t: number, view: View): Montage | undefined;
}
