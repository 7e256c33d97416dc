/** Results of the user, without the code that computed them: printed, selected, from a file or a variable. */
import type { NdArray } from '../../array/NdArray';
import type { Quantity } from '../../read/prints/PrintedResult';

export interface OwnValue {
  /** As printed: `dA_prev[1, 1]`, `mean of dA`; empty without a label. */
  readonly label: string;
  /** The variable: `dA_prev`. */
  readonly name?: string;
  /** The index expression with its brackets: `[1, 1]`. */
  readonly index?: string;
  /** `mean` of `mean of dA`. */
  readonly quantity?: Quantity;
  readonly array: NdArray;
  /** The place value of the last printed digit of every number; absent: the numbers are exact. */
  readonly units?: Float64Array;
}
