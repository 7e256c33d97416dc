/** Reads the arguments of a call. */
import type { SyntaxNode } from '@lezer/common';
import type { Argument } from '../tree/ast';
import type { NodeReader } from './NodeReader';
import { splitBy } from './nodes';
import { readComprehension } from './readComprehension';

export function readArguments(nodes: readonly SyntaxNode[], reader: NodeReader): Argument[] {
  if (nodes.some(({ name }) => name === 'for') && nodes[0]) {
    const range = reader.rangeOf(nodes);
    return [{ spread: '', value: readComprehension('generator', nodes, range, reader) }];
  }
  return splitBy(nodes, ',').map((run) => {
    const [first, second] = run;
    if (first?.name === '*' || first?.name === '**') return { spread: first.name, value: reader.group(run.slice(1)) };
    if (second?.name === 'AssignOp' && reader.slice(second) === ':=') {
      const range = reader.rangeOf(run);
      return {
        spread: '',
        value: { type: 'walrus', name: reader.slice(first!), value: reader.group(run.slice(2)), range },
      };
    }
    if (second?.name !== 'AssignOp') {
      const [value] = run;
      return {
        spread: '',
        value: run.length === 1 ? reader.read(value!) : { type: 'unsupported', range: reader.range(value!) },
      };
    }
    return { name: reader.slice(first!), spread: '', value: reader.group(run.slice(2)) };
  });
}
