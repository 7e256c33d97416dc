/** Result of checking a function of the user against the layer. */
import type { TextRange } from '../read/ParseResult';
import type { Message } from '../message';
import type { LayerCase, ResultName } from './cases/LayerCase';
import type { CourseFunction } from './CourseFunction';

export interface TextEdit {
  readonly range: TextRange;
  readonly text: string;
}

export interface Mistake {
  /** Kind of the mistake: `stride-ignored`. */
  readonly id: string;
  /** 1-based line of the source; absent where only numbers are known. */
  readonly line?: number;
  readonly message: string;
  readonly detail: Message;
  /** Whether the repaired function agrees on the user's case and on all other geometries. */
  readonly verified: boolean;
  /** The whole source after all repairs of the function. */
  readonly repaired?: string;
  readonly edit?: TextEdit;
}

export interface FailingCase {
  /** Short description: `stride 2, pad 0, 5×7 input`. */
  readonly case: string;
  readonly why: string;
  readonly caseDetail: Message;
  readonly whyDetail: Message;
  /** Arrays and options, to open the case in the panel. */
  readonly layerCase: LayerCase;
}

export interface FirstDifference {
  readonly array: ResultName;
  /** In the array that the function returns. */
  readonly index: readonly number[];
  /** 0-based step of the layer's loop: example, row, column, channel. */
  readonly step: number;
}

export interface FunctionCheck {
  readonly name: string;
  readonly line: number;
  readonly operation: CourseFunction;
  /** Layer or helper that is not among the course's, such as im2col: `operation` is then the course's function with the most similar mistakes. */
  readonly special?: string;
  /** Whether the function agrees on the user's own case; on the course's test arrays where the text has no call. */
  readonly agrees: boolean;
  readonly error?: { readonly message: string; readonly line: number };
  /** The interpreter cannot run the function; `error` names the reason. Nothing is claimed about its results. */
  readonly refused: boolean;
  /** Number of differing cells in the user's own case. */
  readonly differing: number;
  readonly total: number;
  /** Largest absolute difference; Infinity for a wrong shape. */
  readonly largest: number;
  readonly first?: FirstDifference;
  /** Which axis of a result has a wrong size. */
  readonly shape?: string;
  readonly shapeDetail?: Message;
  readonly mistakes: readonly Mistake[];
  /** The search for a repair ended at its bound before every edit was tried. */
  readonly isSearchBounded?: true;
  /** A convention that differs from the course's: not a mistake. */
  readonly convention?: string;
  readonly conventionDetail?: Message;
  /** Other geometries on which the function differs from the layer. */
  readonly unseen: readonly FailingCase[];
  /** Number of other geometries that were run. */
  readonly geometries: number;
  /** Functions that the text calls but does not define: the layer's own are used. */
  readonly borrowed: readonly string[];
  readonly layerCase: LayerCase;
}
