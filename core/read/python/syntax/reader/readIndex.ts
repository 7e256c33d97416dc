/** Reads the index of a subscript. */
import type { SyntaxNode } from '@lezer/common';
import type { Expression, Index, SliceExpression } from '../tree/ast';
import type { NodeReader } from './NodeReader';
import { splitBy } from './nodes';

export function readIndex(nodes: readonly SyntaxNode[], reader: NodeReader): Index {
  const runs = splitBy(nodes, ',');
  return { items: runs.map((run) => readPart(run, reader)), many: nodes.some(({ name }) => name === ',') };
}

function readPart(run: readonly SyntaxNode[], reader: NodeReader): Expression | SliceExpression {
  if (!run.some(({ name }) => name === ':')) return reader.group(run);
  const parts: SyntaxNode[][] = [[]];
  for (const node of run) {
    if (node.name === ':') parts.push([]);
    else parts[parts.length - 1]!.push(node);
  }
  const [start, stop, step] = parts.map((part) => (part.length > 0 ? reader.group(part) : undefined));
  return { type: 'slice', start, stop, step, range: reader.rangeOf(run) };
}
