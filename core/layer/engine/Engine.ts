/** One surface over the two ways to compute: arrays go in, kernels run where the engine keeps its memory, arrays come out. */
import type { NdArray } from '../../array/NdArray';
import type { Kernels, Slot } from './Kernels';

export type NumberType = 'float64' | 'float32';

export interface Engine {
  readonly name: 'typescript' | 'simd';
  /** Runs `work`, which runs no other, and afterwards takes back all memory that it has allocated. */
  run<Result>(type: NumberType, work: (memory: Memory) => Result): Result;
}

/** Memory for the length of one operation. */
export interface Memory {
  readonly type: NumberType;
  readonly kernels: Kernels;
  /** The array's numbers where the kernels can read them, in the operation's number type. */
  enter(array: NdArray): Slot;
  /** Space for a result of `length` numbers, not cleared. */
  allocate(length: number): Slot;
  /** Scratch space for `length` numbers, not cleared; reused by the next operation. */
  borrow(length: number): Slot;
  /** A slot's numbers as an array that outlives the operation. */
  leave(slot: Slot, shape: readonly number[]): NdArray;
}

/** float32 where every array is float32, float64 otherwise. */
export function numberTypeOf(...arrays: readonly (NdArray | undefined)[]): NumberType {
  return arrays.every((array) => array === undefined || array.data instanceof Float32Array) ? 'float32' : 'float64';
}
