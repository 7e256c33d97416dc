/** Reads the parameters of a function or lambda. */
import type { SyntaxNode } from '@lezer/common';
import type { Parameter } from '../tree/ast';
import type { NodeReader } from './NodeReader';
import { childrenOf } from './nodes';

export function readParameters(list: SyntaxNode, reader: NodeReader, text: string): Parameter[] {
  const parameters: Parameter[] = [];
  const nodes = childrenOf(list);
  let kind: 'plain' | 'keywordOnly' = 'plain';
  for (let at = 0; at < nodes.length; at++) {
    const node = nodes[at]!;
    const next = nodes[at + 1];
    if (node.name === '*') {
      kind = 'keywordOnly';
      if (next?.name === 'VariableName') parameters.push(parameter(next, 'rest'));
      at += next?.name === 'VariableName' ? 1 : 0;
    } else if (node.name === '**' && next) {
      parameters.push(parameter(next, 'keywords'));
      at += 1;
    } else if (node.name === 'VariableName') {
      const typed = next?.name === 'TypeDef' ? 1 : 0;
      const value = nodes[at + 1 + typed]?.name === 'AssignOp' ? nodes[at + 2 + typed] : undefined;
      parameters.push({ ...parameter(node, kind), missing: value && reader.read(value) });
      at += typed + (value ? 2 : 0);
    } else if (node.name === ',' && next?.name === ',' && text.slice(node.to, next.from).includes('/')) {
      positionalOnly(parameters);
    } else if (node.name === ',' && next?.name === ')' && text.slice(node.to, next.from).includes('/')) {
      positionalOnly(parameters);
    }
  }
  return parameters;

  function parameter(name: SyntaxNode, kindOf: Parameter['kind']): Parameter {
    return { name: reader.slice(name), kind: kindOf, missing: undefined, range: reader.range(name) };
  }
}

/** The parser has no node for the `/` after positional-only parameters. */
function positionalOnly(parameters: Parameter[]): void {
  parameters.forEach((each, index) => (parameters[index] = { ...each, kind: 'positionalOnly' }));
}
