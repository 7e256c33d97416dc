/** An array that can be inspected. */
import type { NdArray } from '../array/NdArray';

export interface InspectedArray {
  readonly name: string;
  readonly array: NdArray;
  readonly dtype?: string;
  /** Of PyTorch: the rows and columns of a batch and of filters are the last axes. */
  readonly channelsFirst?: boolean;
  /** Without a dtype: whether the text writes its numbers as integers, without a point or an exponent. */
  readonly writtenAsIntegers?: boolean;
  /** The values when the array was read last, of the same shape. */
  readonly before?: NdArray;
  /** Whether its numbers are in the text. */
  readonly editable?: boolean;
}
