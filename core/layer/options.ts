/** What a caller may ask of a layer, in the frameworks' own terms. */

export type Pair = number | readonly [vertical: number, horizontal: number];

export interface Sides {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/**
 * `same` is PyTorch's (stride 1, the extra cell at the bottom/right), `same_upper` is TensorFlow's and ONNX's
 * (out = ⌈n/stride⌉, extra at the bottom/right), `same_lower` puts the extra cell at the top/left.
 */
export type Padding = Pair | Sides | 'valid' | 'same' | 'same_upper' | 'same_lower';

export type PaddingMode = 'zeros' | 'reflect' | 'replicate' | 'circular';

export interface Conv2dOptions {
  readonly stride?: Pair;
  readonly padding?: Padding;
  readonly dilation?: Pair;
  readonly groups?: number;
  readonly paddingMode?: PaddingMode;
}

export interface ConvTranspose2dOptions {
  readonly stride?: Pair;
  /** Padding of the convolution of which this layer is the adjoint: it is removed from the output. `same_*`: output size = size · stride. */
  readonly padding?: Padding;
  /** Rows added at the bottom and columns added at the right. */
  readonly outputPadding?: Pair;
  /** Instead of `outputPadding`: the output's rows and columns. */
  readonly outputSize?: Pair;
  readonly dilation?: Pair;
  readonly groups?: number;
}

/** Which cells of a tied max window get the gradient: every one (the course) or the first in row-major order (PyTorch). */
export type Ties = 'all' | 'first';

export interface Pool2dOptions {
  readonly mode: 'max' | 'average';
  readonly kernel: Pair;
  /** Default: the kernel. */
  readonly stride?: Pair;
  readonly padding?: Padding;
  readonly dilation?: Pair;
  readonly ceilMode?: boolean;
  /** Whether padding counts in an average's divisor. Default: true, as PyTorch. */
  readonly countIncludePad?: boolean;
  /** Default: 'all'. */
  readonly ties?: Ties;
}

export interface PadOptions {
  readonly mode?: PaddingMode;
  /** The constant of mode `zeros`. Default: 0. */
  readonly value?: number;
}
