/** Expressions of C-like languages (C++, C#, Go, Java, JavaScript, Rust), as far as arguments of layer calls need them. */
import type { TextRange } from '../../../TextRange';

export type Node =
  /** `isFloat`: written with a point or an exponent, so that a quotient keeps its fraction. */
  | { readonly kind: 'number'; readonly value: number; readonly isFloat?: boolean }
  | { readonly kind: 'text'; readonly value: string }
  /** `true`, `null`, `nullptr`, `undefined`, `None`. */
  | { readonly kind: 'constant'; readonly value: boolean | null }
  | { readonly kind: 'list'; readonly items: readonly Node[] }
  /** Rust's `[0.0; 4]`. */
  | { readonly kind: 'repeat'; readonly item: Node; readonly count: Node }
  /** `{ strides: 2 }`, `Conv2dConfig{Stride: …}`. */
  | { readonly kind: 'record'; readonly entries: ReadonlyMap<string, Node> }
  /** `x`, `torch::kFloat`, `tf.float32`; `::` is written as a point. */
  | { readonly kind: 'name'; readonly path: string }
  | { readonly kind: 'call'; readonly call: CallNode }
  | { readonly kind: 'index'; readonly of: Node; readonly index: readonly Node[] }
  | { readonly kind: 'operation'; readonly operator: string; readonly left: Node; readonly right: Node }
  | { readonly kind: 'negative'; readonly of: Node }
  /** `0..16` of Rust. */
  | { readonly kind: 'range'; readonly from: Node; readonly to: Node; readonly closed: boolean }
  | { readonly kind: 'unknown' };

export interface CallNode {
  /** The last name of the callee: `conv2d` of `torch::conv2d` and of `x.conv2d`. */
  readonly name: string;
  /** What is before the last name: a path such as `torch.nn`, an expression, or nothing. */
  readonly receiver: Node | undefined;
  readonly args: readonly Node[];
  /** C#'s and Kotlin's `stride: 2`, `stride = 2`. */
  readonly named: ReadonlyMap<string, Node>;
  readonly range: TextRange;
}

/** The text of the function `|x| x as f32`. */
export const IDENTITY = '|x| x';
