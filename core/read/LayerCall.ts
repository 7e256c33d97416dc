/** A recognised call of a layer function: a union of operations, each with its arrays and its options. */
import type { NdArray } from '../array/NdArray';
import type { Conv2dOptions, ConvTranspose2dOptions, Pair, Pool2dOptions } from '../layer/options';
import type { Message } from '../message';
import type { TextRange } from './TextRange';

/** What a text states of a convolution. */
export type ConvCallOptions = Conv2dOptions & {
  /** The caller turns its kernel by 180°, a true convolution; W is the turned kernel. */
  readonly kernelFlipped?: boolean;
  /** Rows and columns of filters that are not in the text. */
  readonly kernel?: Pair;
  /** Number of filters that are not in the text. */
  readonly filters?: number;
};

type NoOptions = Readonly<Record<never, never>>;

/**
 * The contents of a call by operation, by the course's names. Arrays are in NHWC, filters in HWIO; the filters of a transposed
 * convolution are (f_H, f_W, n_C / groups, n_C_prev). Arrays that may be absent are not in the text.
 */
interface CallContents {
  readonly zero_pad: { readonly arrays: { readonly X: NdArray }; readonly options: { readonly pad: number } };
  readonly conv_single_step: {
    readonly arrays: { readonly a_slice_prev: NdArray; readonly W: NdArray; readonly b: NdArray };
    readonly options: NoOptions;
  };
  readonly conv_forward: {
    readonly arrays: { readonly A_prev: NdArray; readonly W?: NdArray; readonly b?: NdArray };
    readonly options: ConvCallOptions;
  };
  readonly conv_backward: {
    readonly arrays: { readonly dZ?: NdArray; readonly A_prev: NdArray; readonly W?: NdArray; readonly b?: NdArray };
    readonly options: ConvCallOptions;
  };
  readonly conv_transpose_forward: {
    readonly arrays: { readonly A_prev: NdArray; readonly W?: NdArray; readonly b?: NdArray };
    readonly options: ConvTranspose2dOptions;
  };
  readonly conv_transpose_backward: {
    readonly arrays: { readonly dZ?: NdArray; readonly A_prev: NdArray; readonly W?: NdArray; readonly b?: NdArray };
    readonly options: ConvTranspose2dOptions;
  };
  readonly pool_forward: { readonly arrays: { readonly A_prev: NdArray }; readonly options: Pool2dOptions };
  readonly pool_backward: {
    readonly arrays: { readonly dA?: NdArray; readonly A_prev: NdArray };
    readonly options: Pool2dOptions;
  };
  readonly create_mask_from_window: { readonly arrays: { readonly x: NdArray }; readonly options: NoOptions };
  readonly distribute_value: {
    readonly arrays: NoOptions;
    readonly options: { readonly dz: number; readonly shape: readonly number[] };
  };
  readonly relu_forward: { readonly arrays: { readonly Z: NdArray }; readonly options: NoOptions };
  readonly relu_backward: {
    readonly arrays: { readonly dA?: NdArray; readonly Z: NdArray };
    readonly options: NoOptions;
  };
}

/** The operations that a call can have, by the course's names and names like them. */
export type OperationName = keyof CallContents;

export type ArraysOf<Operation extends OperationName> = CallContents[Operation]['arrays'];
type OptionsOf<Operation extends OperationName> = CallContents[Operation]['options'];

/** An operation with its arrays and its options. */
export type CallContent<Operation extends OperationName = OperationName> = {
  readonly [Each in Operation]: {
    readonly operation: Each;
    readonly arrays: ArraysOf<Each>;
    readonly options: OptionsOf<Each>;
  };
}[Operation];

/** Where and how a call is written. */
export interface CallSite {
  /** As written: `pool_backward`, `F.conv2d`. */
  readonly callee: string;
  readonly range: TextRange;
  /** The statement outside of all functions that ran the call, where the call itself is in a function. */
  readonly statement?: TextRange;
  /** The calls of the text's own functions that were running, the outermost first: `blk(x)` in `main`. */
  readonly callers?: readonly TextRange[];
  /** The call that made the layer object: `nn.Conv2d(…)`. */
  readonly made?: TextRange;
  /** The text has no call: `callee` is the variable that its statements compute. */
  readonly uncalled?: true;
  /** The layer is known by its result, which `callee` names. */
  readonly shown?: true;
  /** The name of the test, or of the function that the text does not call, that was run for this layer. */
  readonly test?: string;
  /** The layout the caller's arrays had. */
  readonly layout: 'nhwc' | 'nchw';
  readonly notation: 'numpy' | 'pytorch' | 'tensorflow';
  /** The text's names of arrays that other text than the one read assigns, by the names of the call's arrays. */
  readonly names?: Readonly<Record<string, string>>;
  /** How the call differs from what is written: an input that was padded before, a result that is cast. */
  readonly notes?: readonly Message[];
}

/** A call of a layer function, its arguments resolved to the course's layout and names. */
export type LayerCall<Operation extends OperationName = OperationName> = CallSite & CallContent<Operation>;

/** Where the text runs a call: its own place, or that of the statement that calls its function. */
export function placeOfCall({ statement, range }: CallSite): TextRange {
  return statement ?? range;
}

/** The call with its places moved to another text. */
export function movedCall(call: LayerCall, move: (range: TextRange) => TextRange): LayerCall {
  const { range, statement, callers, made } = call;
  return {
    ...call,
    range: move(range),
    ...(statement && { statement: move(statement) }),
    ...(callers && { callers: callers.map(move) }),
    ...(made && { made: move(made) }),
  };
}

/** The arrays of a call by their names. */
export function arraysOfCall({ arrays }: CallContent): Readonly<Record<string, NdArray>> {
  return { ...arrays };
}
