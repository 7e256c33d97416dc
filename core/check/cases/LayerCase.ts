/** One set of arrays and options on which a function is compared with the layer. Arrays are channels last. */
import type { NdArray } from '../../array/NdArray';
import type { Padding, Pair, Sides } from '../../layer/options';
import type { Message } from '../../message';
import type { CourseFunction } from '../CourseFunction';
import type { PooledAfter } from './FixedGeometry';

export interface LayerCase {
  readonly operation: CourseFunction;
  /** Short description: `stride 2, pad 1, 5×7 input`. */
  readonly label: Message;
  /** A_prev (m, n_H, n_W, n_C); the slice of conv_single_step (f, f, n_C); the window of create_mask_from_window (f, f). */
  readonly x?: NdArray;
  /** x is an array of integers. */
  readonly isInteger?: true;
  /** x is an array of bytes, as images are. */
  readonly isByte?: true;
  /** The filter has bytes too. */
  readonly hasByteFilter?: true;
  /** W (f_H, f_W, n_C_prev, n_C); (f, f, n_C_prev) in conv_single_step. */
  readonly w?: NdArray;
  /** b with n_C values. */
  readonly b?: NdArray;
  /** dZ or dA. */
  readonly gradient?: NdArray;
  /** Stride of the rows, and of the columns where `strideCols` is absent. */
  readonly stride: number;
  readonly strideCols?: number;
  /** Padding of the rows, and of the columns where `padCols` is absent. */
  readonly pad: number;
  readonly padCols?: number;
  /** Of the padding 'same', or of one that is given for each side: its cells, in place of `pad`. */
  readonly sides?: Sides;
  /** Rows and columns of the window; the shape of distribute_value. */
  readonly kernel: readonly [rows: number, cols: number];
  readonly mode: 'max' | 'average';
  /** Convolution; absent: 1. */
  readonly dilation?: number;
  readonly groups?: number;
  /** Pooling gives the sum of a window instead of its average. */
  readonly isSum?: true;
  /** Pooling: the last window may end outside of the input. */
  readonly ceilMode?: true;
  /** Negative values of the convolution's result, or of its input, become 0. */
  readonly rectified?: 'output' | 'input';
  /** The outputs of the convolution are pooled. */
  readonly pooled?: PooledAfter;
  /**
   * After an earlier call of the same object with other arrays, or with the cache that the forward function itself returned; or
   * what an argument holds after the call.
   */
  readonly use?: 'second-call' | 'own-cache' | 'argument';
  /** dz of distribute_value. */
  readonly value?: number;
}

/** Strides of rows and columns, as the layers take them. */
export function stridesOfCase({ stride, strideCols = stride }: Pick<LayerCase, 'stride' | 'strideCols'>): Pair {
  return [stride, strideCols];
}

/** Padding of rows and columns, as the layers take it. */
export function paddingOfCase({ pad, padCols = pad, sides }: Pick<LayerCase, 'pad' | 'padCols' | 'sides'>): Padding {
  return sides ?? [pad, padCols];
}

/** An array of the result under the course's name for it. */
export interface NamedArray {
  readonly name: ResultName;
  readonly array: NdArray;
}

export type ResultName = 'x_pad' | 'Z' | 'A' | 'dA_prev' | 'dW' | 'db' | 'mask' | 'a' | 'result';
