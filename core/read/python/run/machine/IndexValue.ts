/** The value of the index of a subscript. */
import type { Py } from '../../value/Py';

export interface IndexValue {
  readonly parts: readonly Py[];
  /** Written with commas, or a tuple. */
  readonly many: boolean;
  /** The index as one value, where it is one. */
  readonly key?: Py;
}
