/** Reads the bases of a class and the names that its body annotates. */
import type { SyntaxNode } from '@lezer/common';
import type { TextRange } from '../../../ParseResult';
import type { ClassDefinition, Expression } from '../tree/ast';
import { childrenOf, splitBy } from './nodes';

interface Reader {
  group(nodes: readonly SyntaxNode[]): Expression;
  slice(node: SyntaxNode | null | undefined): string;
}

export function readClass(
  node: SyntaxNode,
  reader: Reader,
  range: TextRange,
): Pick<ClassDefinition, 'bases' | 'annotated'> {
  const list = node.getChild('ArgList');
  const given = list ? splitBy(childrenOf(list).slice(1, -1), ',') : [];
  return { bases: given.map((run) => baseOf(run, reader, range)), annotated: annotatedNames(node, reader) };
}

/** A base, or `metaclass=ABCMeta`, which is the same as the base `ABC`; other keywords are for `__init_subclass__`. */
function baseOf(run: readonly SyntaxNode[], reader: Reader, range: TextRange): Expression {
  if (run.length === 1) return reader.group(run);
  return reader.slice(run[0]) === 'metaclass' && /\bABCMeta$/.test(reader.slice(run.at(-1)))
    ? reader.group(run.slice(2))
    : { type: 'unsupported', range };
}

/** `name: type` and `name: type = value`; a `ClassVar` is not a field. */
function annotatedNames(node: SyntaxNode, reader: Reader): string[] {
  const assignments = node.getChild('Body')!.getChildren('AssignStatement');
  return assignments.flatMap((each) => {
    const type = each.getChild('TypeDef');
    return type && !/\bClassVar\b/.test(reader.slice(type)) ? [reader.slice(each.getChild('VariableName'))] : [];
  });
}
