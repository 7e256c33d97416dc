/** A layer with its arrays: all that a step is a function of, besides the step's number. */
import type { NdArray } from '../array/NdArray';
import type { Conv2dOptions, Pool2dOptions } from '../layer/options';

export type Pass = 'forward' | 'backward';

/** Arrays in the course's layout; `names` are those the user sees: `A_prev`, `W`, `dZ`. */
export interface ConvLayer {
  readonly kind: 'conv';
  readonly pass: Pass;
  readonly x: NdArray;
  readonly w: NdArray;
  readonly b?: NdArray;
  /** Needed in the backward pass. */
  readonly dZ?: NdArray;
  readonly options: Conv2dOptions;
}

export interface PoolLayer {
  readonly kind: 'pool';
  readonly pass: Pass;
  readonly x: NdArray;
  /** Needed in the backward pass. */
  readonly dA?: NdArray;
  readonly options: Pool2dOptions;
}

/** zero_pad: one step an example. */
export interface PadLayer {
  readonly kind: 'pad';
  readonly x: NdArray;
  readonly pad: number;
}

export type Layer = ConvLayer | PoolLayer | PadLayer;
