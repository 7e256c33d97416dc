/** Reads the index of a subscript. */
import type { SyntaxNode } from '@lezer/common';
import type { Index, IndexItem } from '../tree/ast';
import type { NodeReader } from './NodeReader';
import { splitBy } from './nodes';

export function readIndex(nodes: readonly SyntaxNode[], reader: NodeReader): Index {
  const runs = splitBy(nodes, ',');
  const items = runs.map((run) => readPart(run, reader));
  return { items, many: nodes.some(({ name }) => name === ',') || items.some(({ type }) => type === 'spread') };
}

function readPart(run: readonly SyntaxNode[], reader: NodeReader): IndexItem {
  const [only] = run;
  if (run.length === 1 && only!.name === 'UnaryExpression' && reader.slice(only!).startsWith('*'))
    return { type: 'spread', value: reader.read(only!.lastChild!), range: reader.range(only!) };
  if (!run.some(({ name }) => name === ':')) return reader.group(run);
  const parts: SyntaxNode[][] = [[]];
  for (const node of run) {
    if (node.name === ':') parts.push([]);
    else parts[parts.length - 1]!.push(node);
  }
  const [start, stop, step] = parts.map((part) => (part.length > 0 ? reader.group(part) : undefined));
  return { type: 'slice', start, stop, step, range: reader.rangeOf(run) };
}
