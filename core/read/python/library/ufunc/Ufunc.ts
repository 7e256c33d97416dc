/** A NumPy universal function: its types and its arithmetic on one element. */
import type { Dtype } from '../../array/dtype';
import type { Binary } from '../../array/strided';

export type { Binary } from '../../array/strided';

export type Unary = (value: number) => number;

export interface UnaryUfunc {
  readonly name: string;
  /** Type of the result by that of the operand. Throws where the function has no such loop. */
  readonly type: (dtype: Dtype) => Dtype;
  readonly fn: Unary;
  /** Arithmetic of whole numbers, where it is another. */
  readonly whole?: (dtype: Dtype) => Unary;
}

export interface BinaryUfunc {
  readonly name: string;
  /** Type in which the operands are combined, by their joint type. Throws where the function has no such loop. */
  readonly computes: (joint: Dtype) => Dtype;
  /** Type of the result; that of the computation where absent. */
  readonly gives?: Dtype;
  /** Arithmetic in one type. */
  readonly fn: (dtype: Dtype) => Binary;
  /** Start of `reduce`. */
  readonly identity?: number;
  /** The loop is the first of NumPy's list that takes both operands: a positive scalar may be signed. */
  readonly firstLoop?: true;
}
