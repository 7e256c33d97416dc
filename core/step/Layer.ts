/** A layer with its arrays. A step is a function of a layer and the step's number. */
import type { NdArray } from '../array/NdArray';
import type { Conv2dOptions, ConvTranspose2dOptions, Pool2dOptions } from '../layer/options';

export type Pass = 'forward' | 'backward';

/** The course's helpers that are one window of a layer. */
export type HelperName = 'conv_single_step' | 'create_mask_from_window' | 'distribute_value';

/** Arrays in the course's layout. */
export interface ConvLayer {
  readonly kind: 'conv';
  readonly pass: Pass;
  readonly x: NdArray;
  readonly w: NdArray;
  readonly b?: NdArray;
  /** Needed in the backward pass. */
  readonly dZ?: NdArray;
  /** The output, where it has been computed before: its planes are then not computed again. */
  readonly z?: NdArray;
  /** Whether `w` is the given kernel turned by 180°, as in a true convolution (SciPy, MATLAB). */
  readonly kernelFlipped?: boolean;
  /** The layer is one window, shown as this helper. */
  readonly helper?: 'conv_single_step';
  readonly options: Conv2dOptions;
}

/** Filters in the layout (f_H, f_W, n_C / groups, n_C_prev). */
export interface ConvTransposeLayer {
  readonly kind: 'convTranspose';
  readonly pass: Pass;
  readonly x: NdArray;
  readonly w: NdArray;
  readonly b?: NdArray;
  /** Needed in the backward pass. */
  readonly dZ?: NdArray;
  readonly options: ConvTranspose2dOptions;
}

export interface PoolLayer {
  readonly kind: 'pool';
  readonly pass: Pass;
  readonly x: NdArray;
  /** Needed in the backward pass. */
  readonly dZ?: NdArray;
  /** The layer is one window, shown as this helper. */
  readonly helper?: 'create_mask_from_window' | 'distribute_value';
  readonly options: Pool2dOptions;
}

/** max(0, Z), element by element. */
export interface ReluLayer {
  readonly kind: 'relu';
  readonly pass: Pass;
  readonly x: NdArray;
  /** Needed in the backward pass. */
  readonly dZ?: NdArray;
}

/** zero_pad: one step for each example. */
export interface PadLayer {
  readonly kind: 'pad';
  readonly x: NdArray;
  readonly pad: number;
}

interface Layers {
  readonly conv: ConvLayer;
  readonly convTranspose: ConvTransposeLayer;
  readonly pool: PoolLayer;
  readonly relu: ReluLayer;
  readonly pad: PadLayer;
}

/** The kinds of layers, as the keys of tables of them. */
export type KindOfLayer = keyof Layers;

export type Layer<Kind extends KindOfLayer = KindOfLayer> = {
  [Each in Kind]: Layers[Each] & { readonly kind: Each };
}[Kind];
