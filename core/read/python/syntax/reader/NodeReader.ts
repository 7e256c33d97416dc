/** Reads the parser's nodes, as the readers of single constructs see it. */
import type { SyntaxNode } from '@lezer/common';
import type { TextRange } from '../../../ParseResult';
import type { Expression } from '../tree/ast';

export interface NodeReader {
  /** Throws a LensError where the nesting is too deep. */
  read(node: SyntaxNode): Expression;
  /** One expression, or several with commas between them: a tuple without brackets. */
  group(nodes: readonly SyntaxNode[]): Expression;
  /** Text of a node. */
  slice(node: SyntaxNode): string;
  /** Place of a node in the text. */
  range(node: SyntaxNode): TextRange;
  /** Place of neighbouring nodes; at least one. */
  rangeOf(nodes: readonly SyntaxNode[]): TextRange;
}
