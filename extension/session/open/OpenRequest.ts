/** What is asked of a text, and what it opens. */
import type { TextRange, OperationName } from '../../../core/read/ParseResult';
import type { PrintedResult } from '../../../core/read/prints/PrintedResult';
import type { Pass } from '../../../core/step/Layer';

export interface OpenRequest {
  readonly text: string;
  /** VS Code's language identifier. */
  readonly languageId?: string;
  /** Earlier cells, or the text above, in their order. */
  readonly before?: readonly string[];
  /** Later cells, in their order: a call of a function that the text only defines is searched in them. */
  readonly after?: readonly string[];
  /** `text` is what the last of `before` printed. */
  readonly output?: boolean;
  /** UTF-16 offset in `text`; absent: all of the text is meant. */
  readonly cursor?: number;
  readonly operation?: 'convolution' | 'pooling' | 'inspect';
}

/** Numbers in C order. */
export interface OpenedArray {
  readonly name?: string;
  readonly shape: readonly number[];
  readonly values: readonly number[];
}

export interface OpenedLayer {
  readonly kind: 'layer';
  readonly operation: OperationName;
  readonly pass: Pass;
  /** By the layer's own names: `x`, `w`, `b`, `dZ`, `dA`; channels last, filters (f_H, f_W, n_C_prev, n_C). */
  readonly roles: Readonly<Record<string, OpenedArray>>;
  /** In the core's terms: Conv2dOptions, ConvTranspose2dOptions, Pool2dOptions, `{ pad }`, `{ dz, shape }`. */
  readonly options: Readonly<Record<string, unknown>>;
  readonly assumptions: readonly string[];
  readonly evidence: readonly string[];
  /** What could not be read and concerns the layer's arrays. */
  readonly problems: readonly string[];
  /** Number of further problems of the text, which do not concern the layer. */
  readonly otherProblems: number;
  /** Results in the text's own output. */
  readonly printed: readonly PrintedResult[];
}

export interface OpenedArrays {
  readonly kind: 'array';
  readonly arrays: readonly OpenedArray[];
  readonly printed: readonly PrintedResult[];
}

export interface Refused {
  readonly kind: 'refused';
  readonly message: string;
  /** In `text`, where the cause is in it. */
  readonly range?: TextRange;
  /** Arrays of the text that can be inspected, where it has some. */
  readonly arrays?: readonly OpenedArray[];
}

export type OpenedText = OpenedLayer | OpenedArrays | Refused;
