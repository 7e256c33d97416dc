/** The options of layers of every kind, by the ids of their fields. */
import type { Padding, PaddingMode, Pair, Ties } from '../../layer/options';

export interface LayerOptions {
  readonly kernel: Pair;
  readonly stride: Pair;
  readonly pad: Padding;
  readonly dilation: Pair;
  readonly groups: number;
  readonly paddingMode: PaddingMode;
  readonly outputPadding: Pair;
  readonly outputSize: Pair;
  readonly mode: 'max' | 'average';
  readonly ties: Ties;
  readonly ceilMode: boolean;
  readonly countIncludePad: boolean;
  readonly kernelFlipped: boolean;
}

export type OptionName = keyof LayerOptions;

/** An option as a text states it: `2`, `(1, 2)`, `True`, `"same"`; or as typed into its field, a string. */
export type Written = string | number | boolean | readonly number[];
