/** What a text holds: arrays, recognised layer calls, and what could not be read, each with its place. */
import type { NdArray } from '../array/NdArray';
import type { ErrorKind, Message } from '../message';
import type { LayerCall } from './LayerCall';
import type { TextRange } from './TextRange';

export type { LayerCall, OperationName } from './LayerCall';
export type { TextRange } from './TextRange';

export interface ParsedArray {
  readonly name?: string;
  readonly array: NdArray;
  /** As the text or file names it: `int64`, `float32`, `bool`. */
  readonly dtype?: string;
  /** The text's own convention, where it is known: `tensor(...)` is PyTorch, whose images are NCHW. */
  readonly notation?: 'numpy' | 'pytorch' | 'tensorflow';
  /** The whole literal, without the name; [0, 0] for an array that no text holds. */
  readonly range: TextRange;
  /**
   * Start and end of every number, two entries per element in C order: element k is at
   * [ranges[2k], ranges[2k + 1]). Absent where the text does not hold the numbers (computed arrays).
   */
  readonly ranges?: Uint32Array;
  /** The values at an earlier time, of the same shape (a variable at the debugger's last stop): what differs is marked. */
  readonly before?: NdArray;
}

/** What a piece of evaluated code can hold. */
export type Value = NdArray | number | boolean | string | null | readonly Value[] | { readonly [key: string]: Value };

export interface ReadError {
  readonly kind?: ErrorKind;
  /** The test in whose run it was found. */
  readonly test?: string;
  readonly message: string;
  readonly detail: Message;
  readonly range: TextRange;
}

export interface ParseResult {
  readonly arrays: readonly ParsedArray[];
  readonly calls: readonly LayerCall[];
  /** `hparameters = {"stride": 2, "pad": 1}` and other dictionaries and scalars, by name. */
  readonly values: Readonly<Record<string, Value>>;
  readonly errors: readonly ReadError[];
  /** Errors in the text around what was read, such as earlier cells. */
  readonly above?: readonly ReadError[];
  readonly frameworks?: readonly Framework[];
}

/** Whose conventions a text follows, by what it imports and by names. */
export type Framework = 'pytorch' | 'tensorflow' | 'cs231n' | 'onnx' | 'course';

/**
 * Called every few milliseconds while code is evaluated, with the work of the operation that comes next, in the units of
 * `budget.programWork`. An error of it that is not a LensError ends the reading.
 */
export type ReadCheck = (work: number) => void;

export interface ParseOptions {
  readonly check?: ReadCheck;
  /** VS Code's language identifier. */
  readonly languageId?: string;
  /** False: the places of a table's numbers, as much memory as the numbers, are not needed. */
  readonly placed?: boolean;
}
