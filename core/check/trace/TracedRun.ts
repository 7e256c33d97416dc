/** A run of the user's function next to the layer: their results, and for every step of the layer's loop what the code did. */
import type { NdArray } from '../../array/NdArray';
import type { LayerCase, NamedArray, ResultName } from '../cases/LayerCase';
import type { CourseFunction } from '../CourseFunction';

/** Rows and columns of a window, in the input without padding; negative and too large ones lie in the padding. */
export interface TracedWindow {
  readonly row: number;
  readonly col: number;
  readonly rows: number;
  readonly cols: number;
}

/** What the user's code did for one step of the layer's loop (one output cell). */
export interface TracedStep {
  /** 1-based line of the source that wrote the cell or added to the gradient. */
  readonly line: number;
  /** Scalar variables of the function at that line. */
  readonly variables: Readonly<Record<string, number>>;
  /** What the code read from the input (forward) or added to (backward); absent where it is not known. */
  readonly window?: TracedWindow;
  /** Number of the last write of the run that belongs to this step alone (backward). */
  readonly moment?: number;
}

export interface OwnArray {
  readonly name: ResultName;
  /** The user's name of the array; default: the course's. */
  readonly title?: string;
  /** The user's result in the layer's layout. */
  readonly actual?: NdArray;
  /** The user's own index of a cell, from the layer's; absent: the same. */
  readonly ownIndex?: (index: readonly number[]) => readonly number[];
  readonly expected: NdArray;
  /** 1 for every cell of `actual` that is known; absent: all. */
  readonly known?: Uint8Array;
  /** Precision of the cells of `actual`: the place value of the last printed digit. */
  readonly units?: Float64Array;
}

/** Writes of the code into a gradient. */
export interface GrowthWrite {
  /** Number of the write in the run. */
  readonly moment: number;
  /** Flat indices in the layer's array; -1 for a cell of the padding. */
  readonly cells: Int32Array;
  /** The values after the write. */
  readonly values: Float64Array;
}

export interface Growth {
  readonly name: 'dA_prev' | 'dW';
  readonly writes: readonly GrowthWrite[];
}

/** Text of a function and the 1-based line at which it begins. */
export interface CodePart {
  readonly text: string;
  readonly line: number;
  /** The line in its document, where the source joins several (the cells of a notebook). */
  readonly documentLine?: number;
}

/** Letters of axes: N examples, H rows, W columns, C channels; of filters I for the channels of the input, O for the filters. */
export interface OwnOrder {
  readonly activations: string;
  /** Absent in pooling. */
  readonly filters?: string;
}

export interface TracedRun {
  readonly name: string;
  readonly operation: CourseFunction;
  readonly layerCase: LayerCase;
  /** The layer's results, under the function's convention. */
  readonly expected: readonly NamedArray[];
  /** The id of the convention; absent: the course's. */
  readonly convention?: string;
  readonly arrays: readonly OwnArray[];
  /** The function. */
  readonly code: CodePart;
  /** Other functions of the text that its repair changes, in the order of the text. */
  readonly helpers?: readonly CodePart[];
  /** By the flat index of the output cell: example, row, column, channel; absent where the code did nothing for it. */
  readonly steps: readonly (TracedStep | undefined)[];
  /** For every step, the variables of the repaired code; absent where no repair is known. */
  readonly repaired?: readonly (TracedStep['variables'] | undefined)[];
  /** Axes of the function's arrays, where they have another order than those of the layer: `NCHW`, `OIHW`. */
  readonly ownAxes?: OwnOrder;
  /** Writes into the gradients (backward). */
  readonly growth?: readonly Growth[];
  readonly error?: { readonly message: string; readonly line: number };
  /** Functions of the layer that the text calls and does not define. */
  readonly borrowed: readonly string[];
}
