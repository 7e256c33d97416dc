/** One labelled or unlabelled value in the output of a program. */
import type { NdArray } from '../../array/NdArray';
import type { Message } from '../../message';
import type { TextRange } from '../ParseResult';

/** What a label names: `mean of dA` is the mean of `dA`, `A.shape` the shape of `A`. */
export type Quantity = 'mean' | 'sum' | 'shape' | 'min' | 'max' | 'std' | 'norm' | 'type';

export interface PrintedLabel {
  /** As printed, without the separator: `mean of dA`. */
  readonly text: string;
  /** The variable: `dA_prev` of `dA_prev[1, 1]`, `dA` of `mean of dA`. */
  readonly name?: string;
  /** The index expression with its brackets: `[1, 1]`, `[0][1]`. */
  readonly index?: string;
  readonly quantity?: Quantity;
  /** The label where it is a Python expression: `dA_prev[1, 1]`, `A.shape`, `np.mean(Z)`. */
  readonly expression?: string;
}

/** Numbers with the precision in which they were printed. A single number has shape (). */
export interface PrintedNumbers {
  readonly kind: 'number' | 'array' | 'tuple';
  readonly array: NdArray;
  readonly dtype: 'float64' | 'int64' | 'bool';
  readonly range: TextRange;
  /** Start and end of every number in the text, two entries per element. */
  readonly ranges: Uint32Array;
  /**
   * The place value of the last printed digit of every number: 1e-8 for `5.05844394`, 100 for `1.5e3`. NumPy omits zeros
   * that end all numbers of an array, so the numbers of an array that are printed without exponents share the smallest unit.
   */
  readonly units: Float64Array;
}

export type PrintedValue =
  | PrintedNumbers
  | { readonly kind: 'text'; readonly text: string; readonly range: TextRange }
  | { readonly kind: 'unreadable'; readonly message: Message; readonly range: TextRange };

export interface PrintedResult {
  readonly label?: PrintedLabel;
  readonly value: PrintedValue;
  /** From the label to the end of the value. */
  readonly range: TextRange;
}
